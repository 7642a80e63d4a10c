package ir.hamedan.esup.house.planted.people.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Planted: time that no test can set. */
final class OwnClock {
    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    Clock clock() {
        return Clock.systemUTC();
    }
}
