package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.LocalDate;
import java.util.List;

/** Bills and their pair of ids. */
public interface Bills {
    /**
     * Freezes the lines until the deadline in one bill, or several when the amount passes what an id can carry.
     * Idempotent by reference while the earlier bill is open with the same lines. An open bill of the same code for the
     * same claims is replaced.
     */
    List<Bill> issue(String reference, RenewalCode code, List<Bill.Line> lines, LocalDate payBy);

    /** {@code ledger.unknown-bill} when this pair was never given out. Public: it names no person. */
    Bill find(BillId bill, PaymentId payment);

    List<Bill> byReference(String reference);

    /** For the revenue office: by code, bill id or reference. */
    Page<Bill> search(String text, Page.Request page);
}
