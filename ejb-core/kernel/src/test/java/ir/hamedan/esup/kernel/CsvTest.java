package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static String row(String... cells) {
        return Csv.row(List.of(cells));
    }

    @Test
    void a_row_has_commas_between_its_cells_and_ends_its_line() {
        assertEquals("R122,پروین شریفی,,1-2-3\r\n", row("R122", "پروین شریفی", "", "1-2-3"));
    }

    @Test
    void a_cell_that_would_be_several_is_quoted_and_its_quotes_doubled() {
        assertEquals("\"a,b\"\r\n", row("a,b"));
        assertEquals("\"b \"\"c\"\"\"\r\n", row("b \"c\""));
        assertEquals("\"a\nb\",\"a\rb\"\r\n", row("a\nb", "a\rb"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+2",
                "-",
                "--1",
                "-1.",
                "-.5",
                "-1e5",
                "- 1",
                "-۱",
                "@SUM(A1)",
                "\t=1",
                "\tx",
                " =1",
                "\u3000=1",
                " -1",
                "|calc",
                "%0A"
            })
    void a_spreadsheet_takes_no_cell_for_a_formula(String hostile) {
        assertEquals("'" + hostile + "\r\n", row(hostile));
    }

    @Test
    void nor_one_that_begins_with_the_end_of_a_line_or_has_a_comma() {
        assertEquals("\"'\r=1\",\"'\n=1\"\r\n", row("\r=1", "\n=1"));
        assertEquals("\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"\r\n", row("=HYPERLINK(\"a\",\"b\")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12.5", "-3", "0", "12.5", "240", "a=b", "R-122", "'", " ", ""})
    void numbers_below_zero_and_all_else_stay_as_they_are(String harmless) {
        assertEquals(harmless + "\r\n", row(harmless));
    }

    @Test
    void a_reader_that_is_no_spreadsheet_gets_each_cell_to_the_letter() {
        assertEquals("\"=1 \"\"a\"\"\"", Csv.quoted("=1 \"a\""));
    }
}
