package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Share;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Values as people read them, in the language of the page: {@code #{fa.date(day)}}, {@code #{fa.amount(rial)}}. In
 * Persian with Persian digits. In English the calendar stays the Persian one, since every deadline is set in it, and the
 * Gregorian day stands beside it. What is missing is shown as nothing.
 */
@Named("fa")
@ApplicationScoped
public class Shown {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter GREGORIAN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final long RIALS_A_TOMAN = 10;

    /** A day: LocalDate, PersianDate, or the day of an Instant in Tehran. */
    public String date(Object day) {
        return day == null ? "" : date(Texts.messages(), day);
    }

    static String date(Messages messages, Object day) {
        LocalDate date;
        if (day instanceof LocalDate local) {
            date = local;
        } else if (day instanceof Instant instant) {
            date = LocalDate.ofInstant(instant, PersianDate.TEHRAN);
        } else if (day instanceof PersianDate persian) {
            date = persian.toLocalDate();
        } else {
            throw new IllegalArgumentException("not a day: " + day.getClass());
        }
        String text = PersianText.isolated(PersianDate.of(date).text());
        return isPersian(messages) ? PersianText.digits(text) : text + " (" + GREGORIAN.format(date) + ")";
    }

    /** A moment: its day and hour in Tehran. */
    public String time(Instant moment) {
        return moment == null ? "" : time(Texts.messages(), moment);
    }

    static String time(Messages messages, Instant moment) {
        String hour = HOUR.format(moment.atZone(PersianDate.TEHRAN));
        return isPersian(messages)
                ? date(messages, moment) + "، ساعت " + PersianText.digits(PersianText.isolated(hour))
                : date(messages, moment) + ", " + hour;
    }

    /** A whole number with separators. */
    public String number(Number value) {
        return value == null ? "" : number(Texts.messages(), value.longValue());
    }

    static String number(Messages messages, long value) {
        return isPersian(messages) ? PersianText.number(value) : String.format(Locale.ENGLISH, "%,d", value);
    }

    /** Any text with its digits in the script of the page. */
    public String digits(Object text) {
        return text == null ? "" : digits(Texts.messages(), text.toString());
    }

    static String digits(Messages messages, String text) {
        return isPersian(messages) ? PersianText.digits(text) : text;
    }

    /** A code as it is written, such as the version of a book, in one left-to-right piece of any sentence. */
    public String code(Object code) {
        return code == null || code.toString().isEmpty() ? "" : PersianText.isolated(code.toString());
    }

    /** A share as deeds say it. */
    public String share(Share share) {
        return share == null ? "" : Texts.messages().share(share);
    }

    /** An amount in rial with its unit. */
    public String amount(Rial rial) {
        return rial == null ? "" : amount(Texts.messages(), rial);
    }

    static String amount(Messages messages, Rial rial) {
        return isPersian(messages) ? PersianText.amount(rial) : number(messages, rial.amount()) + " rial";
    }

    /** The same amount in toman, as people say it; empty when it is none or not a whole number of them. */
    public String toman(Rial rial) {
        return rial == null ? "" : toman(Texts.messages(), rial);
    }

    static String toman(Messages messages, Rial rial) {
        if (rial.isZero() || rial.amount() % RIALS_A_TOMAN != 0) {
            return "";
        }
        String toman = number(messages, rial.amount() / RIALS_A_TOMAN);
        return isPersian(messages) ? toman + " تومان" : toman + " toman";
    }

    /** The label of an enum constant of a module's api, from that module's texts. */
    public String label(Enum<?> constant) {
        return constant == null ? "" : Texts.messages().label(bundle(constant.getDeclaringClass()), constant);
    }

    /** The module a class belongs to: the segment after {@code ir.hamedan.esup}. */
    static String bundle(Class<?> type) {
        return type.getPackageName().split("\\.")[3];
    }

    private static boolean isPersian(Messages messages) {
        return "fa".equals(messages.locale().getLanguage());
    }
}
