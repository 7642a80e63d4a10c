package ir.hamedan.esup.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.internal.TestNode.Killed;
import ir.hamedan.esup.jobs.internal.TestNode.Moment;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsTest {
    private final Office office = new Office();

    @BeforeEach
    void clear() {
        office.clear();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_run_whose_node_dies_is_ended_exactly_once_by_another(Moment moment) {
        JobRun run = office.start(Office.rows(10), false);
        TestNode first = new TestNode(office, 4);
        first.at = killAt(moment, 3);
        first.beatAndDie();
        TestNode second = new TestNode(office, 4);
        second.beat();
        assertEquals(JobState.RUNNING, office.jobs.find(run.key()).state(), "the lock of the first is still held");

        first.loseConnection();
        second.beat();

        JobRun ended = office.jobs.find(run.key());
        assertEquals(JobState.FINISHED, ended.state());
        assertEquals(ended.total(), ended.position());
        assertEquals(10, office.count(run, "OBJECTS"));
        assertEquals(20, office.count(run, "SHARES"));
        assertEquals(20, office.count(run, "READ"));
        assertEquals(0, office.count(run, "KNOWN_OBJECTS"), "nothing was brought in twice");
        assertEquals(20, office.register().size());
    }

    private static Consumer<Moment> killAt(Moment moment, int step) {
        AtomicInteger steps = new AtomicInteger();
        return at -> {
            if (at == moment && steps.incrementAndGet() == step) {
                throw new Killed();
            }
        };
    }

    @Test
    void a_node_that_was_given_up_is_stopped_by_the_fence() {
        JobRun run = office.start(Office.rows(10), false);
        TestNode frozen = new TestNode(office, 4);
        TestNode other = new TestNode(office, 4);
        AtomicInteger steps = new AtomicInteger();
        frozen.at = at -> {
            if (at == Moment.BEFORE && steps.incrementAndGet() == 3) {
                frozen.loseConnection();
                other.beat();
                assertEquals(JobState.FINISHED, office.jobs.find(run.key()).state());
            }
        };
        frozen.beat();
        assertEquals(3, steps.get(), "it thawed and went no step further");
        assertEquals(10, office.count(run, "OBJECTS"));
        assertEquals(20, office.register().size());
        assertEquals(2, fence(run));
    }

    @Test
    void a_node_that_was_given_up_changes_nothing_while_another_works() {
        JobRun run = office.start(Office.rows(10), false);
        TestNode frozen = new TestNode(office, 4);
        TestNode other = new TestNode(office, 4);
        other.at = killAt(Moment.AFTER, 1);
        AtomicInteger steps = new AtomicInteger();
        frozen.at = at -> {
            if (at == Moment.BEFORE && steps.incrementAndGet() == 2) {
                frozen.loseConnection();
                other.beatAndDie();
                assertEquals(JobState.RUNNING, office.jobs.find(run.key()).state());
            }
        };
        frozen.beat();
        assertEquals(9, office.jobs.find(run.key()).position(), "its own portion and that of the other, no more");
        assertEquals(8, office.count(run, "READ"));

        other.loseConnection();
        new TestNode(office, 4).beat();
        assertEquals(20, office.count(run, "READ"));
        assertEquals(0, office.count(run, "KNOWN_OBJECTS"));
        assertEquals(20, office.register().size());
    }

    @Test
    void a_node_that_lost_its_connection_alone_takes_its_own_run_up_again() {
        JobRun run = office.start(Office.rows(4), false);
        TestNode node = new TestNode(office, 2);
        String name = node.name();
        node.at = killAt(Moment.AFTER, 1);
        node.beatAndDie();
        node.at = at -> {};
        node.loseConnection();
        // The pool of this database gives the broken connection once more before it gives a good one.
        node.beat();
        node.beat();
        assertEquals(JobState.FINISHED, office.jobs.find(run.key()).state());
        assertFalse(name.equals(node.name()), "a name is never used again");
        assertEquals(8, office.register().size());
    }

    @Test
    void a_run_whose_thread_died_is_taken_up_by_the_same_node() {
        JobRun run = office.start(Office.rows(4), false);
        TestNode node = new TestNode(office, 2);
        node.at = killAt(Moment.BEFORE_COMMIT, 2);
        node.beatAndDie();
        node.beat();
        assertEquals(JobState.FINISHED, office.jobs.find(run.key()).state());
        assertEquals(2, fence(run));
    }

    @Test
    void two_nodes_never_work_on_one_run_nor_on_two_of_a_kind() throws Exception {
        List<JobRun> runs = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            runs.add(office.start(Office.HEADER + Office.row("1-5-" + i + "-1", Office.ARMAN, "1"), false));
        }
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TestNode node = new TestNode(office);
            node.at = at -> {
                if (at == Moment.BEFORE) {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                } else if (at == Moment.AFTER) {
                    working.decrementAndGet();
                }
            };
            ends.add(nodes.submit(() -> {
                for (int beat = 0; beat < 200 && open(runs); beat++) {
                    node.beat();
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get(60, TimeUnit.SECONDS);
        }
        nodes.shutdown();
        assertFalse(open(runs), "all were worked off");
        assertEquals(1, most.get());
        for (JobRun run : runs) {
            assertEquals(1, fence(run), "each was taken up once");
            assertEquals(1, office.count(run, "OBJECTS"));
        }
    }

    private boolean open(List<JobRun> runs) {
        return runs.stream().anyMatch(run -> office.jobs.find(run.key()).state() != JobState.FINISHED);
    }

    @Test
    void a_run_that_fails_waits_longer_each_time_and_is_given_up() {
        JobRun run = office.start(Office.rows(2), false);
        TestNode node = new TestNode(office);
        node.at = at -> {
            throw new IllegalStateException("the disk is full");
        };
        node.beat();
        assertEquals(JobState.QUEUED, office.jobs.find(run.key()).state());
        node.beat();
        assertEquals(1, office.jobs.find(run.key()).attempts(), "it waits before the next attempt");
        office.clock.pass(Duration.ofSeconds(21));
        node.beat();
        office.clock.pass(Duration.ofSeconds(21));
        node.beat();
        assertEquals(2, office.jobs.find(run.key()).attempts(), "and longer each time");
        office.clock.pass(Duration.ofSeconds(21));
        node.beat();

        JobRun failed = office.jobs.find(run.key());
        assertEquals(JobState.FAILED, failed.state());
        assertEquals("jobs.failure.unexpected", failed.failure().orElseThrow().code());
        assertTrue(failed.failure().orElseThrow().detail().contains("the disk is full"));
        assertTrue(office.register().isEmpty());

        node.at = at -> {};
        office.jobs.retry(run.key());
        node.beat();
        assertEquals(JobState.FINISHED, office.jobs.find(run.key()).state());
        assertEquals(4, office.register().size());
    }

    @Test
    void a_run_that_takes_node_after_node_down_is_given_up() {
        JobRun run = office.start(Office.rows(2), false);
        for (int i = 0; i < Steps.MOST_ATTEMPTS; i++) {
            TestNode node = new TestNode(office);
            node.at = killAt(Moment.BEFORE_COMMIT, 1);
            node.beatAndDie();
            node.loseConnection();
        }
        new TestNode(office).beat();
        JobRun failed = office.jobs.find(run.key());
        assertEquals(JobState.FAILED, failed.state());
        assertEquals("jobs.failure.node-lost", failed.failure().orElseThrow().code());
    }

    @Test
    void a_waiting_run_stops_at_once_and_goes_on_when_it_is_wanted_again() {
        JobRun run = office.start(Office.rows(2), false);
        assertEquals(JobState.STOPPED, office.jobs.stop(run.key()).state());
        new TestNode(office).beat();
        assertTrue(office.register().isEmpty());
        assertEquals(JobState.QUEUED, office.jobs.retry(run.key()).state());
        new TestNode(office).beat();
        assertEquals(JobState.FINISHED, office.jobs.find(run.key()).state());
    }

    @Test
    void a_running_run_stops_at_its_next_portion_and_goes_on_from_there() {
        JobRun run = office.start(Office.rows(10), false);
        TestNode node = new TestNode(office, 4);
        AtomicInteger steps = new AtomicInteger();
        node.at = at -> {
            if (at == Moment.BEFORE && steps.incrementAndGet() == 3) {
                office.jobs.stop(run.key());
            }
        };
        node.beat();
        JobRun stopped = office.jobs.find(run.key());
        assertEquals(JobState.STOPPED, stopped.state());
        assertEquals(9, stopped.position(), "the header and two portions of four rows");
        assertEquals(8, office.register().size());

        node.at = at -> {};
        office.jobs.retry(run.key());
        node.beat();
        assertEquals(JobState.FINISHED, office.jobs.find(run.key()).state());
        assertEquals(20, office.register().size());
        assertEquals(10, office.count(run, "OBJECTS"));
    }

    @Test
    void a_stopped_run_whose_node_died_is_not_taken_up() {
        JobRun run = office.start(Office.rows(4), false);
        TestNode node = new TestNode(office, 2);
        node.at = killAt(Moment.AFTER, 1);
        node.beatAndDie();
        office.jobs.stop(run.key());
        node.loseConnection();
        new TestNode(office).beat();
        assertEquals(JobState.STOPPED, office.jobs.find(run.key()).state());
        assertEquals(2, office.register().size());
    }

    @Test
    void what_has_ended_is_neither_stopped_nor_retried() {
        JobRun run = office.done(Office.rows(1));
        assertEquals("jobs.not-stoppable", code(() -> office.jobs.stop(run.key())));
        assertEquals("jobs.not-retriable", code(() -> office.jobs.retry(run.key())));
        assertEquals("jobs.unknown-run", code(() -> office.jobs.stop("import-parcels-0")));
        assertEquals("jobs.unknown-run", code(() -> office.jobs.report("no such run", new Page.Request(0, 20))));
    }

    @Test
    void the_same_file_is_one_run_and_is_kept_until_no_run_needs_it() {
        JobRun run = office.start(Office.rows(3), false);
        assertEquals(run, office.start(Office.rows(3), false));
        JobRun complete = office.start(Office.rows(3), true);
        assertFalse(run.key().equals(complete.key()));
        assertEquals(1, parts());
        TestNode node = new TestNode(office);
        node.beat();
        assertEquals(1, parts(), "the other run still needs it");
        node.beat();
        assertEquals(JobState.FINISHED, office.jobs.find(complete.key()).state());
        assertEquals(0, parts());
        assertEquals(JobState.FINISHED, office.start(Office.rows(3), false).state());
        assertEquals(0, parts());
    }

    private long parts() {
        return office.sql.one("select count(*) as n from jobs.input_part", row -> row.number("n"));
    }

    @Test
    void runs_are_found_by_file_account_and_sum() {
        JobRun run = office.start(Office.rows(1), false);
        office.clock.pass(Duration.ofMinutes(1));
        JobRun later = office.start(Office.rows(2), false);
        Page.Request first = new Page.Request(0, 1);
        assertEquals(List.of(later), office.jobs.search("", first).rows());
        assertEquals(2, office.jobs.search("املاک", first).total());
        assertEquals(2, office.jobs.search("supervisor", first).total());
        assertEquals(
                List.of(run),
                office.jobs.search(run.file().orElseThrow().sha256(), first).rows());
        assertEquals(0, office.jobs.search("100%", first).total());
    }

    @Test
    void an_option_nobody_knows_is_refused() {
        assertEquals(
                "jobs.unknown-parameter",
                code(() -> office.jobs.start(
                        JobKind.IMPORT_PARCELS,
                        Map.of("fast", "true"),
                        "a.csv",
                        new ByteArrayInputStream(Office.rows(1).getBytes(StandardCharsets.UTF_8)))));
    }

    private long fence(JobRun run) {
        return office.sql.one(
                "select fence from jobs.job_run where run_key = ?", row -> row.number("fence"), run.key());
    }

    private static String code(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
