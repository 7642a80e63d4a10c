package ir.hamedan.esup.levies.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.levies.api.LevyArticle;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.workbooks.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevyWorkbookTest {
    @Test
    void the_book_comes_back_as_it_was_in_both_languages() {
        for (Locale locale : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            LevyWorkbooks.Reading reading =
                    LevyWorkbooks.read(LevyWorkbooks.write(DemoLevyBook.workbook(), Messages.in(locale)));
            assertEquals(List.of(), reading.faults());
            assertEquals(Optional.of(DemoLevyBook.workbook()), reading.book());
        }
    }

    /** Bands of areas, a line that ends within the year, a price of a zone: example 3 of the domain guide. */
    @Test
    void a_book_with_bands_and_dated_lines_comes_back_and_its_example_comes_out() {
        LevyBook.Line floor = PermitTariffTest.tehran().lines().get(0);
        LevyBook.Line from = line(floor, true, PermitTariffTest.FIRST);
        LevyBook.Line off = line(floor, false, PermitTariffTest.LAST);
        LevyBook book = new LevyBook(
                1405,
                1,
                "t",
                "city",
                "council",
                PermitTariffTest.FIRST,
                0,
                false,
                LevyBook.WHOLE,
                List.of(new LevyArticle("1", "t", "text")),
                List.of(from, off));
        PermitQuestion house = PermitQuestion.of(PermitTariffTest.DAY, 1, "HOUSE", true, 180_00, 2)
                .withParking(1, 0)
                .pricedBy("R122");
        LevyWorkbook workbook = new LevyWorkbook(
                book,
                List.of(new LevyUse("HOUSE", "خانه", true)),
                List.of(
                        PermitTariffTest.price(0, "", 1),
                        PermitTariffTest.price(0, "R122", 3_000_000),
                        PermitTariffTest.price(1, "", 2)),
                List.of(new LevyExample("N1", "t", house, Map.of(LevyExample.Sum.TOTAL, 144_000_000L), List.of())));

        LevyWorkbooks.Reading reading = LevyWorkbooks.read(LevyWorkbooks.write(workbook, LevyEdited.PERSIAN));

        assertEquals(List.of(), reading.faults());
        assertEquals(Optional.of(workbook), reading.book());
        assertEquals(0, new Examples(workbook).different());
    }

    private static LevyBook.Line line(LevyBook.Line like, boolean on, LocalDate from) {
        return new LevyBook.Line(
                like.code(),
                like.title(),
                like.formula(),
                like.legalBasis(),
                List.of("1"),
                on,
                on ? "" : "annulled",
                from,
                like.sizes(),
                like.duty(),
                like.factors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LEVY_BOOK | year | 1404 | F3 book-year
            LEVY_BOOK | version | صفر | B3 not-a-number
            LEVY_BOOK | effectiveFrom | 1405/13/01 | F3 not-a-date
            LEVY_BOOK | supersedes | 2 | G3 supersedes-later
            LEVY_BOOK | mostDiscount | 1001 | I3 out-of-range
            USES | dwelling | شاید | C3 neither-yes-nor-no
            USES | code | SINGLE_HOUSE | A4 twice
            ARTICLES | number | ۲ | A4 twice
            ARTICLES | text | =1+1 | C3 formula
            LINES | formula | TREES | C3 unknown-constant
            LINES | articles | 99 | E3 unknown
            LINES | articles | '' | E3 empty
            LINES | code | P-20 | A4 twice
            LINES | code | p 1 | A3 book-line-code
            LINES | legalBasis | '' | D3 empty
            LINES | on | خیر | G3 book-off-reason
            LINES | span | 3 | I3 book-area-each
            LINES | validFrom | 1404/12/01 | F3 book-line-early
            FACTORS | line | P-99 | A3 unknown
            FACTORS | uses | CASTLE | C3 unknown
            FACTORS | factor | 10001 | H3 out-of-range
            FACTORS | factor | 1.5 | H3 too-fine
            FACTORS | areaFrom | -3 | F3 not-a-number
            FACTORS | storeysUntil | 0 | E3 band-without-width
            PRICES | region | 100 | A3 out-of-range
            PRICES | amount | 0 | E3 not-positive
            PRICES | validUntil | 1404/01/01 | D3 band-without-width
            EXAMPLES | use | CASTLE | F3 unknown
            EXAMPLES | storeys | 201 | G3 out-of-range
            EXAMPLES | tradeUnits | 3 | O3 empty
            EXAMPLE_LINES | example | N9 | A3 unknown
            EXAMPLE_LINES | line | P-99 | B3 unknown
            EXAMPLE_LINES | reason | OFF | C3 amount-or-reason
            EXAMPLE_LINES | reason | WHY | D3 unknown-constant
            """)
    void what_is_wrong_is_told_with_its_place(LevySheet sheet, String column, String value, String told) {
        List<String> faults = LevyEdited.faults(LevyEdited.value(sheet, 0, column, value));
        String place = told.startsWith("F3 book-line-early") ? LevySheet.LEVY_BOOK.title() : sheet.title();
        assertTrue(faults.contains(place + "!" + told), faults.toString());
    }

    @Test
    void what_is_said_of_the_payment_is_too_long_at_its_own_column() {
        List<String> faults = LevyEdited.faults(LevyEdited.value(LevySheet.LINES, 0, "penalty", "x".repeat(501)));
        assertTrue(faults.contains(LevySheet.LINES.title() + "!O3 book-text"), faults.toString());
    }

    @Test
    void a_gap_in_the_factors_is_told_as_a_region_at_its_line() {
        byte[] file = LevyEdited.lines(lines -> {
            Map<String, Object> dwellings = lines.of(LevySheet.FACTORS).get(0);
            dwellings.put("areaFrom", "۱۰۰");
            dwellings.put("storeysUntil", 5);
        });
        LevyWorkbooks.Reading reading = LevyWorkbooks.read(file);
        assertEquals(2, reading.faults().size(), reading.faults().toString());
        Fault gap = reading.faults().get(0);
        assertEquals("levies.fault.factor-gap", gap.code());
        assertEquals(List.of(LevySheet.LINES.title(), "A", "3"), List.of(gap.sheet(), gap.column(), "" + gap.row()));
        assertEquals(
                "The line “P-10” for the use “DWELLING، SINGLE_HOUSE، GARDEN_HOUSE، SHOP_DWELLING، TWO_SHOP_DWELLING”,"
                        + " from 0 storeys to below 5 storeys and from 0 m² to below 100 m², has no factor."
                        + " Write one, or zero where it is not taken.",
                Messages.in(Locale.ENGLISH).text(gap.code(), gap.arguments().toArray()));
        Fault above = reading.faults().get(1);
        assertTrue(
                Messages.in(Messages.PERSIAN)
                        .text(above.code(), above.arguments().toArray())
                        .contains("از 5 طبقه به بالا و از 0 مترمربع به بالا"),
                above.toString());
        assertEquals(Optional.empty(), reading.book());
    }

    @Test
    void two_factors_for_one_building_are_told_as_a_region_with_the_other_row() {
        byte[] file = LevyEdited.lines(lines -> lines.of(LevySheet.FACTORS)
                .add(Map.of("line", "P-10", "uses", "*DWELLING", "areaFrom", 50, "areaUntil", 60, "factor", 7)));
        List<Fault> faults = LevyWorkbooks.read(file).faults();
        assertEquals(1, faults.size(), faults.toString());
        assertEquals("levies.fault.factors-overlap", faults.get(0).code());
        assertEquals(LevySheet.FACTORS.title(), faults.get(0).sheet());
        assertEquals(
                List.of("P-10", "*DWELLING", "0", "open", "50", "60", "3"),
                faults.get(0).arguments());
    }

    @Test
    void persian_digits_are_numbers_and_a_use_is_one_however_it_is_typed() {
        byte[] file = LevyEdited.lines(lines -> {
            lines.of(LevySheet.LEVY_BOOK).get(0).put("year", "۱۴۰۵");
            lines.of(LevySheet.LINES).get(3).put("areaEach", "٢٥");
            lines.of(LevySheet.LINES).get(6).put("span", "۳٫۰");
            lines.of(LevySheet.PRICES).get(0).put("amount", "۶٬۰۰۰٬۰۰۰");
        });
        assertEquals(
                Optional.of(DemoLevyBook.workbook()), LevyWorkbooks.read(file).book());
    }

    @Test
    void too_many_lines_are_told() {
        byte[] file = LevyEdited.lines(lines -> {
            for (int i = 0; i < LevyBook.MOST_LINES; i++) {
                lines.of(LevySheet.LINES).add(Map.of("code", "X-" + i));
            }
        });
        assertTrue(LevyEdited.faults(file).contains("ردیف‌های عوارض! too-many-rows"));
    }

    @Test
    void the_template_has_every_text_and_asks_for_the_book() {
        for (Locale locale : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            byte[] template = LevyWorkbooks.template(Messages.in(locale));
            assertTrue(LevyWorkbooks.isLevyBook(template));
            List<Fault> faults = LevyWorkbooks.read(template).faults();
            assertTrue(faults.stream().anyMatch(fault -> fault.code().endsWith("one-line-needed")));
            for (Fault fault : faults) {
                assertFalse(Messages.in(locale)
                        .text(fault.code(), fault.arguments().toArray())
                        .isBlank());
            }
        }
    }

    @Test
    void a_workbook_that_could_do_harm_is_refused_also_when_it_is_asked_what_it_is() {
        byte[] macros = LevyEdited.part("xl/vbaProject.bin", new byte[10]);
        assertEquals("workbooks.file-macros", refused(() -> LevyWorkbooks.read(macros)));
        assertEquals("workbooks.file-macros", refused(() -> LevyWorkbooks.isLevyBook(macros)));
        byte[] type = LevyEdited.part(
                "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a/>".getBytes(UTF_8));
        assertEquals("workbooks.file-doctype", refused(() -> LevyWorkbooks.isLevyBook(type)));
        byte[] bomb = LevyEdited.part("xl/media/image1.png", new byte[30 << 20]);
        assertEquals("workbooks.file-bomb", refused(() -> LevyWorkbooks.isLevyBook(bomb)));
        assertEquals("workbooks.file-not-a-workbook", refused(() -> LevyWorkbooks.isLevyBook(new byte[9])));
    }

    private static String refused(org.junit.jupiter.api.function.Executable asked) {
        return assertThrows(Problem.class, asked).code();
    }
}
