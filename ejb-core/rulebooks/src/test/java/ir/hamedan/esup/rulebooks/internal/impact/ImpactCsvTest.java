package ir.hamedan.esup.rulebooks.internal.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.SiteSweep;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Dimension;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.rulebooks.api.ImpactReports.ParcelImpact;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Sum;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.GeneratedCity;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report by parcel and by sums as files, and the clauses that each parcel names. */
class ImpactCsvTest {
    private static final Page.Request LARGEST = new Page.Request(0, 200);

    private final Office house = new Office();
    private final RuleBook old = Office.version("1");
    private final RuleBook next = ImpactReportsTest.altered("12", "density", 2800);
    private long plots;
    private Report report;

    @BeforeEach
    void count() {
        GeneratedCity city = new GeneratedCity(9, 4);
        city.load(house.database.owner(), house.clock.instant());
        plots = city.plots();
        house.published(old, Office.TODAY);
        report = house.impact(house.importBook(next).id(), Office.TODAY.plusDays(10));
    }

    private List<ParcelImpact> parcels() {
        List<ParcelImpact> all = new ArrayList<>();
        for (int page = 0; (long) page * LARGEST.size() < report.total(); page++) {
            all.addAll(house.reports
                    .parcels(report.id(), Optional.empty(), new Page.Request(page, LARGEST.size()))
                    .rows());
        }
        return all;
    }

    @Test
    void every_parcel_is_a_line_of_the_file() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        house.reports.csv(report.id(), out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(plots + 1, lines.size());
        ParcelImpact gains = house.reports
                .parcels(report.id(), Optional.of(Outcome.GAINS), LARGEST)
                .rows()
                .get(0);
        String line = lines.stream()
                .filter(one -> one.startsWith(gains.code().text() + "," + gains.region() + ",R122,GAINS,"))
                .findFirst()
                .orElseThrow();
        assertFalse(gains.after().clauses().isEmpty());
        assertTrue(
                line.endsWith("," + String.join("; ", gains.before().clauses()) + ","
                        + String.join("; ", gains.after().clauses())),
                line);
    }

    @Test
    void a_parcel_names_the_clauses_behind_the_numbers_that_stand_for_it() {
        Engine before = new Engine(old);
        Engine after = new Engine(next);
        Map<RenewalCode, ParcelImpact> told = new HashMap<>();
        parcels().forEach(parcel -> told.put(parcel.code(), parcel));
        SiteSweep.Piece sites = house.sweep(report.on(), report.known());
        int several = 0;
        for (Site site : sites.sites()) {
            ParcelImpact impact = told.get(site.parcel().orElseThrow());
            assertEquals(
                    behind(before.answer(site, Given.NOTHING)),
                    Set.copyOf(impact.before().clauses()),
                    impact::toString);
            assertEquals(
                    behind(after.answer(site, Given.NOTHING)),
                    Set.copyOf(impact.after().clauses()),
                    impact::toString);
            several += impact.after().clauses().size() > 1 ? 1 : 0;
        }
        assertTrue(several > 10, several + " plots have several clauses");
    }

    /** By a reading of its own: of the uses with the most density, and of those with the most floor area. */
    private static Set<String> behind(Answer answer) {
        Set<String> clauses = new HashSet<>();
        for (NumberName most : List.of(NumberName.DENSITY, NumberName.BUILDABLE_AREA)) {
            long greatest = -1;
            for (Answer.UseAnswer use : answer.uses()) {
                greatest = Math.max(greatest, value(use, most));
            }
            for (Answer.UseAnswer use : answer.uses()) {
                if (greatest >= 0 && value(use, most) == greatest) {
                    List<NumberName> names = most == NumberName.DENSITY
                            ? List.of(NumberName.DENSITY)
                            : List.of(NumberName.REACHABLE_DENSITY, NumberName.EFFECTIVE_AREA);
                    names.forEach(name -> use.number(name)
                            .ifPresent(figure -> figure.clauses().forEach(clause -> clauses.add(clause.number()))));
                }
            }
        }
        return clauses;
    }

    private static long value(Answer.UseAnswer use, NumberName name) {
        return use.number(name).map(figure -> figure.value().orElse(-1)).orElse(-1L);
    }

    @Test
    void the_sums_of_a_dimension_are_lines_of_a_file_with_what_the_book_calls_them() {
        for (Dimension by : Dimension.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            house.reports.csv(report.id(), by, out);
            List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
            assertEquals(house.reports.sums(report.id(), by).size() + 1, lines.size(), by.name());
            assertTrue(lines.get(0).startsWith("by,key,title,outcome,reason,parcels,"), lines.get(0));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        house.reports.csv(report.id(), Dimension.CLAUSE, out);
        Sum gained = house.reports.sums(report.id(), Dimension.CLAUSE).stream()
                .filter(sum -> sum.key().equals("1") && sum.outcome() == Outcome.GAINS)
                .findFirst()
                .orElseThrow();
        String title = old.clauses().stream()
                .filter(clause -> clause.number().equals("1"))
                .findFirst()
                .orElseThrow()
                .title();
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("CLAUSE,1," + title + ",GAINS,NONE," + gained.parcels() + ","), text);
    }

    @Test
    void a_spreadsheet_takes_no_cell_for_a_formula() {
        Sum sum = house.reports.sums(report.id(), Dimension.CLAUSE).get(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImpactCsv csv = ImpactCsv.ofSums(out);
        csv.add(sum, "=1+1");
        csv.end();
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("CLAUSE," + sum.key() + ",'=1+1,"), text);
    }
}
