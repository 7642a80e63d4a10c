package ir.hamedan.esup.people.api;

import java.time.LocalDate;
import java.util.List;

/** Settings that change by date: what was in force on a day stays known for ever. */
public interface Settings {
    /** One value from a day on. */
    record Dated(String key, LocalDate validFrom, String value, String setBy) {}

    /** The value in force on the day; {@code fallback} when none was ever set for it. */
    String value(String key, LocalDate day, String fallback);

    /**
     * Sets a value from a day on. ADMINISTRATOR. {@code people.setting-unknown} for a key no module declares, {@code
     * people.setting-in-the-past}, and what {@link SettingKey#read} refuses.
     */
    void set(String key, LocalDate validFrom, String value);

    /** All settings there are, by key. ADMINISTRATOR, AUDITOR. */
    List<SettingKey> known();

    /** All values, newest first within a key. ADMINISTRATOR, AUDITOR. */
    List<Dated> all();
}
