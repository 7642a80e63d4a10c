package ir.hamedan.esup.rulebooks.internal.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.workbooks.Fault;
import ir.hamedan.esup.workbooks.Faults;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookFaultsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ROWS | zone | R999 | B3 unknown-zone
            ROWS | uses | DWELLING، CASTLE | C3 unknown-use
            ROWS | uses | DWELLING، DWELLING | C3 twice-in-list
            ROWS | clauses | 1,99 | Q3 unknown-clause
            ROWS | clauses | '' | Q3 empty
            ROWS | id | 2 | A4 twice
            ROWS | id | 1/2 | A3 stroke-in-id
            ROWS | density | صد | H3 not-a-number
            ROWS | density | 60٪ | H3 not-a-number
            ROWS | density | -5 | H3 not-a-number
            ROWS | density | 2400.5 | H3 out-of-range
            ROWS | coverage | 600 | I3 out-of-range
            ROWS | height | 7.555 | L3 too-fine
            ROWS | height | 1450 | L3 out-of-range
            ROWS | plotFrom | 500 | E3 band-without-width
            ROWS | pilotis | شاید | K3 neither-yes-nor-no
            ROWS | parkingKind | PER_TREE | N3 unknown-constant
            ROWS | parkingAmount | 0 | O3 parking-without-amount
            ROWS | parkingKind | NONE | O3 parking-of-none
            CLAUSES | chapter | 9 | C3 unknown-chapter
            CLAUSES | number | ۲ | A4 twice
            CLAUSES | text | =HYPERLINK("http://x") | D3 formula
            BOOK | effectiveFrom | 1405/13/01 | F3 not-a-date
            BOOK | effectiveFrom | 2026-03-21 | F3 not-a-date
            OVERLAYS | layer | MOON | B3 unknown-constant
            OVERLAYS | effect | STREET_WALL | V3 effect-needs
            OVERLAYS | id | 1 | A3 twice
            PARAMETERS | value | آن | C3 unknown-constant
            PARAMETERS | name | height | A3 unknown-parameter
            REFERRALS | signers | یک نفر | I3 two-signers-needed
            REFERRALS | zone | Z1 | B3 unknown-zone
            GOLDENS | use | CASTLE | C3 unknown-use
            GOLDENS | parcel | 12 | E3 not-a-renewal-code
            GOLDENS | known | دیروز | G3 not-an-instant
            GOLDENS | decisionMap | نقشه | Q3 empty
            GOLDEN_ZONES | golden | M9 | A3 unknown-golden
            GOLDEN_BASES | golden | M9 | A3 unknown-golden
            GOLDEN_BASES | number | WEIGHT | B3 unknown-constant
            GOLDEN_BASES | number | REACHABLE_DENSITY | B4 twice
            GOLDEN_BASES | basis | PER_TREE | C3 unknown-constant
            GOLDEN_BASES | basis | PER_UNIT | D3 empty
            GOLDEN_BASES | amount | 1 | D3 basis-without-amount
            """)
    void what_is_wrong_is_told_with_its_place(Sheet sheet, String column, String value, String told) {
        List<String> faults = Edited.faults(Edited.value(sheet, 0, column, value));
        assertTrue(faults.contains(sheet.title() + "!" + told), faults.toString());
    }

    @Test
    void every_fault_is_told_and_not_only_the_first() {
        byte[] file = Edited.lines(lines -> {
            List<Map<String, Object>> rows = lines.lines(Sheet.ROWS);
            rows.get(0).put("zone", "R999");
            rows.get(0).put("density", "بسیار");
            rows.get(20).put("clauses", "77");
            lines.lines(Sheet.CLAUSES).get(3).remove("title");
            lines.lines(Sheet.PARAMETERS).remove(1);
            lines.lines(Sheet.GOLDENS).get(0).put("verdict", "FINE");
        });
        assertEquals(
                List.of(
                        "بندها!B6 empty",
                        "جدول پایه!B3 unknown-zone",
                        "جدول پایه!H3 not-a-number",
                        "جدول پایه!Q23 unknown-clause",
                        "پارامترها! parameter-missing",
                        "ملک‌های نمونه!D3 unknown-constant"),
                Edited.faults(file));
    }

    @Test
    void persian_and_arabic_digits_and_both_decimal_marks_are_numbers() {
        byte[] file = Edited.lines(lines -> {
            lines.lines(Sheet.ROWS).get(0).put("height", "۷٫۵");
            lines.lines(Sheet.ROWS).get(0).put("density", "٣٠");
            lines.lines(Sheet.ROWS).get(0).put("id", "۱");
            lines.lines(Sheet.ROWS).get(4).put("height", "11/25");
            lines.lines(Sheet.ROWS).get(35).put("plotFrom", "۲٬۰۰۰");
            lines.lines(Sheet.ROWS).get(1).put("clauses", "۱");
        });
        RuleBook book = Workbooks.read(file).book().orElseThrow();
        assertEquals(7_50, book.rows().get(0).limits().height());
        assertEquals(300, book.rows().get(0).limits().density());
        assertEquals("1", book.rows().get(0).id());
        assertEquals(11_25, book.rows().get(4).limits().height());
        assertEquals(2000_00, book.rows().get(35).plot().from());
        assertEquals(List.of("1"), book.rows().get(1).clauses());
    }

    @Test
    void arabic_letters_of_codes_are_persian_ones() {
        byte[] file = Edited.lines(lines -> {
            lines.lines(Sheet.ZONES).add(Map.of("code", "پهنه یک", "title", "یک"));
            lines.lines(Sheet.REFERRALS).get(0).put("zone", "پهنه يك");
        });
        assertEquals(
                "پهنه یک",
                Workbooks.read(file).book().orElseThrow().referrals().get(0).zone());
    }

    @Test
    void merged_cells_formulas_dates_percents_and_errors_are_told() {
        byte[] file = Edited.cells(workbook -> {
            workbook.getSheet(Sheet.ROWS.title()).addMergedRegion(CellRangeAddress.valueOf("B5:B7"));
            Edited.cell(workbook, Sheet.ROWS, 0, "density").setCellFormula("50*2");
            styled(workbook, Edited.cell(workbook, Sheet.BOOK, 0, "effectiveFrom"), "yyyy-mm-dd", 46000);
            styled(workbook, Edited.cell(workbook, Sheet.ROWS, 1, "coverage"), "0%", 0.6);
            Edited.cell(workbook, Sheet.ROWS, 2, "height").setCellErrorValue((byte) 7);
        });
        List<String> faults = Edited.faults(file);
        for (String told : List.of(
                "مشخصات دفترچه!F3 date-cell",
                "جدول پایه!B5 merged-cells",
                "جدول پایه!H3 formula",
                "جدول پایه!I4 percent-cell",
                "جدول پایه!L5 error-cell")) {
            assertTrue(faults.contains(told), told + " in " + faults);
        }
    }

    private static void styled(XSSFWorkbook workbook, XSSFCell cell, String format, double value) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }

    @Test
    void a_missing_sheet_or_column_is_told_and_so_are_strange_ones() {
        byte[] file = Edited.cells(workbook -> {
            workbook.removeSheetAt(workbook.getSheetIndex(Sheet.CHAMFERS.title()));
            workbook.createSheet("یادداشت");
            Edited.cell(workbook, Sheet.ZONES, -1, "title").setCellValue("name");
        });
        List<String> faults = Edited.faults(file);
        for (String told : List.of(
                "جدول پخ! sheet-missing",
                "یادداشت! unknown-sheet",
                "پهنه‌ها!B2 unknown-column",
                "پهنه‌ها!2 column-missing")) {
            assertTrue(faults.contains(told), told + " in " + faults);
        }
        assertTrue(Workbooks.read(file).book().isEmpty());
    }

    @Test
    void a_sheet_may_bear_its_key_and_columns_may_stand_in_any_order() {
        byte[] file = Edited.cells(workbook -> {
            workbook.setSheetName(workbook.getSheetIndex(Sheet.ZONES.title()), "zones");
            for (int row = 1; row < 2 + DemoBook.book().zones().size(); row++) {
                XSSFRow line = workbook.getSheet("zones").getRow(row);
                String first = line.getCell(0).getStringCellValue();
                String second = line.getCell(1).getStringCellValue();
                line.createCell(0).setCellValue(second);
                line.createCell(1).setCellValue(first);
            }
        });
        assertEquals(List.of(), Edited.faults(file));
        assertEquals(DemoBook.book(), Workbooks.read(file).book().orElseThrow());
    }

    @Test
    void a_file_that_is_wrong_all_over_is_read_to_an_end() {
        byte[] file = Edited.lines(lines -> {
            for (int i = 0; i < 9_000; i++) {
                lines.lines(Sheet.ROWS).add(Map.of("id", "1", "zone", "?", "density", BigDecimal.TEN.negate()));
            }
        });
        List<Fault> faults = Assertions.assertTimeout(
                Duration.ofSeconds(30), () -> Workbooks.read(file).faults());
        assertEquals(Faults.MOST, faults.size());
        assertEquals(
                "workbooks.fault.too-many-faults", faults.get(faults.size() - 1).code());
    }

    @Test
    void the_template_asks_for_what_must_be_filled_in_and_has_every_text() {
        for (Locale locale : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            List<Fault> faults =
                    Workbooks.read(Workbooks.template(Messages.in(locale))).faults();
            assertTrue(faults.stream().anyMatch(f -> f.code().endsWith("one-line-needed")));
            assertTrue(faults.stream().filter(f -> f.code().endsWith(".empty")).allMatch(f -> f.sheet()
                    .equals(Sheet.PARAMETERS.title())));
            for (Fault fault : faults) {
                assertFalse(Messages.in(locale)
                        .text(fault.code(), fault.arguments().toArray())
                        .isBlank());
            }
        }
    }
}
