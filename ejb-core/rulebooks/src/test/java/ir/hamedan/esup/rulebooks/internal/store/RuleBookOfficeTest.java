package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import ir.hamedan.esup.workbooks.Fault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RuleBookOfficeTest {
    private static final LocalDate DAY = Office.TODAY.plusDays(10);

    private final Office house = new Office();

    @Test
    void a_sound_book_is_a_draft_with_nothing_open() {
        Draft draft = house.importBook(DemoBook.book());
        assertEquals(BookState.DRAFT, draft.state());
        assertEquals("1405-1", draft.version());
        assertEquals(0, draft.faults());
        assertTrue(draft.findings() > 0);
        assertEquals(0, draft.openFindings());
        assertEquals(List.of(), house.office.goldenDifferences(draft.id()));
        assertEquals("rulebooks.book-imported", house.audited.all().get(0).action());
    }

    @Test
    void the_same_file_is_loaded_once() {
        byte[] file = Workbooks.write(DemoBook.book(), Messages.in(Messages.PERSIAN));
        Draft first = house.importFile(file);
        house.caller = "planner-2";
        assertEquals(first, house.importFile(file));
        assertEquals(1, house.office.drafts(Office.FIRST).total());
        assertArrayEquals(file, house.office.file(first.id()));
        assertEquals(1, house.audited.all().size());
    }

    @Test
    void faults_are_kept_with_their_places_and_the_book_cannot_be_published() {
        Draft draft = house.importFile(Workbooks.template(Messages.in(Messages.PERSIAN)));
        List<Fault> faults = house.office.faults(draft.id(), Office.FIRST).rows();
        assertEquals(draft.faults(), faults.size());
        Fault height = faults.stream()
                .filter(f -> f.row() == 4 && f.field().equals("value"))
                .findFirst()
                .orElseThrow();
        assertEquals("C", height.column());
        assertEquals("workbooks.fault.empty", height.code());
        assertEquals("rulebooks.faults-open", refused(() -> house.publish(draft.id(), DAY, "planner-1")));
        assertEquals("rulebooks.faults-open", refused(() -> house.office.goldenDifferences(draft.id())));
        assertEquals("rulebooks.faults-open", refused(() -> house.office.workbook(draft.id(), Locale.ENGLISH)));
    }

    @Test
    void a_book_takes_the_place_only_of_one_that_was_published() {
        house.importBook(Office.version("1"));
        Draft draft = house.importBook(Office.superseding("2", "1"));
        assertEquals(
                List.of(new Fault(
                        "مشخصات دفترچه",
                        3,
                        "G",
                        "supersedes",
                        "rulebooks.fault.supersedes-unknown",
                        List.of("DEMO", "1"))),
                house.office.faults(draft.id(), Office.FIRST).rows());
        house.published(Office.version("3"), DAY);
        assertEquals(0, house.importBook(Office.superseding("4", "3")).faults());
        assertEquals(1, house.importBook(Office.superseding("5", "5")).faults(), "nor its own place");
    }

    @Test
    void a_hostile_file_is_refused_and_nothing_is_kept() {
        assertEquals("workbooks.file-not-a-workbook", refused(() -> house.importFile(new byte[10])));
        assertEquals(
                "rulebooks.file-name-missing", refused(() -> house.office.importBook(new byte[10], " ", house.caller)));
        assertEquals(0, house.office.drafts(Office.FIRST).total());
    }

    @Test
    void a_book_whose_golden_parcels_come_out_otherwise_is_not_published() {
        Golden worked = DemoBook.book().goldens().get(0);
        Golden wrong = new Golden(
                worked.id(),
                worked.title(),
                worked.site(),
                worked.given(),
                worked.use(),
                worked.verdict(),
                Map.of(NumberName.DENSITY, 2400L, NumberName.HEIGHT, 10_50L),
                Map.of(
                        NumberName.PARKING,
                        new Answer.Basis(Answer.BasisKind.PER_UNIT, 200),
                        NumberName.REACHABLE_DENSITY,
                        new Answer.Basis(Answer.BasisKind.STOREYS_BIND, 0)));
        RuleBook demo = DemoBook.book();
        Draft draft = house.importBook(Office.with(demo.data(), demo.rows(), demo.referrals(), List.of(wrong)));
        var differences = house.office.goldenDifferences(draft.id());
        assertEquals(
                List.of(
                        new GoldenDifference.Value(NumberName.DENSITY, 2400, OptionalLong.of(2240)),
                        new GoldenDifference.CountedFrom(
                                NumberName.PARKING,
                                new Answer.Basis(Answer.BasisKind.PER_UNIT, 200),
                                Optional.of(new Answer.Basis(Answer.BasisKind.PER_UNIT, 100)))),
                differences.stream().map(GoldenDifference::part).toList());
        assertEquals("rulebooks.goldens-differ", refused(() -> house.publish(draft.id(), DAY, "planner-1")));
    }

    @Test
    void two_people_publish_for_the_same_day() {
        long book = house.importBook(DemoBook.book()).id();
        Draft signed = house.publish(book, DAY, "planner-1");
        assertEquals(BookState.CHECKED, signed.state());
        assertEquals(List.of("planner-1"), signed.signers());
        assertTrue(house.books.inForce(DAY, house.clock.instant()).isEmpty());
        assertEquals("rulebooks.second-signer-needed", refused(() -> house.publish(book, DAY, "planner-1")));
        assertEquals("rulebooks.other-day-signed", refused(() -> house.publish(book, DAY.plusDays(1), "planner-2")));
        Draft published = house.publish(book, DAY, "planner-2");
        assertEquals(BookState.PUBLISHED, published.state());
        assertEquals(Optional.of(DAY), published.effectiveFrom());
        assertEquals("rulebooks.not-a-draft", refused(() -> house.publish(book, DAY, "planner-3")));
        assertEquals(
                List.of("rulebooks.book-imported", "rulebooks.book-signed", "rulebooks.book-published"),
                house.audited.all().stream().map(event -> event.action()).toList());
    }

    @Test
    void no_book_holds_before_its_day_nor_takes_a_day_or_a_past_of_another() {
        long first = house.importBook(Office.version("1")).id();
        LocalDate eve = new PersianDate(1404, 12, 29).toLocalDate();
        assertEquals("rulebooks.before-its-day", refused(() -> house.publish(first, eve, "planner-1")));
        house.published(Office.version("1"), Office.TODAY.minusDays(30));
        long second = house.importBook(Office.version("2")).id();
        assertEquals(
                "rulebooks.in-the-past", refused(() -> house.publish(second, Office.TODAY.minusDays(1), "planner-1")));
        house.published(Office.version("2"), DAY);
        long third = house.importBook(Office.version("3")).id();
        assertEquals("rulebooks.day-taken", refused(() -> house.publish(third, DAY, "planner-1")));
    }

    @Test
    void of_two_books_published_for_one_day_at_the_same_moment_one_holds() throws Exception {
        List<Long> ids = new ArrayList<>();
        for (String version : List.of("1", "2", "3", "4")) {
            ids.add(house.importBook(Office.version(version)).id());
            house.publish(ids.get(ids.size() - 1), DAY, "planner-1");
        }
        house.caller = "planner-2";
        ExecutorService pool = Executors.newFixedThreadPool(ids.size());
        try {
            List<Callable<Draft>> all = ids.stream()
                    .<Callable<Draft>>map(id -> () -> house.database.transaction(() -> house.office.publish(id, DAY)))
                    .toList();
            int published = 0;
            for (Future<Draft> one : pool.invokeAll(all)) {
                try {
                    one.get();
                    published++;
                } catch (ExecutionException refused) {
                    assertEquals("rulebooks.day-taken", ((Problem) refused.getCause()).code());
                }
            }
            assertEquals(1, published);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void a_book_is_withdrawn_once_with_a_reason() {
        long book = house.published(DemoBook.book(), DAY).id();
        assertEquals("rulebooks.reason-missing", refused(() -> withdraw(book, "")));
        assertEquals(BookState.WITHDRAWN, withdraw(book, "اشتباه در جدول").state());
        assertEquals("rulebooks.withdrawn-already", refused(() -> withdraw(book, "اشتباه در جدول")));
        assertEquals("rulebooks.unknown-book", refused(() -> withdraw(987_654, "اشتباه در جدول")));
        assertFalse(house.books.book(book).edition().withdrawnAt().isEmpty());
    }

    @Test
    void a_book_without_golden_parcels_is_not_published() {
        RuleBook demo = DemoBook.book();
        Draft draft = house.importBook(Office.with(demo.data(), demo.rows(), demo.referrals(), List.of()));
        assertEquals("rulebooks.goldens-missing", refused(() -> house.publish(draft.id(), DAY, "planner-1")));
    }

    private Draft withdraw(long book, String reason) {
        return house.database.transaction(() -> house.office.withdraw(book, reason));
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }

    @Test
    void a_job_hands_a_book_in_for_the_one_who_sent_it() {
        byte[] file = house.office.template(Messages.PERSIAN);
        house.caller = "#system";
        Draft draft = house.database.transaction(() -> house.office.importBook(file, "ضوابط.xlsx", "planner-7"));
        assertEquals("planner-7", draft.importedBy());
        assertEquals("planner-7", house.audited.all().get(0).after().get("by"));
    }

    @Test
    void a_draft_gives_out_what_it_says_and_its_table() {
        long id = house.importBook(DemoBook.book()).id();
        assertEquals(DemoBook.book().rows(), house.office.book(id).rows());
        String dmn = new String(house.office.dmn(id), StandardCharsets.UTF_8);
        assertTrue(
                dmn.contains("decisionTable")
                        && dmn.contains(DemoBook.book().data().title()),
                dmn);
    }
}
