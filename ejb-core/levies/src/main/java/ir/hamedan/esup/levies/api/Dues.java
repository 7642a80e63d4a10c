package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.ledger.api.Bill;
import java.time.LocalDate;
import java.util.List;

/** What a land object owes. */
public interface Dues {
    /** The dues of the object and of everything that stands on it, by the rules in force on the day. */
    DueStatement due(RenewalCode code, LocalDate day);

    /**
     * Bills a statement: frozen until the deadline that the terms give. Empty when nothing is owed. Idempotent by
     * reference.
     */
    List<Bill> bill(DueStatement statement, String reference);
}
