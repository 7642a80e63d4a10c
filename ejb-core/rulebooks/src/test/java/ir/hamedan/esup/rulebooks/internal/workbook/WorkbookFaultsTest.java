package ir.hamedan.esup.rulebooks.internal.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.testing.Archive;
import ir.hamedan.esup.workbooks.Fault;
import ir.hamedan.esup.workbooks.Faults;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookFaultsTest {
    private static final List<Sheet> SHEETS = List.of(Sheet.values());
    private static final List<Object> STRANGE = List.of(
            "0",
            "-1",
            "1",
            "999999999999999",
            "۱٫۵",
            "،",
            "-",
            "1405/12/30",
            "1405/01/01",
            "=1",
            "\u00a0",
            "*",
            "1-5-67-15",
            "1/1",
            "lock",
            "بله",
            "x".repeat(300),
            new BigDecimal("1E+30"),
            new BigDecimal("-0.001"));

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
            ROWS | density | 2400.5 | H3 out-of-range
            ROWS | coverage | 600 | I3 out-of-range
            ROWS | height | 7.555 | L3 too-fine
            ROWS | height | 1450 | L3 out-of-range
            ROWS | plotFrom | 500 | E3 band-without-width
            ROWS | pilotis | شاید | K3 neither-yes-nor-no
            ROWS | parkingKind | PER_TREE | N3 unknown-constant
            ROWS | parkingAmount | 0 | O3 parking-without-amount
            ROWS | parkingKind | NONE | O3 parking-of-none
            CLAUSES | chapter | 99 | C3 unknown-chapter
            CLAUSES | number | ۲ | A4 twice
            BOOK | effectiveFrom | 1405/13/01 | F3 not-a-date
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
        assertTrue(Workbooks.read(file).book().isEmpty());
    }

    /** The other kinds of harm are tried where files are looked at. */
    @Test
    void a_workbook_that_could_do_harm_is_refused() {
        byte[] macros = Archive.with(Edited.untouched(), Map.of("xl/vbaProject.bin", new byte[10]));
        Problem refused = assertThrows(Problem.class, () -> Workbooks.read(macros));
        assertEquals("workbooks.file-macros", refused.code());
    }

    @Property(tries = 40)
    void strange_values_in_any_cells_are_told_and_never_break_the_reader(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] file = Edited.lines(lines -> {
            for (int i = 0; i < 40; i++) {
                Sheet sheet = SHEETS.get(random.nextInt(SHEETS.size()));
                List<Map<String, Object>> all = lines.lines(sheet);
                String column =
                        sheet.columns().get(random.nextInt(sheet.columns().size()));
                if (!all.isEmpty()) {
                    all.get(random.nextInt(all.size())).put(column, STRANGE.get(random.nextInt(STRANGE.size())));
                }
            }
        });
        Workbooks.Reading reading = Workbooks.read(file);
        assertEquals(reading.faults().isEmpty(), reading.book().isPresent());
    }

    @Test
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_file_that_is_wrong_all_over_is_read_to_an_end() {
        byte[] file = Edited.lines(lines -> {
            for (int i = 0; i < 9_000; i++) {
                lines.lines(Sheet.ROWS).add(Map.of("id", "1", "zone", "?", "density", BigDecimal.TEN.negate()));
            }
        });
        List<Fault> faults = Workbooks.read(file).faults();
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
