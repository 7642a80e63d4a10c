package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cells of a file are read as. */
class CellsTest {
    private static final String TREES = TreeSheet.TREES.title();

    /** The third row with this in it, under all keys. */
    private static TreeBook.Reading row(String cells) {
        return TreeBook.read(TreeBook.rows(TreeBook.keys() + "<row r=\"3\">" + cells + "</row>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c r="A3" t="inlineStr"><is><t>elm</t></is></c> | elm
            <c r="A3" t="inlineStr"><is><r><t>e</t></r><r><t>lm</t></r></is></c> | elm
            <c r="A3" t="inlineStr"><is><t>elm</t><rPh sb="0" eb="1"><t>spoken</t></rPh></is></c> | elm
            <c r="A3" t="inlineStr"><is><t>&lt;a&gt; &amp; _x0041__x062A_</t></is></c> | <a> & Aت
            <c r="A3" t="inlineStr"><is><t>_x005F_x0041_</t></is></c> | _x0041_
            <c r="A3" t="inlineStr"><is><t>_x41_ $1</t></is></c> | _x41_ $1
            <c r="A3" t="str"><v>elm</v></c> | elm
            <c r="A3" t="b"><v>1</v></c> | 1
            <c r="A3"><v>12</v></c> | 12
            <c r="A3" t="n"><v> 12 </v></c> | 12
            <c><v>12</v></c> | 12
            <c r="A3"><v>1.1499999999999999</v></c> | 1.15
            <c r="A3"><v>0.30000000000000004</v></c> | 0.3
            <c r="A3"><v>1.5E3</v></c> | 1500
            <c r="A3"><v>2E-2</v></c> | 0.02
            <c r="A3"><v>-5</v></c> | -5
            <c r="A3" s="9999"><v>5</v></c> | 5
            <c r="A3"/> | ''
            <c r="A3" t="s"/> | ''
            <c r="A3" t="s"><v/></c> | ''
            <c r="A3" t="inlineStr"><is><t>  </t></is></c> | ''
            """)
    void what_a_cell_holds_is_its_text(String cell, String text) {
        TreeBook.Reading reading = row(cell + TreeBook.inline("B3", "ELM"));
        assertEquals(List.of(), reading.told());
        assertEquals(text, reading.tree(0).text("code"));
        assertEquals("ELM", reading.tree(0).text("kind"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c r="C3"><f>1+1</f><v>2</v></c> | C3 formula
            <c r="C3" t="str"><f>A1</f><v/></c> | C3 formula
            <c r="C3" t="inlineStr"><is><t> =1+1</t></is></c> | C3 formula
            <c r="C3" t="str"><v>=1+1</v></c> | C3 formula
            <c r="C3" t="e"><v>#N/A</v></c> | C3 error-cell
            <c r="C3"><v>NaN</v></c> | C3 error-cell
            <c r="C3"><v>0x1p3</v></c> | C3 error-cell
            <c r="C3"><v>1E41</v></c> | C3 error-cell
            <c r="C3"><v>1E-41</v></c> | C3 error-cell
            <c r="C3"><v>1E999999999</v></c> | C3 error-cell
            <c r="C3"><v>1E2147483648</v></c> | C3 error-cell
            <c r="C3"><v>11111111111111111111111111111111111111111</v></c> | C3 error-cell
            <c r="C3" t="d"><v>2026-11-28</v></c> | C3 date-cell
            <c r="K3"><v>5</v></c> | K3 cell-without-column
            <c r="AB3" t="inlineStr"><is><t>x</t></is></c> | AB3 cell-without-column
            """)
    void what_cannot_be_read_is_told_at_its_cell(String cell, String told) {
        TreeBook.Reading reading = row(TreeBook.inline("A3", "T-1") + cell);
        assertEquals(List.of(TREES + "!" + told), reading.told());
        assertEquals("T-1", reading.tree(0).text("code"));
        assertEquals("", reading.tree(0).text("streets"));
    }

    @Test
    void a_number_of_thousands_of_digits_is_not_reckoned_with() {
        assertEquals(
                List.of(TREES + "!A3 error-cell"),
                row("<c><v>" + "9".repeat(5_000) + "</v></c>").told());
    }

    @Test
    void a_text_has_as_many_characters_as_spreadsheets_allow() {
        TreeBook.Reading longest = row(TreeBook.inline("A3", "x".repeat(32_767)));
        assertEquals(List.of(), longest.told());
        assertEquals("x".repeat(32_767), longest.tree(0).text("code"));
        assertEquals(
                List.of(TREES + "!A3 cell-too-long"),
                row(TreeBook.inline("A3", "x".repeat(32_768))).told());
    }

    @Test
    void a_long_text_that_begins_with_blanks_is_not_taken_for_an_empty_cell() {
        String text = " ".repeat(40_000) + "elm";
        assertEquals(
                List.of(TREES + "!A3 cell-too-long"),
                row(TreeBook.inline("A3", text)).told());
    }

    /** What is pasted from a page or a letter: a no-break space, a joiner, a mark of direction, a tatweel. */
    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200c", "\u200f \u200e", "\ufeff", "\u0640", " \n\t"})
    void a_cell_in_which_nothing_can_be_seen_is_empty(String unseen) {
        Line line = row(TreeBook.inline("A3", "T-1") + TreeBook.inline("B3", unseen) + TreeBook.inline("K3", unseen))
                .tree(0);
        assertEquals("", line.text("kind"));
        assertEquals(false, line.isWrong());
    }

    /** No text of XML has them and no database takes them, but the escapes of a workbook can say them. */
    @Test
    void characters_that_no_text_can_have_are_left_out() {
        String escaped = "a_x0000_b_x0001_c_xD800_d_xFFFF_e_x0009_f_x000A_g_x000D_h";
        TreeBook.Reading reading = row(TreeBook.inline("A3", escaped) + TreeBook.inline("B3", "_xD83C__xDF33_"));
        assertEquals("abcde\tf\ng\rh", reading.tree(0).text("code"));
        assertEquals("🌳", reading.tree(0).text("kind"));
        byte[] shared =
                TreeBook.edited(workbook -> TreeBook.cell(workbook, "note").setCellValue(escaped));
        assertEquals("abcde\tf\ng\rh", TreeBook.read(shared).tree(0).text("note"));
    }

    @Test
    void shared_texts_and_numbers_are_read_as_a_spreadsheet_program_saves_them() {
        byte[] file = TreeBook.edited(workbook -> {
            TreeBook.cell(workbook, "code").setCellValue("T-2");
            TreeBook.cell(workbook, "kind").setCellValue("T-2");
            TreeBook.cell(workbook, "height").setCellValue(7.25);
            TreeBook.cell(workbook, "girth").setCellValue("۱۰۰");
            TreeBook.cell(workbook, "listed").setCellValue(true);
            TreeBook.cell(workbook, "note").setCellValue("_x005F_x0041_");
        });
        TreeBook.Reading reading = TreeBook.read(file);
        Line line = reading.tree(0);
        assertEquals("T-2", line.text("code"));
        assertEquals("T-2", line.text("kind"));
        assertEquals(7_25, line.number("height", TreeNumber.HEIGHT));
        assertEquals(100, line.number("girth", TreeNumber.COUNT));
        assertEquals(true, line.flag("listed"));
        assertEquals("_x0041_", line.text("note"));
        assertEquals("S1، S2", line.text("streets"));
        assertEquals(List.of(), reading.told());
    }

    @Test
    void formulas_errors_and_long_texts_are_told_as_a_spreadsheet_program_saves_them() {
        byte[] file = TreeBook.edited(workbook -> {
            TreeBook.cell(workbook, "code").setCellValue("=1+1");
            TreeBook.cell(workbook, "height").setCellFormula("5*2");
            TreeBook.cell(workbook, "girth").setCellErrorValue((byte) 7);
        });
        assertEquals(
                List.of(TREES + "!A3 formula", TREES + "!D3 formula", TREES + "!E3 error-cell"), TreeBook.told(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyy-mm-dd | D3 date-cell
            m/d/yy | D3 date-cell
            [$-3000401]yyyy/mm/dd;@ | D3 date-cell
            h:mm | D3 date-cell
            0% | D3 percent-cell
            0.00% | D3 percent-cell
            0.0"٪" | D3 percent-cell
            """)
    void a_number_shown_as_something_else_is_told(String format, String told) {
        assertEquals(
                List.of(TREES + "!" + told), TreeBook.told(TreeBook.edited(workbook -> styled(workbook, format, 46))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"General", "@", "0", "0.00", "#,##0.00", "#,##0\" متر\"", "[Red]0;[Blue]-0"})
    void a_number_shown_as_one_is_read(String format) {
        TreeBook.Reading reading = TreeBook.read(TreeBook.edited(workbook -> styled(workbook, format, 46.5)));
        assertEquals(List.of(), reading.told());
        assertEquals(46_50, reading.tree(0).number("height", TreeNumber.HEIGHT));
    }

    private static void styled(XSSFWorkbook workbook, String format, double value) {
        XSSFCell cell = TreeBook.cell(workbook, "height");
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }

    @Test
    void merged_cells_are_told_at_the_first_of_them() {
        byte[] file = TreeBook.edited(workbook -> {
            workbook.getSheet(TREES).addMergedRegion(CellRangeAddress.valueOf("B3:B5"));
            workbook.getSheet(TREES).addMergedRegion(CellRangeAddress.valueOf("AA7:AB7"));
        });
        TreeBook.Reading reading = TreeBook.read(file);
        assertEquals(List.of(TREES + "!B3 merged-cells", TREES + "!AA7 merged-cells"), reading.told());
        assertEquals(List.of("B3:B5"), reading.faults().all().get(0).arguments());
    }

    @Test
    void merged_cells_without_a_place_are_told_of_the_sheet() {
        String merged = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + TreeBook.keys() + "</sheetData><mergeCells><mergeCell/><mergeCell ref=\"A123456789\"/></mergeCells>"
                + "</worksheet>";
        assertEquals(
                List.of(TREES + "! merged-cells", TREES + "! merged-cells"), TreeBook.told(TreeBook.sheet(merged)));
    }

    @Property
    void the_letters_of_a_column_are_its_place(@ForAll @IntRange(max = 18_277) int column) {
        assertEquals(column, CellHandler.column(Faults.letters(column) + "7"));
    }

    @Test
    void columns_are_lettered_as_spreadsheets_do() {
        Map.of(0, "A", 25, "Z", 26, "AA", 701, "ZZ", 702, "AAA")
                .forEach((column, letters) -> assertEquals(letters, Faults.letters(column)));
        assertThrows(IllegalArgumentException.class, () -> CellHandler.column("7A"));
    }
}
