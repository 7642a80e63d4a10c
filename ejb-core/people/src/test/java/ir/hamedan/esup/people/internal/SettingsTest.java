package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.people.api.SettingKey;
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
        city.settings.set("inquiries.validity", TODAY, "30");
        city.settings.set("inquiries.validity", TODAY.plusDays(10), "20");

        assertEquals("none", city.settings.value("inquiries.validity", TODAY.minusDays(1), "none"));
        assertEquals("30", city.settings.value("inquiries.validity", TODAY.plusDays(9), "none"));
        assertEquals("20", city.settings.value("inquiries.validity", TODAY.plusDays(10), "none"));
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
    void a_key_no_module_reads_and_a_value_that_makes_no_sense_are_refused() {
        assertEquals("people.setting-unknown", refused(() -> city.settings.set("inquiries.validty", TODAY, "30")));
        assertEquals("people.setting-unknown", refused(() -> city.settings.set(null, TODAY, "30")));
        for (String value : new String[] {null, "", " ", "P30D", "-1", "3.5", "1".repeat(30)}) {
            assertEquals("people.setting-no-number", refused(() -> city.settings.set("a.b", TODAY, value)), value);
        }
        assertEquals("people.setting-out-of-range", refused(() -> city.settings.set("a.b", TODAY, "11")));
        assertEquals("people.setting-out-of-range", refused(() -> city.settings.set("inquiries.validity", TODAY, "0")));
        assertEquals(List.of(), city.settings.all());
    }

    @Test
    void digits_of_any_script_are_read_and_kept_as_one() {
        city.settings.set("inquiries.validity", TODAY, " ۴۵ ");

        assertEquals("45", city.settings.value("inquiries.validity", TODAY, "none"));
    }

    @Test
    void the_settings_there_are_come_by_key() {
        assertEquals(
                List.of("a.b", "inquiries.validity"),
                city.settings.known().stream().map(SettingKey::key).toList());
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
