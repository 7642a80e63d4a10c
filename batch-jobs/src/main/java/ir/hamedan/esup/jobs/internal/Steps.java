package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The transactions of runs: each takes one step, and whoever was given up takes none. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Steps {
    /** How often a run is taken up without getting ahead. */
    static final int MOST_ATTEMPTS = 3;

    private static final int MOST_CANDIDATES = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    /** Runs being worked on come first: they have waited longest. A row that a step holds is somebody's, and skipped. */
    private static final String CANDIDATES = """
            select r.run_key, r.state, r.owner, r.stop_requested, r.attempts from jobs.job_run r
            where r.state = 'QUEUED' and r.due_at <= ?
                    and not exists (select from jobs.job_run o where o.kind = r.kind and o.state = 'RUNNING')
                or r.state = 'RUNNING' and not (r.owner = ? and r.run_key || '#' || r.fence = any(?))
            order by r.state desc, r.requested_at, r.run_key limit ? for update of r skip locked""";

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    private record Candidate(String key, JobState state, String owner, boolean stopRequested, int attempts) {}

    private Sql sql() {
        return new Sql(source);
    }

    /**
     * Takes up a run that waits, or whose node is dead: nobody holds its lock.
     *
     * @param node who takes it
     * @param takings what the node works on as it is
     */
    public Optional<Claim> adopt(String node, Collection<String> takings) {
        List<Candidate> candidates = sql().list(
                        CANDIDATES,
                        row -> new Candidate(
                                row.text("run_key"),
                                row.constant(JobState.class, "state"),
                                row.text("owner"),
                                row.bool("stop_requested"),
                                row.integer("attempts")),
                        clock.instant(),
                        node,
                        takings,
                        MOST_CANDIDATES);
        for (Candidate candidate : candidates) {
            boolean free = candidate.state() == JobState.QUEUED
                    || candidate.owner().equals(node)
                    || NodeLock.isDead(sql(), candidate.owner());
            if (free) {
                return take(candidate, node);
            }
        }
        return Optional.empty();
    }

    private Optional<Claim> take(Candidate candidate, String node) {
        Instant now = clock.instant();
        if (candidate.stopRequested()) {
            sql().run(
                            "update jobs.job_run set state = 'STOPPED', owner = null, ended_at = ? where run_key = ?",
                            now,
                            candidate.key());
            return Optional.empty();
        }
        if (candidate.attempts() >= MOST_ATTEMPTS) {
            sql().run("""
                    update jobs.job_run set state = 'FAILED', owner = null, ended_at = ?,
                        failure = coalesce(failure, 'jobs.failure.node-lost'),
                        failure_detail = coalesce(failure_detail, '')
                    where run_key = ?""", now, candidate.key());
            return Optional.empty();
        }
        return sql().first("""
                update jobs.job_run set state = 'RUNNING', owner = ?, fence = fence + 1, attempts = attempts + 1,
                    started_at = coalesce(started_at, ?::timestamptz)
                where run_key = ?
                returning run_key, kind, parameters, input, fence, position, requested_at, requested_by""", Runs::claim, node, now, candidate.key());
    }

    /** Brings in a portion, its position first. RUNNING: go on. Anything else: the run is stopped, or somebody else's. */
    public JobState advance(Claim claim, Work.Portion portion) {
        Instant now = clock.instant();
        Optional<JobState> state = sql().first(
                        """
                update jobs.job_run set
                    position = case when stop_requested then position else ? end,
                    attempts = case when stop_requested then attempts else 0 end,
                    moved_at = case when stop_requested then moved_at else ?::timestamptz end,
                    failure = null, failure_arguments = '{}', failure_detail = null,
                    state = case when stop_requested then 'STOPPED' else state end,
                    owner = case when stop_requested then null else owner end,
                    ended_at = case when stop_requested then ?::timestamptz end
                where run_key = ? and fence = ? and state = 'RUNNING' returning state""",
                        row -> row.constant(JobState.class, "state"),
                        portion.end(),
                        now,
                        now,
                        claim.key(),
                        claim.fence());
        if (state.isEmpty()) {
            return JobState.STOPPED;
        }
        if (state.get() == JobState.RUNNING) {
            inTransaction(claim, portion::apply);
        }
        return state.get();
    }

    /** Ends a run whose input was worked off. */
    public void finish(Claim claim, Work work) {
        int mine = sql().run("""
                update jobs.job_run set state = 'FINISHED', owner = null, ended_at = ?, position = total
                where run_key = ? and fence = ? and state = 'RUNNING'""", clock.instant(), claim.key(), claim.fence());
        if (mine == 0) {
            return;
        }
        boolean nothingRefused = sql().one(
                        "select not exists (select from jobs.job_count where run_key = ? and code not like 'jobs.tally.%')"
                                + " as clean",
                        row -> row.bool("clean"), claim.key());
        inTransaction(claim, connection -> work.finish(connection, nothingRefused));
        if (!claim.sha256().isEmpty()) {
            new InputFiles(source).letGo(claim.sha256());
        }
    }

    @FunctionalInterface
    private interface Change {
        Findings in(Connection connection) throws SQLException;
    }

    /** A checked exception would commit what was done before it. */
    private void inTransaction(Claim claim, Change change) {
        try (Connection connection = source.getConnection()) {
            keep(claim, change.in(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(claim.key(), e);
        }
    }

    /** An attempt failed: the run waits for the next, or is given up. */
    public void fail(Claim claim, String failure, String detail) {
        Instant now = clock.instant();
        sql().run(
                        """
                update jobs.job_run set owner = null, failure = ?, failure_arguments = '{}', failure_detail = ?,
                    due_at = ?::timestamptz + ? * interval '1 second' * (1 << attempts),
                    state = case when attempts < ? then 'QUEUED' else 'FAILED' end,
                    ended_at = case when attempts < ? then null else ?::timestamptz end
                where run_key = ? and fence = ? and state = 'RUNNING'""",
                        failure,
                        detail,
                        now,
                        FIRST_PAUSE.toSeconds(),
                        MOST_ATTEMPTS,
                        MOST_ATTEMPTS,
                        now,
                        claim.key(),
                        claim.fence());
    }

    /** What cannot get better by trying again: the run ends with the reason. */
    public void refuse(Claim claim, String code, List<String> arguments) {
        sql().run("""
                update jobs.job_run set owner = null, failure = ?, failure_arguments = ?, failure_detail = '',
                    state = 'FAILED', ended_at = ?
                where run_key = ? and fence = ? and state = 'RUNNING'""", code, arguments, clock.instant(), claim.key(), claim.fence());
    }

    private void keep(Claim claim, Findings findings) {
        sql().runAll(
                        """
                insert into jobs.job_count as c (run_key, code, amount) values (?, ?, ?)
                on conflict (run_key, code) do update set amount = c.amount + excluded.amount""",
                        findings.counts().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(count -> new Object[] {claim.key(), count.getKey(), count.getValue()})
                                .toList());
        if (findings.notes().isEmpty()) {
            return;
        }
        int before = sql().one(
                        "select reported from jobs.job_run where run_key = ?",
                        row -> row.integer("reported"),
                        claim.key());
        List<JobNote> named =
                findings.notes().stream().limit(Jobs.MOST_NOTES - before).toList();
        sql().runAll(
                        "insert into jobs.job_report (run_key, severity, code, arguments, line, place, value)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        named.stream()
                                .map(note -> new Object[] {
                                    claim.key(),
                                    note.severity().name(),
                                    note.code(),
                                    note.arguments(),
                                    note.line(),
                                    note.place(),
                                    note.value()
                                })
                                .toList());
        sql().run("update jobs.job_run set reported = reported + ? where run_key = ?", named.size(), claim.key());
    }
}
