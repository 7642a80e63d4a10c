package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A bill: claims frozen at their amounts until the deadline.
 *
 * @param amount what is payable, a multiple of 1,000 rial; the part above the sum of the lines is credited
 * @param payBy last day on which it is accepted
 */
public record Bill(
        long number,
        BillId billId,
        PaymentId paymentId,
        RenewalCode code,
        String reference,
        List<Line> lines,
        Rial amount,
        LocalDate payBy,
        State state,
        Optional<Instant> paidAt) {
    /** What a bill can be. */
    public enum State {
        OPEN,
        PAID,
        /** The deadline passed. */
        LAPSED,
        /** A later bill took its place. */
        REPLACED
    }

    /**
     * One claim on the bill.
     *
     * @param amount principal plus penalty less reward
     * @param rule which dated rule made penalty or reward
     */
    public record Line(
            long demand,
            LevyKind levy,
            int year,
            Rial principal,
            Rial penalty,
            Rial reward,
            Rial amount,
            String rule) {}

    public Bill {
        lines = List.copyOf(lines);
    }
}
