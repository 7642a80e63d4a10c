package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is owed on a land object on a day.
 *
 * @param items every open claim with its penalty or reward of that day and the rule that made it
 * @param total sum of the items' amounts
 * @param payable total rounded up to 1,000 rial
 * @param loaded as of when each levy was loaded; one that is missing is no data
 * @param above open claims on what the object stands on: whether and in which part the object answers for them is for an
 *     officer to say, so they are in no sum and on no bill
 * @param payBy last day on which a bill of this statement would be accepted
 */
public record DueStatement(
        RenewalCode code,
        LocalDate day,
        List<Bill.Line> items,
        Rial total,
        Rial payable,
        Map<LevyKind, Instant> loaded,
        List<Demand> above,
        LocalDate payBy) {
    public DueStatement {
        items = List.copyOf(items);
        loaded = Map.copyOf(loaded);
        above = List.copyOf(above);
    }

    /** A statement that can be billed for its own day alone. */
    public DueStatement(
            RenewalCode code,
            LocalDate day,
            List<Bill.Line> items,
            Rial total,
            Rial payable,
            Map<LevyKind, Instant> loaded) {
        this(code, day, items, total, payable, loaded, List.of(), day);
    }
}
