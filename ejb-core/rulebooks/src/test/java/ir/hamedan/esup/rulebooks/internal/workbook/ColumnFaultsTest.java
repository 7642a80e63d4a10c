package ir.hamedan.esup.rulebooks.internal.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a column is told where its key stands, and of no row under it. */
class ColumnFaultsTest {
    /** The sound workbook with another key over a column. */
    private static byte[] headed(Sheet sheet, String key, String typed) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Edited.untouched()))) {
            Row keys = workbook.getSheet(sheet.title()).getRow(1);
            // A cell that holds its text within keeps it; so another one takes its place.
            keys.createCell(sheet.columns().indexOf(key)).setCellValue(typed);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_misspelt_column_is_one_fault() {
        assertEquals(List.of("جدول پایه!H2 column-misspelt"), Edited.faults(headed(Sheet.ROWS, "density", "densty")));
        assertEquals(List.of("پهنه‌ها!A2 column-misspelt"), Edited.faults(headed(Sheet.ZONES, "code", "Code")));
    }

    /** Those that other lines name, or without which others mean nothing. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            BOOK, code
            BOOK, supersedes
            CHAPTERS, number
            CLAUSES, number
            ZONES, code
            USES, code
            ROWS, id
            ROWS, plotUntil
            ROWS, parkingKind
            OVERLAYS, layer
            OVERLAYS, distanceUntil
            OVERLAYS, plotFrom
            OVERLAYS, zones
            OVERLAYS, effect
            OVERLAYS, density
            OVERLAYS, alternative
            CHAMFERS, angleUntil
            PARAMETERS, name
            PARAMETERS, of
            PARAMETERS, value
            REFERRALS, signers
            GOLDENS, id
            GOLDENS, clear
            GOLDENS, decisionParkingKind
            GOLDEN_BASES, golden
            GOLDEN_BASES, number
            GOLDEN_BASES, basis
            GOLDEN_BASES, amount
            GOLDEN_ZONES, golden
            GOLDEN_CONCERNS, layer
            """)
    void a_column_that_is_not_there_is_blamed_on_no_row(Sheet sheet, String key) {
        String column = letters(sheet.columns().indexOf(key));
        assertEquals(
                List.of(sheet.title() + "!" + column + "2 unknown-column", sheet.title() + "!2 column-missing"),
                Edited.faults(headed(sheet, key, "something else")));
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
