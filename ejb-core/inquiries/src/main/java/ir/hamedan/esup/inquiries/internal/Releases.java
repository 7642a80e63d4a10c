package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done after a commit, one inquiry and one transaction at a time: release what was paid, end what ran out. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Releases {
    private static final int MOST_NEWS = 500;
    private static final int MOST_AT_ONCE = 50;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofMinutes(30);

    private static final String NEVER_PAID = """
            select i.id from inquiries.release r join inquiries.inquiry i on i.id = r.inquiry
            where i.state = 'AWAITING_PAYMENT' and r.failed = 0 and i.filed_at < ?
                and not exists (select from inquiries.event e where e.inquiry = i.id and e.at >= ?
                    and e.what in ('inquiries.event.debts-shown', 'inquiries.event.still-owes'))""";

    @Inject
    Examination examination;

    @Inject
    Counters counters;

    @Inject
    Event<Audited> audit;

    /** Takes up the news of the ledger: what waits on those parcels is due at once. */
    public int takeUpNews() {
        return sql().run("""
                with news as (
                    delete from inquiries.paid where id in
                        (select id from inquiries.paid order by id limit ? for update skip locked)
                    returning parcel)
                update inquiries.release set due_at = ?, news_at = ? where inquiry in (
                    select id from inquiries.inquiry
                    where state = 'AWAITING_PAYMENT' and parcel in (select parcel from news))""", MOST_NEWS, examination.now(), examination.now());
    }

    /** The inquiries to look at now: those somebody just paid for, then the longest overdue. */
    public List<String> due() {
        counters.waiting(sql().one("select count(*) as waiting from inquiries.release", row -> row.number("waiting")));
        return sql().list(
                        "select inquiry from inquiries.release where due_at <= ?"
                                + " order by news_at nulls last, due_at limit ?",
                        row -> row.text("inquiry"),
                        examination.now(),
                        MOST_AT_ONCE);
    }

    /**
     * Looks at an inquiry that waits for money: issues it when nothing is owed any more, or gives it to an officer when
     * something else has turned up. What another node did meanwhile is not done again.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.unavailable}: nothing is changed then
     */
    public void release(String id) {
        Instant now = examination.now();
        Cases cases = examination.cases();
        cases.lockParcelOf(id);
        Optional<Integer> looked = sql().first(
                        "select looked from inquiries.release where inquiry = ? and due_at <= ?",
                        row -> row.integer("looked"),
                        id,
                        now);
        if (looked.isEmpty()) {
            return;
        }
        Inquiry inquiry = cases.find(id).orElseThrow();
        if (inquiry.state() != InquiryState.AWAITING_PAYMENT) {
            sql().run("delete from inquiries.release where inquiry = ?", id);
            return;
        }
        Examination.Found found = examination.examine(inquiry);
        if (Decision.of(found.checks(), inquiry.verdict()) == InquiryState.AWAITING_PAYMENT) {
            waitOn(inquiry, found, now.plus(looked.get() < 5 ? SOON : LATER));
            return;
        }
        Cases.Along along = examination.settle(inquiry, found, "");
        cases.save(inquiry, new Cases.Along(along.checks(), Optional.empty()));
        sql().run("delete from inquiries.release where inquiry = ?", id);
        audit.fire(Audits.of("inquiries.released-by-payment", inquiry, Map.of()));
        if (inquiry.state() == InquiryState.ISSUED) {
            counters.released(inquiry.head.filedAt(), now);
        }
    }

    /** It owes still. Where no bill is left to pay it with, what is owed is billed again. */
    private void waitOn(Inquiry inquiry, Examination.Found found, Instant lookAgainAt) {
        List<Bill> bills = examination.bills(inquiry);
        boolean payable = bills.stream().anyMatch(examination::canBePaid);
        boolean paid = bills.stream().anyMatch(bill -> bill.state() == Bill.State.PAID);
        if (!payable && examination.billAgain(inquiry, found)) {
            inquiry.note(paid ? "still-owes" : "fresh-bill", "", examination.now());
            examination.cases().save(inquiry, new Cases.Along(Optional.of(found.checks()), Optional.empty()));
            audit.fire(Audits.of("inquiries.billed-again", inquiry, Map.of()));
        }
        sql().run(
                        "update inquiries.release set due_at = ?, news_at = null, looked = looked + 1, failed = 0,"
                                + " problem = null where inquiry = ?",
                        lookAgainAt,
                        inquiry.head.id());
    }

    /** It could not be done: it is tried again, later each time, and the staff see it. */
    public void postpone(String id, String problem) {
        Cases cases = examination.cases();
        cases.lockParcelOf(id);
        Instant now = examination.now();
        Integer failed = sql().first(
                        "select failed from inquiries.release where inquiry = ?", row -> row.integer("failed"), id)
                .orElse(null);
        if (failed == null) {
            return;
        }
        Duration wait = Duration.ofSeconds(Math.min(600, 5L << Math.min(failed, 7)));
        sql().run(
                        "update inquiries.release set due_at = ?, failed = failed + 1, problem = ? where inquiry = ?",
                        now.plus(wait),
                        problem,
                        id);
        if (failed == 0) {
            Inquiry inquiry = cases.find(id).orElseThrow();
            inquiry.note("release-delayed", problem, now);
            cases.save(inquiry, Cases.Along.NOTHING);
        }
        counters.releaseFailed();
    }

    /** The issued answers whose last day has passed. */
    public List<String> ranOut() {
        return sql().list("""
                select id from inquiries.inquiry
                where state = 'ISSUED' and deed_outcome is null and valid_until < ?
                order by valid_until limit ?""", row -> row.text("id"), examination.today(), MOST_AT_ONCE);
    }

    /** The last day has passed: the answer is as authentic as ever and holds no more. */
    public void expire(String id) {
        Cases cases = examination.cases();
        cases.lockParcelOf(id);
        Inquiry inquiry = cases.find(id).orElseThrow();
        if (inquiry.state() == InquiryState.ISSUED
                && inquiry.deed().isEmpty()
                && inquiry.answered()
                        .flatMap(Inquiry.Answered::validUntil)
                        .filter(until -> until.isBefore(examination.today()))
                        .isPresent()) {
            inquiry.runOut("expired", examination.now());
            cases.save(inquiry, Cases.Along.NOTHING);
            examination.windows().close(id, examination.now());
            audit.fire(Audits.of("inquiries.expired", inquiry, Map.of()));
        }
    }

    /** The inquiries nobody paid for in all the days the setting gives since their debts were shown. */
    public List<String> neverPaid() {
        return sql().list(
                        NEVER_PAID + " order by i.filed_at limit ?",
                        row -> row.text("id"),
                        unpaidSince(),
                        unpaidSince(),
                        MOST_AT_ONCE);
    }

    /** Ends one that was never paid. What was paid a moment ago is left to be released. */
    public void giveUp(String id) {
        Cases cases = examination.cases();
        cases.lockParcelOf(id);
        boolean still = sql().first(
                        NEVER_PAID + " and i.id = ?", row -> row.text("id"), unpaidSince(), unpaidSince(), id)
                .isPresent();
        if (!still) {
            return;
        }
        Inquiry inquiry = cases.find(id).orElseThrow();
        if (examination.bills(inquiry).stream().allMatch(bill -> bill.state() == Bill.State.PAID)) {
            return;
        }
        inquiry.runOut("never-paid", examination.now());
        cases.save(inquiry, Cases.Along.NOTHING);
        sql().run("delete from inquiries.release where inquiry = ?", id);
        audit.fire(Audits.of("inquiries.never-paid", inquiry, Map.of()));
    }

    private Instant unpaidSince() {
        return examination
                .today()
                .minusDays(examination.days(InquirySettings.PAYMENT))
                .atStartOfDay(PersianDate.TEHRAN)
                .toInstant();
    }

    private Sql sql() {
        return examination.cases().sql();
    }
}
