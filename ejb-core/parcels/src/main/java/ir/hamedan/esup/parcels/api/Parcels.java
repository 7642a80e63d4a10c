package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The register of land objects, read. */
public interface Parcels {
    /**
     * Everything known of the object under the code, in one round trip.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, or {@code parcels.code-replaced} with the
     *     codes that follow it
     */
    ParcelFacts facts(RenewalCode code);

    /** The object under the code, if the code is in force. Public: no owner is in it. */
    Optional<LandObject> find(RenewalCode code);

    /** The codes in force that follow from this one by split, merge or renumbering; itself when it is in force. */
    List<RenewalCode> successors(RenewalCode code);

    /** The owners as they were on the day. */
    List<Owner> owners(RenewalCode code, LocalDate day);

    /** One step in the life of a code. */
    record CodeChange(String action, RenewalCode from, RenewalCode to, LocalDate on, String reference) {}

    List<CodeChange> history(RenewalCode code);

    /** By code or its beginning, plate, postal code, or folded words of the address. Staff and notaries. */
    Page<LandObject> search(String text, Page.Request page);

    /** All a party owns. Officers, revenue officers, supervisors and auditors only. */
    Page<LandObject> ownedBy(PartyId owner, Page.Request page);
}
