package ir.hamedan.esup.rulebooks.internal.impact;

import static ir.hamedan.esup.rulebooks.demo.Altered.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.Sites;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Dimension;
import ir.hamedan.esup.rulebooks.api.ImpactReports.FindingImpact;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.rulebooks.api.ImpactReports.ParcelImpact;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Reason;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Sum;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.demo.GeneratedCity;
import ir.hamedan.esup.rulebooks.demo.Injected;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a generated city of 720 plots, 18 of which in 60 were put together to two. */
class ImpactReportsTest {
    private static final LocalDate DAY = Office.TODAY.plusDays(10);
    private static final Page.Request LARGEST = new Page.Request(0, 200);

    private final Office house = new Office();
    private final RuleBook old = Office.version("1");
    private long plots;

    @BeforeEach
    void city() {
        GeneratedCity city = new GeneratedCity(9, 4);
        city.load(house.database.owner(), house.clock.instant());
        plots = city.plots();
    }

    /** Asked for one by one. */
    private List<Site> sites() {
        Sites one = Injected.bean(
                Sites.class,
                "ir.hamedan.esup.parcels.internal.layers.SitesBean",
                Map.of("source", house.database.application(), "clock", house.clock));
        List<Site> sites = new ArrayList<>();
        for (RenewalCode code : codes()) {
            sites.add(one.of(code, DAY, house.clock.instant()));
        }
        return sites;
    }

    private List<RenewalCode> codes() {
        return new Sql(house.database.application())
                .list("select code from parcels.land_object order by sort_key", row -> row.code("code"));
    }

    static RuleBook altered(String row, String limit, int value) {
        List<Row> rows = new ArrayList<>(Office.version("2").rows());
        for (Row standing : List.copyOf(rows)) {
            if (standing.id().equals(row)) {
                rows.set(rows.indexOf(standing), with(standing, "limits", with(standing.limits(), limit, value)));
            }
        }
        return with(with(Office.version("2"), "rows", rows), "goldens", List.of());
    }

    private static RuleBook without(String row) {
        List<Row> rows = new ArrayList<>(Office.version("2").rows());
        rows.removeIf(standing -> standing.id().equals(row));
        return with(with(Office.version("2"), "rows", rows), "goldens", List.of());
    }

    private Report report(RuleBook draft) {
        house.published(old, Office.TODAY);
        return house.impact(house.importBook(draft).id(), DAY);
    }

    private Map<RenewalCode, ParcelImpact> parcels(Report report) {
        Map<RenewalCode, ParcelImpact> all = new LinkedHashMap<>();
        for (int page = 0; (long) page * LARGEST.size() < report.total(); page++) {
            house.reports
                    .parcels(report.id(), Optional.empty(), new Page.Request(page, LARGEST.size()))
                    .rows()
                    .forEach(parcel -> all.put(parcel.code(), parcel));
        }
        return all;
    }

    private long count(Report report, Outcome outcome) {
        return house.reports.sums(report.id(), Dimension.ALL).stream()
                .filter(sum -> sum.outcome() == outcome)
                .mapToLong(Sum::parcels)
                .sum();
    }

    /** Whether the numbers of the plot come from the row, itself or where a narrow street leads to it. */
    private static boolean isBy(String row, Answer answer) {
        return answer.uses().stream()
                .flatMap(use -> use.rows().stream())
                .anyMatch(id -> id.equals(row) || id.endsWith("/" + row));
    }

    @Test
    void who_has_the_row_that_was_raised_gains_and_nobody_else() {
        Report report = report(altered("12", "density", 2800));
        Engine engine = new Engine(old);
        Map<RenewalCode, ParcelImpact> told = parcels(report);
        int gaining = 0;
        for (Site site : sites()) {
            Answer answer = engine.answer(site, Given.NOTHING);
            boolean gains = isBy("12", answer)
                    && answer.uses().get(0).numbers().stream()
                            .anyMatch(figure -> figure.name().key().equals("density")
                                    && figure.value().orElse(0) > 0);
            ParcelImpact impact = told.get(site.parcel().orElseThrow());
            assertEquals(gains, impact.outcome() == Outcome.GAINS, () -> impact + " " + answer.uses());
            gaining += gains ? 1 : 0;
        }
        assertTrue(gaining > 10, gaining + " plots gain");
        assertEquals(gaining, count(report, Outcome.GAINS));
        assertEquals(0, count(report, Outcome.LOSES) + count(report, Outcome.BECOMES_UNDECIDABLE));
        assertEquals(plots, report.done());
        assertEquals(plots, told.size());
    }

    @Test
    void every_parcel_is_what_both_books_say_of_it_and_the_sums_are_theirs() {
        RuleBook next = altered("12", "density", 1000);
        Report report = report(next);
        Engine before = new Engine(old);
        Engine after = new Engine(next);
        Map<RenewalCode, ParcelImpact> told = parcels(report);
        long buildable = 0;
        for (Site site : sites()) {
            ParcelImpact impact = told.get(site.parcel().orElseThrow());
            assertEquals(
                    before.answer(site, Given.NOTHING).verdict(),
                    impact.before().verdict().orElseThrow());
            assertEquals(
                    after.answer(site, Given.NOTHING).verdict(),
                    impact.after().verdict().orElseThrow());
            long most = after.answer(site, Given.NOTHING).uses().stream()
                    .flatMap(use -> use.numbers().stream())
                    .filter(figure -> figure.name().key().equals("buildableArea"))
                    .mapToLong(figure -> figure.value().orElse(0))
                    .max()
                    .orElse(0);
            assertEquals(most, impact.after().buildable());
            buildable += most;
        }
        for (Dimension by : List.of(Dimension.ALL, Dimension.REGION, Dimension.ZONE)) {
            List<Sum> sums = house.reports.sums(report.id(), by);
            assertEquals(plots, sums.stream().mapToLong(Sum::parcels).sum(), by.name());
            assertEquals(buildable, sums.stream().mapToLong(Sum::buildableAfter).sum(), by.name());
        }
        assertEquals(
                4,
                house.reports.sums(report.id(), Dimension.REGION).stream()
                        .map(Sum::key)
                        .distinct()
                        .count());
        assertTrue(house.reports.sums(report.id(), Dimension.USE).stream()
                .anyMatch(sum ->
                        sum.key().equals("DWELLING") && sum.outcome() == Outcome.LOSES && sum.densityDown() > 0));
        assertTrue(house.reports.sums(report.id(), Dimension.CLAUSE).stream()
                .anyMatch(sum -> sum.key().equals("1") && sum.outcome() == Outcome.LOSES));
    }

    @Test
    void a_report_is_the_same_in_whatever_pieces_and_after_whatever_failure() {
        RuleBook next = altered("12", "density", 2800);
        Report whole = report(next);
        List<Sum> sums = house.reports.sums(whole.id(), Dimension.ZONE);
        Map<RenewalCode, ParcelImpact> parcels = parcels(whole);

        house.clock.pass(Duration.ofMinutes(5));
        long book = whole.book();
        Report again = house.database.transaction(() -> house.reports.open(book, DAY.plusDays(1)));
        assertNotEquals(whole.id(), again.id());
        int piece = 7;
        while (!again.isComplete()) {
            long id = again.id();
            int most = piece;
            long done = again.done();
            assertThrows(
                    IllegalStateException.class,
                    () -> house.database.inTransaction(() -> {
                        house.reports.work(id, most);
                        throw new IllegalStateException("the node stops");
                    }));
            assertEquals(done, house.reports.report(id).done());
            again = house.database.transaction(() -> house.reports.work(id, most));
            piece = piece * 3 % 500 + 1;
        }
        assertEquals(sums, house.reports.sums(again.id(), Dimension.ZONE));
        assertEquals(parcels, parcels(again));
        long id = again.id();
        Report finished = again;
        assertEquals(finished, house.database.transaction(() -> house.reports.work(id, 100)));
    }

    @Test
    void a_gap_makes_plots_undecidable_and_names_those_that_lie_in_it() {
        Report report = report(without("12"));
        Map<RenewalCode, ParcelImpact> told = parcels(report);
        List<RenewalCode> lost = told.values().stream()
                .filter(parcel -> parcel.outcome() == Outcome.BECOMES_UNDECIDABLE)
                .map(ParcelImpact::code)
                .toList();
        assertFalse(lost.isEmpty());
        assertTrue(lost.stream().allMatch(code -> told.get(code).reason() == Reason.GAP));
        List<FindingView> gaps =
                house.office.findings(report.book(), true, LARGEST).rows();
        List<Site> sites = sites();
        Set<RenewalCode> inGaps = new HashSet<>();
        for (FindingView gap : gaps) {
            FindingImpact impact = house.reports.finding(gap.id());
            List<RenewalCode> expected = in(gap.finding(), sites);
            assertEquals(report.id(), impact.report().orElseThrow());
            assertEquals(expected.size(), impact.parcels());
            assertEquals(expected.subList(0, Math.min(expected.size(), FindingImpact.MOST_CODES)), impact.codes());
            inGaps.addAll(expected);
        }
        assertTrue(inGaps.containsAll(lost), "every plot that becomes undecidable lies in a gap");
    }

    /** By the zones, the area and the width that the answers under the old book tell; a garden is read in its own zone. */
    private List<RenewalCode> in(Finding gap, List<Site> sites) {
        Engine engine = new Engine(old);
        return sites.stream()
                .filter(site ->
                        site.zones().stream().anyMatch(zone -> zone.code().equals(gap.zone())))
                .filter(site -> site.concerns().stream().noneMatch(concern -> concern.layer() == LayerKind.GARDEN))
                .filter(site -> {
                    Answer answer = engine.answer(site, Given.NOTHING);
                    return answer.use(gap.use())
                            .flatMap(use -> use.number(NumberName.EFFECTIVE_AREA))
                            .filter(area -> gap.plot().contains(area.value().orElseThrow()))
                            .filter(area -> gap.street().contains(answer.width().orElseThrow()))
                            .isPresent();
                })
                .map(site -> site.parcel().orElseThrow())
                .toList();
    }

    @Test
    void an_overlap_names_the_plots_that_lie_in_it() {
        List<Row> rows = new ArrayList<>(Office.version("2").rows());
        Row twelve =
                rows.stream().filter(row -> row.id().equals("12")).findFirst().orElseThrow();
        rows.add(with(twelve, "id", "12b"));
        Report report = report(with(with(Office.version("2"), "rows", rows), "goldens", List.of()));
        FindingView overlap = house.office.findings(report.book(), true, LARGEST).rows().stream()
                .filter(view -> view.finding().kind() == Finding.Kind.OVERLAP)
                .filter(view -> view.finding().rows().equals(List.of("12", "12b")))
                .findFirst()
                .orElseThrow();
        FindingImpact impact = house.reports.finding(overlap.id());
        Engine engine = new Engine(old);
        long expected = sites().stream()
                .filter(site -> engine.answer(site, Given.NOTHING).uses().stream()
                        .anyMatch(use -> use.rows().contains("12")))
                .count();
        assertEquals(expected, impact.parcels());
        assertTrue(expected > 0);
        assertEquals(
                List.of("1", "34"),
                house.office.clauses(report.book(), List.of(overlap)).get(overlap.id()).stream()
                        .map(clause -> clause.number())
                        .toList());
        assertTrue(parcels(report).values().stream()
                .anyMatch(parcel ->
                        parcel.reason() == Reason.OVERLAP && parcel.outcome() == Outcome.BECOMES_UNDECIDABLE));
    }

    @Test
    void a_first_book_makes_plots_decidable_and_is_published_without_a_report() {
        long book = house.importBook(old).id();
        Report report = house.impact(book, DAY);
        assertTrue(report.against().isEmpty());
        assertTrue(count(report, Outcome.NEWLY_DECIDABLE) > 300);
        assertEquals(0, count(report, Outcome.UNCHANGED));
        ParcelImpact one = house.reports
                .parcels(report.id(), Optional.of(Outcome.NEWLY_DECIDABLE), LARGEST)
                .rows()
                .get(0);
        assertEquals(Reason.NO_BOOK, one.reason());
    }

    @Test
    void a_book_that_follows_another_is_signed_only_with_a_finished_report_on_its_very_content() {
        house.published(old, Office.TODAY);
        long book = house.importBook(Office.version("2")).id();
        assertEquals("rulebooks.impact-missing", refused(() -> house.publish(book, DAY, "planner-1")));
        Report begun = house.database.transaction(() -> house.reports.open(book, DAY));
        house.database.transaction(() -> house.reports.work(begun.id(), 10));
        assertEquals("rulebooks.impact-missing", refused(() -> house.publish(book, DAY, "planner-1")));
        assertEquals(
                "rulebooks.impact-unfinished",
                refused(() -> house.reports.csv(begun.id(), new ByteArrayOutputStream())));
        assertEquals(
                "rulebooks.impact-unfinished",
                refused(() -> house.reports.csv(begun.id(), Dimension.ZONE, new ByteArrayOutputStream())));
        house.impact(book, DAY);
        house.publish(book, DAY, "planner-1");
        assertEquals(BookState.PUBLISHED, house.publish(book, DAY, "planner-2").state());
        assertEquals("rulebooks.not-a-draft", refused(() -> house.reports.open(book, DAY)));
    }

    @Test
    void a_draft_that_is_settled_in_the_meantime_needs_another_report() {
        house.published(old, Office.TODAY);
        long book = house.importBook(without("12")).id();
        Report begun = house.database.transaction(() -> house.reports.open(book, DAY));
        assertEquals(
                begun, house.database.transaction(() -> house.reports.open(book, DAY)), "there is one for the same");
        house.impact(book, DAY);
        FindingView gap = house.office.findings(book, true, LARGEST).rows().get(0);
        long proposal = house.database
                .transaction(() -> house.office.proposeReferral(gap.id(), "به‌عمد بی‌ضابطه است"))
                .proposal()
                .orElseThrow()
                .id();
        Report second = house.database.transaction(() -> house.reports.open(book, DAY.plusDays(3)));
        house.decide("planner-9", proposal);
        assertEquals("rulebooks.impact-outdated", refused(() -> house.reports.work(second.id(), 10)));
        assertNotEquals(begun.id(), house.impact(book, DAY).id());
        assertEquals("rulebooks.unknown-impact", refused(() -> house.reports.report(987_654)));
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
