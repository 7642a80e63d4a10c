package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.BillPaid;
import ir.hamedan.esup.ledger.api.Payment;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rows of payments: every step in a transaction of its own, none of which waits for the provider. Booked money is
 * committed before anything that follows from it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PaymentDesk {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_AN_HOUR = 30;
    private static final int MOST_AT_ONCE = 50;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    /** Money that comes later than this after its start no longer pays amounts that were frozen then. */
    private static final Duration IN_TIME = Duration.ofDays(2);

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    /** After this time the provider is asked about a payer who has not come back, then each time after twice as long. */
    @Inject
    @ConfigProperty(name = "esup.payment.first-check")
    Duration firstCheck;

    @Inject
    Event<Audited> audit;

    @Inject
    Event<BillPaid> billPaid;

    /** Stores an attempt for a bill that can be paid. */
    public Attempt open(BillId billId, PaymentId paymentId) {
        Bill bill = new BillReader(sql(), today())
                .where("b.bill_id = ? and b.payment_id = ?", billId, paymentId).stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("ledger.unknown-bill", billId, paymentId));
        switch (bill.state()) {
            case OPEN -> {}
            case PAID -> throw Problem.conflict("ledger.bill-paid");
            case LAPSED -> throw Problem.conflict("ledger.bill-lapsed", bill.payBy());
            case REPLACED -> throw Problem.conflict("ledger.bill-replaced");
        }
        Instant now = clock.instant();
        long lately = sql().one(
                        "select count(*) from ledger.payment where bill = ? and started_at > ?",
                        row -> row.number("count"),
                        bill.number(),
                        now.minus(Duration.ofHours(1)));
        if (lately >= MOST_AN_HOUR) {
            throw Problem.tooMany("ledger.too-many-payments");
        }
        String id = "%032x".formatted(new BigInteger(128, RANDOM));
        sql().run(
                        "insert into ledger.payment (id, bill, amount, started_at, next_check_at) values (?, ?, ?, ?, ?)",
                        id,
                        bill.number(),
                        bill.amount(),
                        now,
                        now.plus(firstCheck));
        note(id, Payment.State.STARTED, "");
        return find(id).orElseThrow();
    }

    /** The provider gave a token; the payer goes there. */
    public void redirected(String id, String token) {
        sql().run(
                        "update ledger.payment set token = ?, state = 'REDIRECTED' where id = ? and state = 'STARTED'",
                        token,
                        id);
        note(id, Payment.State.REDIRECTED, "");
    }

    /** Keeps what the provider answered. */
    public void log(String id, String call, String answer, long milliseconds) {
        sql().run(
                        "insert into ledger.provider_call (payment, at, call, answer, milliseconds) values (?, ?, ?, ?, ?)",
                        id,
                        clock.instant(),
                        call,
                        answer,
                        milliseconds);
    }

    public Optional<Attempt> byToken(String token) {
        return sql().first(Attempt.SELECT + " where p.token = ?", Attempt::read, token);
    }

    public Optional<Attempt> find(String id) {
        return sql().first(Attempt.SELECT + " where p.id = ?", Attempt::read, id);
    }

    public Payment view(Attempt attempt) {
        Bill bill = billOf(attempt);
        return new Payment(
                attempt.id(),
                bill,
                attempt.amount(),
                attempt.state(),
                attempt.startedAt(),
                attempt.bookedAt(),
                attempt.trace(),
                attempt.card(),
                attempt.onAccount());
    }

    /** Whether an attempt that was paid may be verified. */
    public enum Claim {
        /** It holds the claims of its bill until it is booked, ends or is released. */
        HELD,
        /** Another attempt holds them: what becomes of that one decides. */
        BUSY,
        /** The bill can no longer be settled: the money should not be taken. */
        LOST
    }

    /**
     * Holds the claims of the bill for an attempt that is to be verified, and sets it back to waiting, so that the sweep
     * finds it whatever happens between the provider's answer and the booking.
     */
    public Claim claim(String id) {
        Attempt attempt = sql().one(Attempt.SELECT + " where p.id = ? for update of p", Attempt::read, id);
        if (attempt.isFinal()) {
            return Claim.BUSY;
        }
        if (attempt.claimed()) {
            // Its money may have been verified already: it is booked, on account at worst, and never sent back.
            return Claim.HELD;
        }
        claims().lock(attempt.bill());
        Bill bill = billOf(attempt);
        List<Booking.Line> lines = claims().lines(attempt.bill());
        if (!isInTime(bill, attempt) || !Booking.stand(lines)) {
            return Claim.LOST;
        }
        if (!Booking.stand(claims().besideOthers(id, lines))) {
            return Claim.BUSY;
        }
        sql().run("update ledger.payment set claimed_at = ?, state = 'REDIRECTED' where id = ?", clock.instant(), id);
        if (attempt.state() != Payment.State.REDIRECTED) {
            note(id, Payment.State.REDIRECTED, "to be verified after all");
        }
        return Claim.HELD;
    }

    /** The provider says that it was not paid: it holds nothing any longer. */
    public void release(String id) {
        sql().run("update ledger.payment set claimed_at = null where id = ? and claimed_at is not null", id);
    }

    /** Ends an attempt without money; one that is booked or gone back stays as it is. */
    public void close(String id, Payment.State state, String why) {
        int closed = sql().run(
                        "update ledger.payment set state = ?, claimed_at = null where id = ? and state not in ('BOOKED', 'REVERSED', ?)",
                        state,
                        id,
                        state);
        if (closed == 1) {
            note(id, state, why);
        }
    }

    /** The provider has another amount than ours: nothing is booked, and people must look. */
    public void alarm(String id, String answer) {
        close(id, Payment.State.FAILED, "amount-differs " + answer);
        audit.fire(Audited.of("ledger.payment-amount-differs", id, Map.of("answer", answer)));
    }

    /**
     * Takes attempts whose turn it is, so that no other node asks for the same ones meanwhile; each waits longer the next
     * time.
     */
    public List<Attempt> takeDue() {
        Instant now = clock.instant();
        List<String> ids = sql().list(
                        """
                        update ledger.payment p
                        set checks = p.checks + 1,
                            next_check_at = ?::timestamptz + least(?, ? * 2 ^ least(p.checks, 10)) * interval '1 second'
                        where p.id in (select w.id from ledger.payment w
                            where w.state in ('STARTED', 'REDIRECTED') and w.next_check_at <= ?
                            order by w.next_check_at limit ? for update skip locked)
                        returning p.id
                        """,
                        row -> row.text("id"),
                        now,
                        LONGEST_WAIT.toSeconds(),
                        firstCheck.toSeconds(),
                        now,
                        MOST_AT_ONCE);
        return ids.isEmpty() ? List.of() : sql().list(Attempt.SELECT + " where p.id = any (?)", Attempt::read, ids);
    }

    /** Books verified money once, on the bill or, when that can no longer be paid, on account. */
    public void book(String id, PaymentProvider.Answer answer) {
        Attempt attempt = sql().one(Attempt.SELECT + " where p.id = ? for update of p", Attempt::read, id);
        if (attempt.isFinal()) {
            return;
        }
        long billFile = claims().lock(attempt.bill());
        Bill bill = billOf(attempt);
        List<Booking.Line> lines = claims().lines(attempt.bill());
        boolean settles = isInTime(bill, attempt) && Booking.stand(lines);
        Booking booking = settles
                ? Booking.settling(lines, attempt.amount(), billFile)
                : Booking.onAccount(attempt.amount(), billFile);
        long posting = post(attempt, bill, settles, booking);
        if (settles) {
            settle(bill);
        }
        finish(attempt, answer, posting, settles);
        audit.fire(Audited.of(
                settles ? "ledger.payment-booked" : "ledger.payment-credited",
                bill.code().text(),
                Map.of(
                        "payment", id,
                        "bill", Long.toString(bill.number()),
                        "amount", attempt.amount().toString(),
                        "trace", answer.trace().orElse(""))));
        if (settles) {
            billPaid.fire(new BillPaid(bill.number(), bill.reference(), bill.code()));
        }
    }

    private boolean isInTime(Bill bill, Attempt attempt) {
        return switch (bill.state()) {
            case OPEN -> true;
            case PAID -> false;
            // It was payable when the payer set out, or the attempt could not have been opened.
            case LAPSED, REPLACED -> attempt.startedAt().plus(IN_TIME).isAfter(clock.instant());
        };
    }

    private long post(Attempt attempt, Bill bill, boolean settles, Booking booking) {
        return booking.post(
                        sql(),
                        "payment:" + attempt.id(),
                        settles ? "PAYMENT" : "ON_ACCOUNT",
                        Long.toString(bill.number()),
                        clock.instant())
                .orElseThrow(() -> new IllegalStateException("payment " + attempt.id() + " has a posting already"));
    }

    private void settle(Bill bill) {
        sql().run(
                        "update ledger.bill set state = 'PAID', paid_at = ? where number = ?",
                        clock.instant(),
                        bill.number());
        Settlement.of(bill.lines(), sql());
    }

    private void finish(Attempt attempt, PaymentProvider.Answer answer, long posting, boolean settles) {
        sql().run(
                        """
                        update ledger.payment set state = 'BOOKED', booked_at = ?, trace = ?, masked_card = ?, posting = ?
                        where id = ?
                        """,
                        clock.instant(),
                        answer.trace().orElse(null),
                        answer.card().orElse(null),
                        posting,
                        attempt.id());
        note(attempt.id(), Payment.State.BOOKED, settles ? "" : "on-account");
    }

    private void note(String id, Payment.State state, String detail) {
        sql().run(
                        "insert into ledger.payment_event (payment, at, state, detail) values (?, ?, ?, ?)",
                        id,
                        clock.instant(),
                        state,
                        detail);
    }

    private Bill billOf(Attempt attempt) {
        return new BillReader(sql(), today())
                .where("b.number = ?", attempt.bill())
                .get(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }

    private BilledClaims claims() {
        return new BilledClaims(sql());
    }

    private Sql sql() {
        return new Sql(source);
    }
}
