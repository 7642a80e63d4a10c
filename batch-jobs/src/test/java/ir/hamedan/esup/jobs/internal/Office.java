package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobCount;
import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.books.BookOffices;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.levies.internal.TestLevyBooks;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.internal.layers.TestLayers;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.rulebooks.internal.store.TestBooks;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A database, a clock, a supervisor who starts imports, and what the register holds after them. */
public final class Office {
    public static final String HEADER =
            "code,plate,section,postalCode,address,use,deed,landArea,floorArea,garden,registeredOn,ownerId,ownerName,"
                    + "share,ownedSince\n";
    public static final String ARMAN = "7401003716";
    public static final String SARA = "7401733900";
    public static final String MINA = "7402464091";

    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    final TestDatabase database = TestDatabase.fresh();
    final HandClock clock = new HandClock(START);
    final JobsBean jobs = new JobsBean();
    public final LayerOffice layers;
    public final RuleBookOffice books;
    public final LevyBookOffice levyBooks;
    public final TestImpacts impacts;
    public final Sql sql = new Sql(database.application());

    public Office() {
        layers = TestLayers.office(database, clock);
        books = TestBooks.office(database, clock);
        levyBooks = TestLevyBooks.office(database, clock);
        impacts = new TestImpacts(database, clock);
        jobs.source = database.application();
        jobs.audited = new Fired<>();
        jobs.clock = clock;
        jobs.caller = () -> "supervisor";
        jobs.layers = layers;
        jobs.impacts = impacts;
    }

    public BookOffices offices() {
        return new BookOffices(books, levyBooks);
    }

    /** As new, in a small part of the time a new database takes. */
    public void clear() {
        new Sql(database.owner()).run("""
                truncate jobs.job_run, jobs.job_count, jobs.job_report, jobs.input_file, jobs.input_part,
                    parcels.land_object, parcels.owner_set, parcels.owner_share, parcels.source_load,
                    parcels.feature, parcels.layer_fault, parcels.layer_version, rulebooks.book, levies.book
                    cascade""");
        impacts.clear();
        clock.set(START);
    }

    /** A row of one owner's share of a dwelling. */
    public static String row(String code, String owner, String share) {
        return code
                + ",2345/17,بخش ۲,6516738695,\"خیابان بوعلی، پلاک ۱۲\",مسکونی,SINGLE_SHEET,250.5,۱۲۰,خیر,1390/01/05,"
                + owner + ",مالک " + owner + "," + share + ",1395/02/03\n";
    }

    public static String rows(int properties) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 1; i <= properties; i++) {
            rows.append(row("1-5-67-" + i, ARMAN, "1/2")).append(row("1-5-67-" + i, SARA, "3/6"));
        }
        return rows.toString();
    }

    public JobRun start(String csv, boolean complete) {
        return start(csv.getBytes(StandardCharsets.UTF_8), complete);
    }

    public JobRun start(byte[] csv, boolean complete) {
        return database.transaction(() -> jobs.start(
                JobKind.IMPORT_PARCELS,
                Map.of(Jobs.COMPLETE, Boolean.toString(complete)),
                "املاك.csv",
                new ByteArrayInputStream(csv)));
    }

    /** A started import of anything. */
    public JobRun start(JobKind kind, Map<String, String> parameters, String name, byte[] file) {
        return database.transaction(() -> jobs.start(kind, parameters, name, new ByteArrayInputStream(file)));
    }

    /** A started job of no file. */
    public JobRun start(JobKind kind, Map<String, String> parameters) {
        return database.transaction(() -> jobs.start(kind, parameters));
    }

    public void stop(JobRun run) {
        database.inTransaction(() -> jobs.stop(run.key()));
    }

    public void retry(JobRun run) {
        database.inTransaction(() -> jobs.retry(run.key()));
    }

    public Page<JobRun> search(String text) {
        return jobs.search(text, new Page.Request(0, 20));
    }

    public JobRun find(JobRun run) {
        return jobs.find(run.key());
    }

    /** A started run worked off by a node of its own. */
    public JobRun done(String csv) {
        return done(csv.getBytes(StandardCharsets.UTF_8));
    }

    public JobRun done(byte[] csv) {
        JobRun run = start(csv, false);
        work();
        return jobs.find(run.key());
    }

    /** A node takes up what waits and works it off. */
    public void work() {
        new TestNode(this).beat();
    }

    public long rows(String from) {
        return sql.one("select count(*) as n from " + from, row -> row.number("n"));
    }

    public List<JobCount> counts(JobRun run) {
        return jobs.counts(run.key());
    }

    public long total(JobRun run) {
        return jobs.report(run.key(), new Page.Request(0, 1)).total();
    }

    public List<JobNote> notes(JobRun run) {
        return jobs.report(run.key(), new Page.Request(0, 200)).rows();
    }

    /** What is wrong, as line, column and fault. */
    public List<String> faults(JobRun run) {
        return notes(run).stream()
                .map(note -> note.line() + " " + note.place().replaceFirst(".*\\.", "") + " "
                        + note.code().replaceFirst(".*\\.", ""))
                .toList();
    }

    public long count(JobRun run, String name) {
        return jobs.counts(run.key()).stream()
                .filter(count -> count.code().endsWith("." + name))
                .mapToLong(JobCount::amount)
                .sum();
    }

    /** Ends connections, which the application may do with its own. */
    void terminate(String sql) {
        this.sql.list(sql, row -> true);
    }

    /** Everything an import writes, without numbers and moments of recording. */
    public List<String> register() {
        return sql.list("""
                select concat_ws('|', o.code, o.plate, o.plate_section, o.postal_code, o.address, o.land_use, o.deed,
                    o.land_area, o.floor_area, o.garden, o.registered_on, t.kind, t.reference, t.valid_from, s.place,
                    s.party_id, s.name, s.numerator, s.denominator, s.since) as text
                from parcels.land_object o left join parcels.owner_set t on t.code = o.code
                left join parcels.owner_share s on s.owner_set = t.id
                order by o.sort_key, s.place limit 10000""", row -> row.text("text"));
    }
}
