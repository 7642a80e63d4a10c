package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersianDateTest {
    private static final Set<Integer> LEAP =
            Set.of(1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432, 1436);

    @ParameterizedTest
    @CsvSource({
        "2025-03-20, 1403/12/30",
        "2025-03-21, 1404/01/01",
        "2026-03-20, 1404/12/29",
        "2026-03-21, 1405/01/01",
        "2026-11-24, 1405/09/03",
        "1979-02-11, 1357/11/22"
    })
    void the_days_of_the_guide_agree(LocalDate day, String persian) {
        assertEquals(persian, PersianDate.of(day).text());
        assertEquals(day, PersianDate.parse(persian).toLocalDate());
    }

    @Test
    void a_day_that_is_none_is_named_in_the_digits_it_was_typed_in() {
        Problem wrong = assertThrows(Problem.class, () -> PersianDate.parse("۱۴۰۴/۱۳/۴۰"));
        assertEquals(List.of("۱۴۰۴/۱۳/۴۰"), wrong.arguments());
    }

    @Test
    void the_leap_years_are_those_of_the_guide() {
        for (int year = 1387; year <= 1436; year++) {
            long length = ChronoUnit.DAYS.between(PersianDate.firstDayOf(year), PersianDate.firstDayOf(year + 1));
            assertEquals(LEAP.contains(year) ? 366 : 365, length, "year " + year);
            assertEquals(
                    LEAP.contains(year) ? 30 : 29,
                    PersianDate.of(PersianDate.lastDayOf(year)).day(),
                    "year " + year);
        }
    }

    @Test
    void the_calendar_follows_the_rule_of_33_years() {
        for (int year = 1206; year <= 1498; year++) {
            long length = ChronoUnit.DAYS.between(PersianDate.firstDayOf(year), PersianDate.firstDayOf(year + 1));
            assertEquals((25 * year + 11) % 33 < 8 ? 366 : 365, length, "year " + year);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1404/12/30",
                "1405/13/01",
                "1405/00/10",
                "1405/07/31",
                "1405/01/32",
                "405/01/01",
                "1405/1",
                "",
                "x",
                "2026/01/01",
                "1405-09/03x"
            })
    void a_day_that_does_not_exist_is_refused(String typed) {
        assertEquals(
                "kernel.date.wrong",
                assertThrows(Problem.class, () -> PersianDate.parse(typed)).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"۱۴۰۵/۰۹/۰۳", "١٤٠٥/٩/٣", "1405-9-3", " 1405.09.03 ", "\u200e1405/09/03"})
    void a_day_is_read_in_all_scripts(String typed) {
        assertEquals(new PersianDate(1405, 9, 3), PersianDate.parse(typed));
    }

    @Test
    void the_day_of_an_instant_is_the_day_in_tehran() {
        assertEquals(
                "1405/09/04",
                PersianDate.of(Instant.parse("2026-11-24T20:30:00Z")).text());
        assertEquals(
                "1405/09/03",
                PersianDate.of(Instant.parse("2026-11-24T20:29:59Z")).text());
        // Summer time ended in 1401: half past three hours, all the year.
        assertEquals(
                "1405/05/01",
                PersianDate.of(Instant.parse("2026-07-22T20:30:00Z")).text());
    }

    @Property
    void there_and_back_is_identity(@ForAll @IntRange(min = -50_000, max = 80_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        PersianDate persian = PersianDate.of(day);
        assertEquals(day, persian.toLocalDate());
        assertEquals(persian, PersianDate.parse(persian.text()));
        assertTrue(persian.compareTo(PersianDate.of(day.plusDays(1))) < 0);
    }
}
