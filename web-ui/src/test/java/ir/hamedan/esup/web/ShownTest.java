package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ShownTest {
    private static final Messages FA = Messages.in(Messages.PERSIAN);
    private static final Messages EN = Messages.in(Locale.ENGLISH);

    @Test
    void a_day_is_persian_in_both_languages_and_stays_in_one_piece() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertEquals("\u2066۱۴۰۵/۰۹/۰۳\u2069", Shown.date(FA, day));
        assertEquals("\u20661405/09/03\u2069 (24 Nov 2026)", Shown.date(EN, day));
        assertEquals(Shown.date(FA, day), Shown.date(FA, new PersianDate(1405, 9, 3)));
    }

    @Test
    void a_moment_is_shown_at_the_hour_of_tehran() {
        Instant beforeMidnightInGreenwich = Instant.parse("2026-11-23T20:45:00Z");
        assertEquals("\u2066۱۴۰۵/۰۹/۰۳\u2069، ساعت \u2066۰۰:۱۵\u2069", Shown.time(FA, beforeMidnightInGreenwich));
        assertEquals("\u20661405/09/03\u2069 (24 Nov 2026), 00:15", Shown.time(EN, beforeMidnightInGreenwich));
    }

    @Test
    void amounts_have_the_digits_of_the_language() {
        assertEquals("۲٬۸۱۲٬۰۰۰ ریال", Shown.amount(FA, new Rial(2_812_000)));
        assertEquals("2,812,000 rial", Shown.amount(EN, new Rial(2_812_000)));
        assertEquals("۲۸۱٬۲۰۰ تومان", Shown.toman(FA, new Rial(2_812_000)));
    }

    @Test
    void there_is_no_toman_for_nothing_or_for_a_part_of_one() {
        assertEquals("", Shown.toman(FA, new Rial(0)));
        assertEquals("", Shown.toman(FA, new Rial(2_812_005)));
    }

    @Test
    void the_label_of_a_constant_is_looked_for_in_its_own_module() {
        assertEquals("kernel", Shown.bundle(Problem.Kind.class));
    }
}
