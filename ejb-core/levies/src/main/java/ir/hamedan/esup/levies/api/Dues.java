package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.parcels.api.Parcels;
import java.time.LocalDate;
import java.util.List;

/** What a land object owes. */
public interface Dues {
    /**
     * The dues of the object, of everything that stands on it and of all codes these came from, by the rules in force on the
     * day. The renewal levy counts as loaded only when every year was assessed, or its history loaded, for the object and
     * for all that: from the start year of the terms, or the year in which it came to be, up to the year of the day.
     */
    DueStatement due(RenewalCode code, LocalDate day);

    /** The same for a caller who has read the kin of the object already. */
    DueStatement due(RenewalCode code, List<Parcels.Kin> kin, LocalDate day);

    /**
     * The open claims that bear on the object, whatever the terms of a day make of them: on it, on what stands on it and on
     * what it stands on, and on all codes these came from.
     */
    List<Demand> claims(RenewalCode code);

    /**
     * Bills a statement: frozen until the deadline that the terms give. Empty when nothing is owed. Everybody who asks for the
     * same claims of the object, an owner or a notary, has the same bill until its deadline, also when a penalty has grown since:
     * a bill that was given out keeps its amount. Several only above the identifier's limit.
     */
    List<Bill> bill(DueStatement statement);

    /** All bills that were made of the object's dues, whatever became of them. */
    List<Bill> billed(RenewalCode code);
}
