package ir.hamedan.esup.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RuleBookPageTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), PersianDate.TEHRAN);
    private static final LocalDate SPRING = new PersianDate(1406, 1, 1).toLocalDate();

    private static final List<GoldenDifference> TWO_PARCELS = List.of(
            new GoldenDifference(
                    "M1", "نمونهٔ یک", new GoldenDifference.Value(NumberName.DENSITY, 2400, OptionalLong.of(2240))),
            new GoldenDifference(
                    "M1", "نمونهٔ یک", new GoldenDifference.Value(NumberName.COVERAGE, 600, OptionalLong.of(550))),
            new GoldenDifference(
                    "M2", "نمونهٔ دو", new GoldenDifference.Value(NumberName.HEIGHT, 1, OptionalLong.of(2))));

    /** Answers what it is told by the names of its methods. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!answers.containsKey(method.getName())) {
                        throw new IllegalStateException("nobody told " + method);
                    }
                    return answers.get(method.getName());
                }));
    }

    private static RuleBookOffice.Draft draft(BookState state, long openFindings) {
        return new RuleBookOffice.Draft(
                7,
                state,
                "DEMO",
                "1406-1",
                "دفترچه",
                true,
                "ضوابط.xlsx",
                "00",
                "planner-1",
                CLOCK.instant(),
                0,
                4,
                openFindings,
                true,
                List.of(),
                Optional.empty());
    }

    private static RuleBook book() {
        BookData data = new BookData("DEMO", "1406-1", "دفترچه", "شورای شهر", "مصوبهٔ ۱۲", SPRING, "1405-1", true);
        return new RuleBook(
                data, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(),
                List.of(), List.of());
    }

    private static RuleBookOffice office(RuleBookOffice.Draft draft, List<GoldenDifference> differences) {
        Page<Object> none = new Page<>(List.of(), 0, new Page.Request(0, 25));
        return answering(
                RuleBookOffice.class,
                Map.of(
                        "draft", draft,
                        "faults", none,
                        "findings", none,
                        "clauses", Map.of(),
                        "book", book(),
                        "firstDay", SPRING,
                        "goldenDifferences", differences));
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> List.of(arguments).equals(List.of("id")) ? "7" : null);
    }

    private static RuleBookPage page(RuleBookOffice.Draft draft, List<GoldenDifference> differences) {
        RuleBookPage page = new RuleBookPage();
        page.office = office(draft, differences);
        page.clock = CLOCK;
        page.request = request();
        page.load();
        return page;
    }

    @Test
    void golden_parcels_that_differ_are_the_verdict_on_a_draft() {
        RuleBookPage page = page(draft(BookState.DRAFT, 0), TWO_PARCELS);
        assertEquals("GOLDENS", page.getVerdict());
        assertEquals("bad", page.getTone());
        assertEquals(2, page.getDiffering());
        assertEquals("GOLDENS", page(draft(BookState.CHECKED, 0), TWO_PARCELS).getVerdict());
        assertEquals("READY", page(draft(BookState.DRAFT, 0), List.of()).getVerdict());
        assertEquals("CHECKED", page(draft(BookState.CHECKED, 0), List.of()).getVerdict());
    }

    @Test
    void gaps_come_before_golden_parcels_and_keep_them_from_nothing() {
        RuleBookPage page = page(draft(BookState.DRAFT, 3), TWO_PARCELS);
        assertEquals("FINDINGS", page.getVerdict());
        assertEquals(2, page.getDiffering());
    }

    @Test
    void a_published_book_is_compared_with_nothing() {
        assertEquals(
                "PUBLISHED", page(draft(BookState.PUBLISHED, 0), TWO_PARCELS).getVerdict());
    }

    @Test
    void the_day_of_the_workbook_is_proposed_and_what_it_says_of_itself_is_shown() {
        RuleBookPage page = page(draft(BookState.DRAFT, 0), List.of());
        assertEquals("1406/01/01", page.getEffectiveFrom());
        assertEquals("شورای شهر", page.getData().authority());
        assertEquals("1405-1", page.getData().supersedes());
    }

    @Test
    void a_report_is_proposed_for_the_day_of_the_workbook() {
        BookImpact impact = new BookImpact();
        impact.office = office(draft(BookState.DRAFT, 0), List.of());
        impact.impacts = answering(ImpactReports.class, Map.of("counted", Optional.empty()));
        impact.clock = CLOCK;
        impact.request = request();
        impact.load();
        assertEquals("1406/01/01", impact.getImpactDay());
        assertTrue(impact.getCounted().isEmpty());
    }
}
