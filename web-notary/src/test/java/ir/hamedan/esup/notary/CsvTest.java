package ir.hamedan.esup.notary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void cells_are_quoted_and_quotes_doubled() {
        assertEquals("\"a\",\"b \"\"c\"\"\",\"\"\r\n", Csv.row(List.of("a", "b \"c\"", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "|calc"})
    void a_spreadsheet_takes_no_cell_for_a_formula(String hostile) {
        assertTrue(Csv.row(List.of(hostile)).startsWith("\"'"), hostile);
    }

    @Test
    void names_stay_as_they_are() {
        assertEquals("\"پروین شریفی\"\r\n", Csv.row(List.of("پروین شریفی")));
    }
}
