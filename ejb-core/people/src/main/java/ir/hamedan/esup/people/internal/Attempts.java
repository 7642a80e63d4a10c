package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Counts the tries at the gate, in transactions of their own: what is counted stays although the login is refused. A try
 * counts as failed when it begins and is taken back when it succeeds, so a hundred guesses sent at once are counted like
 * a hundred sent one by one.
 */
@Stateless
@LocalBean
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Attempts {
    private record Count(String subject, int failures, Instant lastAt, Instant lockedUntil) {}

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    /**
     * Begins a try for the subjects, such as {@code user:saeedi} and {@code address:10.1.2.3}.
     *
     * @return until when one of them is locked, and then the try is not counted; empty when it may go on
     */
    public Optional<Instant> begin(Collection<String> subjects) {
        Sql sql = new Sql(source);
        Instant now = clock.instant();
        // In one order everywhere, so that two tries never wait for each other.
        List<String> ordered = List.copyOf(new TreeSet<>(subjects));
        for (String subject : ordered) {
            sql.run(
                    "insert into people.attempt (subject, failures, last_at) values (?, 0, ?) on conflict do nothing",
                    subject,
                    now);
        }
        List<Count> counts = lock(sql, ordered);
        Optional<Instant> locked = counts.stream()
                .map(Count::lockedUntil)
                .filter(until -> until != null && until.isAfter(now))
                .max(Instant::compareTo);
        if (locked.isPresent()) {
            return locked;
        }
        for (Count count : counts) {
            fail(sql, count, now);
        }
        forget(sql, now);
        return Optional.empty();
    }

    /**
     * Takes back what {@link #begin} counted for the same subjects: all failures of a name or client, one of an address. It
     * never makes a lock last longer.
     */
    public void succeeded(Collection<String> subjects) {
        Sql sql = new Sql(source);
        for (Count count : lock(sql, List.copyOf(new TreeSet<>(subjects)))) {
            if (!count.subject().startsWith(Lockout.ADDRESS)) {
                sql.run("delete from people.attempt where subject = ?", count.subject());
                continue;
            }
            int left = Math.max(0, count.failures() - 1);
            boolean free = Lockout.of(count.subject()).after(left).isZero();
            sql.run(
                    "update people.attempt set failures = ?, locked_until = case when ? then null else locked_until end"
                            + " where subject = ?",
                    left,
                    free,
                    count.subject());
        }
    }

    /** Until when the subject is locked. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Instant> lockedUntil(String subject) {
        return new Sql(source)
                .first(
                        "select locked_until from people.attempt where subject = ? and locked_until > ?",
                        row -> row.instant("locked_until"),
                        subject,
                        clock.instant());
    }

    private static List<Count> lock(Sql sql, List<String> subjects) {
        return sql.list(
                "select subject, failures, last_at, locked_until from people.attempt where subject = any(?)"
                        + " order by subject for update",
                row -> new Count(
                        row.text("subject"),
                        row.integer("failures"),
                        row.instant("last_at"),
                        row.instant("locked_until")),
                subjects);
    }

    private static void fail(Sql sql, Count count, Instant now) {
        Lockout lockout = Lockout.of(count.subject());
        int failures = lockout.left(count.failures(), count.lastAt(), now) + 1;
        Duration delay = lockout.after(failures);
        sql.run(
                "update people.attempt set failures = ?, last_at = ?, locked_until = ?::timestamptz where subject = ?",
                failures,
                lockout.reckoned(count.failures(), count.lastAt(), now),
                delay.isZero() ? null : now.plus(delay),
                count.subject());
    }

    /** A few old rows at each try, so that made-up names do not pile up; rows somebody holds are left for later. */
    private static void forget(Sql sql, Instant now) {
        sql.run(
                "delete from people.attempt where subject in (select subject from people.attempt where last_at < ?"
                        + " order by last_at limit 10 for update skip locked)",
                now.minus(Lockout.MEMORY));
    }
}
