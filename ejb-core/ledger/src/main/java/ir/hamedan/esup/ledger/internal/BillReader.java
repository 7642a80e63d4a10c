package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.LevyKind;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads bills with their lines in one round trip. */
final class BillReader {
    private static final String SELECT = """
            select b.number, b.bill_id, b.payment_id, f.code, b.reference, b.amount, b.pay_by, b.state, b.paid_at,
                l.demand, l.levy, l.year, l.principal, l.penalty, l.reward, l.rule
            from ledger.bill b
            join ledger.file f on f.number = b.file
            join ledger.bill_line l on l.bill = b.number
            where %s order by b.number, l.place
            """;

    /** A bill before its lines. */
    private record Head(
            long number,
            BillId billId,
            PaymentId paymentId,
            RenewalCode code,
            String reference,
            Rial amount,
            LocalDate payBy,
            Bill.State state,
            Optional<Instant> paidAt) {
        Bill with(List<Bill.Line> lines) {
            return new Bill(number, billId, paymentId, code, reference, lines, amount, payBy, state, paidAt);
        }
    }

    private final Sql sql;
    private final LocalDate today;

    /**
     * @param today the day that tells an open bill from a lapsed one
     */
    BillReader(Sql sql, LocalDate today) {
        this.sql = sql;
        this.today = today;
    }

    List<Bill> where(String condition, Object... arguments) {
        Map<Head, List<Bill.Line>> bills = new LinkedHashMap<>();
        sql.list(
                SELECT.formatted(condition),
                row -> bills.computeIfAbsent(head(row), head -> new ArrayList<>())
                        .add(line(row)),
                arguments);
        return bills.entrySet().stream()
                .map(bill -> bill.getKey().with(bill.getValue()))
                .toList();
    }

    private Head head(Sql.Row row) throws SQLException {
        LocalDate payBy = row.date("pay_by");
        Bill.State state = row.constant(Bill.State.class, "state");
        return new Head(
                row.number("number"),
                new BillId(row.text("bill_id")),
                new PaymentId(row.text("payment_id")),
                row.code("code"),
                row.text("reference"),
                row.rial("amount"),
                payBy,
                state == Bill.State.OPEN && payBy.isBefore(today) ? Bill.State.LAPSED : state,
                Optional.ofNullable(row.instant("paid_at")));
    }

    private static Bill.Line line(Sql.Row row) throws SQLException {
        Rial principal = row.rial("principal");
        Rial penalty = row.rial("penalty");
        Rial reward = row.rial("reward");
        return new Bill.Line(
                row.number("demand"),
                row.constant(LevyKind.class, "levy"),
                row.integer("year"),
                principal,
                penalty,
                reward,
                principal.plus(penalty).minus(reward),
                row.text("rule"));
    }
}
