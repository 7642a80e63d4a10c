package ir.hamedan.esup.rulebooks.internal.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FallbackTest {
    private static final List<String> DWELLING = List.of("DWELLING");

    /** R122 of the demonstration book, whose bands ask for 8, 10, 12 and 16 metres. */
    private static final List<Row> R122 = List.of(
            Books.row("11", "R122", DWELLING, Band.below(200_00), Band.from(8_00)),
            Books.row("12", "R122", DWELLING, Band.of(200_00, 300_00), Band.from(10_00)),
            Books.row("13", "R122", DWELLING, Band.of(300_00, 500_00), Band.from(12_00)),
            Books.row("14", "R122", DWELLING, Band.from(500_00), Band.from(16_00)));

    @Test
    void a_street_too_narrow_leads_to_the_next_lower_band_whose_street_is_met() {
        List<String> told = Fallback.expand(R122).stream()
                .skip(R122.size())
                .map(row -> row.id() + " " + row.base().orElseThrow() + " " + row.plot() + " " + row.street())
                .toList();

        assertEquals(
                List.of(
                        "12/11 11 [20000, 30000) [800, 1000)",
                        "13/12 12 [30000, 50000) [1000, 1200)",
                        "13/11 11 [30000, 50000) [800, 1000)",
                        "14/13 13 [50000, ) [1200, 1600)",
                        "14/12 12 [50000, ) [1000, 1200)",
                        "14/11 11 [50000, ) [800, 1000)"),
                told);
    }

    @Test
    void below_the_least_street_of_all_bands_there_is_no_row() {
        Table table = new Table(Books.of(R122));

        assertEquals(
                Optional.empty(),
                table.match("R122", "DWELLING", 240_00, 7_99).row().map(Row::id));
        assertEquals(
                Optional.of("12/11"),
                table.match("R122", "DWELLING", 240_00, 8_00).row().map(Row::id));
        assertEquals(
                Optional.of("12"),
                table.match("R122", "DWELLING", 240_00, 10_00).row().map(Row::id));
    }

    @Test
    void a_lower_band_fills_no_gap_between_bands() {
        List<Row> rows = List.of(
                Books.row("1", "Z", DWELLING, Band.below(100_00), Band.from(6_00)),
                Books.row("2", "Z", DWELLING, Band.from(200_00), Band.from(8_00)));
        Table table = new Table(Books.of(rows));

        assertEquals(List.of(), table.match("Z", "DWELLING", 150_00, 20_00).matching());
        assertEquals(
                Optional.of("2/1"),
                table.match("Z", "DWELLING", 200_00, 7_00).row().map(Row::id));
    }

    @Test
    void uses_that_share_both_rows_share_the_row_between_them() {
        List<Row> rows = List.of(
                Books.row("28", "S121", List.of("SHOP", "OFFICE"), Band.of(200_00, 500_00), Band.from(20_00)),
                Books.row("29", "S121", List.of("SHOP", "OFFICE"), Band.from(500_00), Band.from(30_00)));

        List<Row> expanded = Fallback.expand(rows);

        assertEquals(3, expanded.size());
        assertEquals(List.of("SHOP", "OFFICE"), expanded.get(2).uses());
    }

    @Test
    void two_rows_of_one_id_are_refused() {
        Row row = Books.row("1", "Z", DWELLING, Band.ANY, Band.ANY);

        Problem problem = assertThrows(Problem.class, () -> new Table(Books.of(List.of(row, row))));
        assertEquals("rulebooks.row-twice", problem.code());
    }

    @Test
    void a_row_of_a_book_has_no_stroke_in_its_id() {
        assertThrows(IllegalArgumentException.class, () -> Books.row("13/12", "Z", DWELLING, Band.ANY, Band.ANY));
    }
}
