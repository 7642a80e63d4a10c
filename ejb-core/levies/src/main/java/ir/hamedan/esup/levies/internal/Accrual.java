package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.PersianDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How the time of a delay is counted. It begins on the day after the due day. */
enum Accrual {
    /** Persian months that have passed whole; the month that runs does not count yet. */
    FULL_MONTH(12) {
        @Override
        long units(LocalDate dueOn, LocalDate day) {
            return monthsPassed(dueOn, day);
        }
    },
    /** Persian months that have begun. */
    STARTED_MONTH(12) {
        @Override
        long units(LocalDate dueOn, LocalDate day) {
            return day.isAfter(dueOn) ? monthsPassed(dueOn, day) + 1 : 0;
        }
    },
    /** Days; a year has 365. */
    DAY(365) {
        @Override
        long units(LocalDate dueOn, LocalDate day) {
            return Math.max(0, ChronoUnit.DAYS.between(dueOn, day));
        }
    };

    private final int unitsPerYear;

    Accrual(int unitsPerYear) {
        this.unitsPerYear = unitsPerYear;
    }

    int unitsPerYear() {
        return unitsPerYear;
    }

    /** The units of delay on the day; none up to the due day. */
    abstract long units(LocalDate dueOn, LocalDate day);

    private static long monthsPassed(LocalDate dueOn, LocalDate day) {
        if (!day.isAfter(dueOn)) {
            return 0;
        }
        PersianDate start = PersianDate.of(dueOn.plusDays(1));
        PersianDate now = PersianDate.of(day);
        long months = (now.year() - start.year()) * 12L + now.month() - start.month();
        // A delay that began on the 31st has a month behind it on the last day of a shorter one.
        boolean lastOfMonth = PersianDate.of(day.plusDays(1)).month() != now.month();
        boolean notYet = now.day() < start.day() && !lastOfMonth;
        return notYet ? months - 1 : months;
    }
}
