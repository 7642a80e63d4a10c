package ir.hamedan.esup.jobs.internal.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.Office;
import ir.hamedan.esup.jobs.internal.Shaken;
import ir.hamedan.esup.jobs.internal.Shaken.Moment;
import ir.hamedan.esup.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runs are those of the product on a real database; the reports only count. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactWorkTest {
    private static final long PARCELS = 25;
    private static final Map<String, String> ORDER = Map.of(Jobs.BOOK, Long.toString(PARCELS), Jobs.DAY, "2026-12-22");

    private final Office office = new Office();

    @BeforeEach
    void clear() {
        office.clear();
    }

    private JobRun start() {
        return office.start(JobKind.IMPACT_REPORT, ORDER);
    }

    private String refused(Map<String, String> parameters) {
        return assertThrows(Problem.class, () -> office.start(JobKind.IMPACT_REPORT, parameters))
                .code();
    }

    @Test
    void a_report_is_worked_off_piece_by_piece_until_it_is_complete_and_is_of_no_file() {
        JobRun run = start();
        assertEquals(Optional.empty(), run.file());
        assertEquals(PARCELS, run.total());
        assertEquals("impact-report-25", run.key());
        Shaken node = new Shaken(office, 10);
        node.before(3, () -> assertEquals(20, office.find(run).position(), "two pieces are there"));
        node.beat();
        JobRun done = office.find(run);
        assertEquals(JobState.FINISHED, done.state());
        assertEquals(PARCELS, done.position());
        assertEquals(PARCELS, office.count(run, "COMPARED"));
        assertTrue(office.impacts.report(PARCELS).isComplete());
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_run_whose_node_dies_goes_on_where_the_report_stands_and_compares_everything_once(Moment moment) {
        for (int step = 1; step <= 3; step++) {
            office.clear();
            JobRun run = start();
            Shaken first = new Shaken(office, 10);
            first.dieAt(moment, step);
            long there = office.impacts.report(PARCELS).done();
            assertEquals(there, office.find(run).position(), "the run and the report stand at the same place");
            first.loseConnection();
            new Shaken(office, 7).beat();
            assertEquals(JobState.FINISHED, office.find(run).state());
            assertEquals(PARCELS, office.count(run, "COMPARED"), moment + " of step " + step);
        }
    }

    @Test
    void a_run_that_is_stopped_goes_on_where_it_was() {
        JobRun run = start();
        Shaken node = new Shaken(office, 10);
        node.before(2, () -> office.stop(run));
        node.beat();
        assertEquals(JobState.STOPPED, office.find(run).state());
        assertEquals(10, office.impacts.report(PARCELS).done());
        office.retry(run);
        new Shaken(office, 10).beat();
        assertEquals(JobState.FINISHED, office.find(run).state());
        assertEquals(PARCELS, office.count(run, "COMPARED"));
    }

    @Test
    void a_draft_that_was_settled_otherwise_meanwhile_ends_the_run_with_the_reason() {
        JobRun run = start();
        Shaken node = new Shaken(office, 10);
        node.before(2, office.impacts::settle);
        node.beat();
        JobRun failed = office.find(run);
        assertEquals(JobState.FAILED, failed.state());
        assertEquals("rulebooks.impact-outdated", failed.failure().orElseThrow().code());
        assertEquals(10, failed.position());
    }

    @Test
    void the_same_report_is_one_run_and_is_found_by_its_key() {
        JobRun run = start();
        assertEquals(run, start());
        assertEquals(List.of(run), office.search("impact-report").rows());
        assertEquals(1, office.rows("jobs.job_run"));
    }

    @Test
    void what_is_no_order_is_refused() {
        assertEquals("jobs.parameter-wrong", refused(Map.of(Jobs.BOOK, "one", Jobs.DAY, "2026-12-22")));
        assertEquals("jobs.parameter-wrong", refused(Map.of(Jobs.BOOK, "25", Jobs.DAY, "1405/10/01")));
        assertEquals("jobs.parameter-wrong", refused(Map.of(Jobs.BOOK, "25")));
        assertEquals("jobs.unknown-parameter", refused(Map.of("complete", "true")));
    }
}
