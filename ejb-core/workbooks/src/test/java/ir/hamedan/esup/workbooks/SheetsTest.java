package ir.hamedan.esup.workbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.testing.Archive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sheets of a file, the keys of their columns, and how many lines there may be. */
class SheetsTest {
    private static final String TREES = TreeSheet.TREES.title();

    private static String tree(int row) {
        return "<row r=\"" + row + "\">" + TreeBook.inline("A" + row, "T-" + row) + "</row>";
    }

    private static String trees(int from, int until) {
        StringBuilder rows = new StringBuilder();
        IntStream.range(from, until).forEach(row -> rows.append(tree(row)));
        return rows.toString();
    }

    @Test
    void a_sound_file_has_its_sheets_and_no_faults() {
        TreeBook.Reading reading = TreeBook.read(TreeBook.sound());
        assertEquals(List.of(), reading.told());
        for (TreeSheet sheet : TreeSheet.values()) {
            assertTrue(reading.file().has(sheet));
            assertEquals(sheet.title(), reading.file().name(sheet));
            assertEquals(1, reading.file().lines(sheet).size());
        }
        assertEquals(3, reading.tree(0).row());
        assertEquals(
                List.of("راهنما", TREES, TreeSheet.STREETS.title(), TreeSheet.TREE_CARE.title()),
                WorkbookFile.sheetNames(TreeBook.sound()));
    }

    @Test
    void a_sheet_that_is_not_there_is_told_and_has_no_lines() {
        byte[] file =
                TreeBook.edited(workbook -> workbook.removeSheetAt(workbook.getSheetIndex(TreeSheet.STREETS.title())));
        TreeBook.Reading reading = TreeBook.read(file);
        assertEquals(List.of("خیابان‌ها! sheet-missing"), reading.told());
        assertEquals(
                List.of("خیابان‌ها", "STREETS"), reading.faults().all().get(0).arguments());
        assertFalse(reading.file().has(TreeSheet.STREETS));
        assertEquals(List.of(), reading.file().lines(TreeSheet.STREETS));
        assertEquals(TreeSheet.STREETS.title(), reading.file().name(TreeSheet.STREETS));
    }

    @Test
    void a_sheet_nobody_knows_is_told_and_not_read() {
        byte[] file = TreeBook.edited(workbook ->
                workbook.createSheet("یادداشت").createRow(5).createCell(0).setCellFormula("1+1"));
        assertEquals(List.of("یادداشت! unknown-sheet"), TreeBook.told(file));
    }

    @Test
    void a_sheet_twice_is_told_and_the_first_one_counts() {
        byte[] file = TreeBook.edited(workbook -> {
            XSSFSheet second = workbook.createSheet("trees");
            second.createRow(1).createCell(0).setCellValue("code");
            second.createRow(2).createCell(0).setCellValue("T-2");
        });
        TreeBook.Reading reading = TreeBook.read(file);
        assertEquals(List.of("trees! sheet-twice"), reading.told());
        assertEquals(List.of(TREES), reading.faults().all().get(0).arguments());
        assertEquals(1, reading.file().lines(TreeSheet.TREES).size());
        assertEquals("T-1", reading.tree(0).text("code"));
    }

    /** What the guide and the faults call it, or how people write that. */
    @ParameterizedTest
    @ValueSource(strings = {"نگهداری درخت‌ها", "نگهداري درختها", "TREE_CARE", "tree_care", "Tree care", "treecare"})
    void a_sheet_is_known_by_its_title_and_by_its_key(String name) {
        byte[] file = TreeBook.edited(
                workbook -> workbook.setSheetName(workbook.getSheetIndex(TreeSheet.TREE_CARE.title()), name));
        TreeBook.Reading reading = TreeBook.read(file);
        assertEquals(List.of(), reading.told());
        assertEquals(name, reading.file().name(TreeSheet.TREE_CARE));
        assertEquals(1, reading.file().lines(TreeSheet.TREE_CARE).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"راهنما", "Guide", "راهنـما"})
    void the_guide_is_not_read(String name) {
        byte[] file = TreeBook.edited(workbook -> {
            workbook.setSheetName(0, name);
            workbook.getSheetAt(0).createRow(9).createCell(9).setCellFormula("1+1");
        });
        assertEquals(List.of(), TreeBook.told(file));
    }

    @Test
    void so_many_sheets_are_read_and_no_more() {
        byte[] file = TreeBook.edited(workbook -> sheets(workbook, 60));
        assertEquals(56, count(TreeBook.told(file), "unknown-sheet"));
        assertEquals(0, count(TreeBook.told(file), "too-many-sheets"));
        byte[] more = TreeBook.edited(workbook -> sheets(workbook, 70));
        assertEquals(56, count(TreeBook.told(more), "unknown-sheet"));
        assertEquals("! too-many-sheets", TreeBook.told(more).get(56));
        assertEquals(57, TreeBook.told(more).size());
        assertEquals(60, WorkbookFile.sheetNames(more).size());
    }

    private static void sheets(XSSFWorkbook workbook, int all) {
        for (int i = workbook.getNumberOfSheets(); i < all; i++) {
            workbook.createSheet("n" + i);
        }
    }

    private static long count(List<String> told, String code) {
        return told.stream().filter(fault -> fault.endsWith(" " + code)).count();
    }

    /** Spreadsheet programs give names of 31 characters at the most. */
    @Test
    void a_name_of_a_sheet_that_goes_on_and_on_is_not_kept_with_every_fault() {
        String name = TREES + "\u200c".repeat(5_000);
        String workbook = Archive.part(TreeBook.sound(), "xl/workbook.xml");
        assertTrue(workbook.contains(TREES));
        TreeBook.Reading reading = TreeBook.read(Archive.with(
                TreeBook.rows(TreeBook.keys() + "<row r=\"3\"><c><f>1+1</f></c></row>"),
                Map.of("xl/workbook.xml", workbook.replace(TREES, name).getBytes(UTF_8))));
        assertEquals(1, reading.faults().count());
        assertTrue(reading.faults().all().get(0).sheet().length() <= 101);
    }

    @Test
    void columns_stand_in_any_order() {
        List<String> keys = new ArrayList<>(TreeSheet.TREES.columns());
        Collections.reverse(keys);
        TreeBook.Reading reading = TreeBook.read(TreeBook.rows(TreeBook.keys(keys) + "<row r=\"3\">"
                + TreeBook.inline("A3", "noted") + TreeBook.inline("J3", "T-1") + "</row>"));
        assertEquals(List.of(), reading.told());
        assertEquals("T-1", reading.tree(0).text("code"));
        assertEquals("noted", reading.tree(0).text("note"));
    }

    @Test
    void a_column_that_is_missing_is_told_in_the_row_of_the_keys() {
        List<String> keys = TreeSheet.TREES.columns().stream()
                .filter(key -> !key.equals("kind"))
                .toList();
        TreeBook.Reading reading = TreeBook.read(TreeBook.rows(TreeBook.keys(keys) + tree(3)));
        assertEquals(List.of(TREES + "!2 column-missing"), reading.told());
        assertEquals("kind", reading.faults().all().get(0).field());
        assertFalse(reading.tree(0).hasColumn("kind"));
        assertEquals("T-3", reading.tree(0).text("code"));
    }

    @Test
    void a_column_nobody_knows_is_told_once_and_what_stands_under_it_is_not() {
        byte[] file = TreeBook.edited(workbook -> {
            XSSFSheet sheet = workbook.getSheet(TREES);
            sheet.getRow(1).createCell(10).setCellValue("colour");
            sheet.getRow(2).createCell(10).setCellValue("green");
            sheet.createRow(3).createCell(10).setCellValue("brown");
        });
        TreeBook.Reading reading = TreeBook.read(file);
        assertEquals(List.of(TREES + "!K2 unknown-column"), reading.told());
        assertEquals(List.of("colour"), reading.faults().all().get(0).arguments());
        assertEquals(1, reading.file().lines(TreeSheet.TREES).size());
    }

    @ParameterizedTest
    @CsvSource({"kind, Kind", "streets, street", "height, hieght", "girth, girht", "ageUntil, age until", "note, notes"
    })
    void a_column_that_was_misspelt_is_told_once_and_read_all_the_same(String meant, String typed) {
        List<String> keys = TreeSheet.TREES.columns().stream()
                .map(key -> key.equals(meant) ? typed : key)
                .toList();
        String letter = String.valueOf((char) ('A' + keys.indexOf(typed)));
        TreeBook.Reading reading = TreeBook.read(
                TreeBook.rows(TreeBook.keys(keys) + "<row r=\"3\">" + TreeBook.inline(letter + 3, "there") + "</row>"));
        assertEquals(List.of(TREES + "!" + letter + "2 column-misspelt"), reading.told());
        assertEquals(List.of(typed, meant), reading.faults().all().get(0).arguments());
        assertEquals("there", reading.tree(0).text(meant));
    }

    @Test
    void a_column_is_never_taken_for_one_that_is_there_or_for_one_of_another_name() {
        List<String> keys = new ArrayList<>(TreeSheet.TREES.columns());
        keys.set(keys.indexOf("kind"), "codes");
        TreeBook.Reading reading = TreeBook.read(TreeBook.rows(TreeBook.keys(keys) + tree(3)));
        assertEquals(List.of(TREES + "!B2 unknown-column", TREES + "!2 column-missing"), reading.told());
    }

    @Test
    void a_row_is_not_blamed_for_a_column_that_is_not_there() {
        List<String> keys = TreeSheet.TREES.columns().stream()
                .filter(key -> !key.equals("kind"))
                .toList();
        TreeBook.Reading reading = TreeBook.read(TreeBook.rows(TreeBook.keys(keys) + tree(3)));
        Line tree = reading.tree(0);
        assertEquals("", tree.required("kind"));
        assertTrue(tree.isWrong());
        assertEquals(List.of(TREES + "!2 column-missing"), reading.told());
    }

    @Test
    void a_column_twice_is_told_at_the_second_and_the_first_one_counts() {
        byte[] file = TreeBook.edited(workbook -> {
            XSSFRow keys = workbook.getSheet(TREES).getRow(1);
            keys.createCell(10).setCellValue(" code ");
        });
        TreeBook.Reading reading = TreeBook.read(file);
        assertEquals(List.of(TREES + "!K2 column-twice"), reading.told());
        assertEquals("T-1", reading.tree(0).text("code"));
    }

    @Test
    void without_keys_no_line_is_read() {
        String told = TREES + "!2 keys-missing";
        assertEquals(List.of(told), TreeBook.told(TreeBook.rows("")));
        assertEquals(
                List.of(told), TreeBook.told(TreeBook.rows("<row r=\"1\">" + TreeBook.inline("A1", "x") + "</row>")));
        assertEquals(List.of(told), TreeBook.told(TreeBook.rows("<row r=\"2\"/>")));
        TreeBook.Reading reading = TreeBook.read(TreeBook.rows(trees(3, 9)));
        assertEquals(List.of(told), reading.told());
        assertEquals(List.of(), reading.file().lines(TreeSheet.TREES));
    }

    @Test
    void titles_and_blank_rows_are_passed_over() {
        String titles = "<row r=\"1\"><c r=\"A1\"><f>1+1</f></c>" + TreeBook.inline("Z1", "title") + "</row>";
        TreeBook.Reading reading = TreeBook.read(TreeBook.rows(
                titles + TreeBook.keys() + "<row r=\"3\"/><row r=\"4\"><c r=\"A4\" s=\"1\"/></row>" + tree(9)));
        assertEquals(List.of(), reading.told());
        assertEquals(1, reading.file().lines(TreeSheet.TREES).size());
        assertEquals(9, reading.tree(0).row());
    }

    @Test
    void rows_without_numbers_follow_each_other() {
        String rows = (TreeBook.keys() + tree(3)).replaceAll(" r=\"[A-Z]?[0-9]\"", "");
        TreeBook.Reading reading = TreeBook.read(TreeBook.rows("<row/>" + rows));
        assertEquals(List.of(), reading.told());
        assertEquals(3, reading.tree(0).row());
        assertEquals("T-3", reading.tree(0).text("code"));
    }

    @Test
    void a_sheet_has_so_many_lines_and_no_more() {
        SheetLines lines = TreeBook.lines();
        for (int i = 2; i <= TreeSheet.STREETS.mostLines(); i++) {
            lines.add(TreeSheet.STREETS).text("code", "S" + i);
        }
        assertEquals(List.of(), TreeBook.told(TreeBook.write(lines)));
        lines.add(TreeSheet.STREETS).text("code", "S6");
        TreeBook.Reading reading = TreeBook.read(TreeBook.write(lines));
        assertEquals(List.of("خیابان‌ها! too-many-rows"), reading.told());
        assertEquals(List.of("5"), reading.faults().all().get(0).arguments());
        assertEquals(5, reading.file().lines(TreeSheet.STREETS).size());
    }

    @Test
    void rows_that_are_only_formatted_are_told_when_they_are_too_many() {
        StringBuilder rows = new StringBuilder(TreeBook.keys());
        Random random = new Random(1);
        for (int row = 3; row <= 100_001; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\" s=\"")
                    .append(random.nextInt(256))
                    .append("\"/>");
        }
        assertEquals(List.of(), TreeBook.told(TreeBook.rows(rows.toString())));
        rows.append("<row/>");
        assertEquals(List.of(TREES + "! too-many-rows"), TreeBook.told(TreeBook.rows(rows.toString())));
    }

    @Test
    void of_a_file_that_is_wrong_all_over_the_first_faults_are_told() {
        TreeBook.Reading reading =
                TreeBook.read(TreeBook.rows(TreeBook.keys() + trees(3, 3_003).replace("<is><t>", "<f>1</f><is><t>")));
        assertEquals(Faults.MOST, reading.faults().count());
        assertEquals(TREES + "!A3 formula", reading.told().get(0));
        assertEquals("! too-many-faults", reading.told().get(Faults.MOST - 1));
        assertEquals(Faults.MOST, reading.file().lines(TreeSheet.TREES).size());
    }
}
