package ir.hamedan.esup.jobs.internal;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.jobs.api.JobCount;
import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.impact.ImpactWork;
import ir.hamedan.esup.jobs.internal.imports.Tally;
import ir.hamedan.esup.jobs.internal.layers.LayerImport;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Writes down what is to be done; the timers of the nodes take it up. */
@Stateless
@Local(Jobs.class)
@RolesAllowed({ADMINISTRATOR, SUPERVISOR})
public class JobsBean implements Jobs {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_COUNTS = 200;
    private static final int EXAMPLES = 5;
    private static final int MOST_VERSIONS = 20;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Inject
    LayerOffice layers;

    @Inject
    ImpactReports impacts;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    private Sql sql() {
        return new Sql(source);
    }

    @Override
    public JobRun start(JobKind kind, Map<String, String> parameters, String fileName, InputStream file) {
        String cleaned = PersianText.clean(fileName);
        String name = cleaned.length() > LONGEST_NAME ? cleaned.substring(0, LONGEST_NAME) : cleaned;
        try (InputFiles.Read read = InputFiles.read(kind, file)) {
            Works.Plan plan = Works.plan(kind, parameters, read);
            return switch (kind) {
                case IMPORT_PARCELS, IMPORT_RULE_BOOK -> begin(kind, plan.parameters(), plan.total(), name, read);
                case IMPORT_LAYER -> layer(plan, name, read);
                case IMPACT_REPORT -> throw new IllegalArgumentException(kind + " is of no file");
            };
        }
    }

    @Override
    public JobRun start(JobKind kind, Map<String, String> parameters) {
        return switch (kind) {
            case IMPORT_PARCELS, IMPORT_LAYER, IMPORT_RULE_BOOK ->
                throw new IllegalArgumentException(kind + " needs a file");
            case IMPACT_REPORT -> impact(parameters);
        };
    }

    /** The report is opened by the one who starts the job; opened again on the same, it is the run it was before. */
    private JobRun impact(Map<String, String> parameters) {
        Works.requireKnown(JobKind.IMPACT_REPORT, parameters.keySet());
        ImpactReports.Report report = impacts.open(ImpactWork.book(parameters), ImpactWork.day(parameters));
        Map<String, String> wanted = new TreeMap<>(parameters);
        wanted.put(Jobs.REPORT, Long.toString(report.id()));
        String key = Works.key(JobKind.IMPACT_REPORT, wanted, "");
        if (isQueued(key, JobKind.IMPACT_REPORT, wanted, report.total(), "")) {
            audited.fire(Audited.of("jobs.started", key, wanted));
        }
        return find(key);
    }

    /**
     * The version is opened by the one who starts the job, and at once: a file that this layer knows is refused here. The
     * same file with the same names is the run it was before, until its version is withdrawn.
     */
    private JobRun layer(Works.Plan plan, String name, InputFiles.Read read) {
        Optional<JobRun> before = sql()
                .list(
                        "select " + Runs.COLUMNS + Runs.FROM + "where r.kind = ? and r.input = ?"
                                + " order by r.requested_at desc, r.run_key limit ?",
                        Runs::run,
                        JobKind.IMPORT_LAYER,
                        read.sha256(),
                        MOST_VERSIONS)
                .stream()
                .filter(run -> isSame(plan.parameters(), run))
                .filter(run ->
                        layers.version(LayerImport.version(run.parameters())).state() != LayerState.WITHDRAWN)
                .findFirst();
        if (before.isPresent()) {
            return begin(JobKind.IMPORT_LAYER, before.get().parameters(), plan.total(), name, read);
        }
        LayerVersion opened = layers.open(
                LayerImport.kind(plan.parameters()), name, read.sha256(), LayerImport.names(plan.parameters()));
        Map<String, String> wanted = new TreeMap<>(plan.parameters());
        wanted.put(Jobs.VERSION, Long.toString(opened.id()));
        return begin(JobKind.IMPORT_LAYER, wanted, plan.total(), name, read);
    }

    private static boolean isSame(Map<String, String> wanted, JobRun run) {
        Map<String, String> had = new TreeMap<>(run.parameters());
        had.remove(Jobs.VERSION);
        return had.equals(wanted);
    }

    private JobRun begin(JobKind kind, Map<String, String> wanted, long total, String name, InputFiles.Read read) {
        String key = Works.key(kind, wanted, read.sha256());
        new InputFiles(source).keep(read, name, clock.instant(), caller.get());
        if (isQueued(key, kind, wanted, total, read.sha256())) {
            audited.fire(Audited.of("jobs.started", key, Map.of("file", name)));
        } else {
            new InputFiles(source).letGo(read.sha256());
        }
        return find(key);
    }

    /** Whether the run is new. */
    private boolean isQueued(String key, JobKind kind, Map<String, String> wanted, long total, String input) {
        Instant now = clock.instant();
        return sql().run("""
                insert into jobs.job_run (run_key, kind, parameters, input, total, due_at, requested_at, requested_by)
                values (?, ?, ?, nullif(?, ''), ?, ?, ?, ?) on conflict do nothing""", key, kind, Runs.texts(wanted), input, total, now, now, caller.get()) == 1;
    }

    @Override
    public JobRun stop(String key) {
        int stopped = sql().run("""
                update jobs.job_run set stop_requested = true,
                    state = case state when 'QUEUED' then 'STOPPED' else state end,
                    ended_at = case state when 'QUEUED' then ?::timestamptz end
                where run_key = ? and state in ('QUEUED', 'RUNNING')""", clock.instant(), key);
        if (stopped == 0) {
            throw Problem.conflict("jobs.not-stoppable", label(find(key)));
        }
        audited.fire(Audited.of("jobs.stopped", key, Map.of()));
        return find(key);
    }

    @Override
    public JobRun retry(String key) {
        int retried = sql().run("""
                update jobs.job_run set state = 'QUEUED', stop_requested = false, attempts = 0, due_at = ?,
                    ended_at = null, failure = null, failure_arguments = '{}', failure_detail = null
                where run_key = ? and state in ('FAILED', 'STOPPED')""", clock.instant(), key);
        if (retried == 0) {
            throw Problem.conflict("jobs.not-retriable", label(find(key)));
        }
        audited.fire(Audited.of("jobs.retried", key, Map.of()));
        return find(key);
    }

    private static String label(JobRun run) {
        return run.file().map(JobRun.InputFile::name).orElse(run.key());
    }

    @Override
    public JobRun find(String key) {
        return sql().first("select " + Runs.COLUMNS + Runs.FROM + "where r.run_key = ?", Runs::run, key)
                .orElseThrow(() -> Problem.notFound("jobs.unknown-run"));
    }

    @Override
    public Page<JobRun> search(String text, Page.Request page) {
        String like = Sql.part(PersianText.clean(text));
        String where = Runs.FROM + "where f.name ilike ? or r.run_key ilike ? or r.requested_by ilike ?";
        long total = sql().one("select count(*) as n" + where, row -> row.number("n"), like, like, like);
        List<JobRun> rows = sql().list(
                        "select " + Runs.COLUMNS + where + " order by r.requested_at desc, r.run_key limit ? offset ?",
                        Runs::run,
                        like,
                        like,
                        like,
                        page.size(),
                        page.offset());
        return new Page<>(rows, total, page);
    }

    @Override
    public List<JobCount> counts(String key) {
        List<String> sums = Arrays.stream(Tally.values()).map(Tally::key).toList();
        return sql().list("""
                select c.code, c.amount, c.code <> all(?) as reason,
                    array(select l.line::text from (select distinct n.line from jobs.job_report n
                        where n.run_key = c.run_key and n.code = c.code and n.line > 0 order by n.line limit ?) as l) as lines
                from jobs.job_count c where c.run_key = ?
                order by array_position(?, c.code), c.amount desc, c.code limit ?""", JobsBean::count, sums, EXAMPLES, key, sums, MOST_COUNTS);
    }

    private static JobCount count(Sql.Row row) throws SQLException {
        return new JobCount(
                row.text("code"),
                row.bool("reason"),
                row.number("amount"),
                row.texts("lines").stream().map(Long::valueOf).toList());
    }

    @Override
    public Page<JobNote> report(String key, Page.Request page) {
        find(key);
        long total =
                sql().one("select count(*) as n from jobs.job_report where run_key = ?", row -> row.number("n"), key);
        List<JobNote> rows = sql().list("""
                select severity, code, arguments, line, place, value from jobs.job_report where run_key = ?
                order by id limit ? offset ?""", Runs::note, key, page.size(), page.offset());
        return new Page<>(rows, total, page);
    }
}
