package ir.hamedan.esup.rulebooks.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final List<String> DWELLING = List.of("DWELLING");

    @Test
    void a_gap_and_an_overlap_are_told_as_exact_regions() {
        RuleBook book = Books.of(List.of(
                Books.row("15", "R131", DWELLING, Band.of(300_00, 500_00), Band.ANY),
                Books.row("16", "R131", DWELLING, Band.from(450_00), Band.from(18_00)),
                Books.row("17", "R131", DWELLING, Band.from(500_00), Band.below(18_00))));

        assertEquals(
                List.of(
                        finding(Finding.Kind.GAP, Band.below(300_00), Band.ANY),
                        finding(Finding.Kind.OVERLAP, Band.of(450_00, 500_00), Band.from(18_00), "15", "16")),
                Analysis.of(book).findings());
        assertFalse(Analysis.of(book).isClean());
    }

    @Test
    void a_zone_without_a_row_is_a_gap() {
        RuleBook clean = Books.of(List.of(Books.row("1", "Z", DWELLING, Band.ANY, Band.ANY)));
        RuleBook book = new RuleBook(
                clean.data(),
                clean.chapters(),
                clean.clauses(),
                List.of(new Zone("Z", "Z"), new Zone("Y", "Y")),
                clean.uses(),
                clean.rows(),
                clean.overlays(),
                clean.chamfers(),
                clean.parameters(),
                List.of(),
                List.of(),
                List.of());

        assertTrue(Analysis.of(clean).isClean());
        assertEquals(
                List.of(new Finding(
                        Finding.Kind.GAP, "Y", "", Band.ANY, Band.ANY, List.of(), Finding.Settlement.OPEN, "")),
                Analysis.of(book).findings());
    }

    @Test
    void a_referral_settles_its_own_part_of_a_gap_and_a_precedence_its_overlap() {
        List<Row> rows = List.of(
                Books.row("1", "Z", DWELLING, Band.from(300_00), Band.ANY),
                Books.row("2", "Z", DWELLING, Band.from(900_00), Band.ANY));
        RuleBook book = Books.of(
                rows,
                List.of(Books.precedence("2", "1")),
                List.of(Books.referral("A5", "Z", Band.below(200_00), Band.ANY)));

        assertEquals(
                List.of("A5 REFERRAL [0, 20000)", " OPEN [20000, 30000)", "2 PRECEDENCE [90000, )"),
                Analysis.of(book).findings().stream()
                        .map(f -> f.by() + " " + f.settled() + " " + f.plot())
                        .toList());
        Table table = new Table(book);
        assertEquals(
                "2", table.match("Z", "DWELLING", 900_00, 0).row().orElseThrow().id());
        assertEquals(
                "A5",
                table.match("Z", "DWELLING", 100_00, 0).referral().orElseThrow().id());
    }

    @Test
    void a_circle_of_precedences_settles_nothing_where_all_three_meet() {
        List<Row> rows = Stream.of("1", "2", "3")
                .map(id -> Books.row(id, "Z", DWELLING, Band.ANY, Band.ANY))
                .toList();
        RuleBook book = Books.of(
                rows,
                List.of(Books.precedence("1", "2"), Books.precedence("2", "3"), Books.precedence("3", "1")),
                List.of());

        assertEquals(
                List.of(finding("Z", Finding.Kind.OVERLAP, Band.ANY, Band.ANY, "1", "2", "3")),
                Analysis.of(book).findings());
    }

    @Test
    void a_book_that_is_wrong_all_over_ends_in_a_bounded_report() {
        List<Row> rows = new ArrayList<>(List.of(Books.row("all", "Z", DWELLING, Band.ANY, Band.ANY)));
        for (int i = 0; i < 8_000; i++) {
            rows.add(Books.row("r" + i, "Z", DWELLING, Band.of(10L * i, 10L * i + 10), Band.from(i % 7)));
        }

        Analysis.Report report = Analysis.of(Books.of(rows));

        assertFalse(report.complete());
        assertFalse(report.isClean());
        assertEquals(Analysis.MOST_FINDINGS, report.findings().size());
    }

    @Test
    void of_a_thousand_rows_on_one_spot_only_some_are_named() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(Books.row("r" + i, "Z", DWELLING, Band.from(i), Band.from(i % 50)));
        }

        Analysis.Report report = Analysis.of(Books.of(rows));

        assertFalse(report.isClean());
        assertEquals(
                Finding.MOST_ROWS,
                report.findings().stream().mapToInt(f -> f.rows().size()).max().orElseThrow());
    }

    @Test
    void the_demonstration_book_is_clean_and_without_its_referrals_is_not() {
        RuleBook demo = DemoBook.book();

        assertEquals(
                List.of(),
                Analysis.of(demo).findings().stream().filter(Finding::isOpen).toList());
        assertEquals(
                List.of("below 300 m2", "street below 14 m"),
                Analysis.of(Books.of(demo.rows())).findings().stream()
                        .filter(f -> f.zone().equals("R131") && f.isOpen())
                        .map(f -> f.plot().equals(Band.below(300_00))
                                ? "below 300 m2"
                                : f.street().equals(Band.below(14_00)) ? "street below 14 m" : f.toString())
                        .toList());
    }

    @Property(tries = 100)
    void every_planted_gap_and_overlap_is_found_and_nothing_else(@ForAll Random random) {
        List<Row> clean = clean(random);
        agrees(clean);
        assertEquals(List.of(), Analysis.of(Books.of(clean)).findings());

        List<Row> gap = new ArrayList<>(clean);
        gap.remove(random.nextInt(gap.size()));
        agrees(gap);
        List<Row> overlap = new ArrayList<>(clean);
        Row twice = overlap.get(random.nextInt(overlap.size()));
        overlap.add(Books.row("planted", twice.zone(), twice.uses(), part(random, twice.plot()), twice.street()));
        assertTrue(agrees(overlap).stream()
                .anyMatch(f -> f.kind() == Finding.Kind.OVERLAP && f.rows().contains("planted")));
        List<Row> shrunk = new ArrayList<>(clean);
        Row small = shrunk.remove(random.nextInt(shrunk.size()));
        shrunk.add(Books.row(
                small.id(), small.zone(), small.uses(), part(random, small.plot()), part(random, small.street())));
        agrees(shrunk);
    }

    /** Plots in bands, each band with streets in bands: every plot has one row. */
    private static List<Row> clean(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int group = 0; group <= random.nextInt(3); group++) {
            for (Band plot : bands(random)) {
                for (Band street : bands(random)) {
                    rows.add(Books.row("r" + rows.size(), "Z" + group, DWELLING, plot, street));
                }
            }
        }
        return rows;
    }

    private static List<Band> bands(Random random) {
        return Group.strips(random.ints(random.nextInt(4), 1, 60).mapToObj(edge -> Band.from(edge)));
    }

    private static Band part(Random random, Band band) {
        long end = band.isOpen() ? band.from() + 40 : band.until();
        long from = band.from() + random.nextInt((int) (end - band.from()));
        return new Band(from, random.nextBoolean() ? band.until() : from + 1 + random.nextInt((int) (end - from)));
    }

    /** The findings, after each point at and beside an edge was looked at by counting rows. */
    private static List<Finding> agrees(List<Row> rows) {
        List<Finding> findings = Analysis.of(Books.of(rows)).findings();
        for (String zone : rows.stream().map(Row::zone).distinct().toList()) {
            List<Row> own = rows.stream().filter(row -> row.zone().equals(zone)).toList();
            for (long area : points(own.stream().map(Row::plot))) {
                for (long width : points(own.stream().map(Row::street))) {
                    List<String> told = findings.stream()
                            .filter(f -> f.zone().equals(zone))
                            .filter(f -> f.plot().contains(area) && f.street().contains(width))
                            .map(f -> f.kind() + " " + f.rows())
                            .toList();
                    assertEquals(expected(own, area, width), told, zone + " " + area + " " + width + " " + own);
                }
            }
        }
        return findings;
    }

    private static List<String> expected(List<Row> rows, long area, long width) {
        List<String> matching = rows.stream()
                .filter(row -> row.plot().from() <= area && area < row.plot().until())
                .filter(row ->
                        row.street().from() <= width && width < row.street().until())
                .map(Row::id)
                .toList();
        if (matching.size() > 1) {
            return List.of("OVERLAP " + matching);
        }
        return matching.isEmpty() && !isServedByALowerBand(rows, area, width) ? List.of("GAP []") : List.of();
    }

    private static boolean isServedByALowerBand(List<Row> rows, long area, long width) {
        return rows.stream()
                        .filter(row -> row.plot().contains(area))
                        .map(row -> row.street().from())
                        .min(Comparator.naturalOrder())
                        .filter(least -> width < least)
                        .isPresent()
                && rows.stream()
                        .anyMatch(row ->
                                row.plot().until() <= area && row.street().contains(width));
    }

    private static List<Long> points(Stream<Band> bands) {
        TreeSet<Long> points = new TreeSet<>(List.of(0L, 1_000_000L));
        bands.forEach(band -> {
            points.addAll(List.of(Math.max(0, band.from() - 1), band.from(), band.from() + 1));
            if (!band.isOpen()) {
                points.addAll(List.of(band.until() - 1, band.until(), band.until() + 1));
            }
        });
        return List.copyOf(points);
    }

    private static Finding finding(Finding.Kind kind, Band plot, Band street, String... rows) {
        return finding("R131", kind, plot, street, rows);
    }

    private static Finding finding(String zone, Finding.Kind kind, Band plot, Band street, String... rows) {
        return new Finding(kind, zone, "DWELLING", plot, street, List.of(rows), Finding.Settlement.OPEN, "");
    }
}
