package ir.hamedan.esup.kernel;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day of the Persian calendar as ICU4J reckons it; months and days count from 1. */
public record PersianDate(int year, int month, int day) implements Comparable<PersianDate> {
    /** The zone of the city: +03:30 without summer time since 1401. */
    public static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private static final long MILLIS_A_DAY = 86_400_000L;
    private static final Pattern FORM = Pattern.compile("(1[0-9]{3})[/\\-.](\\d{1,2})[/\\-.](\\d{1,2})");

    public PersianDate {
        if (!isDay(year, month, day)) {
            throw Problem.invalid("kernel.date.wrong", year + "/" + month + "/" + day);
        }
    }

    public static PersianDate of(LocalDate date) {
        Calendar calendar = calendar();
        calendar.setTimeInMillis(date.toEpochDay() * MILLIS_A_DAY);
        return new PersianDate(
                calendar.get(Calendar.YEAR), calendar.get(Calendar.MONTH) + 1, calendar.get(Calendar.DAY_OF_MONTH));
    }

    /** The day of an instant in Tehran. */
    public static PersianDate of(Instant instant) {
        return of(LocalDate.ofInstant(instant, TEHRAN));
    }

    /**
     * Reads year/month/day in digits of any script.
     *
     * @throws Problem {@code kernel.date.wrong}
     */
    public static PersianDate parse(String typed) {
        Matcher form = FORM.matcher(PersianText.asciiDigits(PersianText.clean(typed == null ? "" : typed)));
        if (form.matches()) {
            int year = Integer.parseInt(form.group(1));
            int month = Integer.parseInt(form.group(2));
            int day = Integer.parseInt(form.group(3));
            if (isDay(year, month, day)) {
                return new PersianDate(year, month, day);
            }
        }
        // In the digits it was typed in.
        throw Problem.invalid("kernel.date.wrong", typed == null ? "" : typed);
    }

    private static boolean isDay(int year, int month, int day) {
        return year >= 1000 && year <= 1999 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
    }

    public LocalDate toLocalDate() {
        Calendar calendar = calendar();
        calendar.set(year, month - 1, day);
        return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), MILLIS_A_DAY));
    }

    /** The first day of a Persian year, which is the first day of its fiscal year. */
    public static LocalDate firstDayOf(int year) {
        return new PersianDate(year, 1, 1).toLocalDate();
    }

    /** The last day of a Persian year: 29 or 30 Esfand. */
    public static LocalDate lastDayOf(int year) {
        return firstDayOf(year + 1).minusDays(1);
    }

    /** The same day so many months later, or the last one of a shorter month. */
    public PersianDate plusMonths(int months) {
        int count = year * 12 + month - 1 + months;
        int toYear = Math.floorDiv(count, 12);
        int toMonth = Math.floorMod(count, 12) + 1;
        return new PersianDate(toYear, toMonth, Math.min(day, lengthOf(toYear, toMonth)));
    }

    private static int lengthOf(int year, int month) {
        if (month <= 6) {
            return 31;
        }
        if (month <= 11) {
            return 30;
        }
        Calendar calendar = calendar();
        calendar.set(year, 11, 1);
        return calendar.getActualMaximum(Calendar.DAY_OF_MONTH);
    }

    private static Calendar calendar() {
        Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("fa_IR@calendar=persian"));
        calendar.clear();
        return calendar;
    }

    /** Year/month/day in ASCII digits, padded: 1405/09/03. */
    public String text() {
        return String.format(Locale.ROOT, "%04d/%02d/%02d", year, month, day);
    }

    @Override
    public int compareTo(PersianDate other) {
        return text().compareTo(other.text());
    }

    @Override
    public String toString() {
        return text();
    }
}
