package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.people.api.Settings;
import java.time.LocalDate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The dated settings of inquiries, as numbers of days. */
final class Terms {
    private static final Logger LOG = Logger.getLogger(Terms.class.getName());
    private static final long MOST_DAYS = 365;

    private Terms() {}

    /**
     * The days in force, from 0 to 365. A value that is no number is reported in the log and counts as the default: a
     * slip of an administrator must not keep anybody from an answer.
     */
    static long days(Settings settings, String key, LocalDate today, int fallback) {
        String value = settings.value(key, today, Integer.toString(fallback));
        try {
            return Math.max(0, Math.min(MOST_DAYS, Long.parseLong(value.strip())));
        } catch (NumberFormatException e) {
            LOG.log(
                    Level.WARNING,
                    "setting {0} is no number of days: \"{1}\"; the default of {2} is used instead",
                    new Object[] {key, value, fallback});
            return fallback;
        }
    }
}
