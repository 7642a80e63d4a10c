package ir.hamedan.esup.kernel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Points in time as addresses carry them, such as 2026-11-28T11:17:00Z. */
public final class Instants {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    /** This instant, as exactly as an address carries it. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Of the years 1900 to 2199: what lies farther off is in no calendar of ours.
     *
     * @throws Problem {@code kernel.instant.wrong}
     */
    public static Instant parse(String typed) {
        try {
            Instant instant = Instant.parse(typed.strip());
            if (!instant.isBefore(FIRST) && instant.isBefore(END)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw Problem.invalid("kernel.instant.wrong", typed).because(e);
        }
        throw Problem.invalid("kernel.instant.wrong", typed);
    }
}
