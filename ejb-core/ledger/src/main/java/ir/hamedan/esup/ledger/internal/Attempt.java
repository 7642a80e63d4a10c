package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Payment;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to pay a bill, as its row has it.
 *
 * @param claimed it is being verified, and holds the claims of its bill against other attempts
 */
public record Attempt(
        String id,
        long bill,
        Rial amount,
        Optional<String> token,
        Payment.State state,
        Instant startedAt,
        Optional<Instant> bookedAt,
        Optional<String> trace,
        Optional<String> card,
        boolean onAccount,
        boolean claimed,
        int checks) {
    static final String SELECT = """
            select p.id, p.bill, p.amount, p.token, p.state, p.started_at, p.booked_at, p.trace, p.masked_card, p.checks,
                p.claimed_at is not null as claimed,
                (select g.kind = 'ON_ACCOUNT' from ledger.posting g where g.id = p.posting) as on_account
            from ledger.payment p
            """;

    static Attempt read(Sql.Row row) throws SQLException {
        return new Attempt(
                row.text("id"),
                row.number("bill"),
                row.rial("amount"),
                Optional.ofNullable(row.text("token")),
                row.constant(Payment.State.class, "state"),
                row.instant("started_at"),
                Optional.ofNullable(row.instant("booked_at")),
                Optional.ofNullable(row.text("trace")),
                Optional.ofNullable(row.text("masked_card")),
                row.bool("on_account"),
                row.bool("claimed"),
                row.integer("checks"));
    }

    /** Nothing can follow: booked, or gone back. A failed one may still turn out to be paid. */
    boolean isFinal() {
        return switch (state) {
            case BOOKED, REVERSED -> true;
            case STARTED, REDIRECTED, CANCELLED, FAILED -> false;
        };
    }
}
