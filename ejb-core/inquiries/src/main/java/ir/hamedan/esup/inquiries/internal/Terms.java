package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.people.api.SettingKey;
import ir.hamedan.esup.people.api.Settings;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The dated settings of inquiries, as numbers of days. */
final class Terms {
    private static final Logger LOG = Logger.getLogger(Terms.class.getName());

    private Terms() {}

    /**
     * The days in force, within the bounds of the setting. A value that is no number is reported in the log and counts as the default: a
     * slip of an administrator must not keep anybody from an answer.
     */
    static long days(Settings settings, SettingKey key, LocalDate today) {
        String value = settings.value(key.key(), today, Long.toString(key.fallback()));
        try {
            return Math.max(key.least(), Math.min(key.most(), Long.parseLong(value.strip())));
        } catch (NumberFormatException e) {
            LOG.log(
                    Level.WARNING,
                    "setting {0} is no number of days: \"{1}\"; the default of {2} is used instead",
                    new Object[] {key.key(), value, key.fallback()});
            return key.fallback();
        }
    }
}
