package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Signed statements of the rules of a parcel for its owners. What was stated is kept as it was, whatever book comes later;
 * anybody can check the paper like every certificate.
 */
public interface RuleStatements {
    /**
     * Who asks for a statement, and on what.
     *
     * @param key of the request: the same key is the same statement
     * @param ownerId national or legal id of one of the owners, as typed
     */
    record Order(String key, String parcel, String ownerId) {}

    /**
     * A statement that was given.
     *
     * @param certificate its number, as the register of certificates has it
     * @param hash of the answer it states
     * @param validUntil the last day it holds
     */
    record Given(
            long id,
            RenewalCode parcel,
            String ownerId,
            String ownerName,
            long book,
            LocalDate on,
            Verdict verdict,
            String hash,
            String certificate,
            LocalDate validUntil,
            String issuedBy,
            Instant issuedAt) {}

    /**
     * States the rules of today to an owner, signed by the seal of the office. OFFICER and SUPERVISOR, who have seen the
     * owner's identity; SYSTEM for an owner who is logged in.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code rulebooks.statement-not-owner} at {@code ownerId}, {@code
     *     rulebooks.statement-nothing} when nothing can be stated, those of {@link ir.hamedan.esup.kernel.RequestKey}, whatever {@link
     *     Rules#of} and {@code signing.unavailable} say
     */
    Given issue(Order order);

    /** The statements of a parcel, the latest first. OFFICER, SUPERVISOR, AUDITOR and ADMINISTRATOR. */
    Page<Given> ofParcel(RenewalCode parcel, Page.Request page);

    /** Those given to a party, the latest first. SYSTEM, for the party itself. */
    Page<Given> ofOwner(PartyId owner, Page.Request page);

    /** One of these. */
    Optional<Given> ofOwner(PartyId owner, long statement);

    /** Those that rest on a book, to be found when it should not have been published; the latest first. */
    Page<Given> under(long book, Page.Request page);

    /** The answer as it was stated, canonical JSON; {@code rulebooks.unknown-statement}. */
    String document(long statement);
}
