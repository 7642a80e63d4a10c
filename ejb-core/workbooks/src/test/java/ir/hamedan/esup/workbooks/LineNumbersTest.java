package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.workbooks.TreeBook.Age;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line makes of its numbers and bands. */
class LineNumbersTest {
    private final TypedLines lines = new TypedLines();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7.5 | 750
            7.50 | 750
            7.500 | 750
            ۷٫۵ | 750
            ٧٫٥ | 750
            7/5 | 750
            ۷/۲۵ | 725
            ۱٠2 | 10200
            0 | 0
            007 | 700
            0.01 | 1
            120 | 12000
            ۱۲۰٫۰۰ | 12000
            """)
    void a_number_is_read_in_digits_of_any_script_and_kept_in_its_unit(String typed, long kept) {
        assertEquals(kept, lines.line(typed).number("a", TreeNumber.HEIGHT));
        assertEquals(List.of(), lines.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"۱٬۲۳۴٬۵۶۷", "١٬٢٣٤٬٥٦٧", "1٬234٬567", " \u200f1234567\u200c "})
    void signs_of_thousands_and_marks_nobody_sees_mean_nothing(String typed) {
        assertEquals(1_234_567, lines.line(typed).number("a", TreeNumber.WORTH));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void a_number_has_at_most_the_digits_a_spreadsheet_keeps() {
        assertEquals(999_999_999_999_999L, lines.line("9".repeat(15)).number("a", TreeNumber.WORTH));
        assertEquals(0, lines.line("1" + "0".repeat(15)).number("a", TreeNumber.WORTH));
        assertEquals(List.of("trees!A7 a not-a-number 1000000000000000"), lines.told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "صد", "-5", "−5", "+5", "5-", "60٪", "5 m", "1 2", "1,5", "1،5", "1.2.3", "1/2/3", "5.", ".5", "1e3",
                "٬", "=5", "۱½"
            })
    void what_is_no_number_is_told_as_it_was_typed(String typed) {
        assertEquals(0, lines.line(typed).number("a", TreeNumber.HEIGHT));
        assertEquals(9, lines.line(typed).number("a", TreeNumber.HEIGHT, 9));
        String fault = "trees!A7 a not-a-number " + typed;
        assertEquals(List.of(fault, fault), lines.told());
    }

    @Test
    void more_decimals_than_the_form_has_are_told() {
        assertEquals(9, lines.line("7.555").number("a", TreeNumber.HEIGHT, 9));
        assertEquals(9, lines.line("۷٫۵").number("a", TreeNumber.COUNT, 9));
        assertEquals(List.of("trees!A7 a too-fine 7.555; 2", "trees!A7 a too-fine ۷٫۵; 0"), lines.told());
    }

    @Test
    void more_than_the_form_allows_is_told_with_the_most_as_people_write_it() {
        assertEquals(9, lines.line("120.01").number("a", TreeNumber.HEIGHT, 9));
        assertEquals(9, lines.line("999999999999999").number("a", TreeNumber.HEIGHT, 9));
        assertEquals(
                List.of("trees!A7 a out-of-range 120.01; 120.00", "trees!A7 a out-of-range 999999999999999; 120.00"),
                lines.told());
    }

    @Test
    void a_number_that_fits_an_int_is_one() {
        assertEquals(3_000, lines.line("3000").integer("a", TreeNumber.COUNT));
        assertEquals(OptionalInt.of(0), lines.line("۰").optional("a", TreeNumber.COUNT));
        assertEquals(List.of(), lines.told());
        assertEquals(OptionalInt.of(0), lines.line("3001").optional("a", TreeNumber.COUNT));
        assertEquals(List.of("trees!A7 a out-of-range 3001; 3000"), lines.told());
    }

    @Test
    void a_band_is_open_where_a_cell_is_empty() {
        assertEquals(new Age(10, 20), band(Map.of("a", "10", "b", "۲۰")));
        assertEquals(new Age(0, 20), band(Map.of("b", "20")));
        assertEquals(new Age(10, Age.OPEN), band(Map.of("a", "10")));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void a_band_without_width_is_told_at_its_end() {
        assertEquals(new Age(0, Age.OPEN), band(Map.of("a", "20", "b", "20")));
        assertEquals(new Age(0, Age.OPEN), band(Map.of("a", "21", "b", "20")));
        assertEquals(new Age(0, Age.OPEN), band(Map.of("b", "0")));
        assertEquals(
                List.of(
                        "trees!B7 b band-without-width 20; 20",
                        "trees!B7 b band-without-width 21; 20",
                        "trees!B7 b band-without-width ; 0"),
                lines.told());
    }

    @Test
    void a_side_of_a_band_that_is_no_number_is_told_at_its_own_cell_alone() {
        assertEquals(new Age(0, 20), band(Map.of("a", "ten", "b", "20")));
        assertEquals(new Age(10, Age.OPEN), band(Map.of("a", "10", "b", "3001")));
        assertEquals(List.of("trees!A7 a not-a-number ten", "trees!B7 b out-of-range 3001; 3000"), lines.told());
    }

    private Age band(Map<String, String> typed) {
        return lines.line(typed).band("a", "b", TreeNumber.COUNT, Age.OPEN, Age::new);
    }
}
