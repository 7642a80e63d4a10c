package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What is written, as a spreadsheet program opens it. */
class WorkbookWriterTest {
    private static XSSFWorkbook opened(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    /** What stands in the cells of each row. */
    private static List<List<String>> texts(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> texts.add(cell.toString()));
            rows.add(texts);
        }
        return rows;
    }

    @Test
    void the_guide_comes_first_and_tells_every_sheet_and_column() throws IOException {
        try (XSSFWorkbook workbook = opened(TreeBook.sound())) {
            assertEquals("راهنما", workbook.getSheetName(0));
            List<List<String>> guide = texts(workbook.getSheetAt(0));
            assertEquals(List.of("Trees of the city."), guide.get(0));
            assertEquals(List.of("One line a tree."), guide.get(1));
            assertEquals(List.of("درخت‌ها", "TREES", "purpose of TREES"), guide.get(2));
            assertEquals(List.of("code", "title of code", ""), guide.get(3));
            assertEquals(List.of("kind", "title of kind", "PLANE, ELM, WALNUT"), guide.get(4));
            for (TreeSheet sheet : TreeSheet.values()) {
                assertTrue(guide.contains(List.of(sheet.title(), sheet.name(), "purpose of " + sheet.name())));
                sheet.columns()
                        .forEach(column -> assertTrue(
                                guide.stream().anyMatch(row -> row.get(0).equals(column))));
            }
        }
    }

    @Test
    void a_sheet_has_titles_then_keys_then_its_lines() throws IOException {
        try (XSSFWorkbook workbook = opened(TreeBook.sound())) {
            List<List<String>> streets = texts(workbook.getSheet(TreeSheet.STREETS.title()));
            assertEquals(
                    List.of(
                            List.of("title of code", "title of title"),
                            List.of("code", "title"),
                            List.of("S1", "بوعلی")),
                    streets);
            XSSFSheet trees = workbook.getSheet(TreeSheet.TREES.title());
            assertEquals(2, trees.getPaneInformation().getHorizontalSplitTopRow());
            assertEquals(CellType.NUMERIC, trees.getRow(2).getCell(3).getCellType());
            assertEquals(7.5, trees.getRow(2).getCell(3).getNumericCellValue());
        }
    }

    /** 1405/01/01 typed into the template would become a day of another calendar. */
    @Test
    void what_is_typed_into_the_template_stays_a_text() throws IOException {
        try (XSSFWorkbook workbook = opened(TreeBook.write(new SheetLines()))) {
            XSSFSheet trees = workbook.getSheet(TreeSheet.TREES.title());
            for (int column = 0; column < TreeSheet.TREES.columns().size(); column++) {
                assertEquals("@", trees.getColumnStyle(column).getDataFormatString());
            }
            assertEquals(1, trees.getLastRowNum());
        }
        TreeBook.Reading reading = TreeBook.read(TreeBook.write(new SheetLines()));
        assertEquals(List.of(), reading.told());
        assertEquals(List.of(), reading.file().lines(TreeSheet.TREES));
    }

    @Test
    void texts_are_texts_also_where_they_look_like_something_else() throws IOException {
        SheetLines lines = new SheetLines();
        lines.add(TreeSheet.STREETS).text("code", "1405/01/01").text("title", "=1+1");
        try (XSSFWorkbook workbook = opened(TreeBook.write(lines))) {
            Row row = workbook.getSheet(TreeSheet.STREETS.title()).getRow(2);
            for (int column = 0; column < 2; column++) {
                XSSFCell cell = (XSSFCell) row.getCell(column);
                assertEquals(CellType.STRING, cell.getCellType());
                assertEquals("@", cell.getCellStyle().getDataFormatString());
            }
        }
    }

    @Test
    void the_sheets_run_as_the_language_does() throws IOException {
        for (Locale language : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            try (XSSFWorkbook workbook = opened(TreeBook.write(TreeBook.lines(), language))) {
                for (Sheet sheet : workbook) {
                    assertEquals(language.equals(Messages.PERSIAN), sheet.isRightToLeft());
                }
            }
        }
    }

    @Test
    void a_line_has_only_the_cells_that_say_something() {
        SheetLines lines = new SheetLines();
        SheetLines.Written written = lines.add(TreeSheet.TREES)
                .text("a", "")
                .maybe("b", Optional.empty())
                .list("c", List.of())
                .optional("d", TreeNumber.COUNT, OptionalInt.empty())
                .band("e", TreeNumber.COUNT, new TreeBook.Age(0, TreeBook.Age.OPEN))
                .until("f", TreeNumber.COUNT, new TreeBook.Age(5, TreeBook.Age.OPEN));
        assertEquals(Map.of(), written.cells());
        assertEquals(List.of(Map.of()), lines.of(TreeSheet.TREES));
        assertEquals(List.of(), lines.of(TreeSheet.STREETS));
    }

    @Test
    void a_line_is_written_as_people_write() {
        SheetLines.Written written = new SheetLines()
                .add(TreeSheet.TREES)
                .text("text", "elm")
                .maybe("kind", Optional.of(TreeBook.Kind.ELM))
                .list("list", List.of("1", "2"))
                .number("zero", TreeNumber.HEIGHT, 0)
                .optional("height", TreeNumber.HEIGHT, OptionalInt.of(7_50))
                .band("age", TreeNumber.COUNT, new TreeBook.Age(1, 20))
                .until("end", TreeNumber.HEIGHT, new TreeBook.Age(0, 1))
                .flag("yes", true)
                .flag("no", false)
                .date("day", LocalDate.of(2026, 3, 21));
        assertEquals(
                Map.ofEntries(
                        Map.entry("text", "elm"),
                        Map.entry("kind", "ELM"),
                        Map.entry("list", "1، 2"),
                        Map.entry("zero", new BigDecimal("0")),
                        Map.entry("height", new BigDecimal("7.5")),
                        Map.entry("ageFrom", new BigDecimal("1")),
                        Map.entry("ageUntil", new BigDecimal("2E+1")),
                        Map.entry("end", new BigDecimal("0.01")),
                        Map.entry("yes", "بله"),
                        Map.entry("no", "خیر"),
                        Map.entry("day", "1405/01/01")),
                written.cells());
    }
}
