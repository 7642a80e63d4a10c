package ir.hamedan.esup.jobs.internal.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.jobs.internal.Claim;
import ir.hamedan.esup.jobs.internal.Office;
import ir.hamedan.esup.jobs.internal.Shaken;
import ir.hamedan.esup.jobs.internal.Shaken.Moment;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.testing.Archive;
import ir.hamedan.esup.workbooks.Fault;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BookImportTest {
    private final Office office = new Office();
    /** An empty book: it can be read, and very much is missing in it. */
    private final byte[] template = office.books.template(Messages.PERSIAN);

    @BeforeEach
    void clear() {
        office.clear();
    }

    private JobRun start(byte[] file) {
        return office.start(JobKind.IMPORT_RULE_BOOK, Map.of(), "ضوابط.xlsx", file);
    }

    private long book(JobRun run) {
        JobNote first = office.notes(run).get(0);
        assertEquals(Jobs.BOOK_READ, first.code());
        return Long.parseLong(first.value());
    }

    /** The template with a part that is added, or put in the place of its own. */
    private byte[] with(String part, String content) {
        return Archive.with(template, Map.of(part, content.getBytes(UTF_8)));
    }

    @Test
    void every_fault_of_a_workbook_is_in_the_report_with_sheet_row_and_column() {
        JobRun run = start(template);
        new Shaken(office, 1).beat();
        assertEquals(JobState.FINISHED, office.find(run).state());
        RuleBookOffice.Draft draft = office.books.draft(book(run));
        assertEquals("supervisor", draft.importedBy());
        assertEquals("ضوابط.xlsx", draft.fileName());
        List<Fault> faults =
                office.books.faults(draft.id(), new Page.Request(0, 200)).rows();
        assertTrue(faults.size() > 5, "an empty book has many");
        assertEquals(faults.size(), office.count(run, "FAULTS"));
        assertEquals(
                faults.stream()
                        .map(fault -> fault.code()
                                + fault.arguments()
                                + fault.row()
                                + (fault.sheet() + " " + fault.column()).strip())
                        .toList(),
                office.notes(run).stream()
                        .skip(1)
                        .map(note -> note.code() + note.arguments() + note.line() + note.place())
                        .toList());
    }

    @Test
    void a_levy_book_is_told_from_a_rule_book_by_the_workbook_itself() {
        JobRun run = start(office.levyBooks.demonstration());
        new Shaken(office, 1).beat();
        assertEquals(JobState.FINISHED, office.find(run).state());
        JobNote first = office.notes(run).get(0);
        assertEquals(Jobs.LEVY_BOOK_READ, first.code());
        LevyBookOffice.Draft draft = office.levyBooks.draft(Long.parseLong(first.value()));
        assertEquals(0, draft.faults());
        assertEquals(1405, draft.year());
        assertEquals("supervisor", draft.importedBy());
        assertEquals(0, office.rows("rulebooks.book"));
        assertEquals(0, office.count(run, "FINDINGS"));
    }

    @Test
    void every_fault_of_a_levy_book_is_in_the_report() {
        JobRun run = start(office.levyBooks.template(Messages.PERSIAN));
        new Shaken(office, 1).beat();
        JobNote first = office.notes(run).get(0);
        assertEquals(Jobs.LEVY_BOOK_READ, first.code());
        long faults = office.levyBooks.draft(Long.parseLong(first.value())).faults();
        assertTrue(faults > 0, "an empty book has some");
        assertEquals(faults, office.count(run, "FAULTS"));
        assertEquals(faults + 1, office.total(run));
        assertEquals("مشخصات دفترچه عوارض", office.notes(run).get(1).place(), "the sheet is told");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_book_whose_node_dies_is_one_draft_and_is_counted_once(Moment moment) {
        JobRun run = start(template);
        Shaken first = new Shaken(office, 1);
        first.dieAt(moment, 1);
        first.loseConnection();
        new Shaken(office, 1).beat();
        assertEquals(JobState.FINISHED, office.find(run).state());
        assertEquals(1, office.rows("rulebooks.book"));
        assertEquals(office.books.draft(book(run)).faults(), office.count(run, "FAULTS"));
        assertEquals(office.count(run, "FAULTS") + 1, office.total(run));
    }

    @Test
    void a_node_that_dies_while_it_reads_leaves_nothing_and_another_reads() {
        JobRun run = start(template);
        Shaken first = new Shaken(office, 1);
        first.reads((file, name, by) -> {
            throw Shaken.killed();
        });
        first.beatAndDie();
        assertEquals(0, office.rows("rulebooks.book"));
        first.loseConnection();
        new Shaken(office, 1).beat();
        assertEquals(JobState.FINISHED, office.find(run).state());
        assertEquals(1, office.rows("rulebooks.book"));
    }

    @Test
    void a_workbook_that_could_do_harm_ends_the_run_with_the_reason_and_is_not_tried_again() {
        assertEquals("workbooks.file-macros", failed(with("xl/vbaProject.bin", "Sub")));
        assertEquals("workbooks.file-links", failed(with("xl/externalLinks/externalLink1.xml", "<a/>")));
        assertEquals(
                "workbooks.file-doctype",
                failed(with("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a/>")));
        assertEquals("workbooks.file-bomb", failed(with("xl/media/image1.png", "\0".repeat(30 << 20))));
        assertEquals("workbooks.file-not-a-workbook", failed("id;zone;use".getBytes(UTF_8)));
        assertEquals(0, office.rows("rulebooks.book"));
    }

    private String failed(byte[] file) {
        JobRun run = start(file);
        Shaken node = new Shaken(office, 1);
        node.beat();
        JobRun failed = office.find(run);
        assertEquals(JobState.FAILED, failed.state(), "at once");
        assertTrue(
                Messages.in(Messages.PERSIAN).has(failed.failure().orElseThrow().code()));
        return failed.failure().orElseThrow().code();
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_kept() {
        byte[] file = new byte[(JobKind.IMPORT_RULE_BOOK.megabytes() << 20) + 1];
        Problem problem = assertThrows(Problem.class, () -> start(file));
        assertEquals("jobs.file-too-large", problem.code());
        assertEquals(List.of(20), problem.arguments());
        assertEquals(0, office.rows("jobs.input_file"));
    }

    @Test
    void a_workbook_that_takes_too_long_is_given_up() {
        Claim claim = new Claim("k", JobKind.IMPORT_RULE_BOOK, Map.of(), "0", 1, 0, Instant.EPOCH, "supervisor");
        CompletableFuture<BookOffices.Kept> never = new CompletableFuture<>();
        BookImport slow = new BookImport(
                claim,
                new ByteArrayInputStream(template),
                "ضوابط.xlsx",
                office.offices(),
                (file, name, by) -> never,
                Duration.ofMillis(20));
        assertEquals(
                "jobs.book-too-slow", assertThrows(Problem.class, slow::next).code());
        assertTrue(never.isCancelled(), "and its thread knows");
    }

    @Test
    void the_same_workbook_is_one_run_and_no_option_is_known() {
        JobRun run = start(template);
        assertEquals(run, start(template));
        assertEquals(
                "jobs.unknown-parameter",
                assertThrows(
                                Problem.class,
                                () -> office.start(
                                        JobKind.IMPORT_RULE_BOOK, Map.of("complete", "true"), "a.xlsx", template))
                        .code());
    }
}
