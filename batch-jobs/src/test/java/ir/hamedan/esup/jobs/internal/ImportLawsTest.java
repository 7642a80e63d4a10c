package ir.hamedan.esup.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.jobs.api.JobCount;
import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.internal.TestNode.Killed;
import ir.hamedan.esup.jobs.internal.TestNode.Moment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a file leaves in the register depends on the file alone. */
class ImportLawsTest {
    private static final class Shared {
        static final Office OFFICE = new Office();
    }

    private final Office office = Shared.OFFICE;

    /** What there is to see after a run. */
    private record Result(List<String> register, List<JobCount> counts, List<JobNote> notes) {}

    @Provide
    Arbitrary<String> files() {
        Arbitrary<String> codes = Arbitraries.integers().between(1, 6).map(n -> "1-5-67-" + n);
        Arbitrary<String> one = codes.map(code -> Office.row(code, Office.ARMAN, "1"));
        Arbitrary<String> two =
                codes.map(code -> Office.row(code, Office.ARMAN, "1/3") + Office.row(code, Office.SARA, "2/3"));
        Arbitrary<String> wrong = codes.map(code -> Office.row(code, Office.MINA, "1/3"));
        Arbitrary<String> broken = Arbitraries.of("\n", "1-5\n", "\"\n");
        return Arbitraries.oneOf(one, two, two, wrong, broken)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(rows -> Office.HEADER + String.join("", rows));
    }

    @Property(tries = 25)
    void any_size_of_portions_and_any_moment_of_death_leave_the_same(
            @ForAll("files") String csv,
            @ForAll @IntRange(min = 1, max = 9) int chunkRows,
            @ForAll @IntRange(min = 1, max = 8) int step,
            @ForAll Moment moment) {
        office.clear();
        JobRun run = office.done(csv);
        Result calm = result(run);

        office.clear();
        office.start(csv, false);
        TestNode doomed = new TestNode(office, chunkRows);
        AtomicInteger steps = new AtomicInteger();
        doomed.at = at -> {
            if (at == moment && steps.incrementAndGet() == step) {
                throw new Killed();
            }
        };
        try {
            doomed.beat();
        } catch (Killed dead) {
            doomed.loseConnection();
            new TestNode(office, 10 - chunkRows).beat();
        }
        assertEquals(JobState.FINISHED, office.jobs.find(run.key()).state());
        assertEquals(calm, result(run));
    }

    private Result result(JobRun run) {
        return new Result(office.register(), office.counts(run), office.notes(run));
    }
}
