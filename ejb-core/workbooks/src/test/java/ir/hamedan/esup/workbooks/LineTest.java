package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.workbooks.TreeBook.Age;
import ir.hamedan.esup.workbooks.TreeBook.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line makes of its texts, codes, answers, constants and days. */
class LineTest {
    private final TypedLines lines = new TypedLines();

    @Test
    void a_text_is_as_it_was_typed() {
        assertEquals(" يك ۱ ", lines.line(" يك ۱ ").text("a"));
        assertEquals("", lines.line("x").text("b"));
        assertEquals("", lines.line("x").text("nowhere"));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void what_is_required_is_told_where_it_is_missing() {
        Line line = lines.line(Map.of("a", "elm"));
        assertEquals("elm", line.required("a"));
        assertFalse(line.isWrong());
        assertEquals("", line.required("c"));
        assertTrue(line.isWrong());
        assertEquals(List.of("trees!AB7 c empty"), lines.told());
    }

    @Test
    void each_reader_of_what_must_be_there_tells_an_empty_cell() {
        Line line = lines.line(Map.of());
        assertEquals("", line.requiredCode("a"));
        assertEquals(List.of(), line.requiredCodes("a"));
        assertEquals(List.of(), line.names("a"));
        assertEquals(0, line.number("a", TreeNumber.COUNT));
        assertEquals(0, line.integer("a", TreeNumber.COUNT));
        assertFalse(line.flag("a"));
        assertEquals(Kind.PLANE, line.constant("a", Kind.class));
        assertEquals(LocalDate.EPOCH, line.date("a"));
        assertEquals(IntStream.range(0, 8).mapToObj(i -> "trees!A7 a empty").toList(), lines.told());
    }

    @Test
    void what_may_be_missing_is_not_told() {
        Line line = lines.line(Map.of());
        assertEquals("", line.code("a"));
        assertEquals(List.of(), line.codes("a"));
        assertEquals(5, line.number("a", TreeNumber.COUNT, 5));
        assertEquals(OptionalInt.empty(), line.optional("a", TreeNumber.COUNT));
        assertEquals(new Age(0, Age.OPEN), line.band("a", "b", TreeNumber.COUNT, Age.OPEN, Age::new));
        assertEquals(List.of(), lines.told());
        assertFalse(line.isWrong());
    }

    /** What is wrong with such a cell was told when the line came: nobody is told that it is empty as well. */
    @ParameterizedTest
    @EnumSource(
            value = Cell.Kind.class,
            names = {"FORMULA", "ERROR", "TOO_LONG", "DATE", "PERCENT"})
    void a_cell_that_cannot_be_read_is_told_once(Cell.Kind kind) {
        Line line = lines.of(Map.of(0, new Cell(kind, "7")));
        assertTrue(line.isWrong());
        assertEquals("", line.text("a"));
        line.required("a");
        line.number("a", TreeNumber.COUNT);
        line.date("a");
        String code =
                switch (kind) {
                    case FORMULA -> "formula";
                    case ERROR -> "error-cell";
                    case TOO_LONG -> "cell-too-long";
                    case DATE -> "date-cell";
                    case PERCENT -> "percent-cell";
                    case TEXT, NUMBER, BOOLEAN -> "";
                };
        assertEquals(List.of("trees!A7 a " + code), lines.told());
    }

    @Test
    void a_cell_under_no_key_is_told_without_one() {
        Line line = lines.of(Map.of(2, new Cell(Cell.Kind.TEXT, "stray")));
        assertTrue(line.isWrong());
        assertEquals(List.of("trees!C7  cell-without-column"), lines.told());
    }

    @Test
    void a_fault_of_the_reader_of_a_book_stands_at_its_cell() {
        Line line = lines.line("x");
        line.fault("c", "trees.fault.felled", "x");
        line.fault("nowhere", "empty");
        assertEquals(7, line.row());
        assertTrue(line.isWrong());
        assertTrue(line.hasColumn("c"));
        assertFalse(line.hasColumn("nowhere"));
        assertEquals(List.of("trees!AB7 c trees.fault.felled x", "trees!7 nowhere empty"), lines.told());
    }

    @Test
    void a_code_has_persian_letters_and_ascii_digits() {
        assertEquals("پهنه یک-12", lines.line(" پهنه  يك-۱٢\u200c ").code("a"));
        assertEquals("x".repeat(100), lines.line("x".repeat(100)).requiredCode("a"));
        assertEquals(List.of(), lines.told());
        assertEquals("", lines.line("x".repeat(101)).requiredCode("a"));
        assertEquals(List.of("trees!A7 a code-too-long 100"), lines.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "۱، ۲", "1;2", "١؛2", "1\n2", "1\r\n2", "،1,,2،"})
    void codes_are_separated_by_commas_of_any_script(String typed) {
        assertEquals(List.of("1", "2"), lines.line(typed).requiredCodes("a"));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void a_code_twice_in_a_list_is_told_and_counts_once() {
        assertEquals(List.of("1", "2"), lines.line("1، ۲، ۱").codes("a"));
        assertEquals(List.of("trees!A7 a twice-in-list 1"), lines.told());
    }

    @Test
    void a_list_has_so_many_codes_and_no_more() {
        String most = IntStream.range(0, 200).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertEquals(200, lines.line(most).codes("a").size());
        assertEquals(List.of(), lines.told());
        lines.line(most + ",200").codes("a");
        assertEquals(List.of("trees!A7 a list-too-long 200"), lines.told());
    }

    @Test
    void commas_alone_are_no_codes_and_no_names() {
        Line line = lines.line("، ,");
        assertEquals(List.of(), line.codes("a"));
        assertEquals(List.of(), lines.told());
        assertEquals(List.of(), line.requiredCodes("a"));
        assertEquals(List.of(), line.names("a"));
        assertEquals(List.of("trees!A7 a empty", "trees!A7 a empty"), lines.told());
    }

    @Test
    void names_are_as_they_were_typed() {
        assertEquals(List.of("علي ۱", "B b"), lines.line(" علي ۱ ، B b،").names("a"));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void each_code_that_is_not_known_is_told() {
        lines.line("x").mustBeKnown("a", List.of("1", "", "2", "3"), Set.of("2")::contains, "trees.fault.unknown");
        assertEquals(List.of("trees!A7 a trees.fault.unknown 1", "trees!A7 a trees.fault.unknown 3"), lines.told());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            بله, true
            بلـه, true
            آری, true
            اري, true
            Yes, true
            TRUE, true
            ۱, true
            خیر, false
            خير, false
            نه, false
            no, false
            False, false
            ٠, false
            """)
    void yes_and_no_are_known_in_both_languages(String typed, boolean yes) {
        assertEquals(yes, lines.line(typed).flag("a"));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void a_cell_that_is_ticked_is_a_yes() {
        assertTrue(lines.of(Map.of(0, new Cell(Cell.Kind.BOOLEAN, "1"))).flag("a"));
        assertFalse(lines.of(Map.of(0, new Cell(Cell.Kind.BOOLEAN, "0"))).flag("a"));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void what_is_neither_yes_nor_no_is_told_and_no_yes() {
        assertFalse(lines.line("شاید").flag("a"));
        assertFalse(lines.line("2").flag("a"));
        assertEquals(List.of("trees!A7 a neither-yes-nor-no شاید", "trees!A7 a neither-yes-nor-no 2"), lines.told());
    }

    @Test
    void a_constant_is_known_by_its_name_in_letters_of_any_size() {
        assertEquals(Kind.WALNUT, lines.line(" walnut ").constant("a", Kind.class));
        assertEquals(
                List.of(Kind.ELM, Kind.PLANE), lines.line("x").constants("a", List.of("ELM", "", "Plane"), Kind.class));
        assertEquals(List.of(), lines.told());
    }

    @Test
    void an_unknown_constant_is_told_with_those_there_are() {
        assertEquals(Kind.PLANE, lines.line("OAK").constant("a", Kind.class));
        assertEquals(List.of(Kind.ELM), lines.line("x").constants("a", List.of("ASH", "ELM"), Kind.class));
        assertEquals(
                List.of(
                        "trees!A7 a unknown-constant OAK; PLANE, ELM, WALNUT",
                        "trees!A7 a unknown-constant ASH; PLANE, ELM, WALNUT"),
                lines.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1405/01/01", "۱۴۰۵/۰۱/۰۱", "1405/1/1", "١٤٠٥-1-01", "1405.01.01"})
    void a_day_is_one_of_the_persian_calendar(String typed) {
        assertEquals(LocalDate.of(2026, 3, 21), lines.line(typed).date("a"));
        assertEquals(List.of(), lines.told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1405/13/01", "1405/12/30", "2026-03-21", "46000", "دیروز"})
    void what_is_no_day_is_told(String typed) {
        assertEquals(LocalDate.EPOCH, lines.line(typed).date("a"));
        assertEquals(List.of("trees!A7 a not-a-date " + typed), lines.told());
    }
}
