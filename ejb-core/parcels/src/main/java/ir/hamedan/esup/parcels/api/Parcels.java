package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The register of land objects, read. */
public interface Parcels {
    /**
     * Everything known of the object under the code, in one round trip.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, or {@code parcels.code-replaced} with the
     *     codes that follow it
     */
    ParcelFacts facts(RenewalCode code);

    /** The same, and until the transaction ends nobody changes the object or its code. */
    ParcelFacts held(RenewalCode code);

    /** The object under the code, if the code is in force. Public: no owner is in it. */
    Optional<LandObject> find(RenewalCode code);

    /** The object that a code names, or named before others took its place: what an answer of that time is about. */
    Optional<LandObject> everNamed(RenewalCode code);

    /**
     * What kinds of locks held the object on a day, as the register knew it at an instant; those on what it stands on and on
     * what stands on it too. Public: neither authority nor letter is in it.
     */
    Set<LockKind> lockKinds(RenewalCode code, LocalDate day, Instant known);

    /** The codes in force that follow from this one by split, merge or renumbering; itself when it is in force. */
    List<RenewalCode> successors(RenewalCode code);

    /** The owners as they were on the day. */
    List<Owner> owners(RenewalCode code, LocalDate day);

    /** One step in the life of a code. */
    record CodeChange(String action, RenewalCode from, RenewalCode to, LocalDate on, String reference) {}

    List<CodeChange> history(RenewalCode code);

    /**
     * A code that bears on an object, now or in its past: whatever was claimed on it concerns the object.
     *
     * @param above the object stands on it or on what followed it; otherwise it is the object itself, stands on it, or went
     *     before one of these
     * @param before a code that went before and is in force beside what came of it: only what came to be before this day
     * @param learnedAt when the register learned of that: what was said under the code until then was said of both
     * @param followed it took the place of earlier codes, so that it need not answer for the year in which it came to be
     */
    record Kin(
            RenewalCode code,
            boolean above,
            LocalDate registeredOn,
            Optional<LocalDate> retiredOn,
            Optional<LocalDate> before,
            Optional<Instant> learnedAt,
            boolean followed) {}

    /**
     * The object, what it stands on and what stands on it, and all codes these came from. Empty for a code that was never
     * registered.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.too-many-objects}
     */
    List<Kin> kin(RenewalCode code);

    /** By code or its beginning, plate, postal code, or folded words of the address. Public: no owner is in it. */
    Page<LandObject> search(String text, Page.Request page);

    /** All a party owns. Officers, revenue officers, supervisors and auditors; SYSTEM for the party itself. */
    Page<LandObject> ownedBy(PartyId owner, Page.Request page);

    /** The codes in force of all a party owns, for what is done in the party's own name: nobody looked at it. SYSTEM. */
    List<RenewalCode> codesOf(PartyId owner);
}
