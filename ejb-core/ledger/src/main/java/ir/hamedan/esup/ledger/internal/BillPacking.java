package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines packed into as many bills as the amounts that a payment id can carry make necessary: nearly always one. A single
 * line above that limit is cut into pieces whose principal, penalty and reward add up to its own.
 *
 * @param amount the sum of the lines, rounded up to 1,000 rial
 */
record BillPacking(List<Bill.Line> lines, Rial amount) {
    private static final long LARGEST = PaymentId.LARGEST.amount();

    BillPacking {
        lines = List.copyOf(lines);
    }

    /** The bills for the lines, in their order; lines of nothing go with their neighbours. */
    static List<BillPacking> pack(List<Bill.Line> lines) {
        List<BillPacking> bills = new ArrayList<>();
        List<Bill.Line> current = new ArrayList<>();
        long sum = 0;
        for (Bill.Line line : lines) {
            for (Bill.Line piece : pieces(line)) {
                if (sum > LARGEST - piece.amount().amount()) {
                    bills.add(bill(current, sum));
                    current = new ArrayList<>();
                    sum = 0;
                }
                current.add(piece);
                sum += piece.amount().amount();
            }
        }
        if (sum > 0) {
            bills.add(bill(current, sum));
        }
        return bills;
    }

    private static BillPacking bill(List<Bill.Line> lines, long sum) {
        return new BillPacking(lines, new Rial(sum).roundedUpTo(PaymentId.UNIT));
    }

    private static List<Bill.Line> pieces(Bill.Line line) {
        long count = Math.max(1, -Math.floorDiv(-line.amount().amount(), LARGEST));
        // Shares are rounded down and the last piece takes what remains, so a piece may be a few rial above its share.
        if (count > 1) {
            count++;
        }
        List<Bill.Line> pieces = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Rial principal = share(line.principal(), i, count);
            Rial penalty = share(line.penalty(), i, count);
            Rial reward = share(line.reward(), i, count);
            pieces.add(new Bill.Line(
                    line.demand(),
                    line.levy(),
                    line.year(),
                    principal,
                    penalty,
                    reward,
                    principal.plus(penalty).minus(reward),
                    line.rule()));
        }
        return pieces;
    }

    private static Rial share(Rial whole, long piece, long count) {
        return whole.timesRoundedDown(piece + 1, count).minus(whole.timesRoundedDown(piece, count));
    }
}
