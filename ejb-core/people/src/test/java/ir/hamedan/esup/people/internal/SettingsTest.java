package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.people.api.Settings.Dated;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private final City city = new City().as("admin");

    @Test
    void a_value_is_in_force_from_its_day_on_and_the_day_before_keeps_its_own() {
        city.settings.set("inquiries.validity", TODAY, "P30D");
        city.settings.set("inquiries.validity", TODAY.plusDays(10), "P20D");

        assertEquals("none", city.settings.value("inquiries.validity", TODAY.minusDays(1), "none"));
        assertEquals("P30D", city.settings.value("inquiries.validity", TODAY.plusDays(9), "none"));
        assertEquals("P20D", city.settings.value("inquiries.validity", TODAY.plusDays(10), "none"));
        assertEquals("none", city.settings.value("something.else", TODAY, "none"));
    }

    @Test
    void a_later_row_for_the_same_day_takes_the_place_of_the_first_and_both_stay_known() {
        city.settings.set("a.b", TODAY, "1");
        assertEquals("1", city.settings.value("a.b", TODAY, ""));
        city.settings.set("a.b", TODAY, "2");

        assertEquals("2", city.settings.value("a.b", TODAY, ""));
        assertEquals(
                List.of(new Dated("a.b", TODAY, "2", "admin"), new Dated("a.b", TODAY, "1", "admin")),
                city.settings.all());
        assertEquals("1 2", city.journal("before ->> 'value', after ->> 'value'", "people.setting-changed"));
    }

    @Test
    void the_past_stays_as_it_was_by_the_calendar_of_the_city() {
        assertEquals("people.setting-in-the-past", refused(() -> city.settings.set("a.b", TODAY.minusDays(1), "1")));
        // 20:30 UTC is midnight in Hamedan.
        city.clock.pass(Duration.ofMinutes(12 * 60 + 31));
        assertEquals("people.setting-in-the-past", refused(() -> city.settings.set("a.b", TODAY, "1")));
        assertEquals("let through", refused(() -> city.settings.set("a.b", TODAY.plusDays(1), "1")));
    }

    @Test
    void a_malformed_key_and_an_empty_or_endless_value_are_refused() {
        assertEquals("people.setting-key-malformed", refused(() -> city.settings.set("A B", TODAY, "1")));
        assertEquals("people.setting-value-length", refused(() -> city.settings.set("a.b", TODAY, " ")));
        assertEquals("people.setting-value-length", refused(() -> city.settings.set("a.b", TODAY, "1".repeat(2001))));
    }

    @Test
    void a_request_reads_all_settings_of_a_day_once() {
        city.settings.set("a.b", TODAY, "1");
        city.as("saeedi");
        assertEquals("1", city.settings.value("a.b", TODAY, ""));
        city.settings.source = null;

        assertEquals("1", city.settings.value("a.b", TODAY, ""));
        assertEquals("", city.settings.value("c.d", TODAY, ""));
    }
}
