package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyBookOffice.Draft;
import ir.hamedan.esup.levies.api.LevyBookState;
import ir.hamedan.esup.levies.api.LevyExample.Sum;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The life of a levy book, from its workbook to its withdrawal. */
class LevyBookOfficeTest {
    private static final LocalDate TODAY = new PersianDate(1405, 9, 3).toLocalDate();
    private static final LocalDate FIRST = PersianDate.firstDayOf(1405);
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Page.Request PAGE = new Page.Request(0, 50);
    private static final byte[] FILE = LevyEdited.untouched();
    private static final String REASON = "مصوبه لغو شد";

    private final TestDatabase database = TestDatabase.fresh();
    private final Fired<Audited> audit = new Fired<>();
    private final HandClock clock = new HandClock(NOW);
    private final LevyBookOfficeBean office = new LevyBookOfficeBean();
    private final PermitLeviesBean levies = new PermitLeviesBean();
    private String caller = "planner-1";

    LevyBookOfficeTest() {
        office.source = database.application();
        office.audited = audit;
        office.clock = clock;
        office.caller = () -> caller;
        levies.source = database.application();
    }

    private Draft hand(byte[] file, String name) {
        return database.transaction(() -> office.importBook(file, name, "planner-1"));
    }

    private Draft demonstration() {
        return hand(FILE, "عوارض.xlsx");
    }

    private Draft sign(long book, LocalDate day, String by) {
        caller = by;
        return database.transaction(() -> office.publish(book, day));
    }

    private Draft withdraw(long book, String by) {
        caller = by;
        return database.transaction(() -> office.withdraw(book, REASON));
    }

    private static String refused(Supplier<?> asked) {
        Problem problem = assertThrows(Problem.class, asked::get);
        for (Messages messages : List.of(Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH))) {
            assertFalse(messages.text(problem).isBlank());
        }
        return problem.code();
    }

    private OptionalLong total() {
        return levies.of(DemoLevyBook.apartments()).total();
    }

    private Sql sql() {
        return new Sql(database.application());
    }

    @Test
    void a_book_goes_from_its_file_over_two_signatures_into_force() {
        Draft draft = demonstration();
        assertEquals(LevyBookState.DRAFT, draft.state());
        assertEquals(List.of(1405, 2, 0L), List.of(draft.year(), draft.version(), draft.faults()));
        assertEquals(OptionalLong.empty(), total(), "a draft holds for nobody");

        Draft signed = sign(draft.id(), FIRST, "planner-1");
        assertEquals(LevyBookState.SIGNED, signed.state());
        assertEquals("levies.second-signer-needed", refused(() -> sign(draft.id(), FIRST, "planner-1")));
        assertEquals("levies.other-day-signed", refused(() -> sign(draft.id(), TODAY, "planner-2")));
        assertEquals(OptionalLong.empty(), total());

        Draft published = sign(draft.id(), FIRST, "planner-2");
        assertEquals(LevyBookState.PUBLISHED, published.state());
        assertEquals(List.of("planner-1", "planner-2"), published.signers());
        assertEquals(Optional.of(FIRST), published.effectiveFrom());
        assertEquals(OptionalLong.of(1_333_680_000), total());
        assertEquals(
                866_892_000,
                levies.of(DemoLevyBook.apartments().claiming("T-10")).payable().orElseThrow());
        assertEquals(
                List.of("2"),
                levies.of(DemoLevyBook.apartments()).lines().get(0).articles());
        assertEquals(
                DemoLevyBook.workbook().book().articles(), levies.cited(1405, 2).articles());
        assertEquals("levies.unknown-book", refused(() -> levies.cited(1405, 1)));
        assertEquals(
                List.of("levies.book-imported", "levies.book-signed", "levies.book-published"),
                audit.all().stream().map(Audited::action).toList());
    }

    @Test
    void a_book_that_is_signed_for_a_later_day_holds_from_that_day_on() {
        Draft draft = demonstration();
        LocalDate later = TODAY.plusDays(10);
        sign(draft.id(), later, "planner-1");
        sign(draft.id(), later, "planner-2");

        assertEquals(OptionalLong.empty(), total());
        PermitQuestion house = PermitQuestion.of(later, 1, "DWELLING", true, 100_00, 2);
        assertEquals(OptionalLong.of(108_000_000), levies.of(house).total());
    }

    @Test
    void the_same_file_is_one_draft_and_one_with_faults_is_kept_with_them() {
        Draft draft = demonstration();
        assertEquals(draft, demonstration());
        Draft faulty = hand(LevyEdited.value(LevySheet.LINES, 0, "articles", "99"), "خطا.xlsx");
        assertEquals(1, faulty.faults());
        assertEquals(0, faulty.year());
        assertEquals(
                "levies.fault.unknown",
                office.faults(faulty.id(), PAGE).rows().get(0).code());
        assertEquals("levies.faults-open", refused(() -> sign(faulty.id(), TODAY, "planner-1")));
        assertEquals("levies.faults-open", refused(() -> office.content(faulty.id())));
        assertEquals("levies.unknown-book", refused(() -> office.draft(99)));
        assertEquals("levies.file-name-missing", refused(() -> hand(new byte[1], " ")));
        assertEquals(2, office.drafts("", PAGE).total());
        assertEquals(List.of(faulty), office.drafts("خطا", PAGE).rows());
        assertEquals(List.of(draft), office.drafts("نمونهٔ عوارض", PAGE).rows());
        assertEquals(0, office.drafts("%", PAGE).total());
        assertEquals("levies.search-too-long", refused(() -> office.drafts("x".repeat(201), PAGE)));
    }

    @Test
    void what_was_handed_in_comes_out_again() {
        Draft draft = demonstration();
        assertArrayEquals(FILE, office.file(draft.id()));
        assertEquals(DemoLevyBook.workbook(), office.content(draft.id()));
        byte[] english = office.workbook(draft.id(), Locale.ENGLISH);
        assertEquals(
                Optional.of(DemoLevyBook.workbook()),
                LevyWorkbooks.read(english).book());
        assertTrue(office.isLevyBook(office.template(Locale.ENGLISH)));
        assertTrue(office.isLevyBook(office.demonstration()));
    }

    @Test
    void publishing_is_refused_while_an_example_comes_out_otherwise() {
        Draft draft = hand(LevyEdited.value(LevySheet.EXAMPLES, 0, "total", "1333680001"), "a.xlsx");
        assertEquals(0, draft.faults());
        var tried = office.examples(draft.id());
        assertEquals(Optional.of(Sum.TOTAL), tried.get(0).differences().get(0).sum());
        assertEquals(
                Optional.of(1_333_680_000L),
                tried.get(0).differences().get(0).computed().amount());
        assertEquals("levies.examples-differ", refused(() -> sign(draft.id(), TODAY, "planner-1")));
        Draft none = hand(
                LevyEdited.lines(lines -> {
                    lines.of(LevySheet.EXAMPLES).clear();
                    lines.of(LevySheet.EXAMPLE_LINES).clear();
                }),
                "b.xlsx");
        assertEquals("levies.examples-missing", refused(() -> sign(none.id(), TODAY, "planner-1")));
    }

    @Test
    void a_published_book_is_followed_by_a_later_version_and_its_days_stay_its_own() {
        Draft first = demonstration();
        sign(first.id(), FIRST, "planner-1");
        sign(first.id(), FIRST, "planner-2");
        byte[] same = LevyEdited.value(LevySheet.LEVY_BOOK, 0, "title", "دفترچهٔ دیگر");
        Draft again = hand(same, "c.xlsx");
        assertEquals("levies.version-behind", refused(() -> sign(again.id(), TODAY, "planner-1")));
        Draft next = hand(LevyEdited.value(LevySheet.LEVY_BOOK, 0, "version", 3), "d.xlsx");
        assertEquals("levies.in-the-past", refused(() -> sign(next.id(), TODAY.minusDays(1), "planner-1")));
        assertEquals("levies.before-its-day", refused(() -> sign(next.id(), FIRST.minusDays(1), "planner-1")));
        assertEquals("levies.book-year", refused(() -> sign(next.id(), PersianDate.firstDayOf(1406), "planner-1")));
        sign(next.id(), TODAY, "planner-1");
        assertEquals(
                LevyBookState.PUBLISHED, sign(next.id(), TODAY, "planner-2").state());
        assertEquals("levies.not-a-draft", refused(() -> sign(next.id(), TODAY, "planner-3")));
        assertEquals(
                3, levies.of(DemoLevyBook.apartments()).book().orElseThrow().version());
    }

    @Test
    void a_published_book_is_withdrawn_by_two_and_what_was_known_before_stays() {
        Draft draft = demonstration();
        sign(draft.id(), FIRST, "planner-1");
        sign(draft.id(), FIRST, "planner-2");
        clock.set(NOW.plusSeconds(60));

        Draft asked = withdraw(draft.id(), "planner-1");
        assertEquals(LevyBookState.PUBLISHED, asked.state());
        assertEquals(List.of("planner-1"), asked.withdrawers());
        assertEquals(REASON, asked.withdrawalReason());
        assertEquals("levies.second-signer-needed", refused(() -> withdraw(draft.id(), "planner-1")));
        assertEquals(OptionalLong.of(1_333_680_000), total(), "one alone changes nothing");

        assertEquals(LevyBookState.WITHDRAWN, withdraw(draft.id(), "planner-2").state());
        assertEquals(OptionalLong.empty(), total());
        assertEquals(
                OptionalLong.of(1_333_680_000),
                levies.of(DemoLevyBook.apartments().knownAt(NOW)).total());
        assertEquals("levies.withdrawn-already", refused(() -> withdraw(draft.id(), "planner-3")));
        assertEquals(Optional.of(NOW.plusSeconds(60)), levies.cited(1405, 2).withdrawnAt());
    }

    @Test
    void a_draft_is_withdrawn_by_one_with_a_reason() {
        Draft draft = demonstration();
        assertEquals(
                "levies.reason-missing", refused(() -> database.transaction(() -> office.withdraw(draft.id(), " - "))));
        assertEquals(LevyBookState.WITHDRAWN, withdraw(draft.id(), "planner-1").state());
        assertEquals("levies.not-a-draft", refused(() -> sign(draft.id(), TODAY, "planner-2")));
    }

    @Test
    void what_was_handed_in_and_signed_is_never_changed() {
        Draft draft = demonstration();
        sign(draft.id(), FIRST, "planner-1");
        sign(draft.id(), FIRST, "planner-2");
        for (String change : List.of(
                "update levies.book set title = ''",
                "update levies.book_content set content = '{}'",
                "delete from levies.book_signature",
                "delete from levies.book_fault",
                "update levies.tariff_article set text = ''",
                "delete from levies.tariff_withdrawal")) {
            assertEquals(
                    "42501",
                    assertThrows(Sql.Failure.class, () -> sql().run(change), change)
                            .state());
        }
        assertEquals(
                "23514",
                assertThrows(Sql.Failure.class, () -> sql().run("update levies.book set state = 'DRAFT'"))
                        .state());
    }
}
