package ir.hamedan.esup.rulebooks.demo;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Zone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The zones of the demonstration book, each with a clause that says its rows of the table in words. An answer cites it for the
 * numbers the table sets, which no other clause does.
 */
final class DemoZones {
    /** The clauses before are those of {@link DemoClauses}. */
    private static final int FIRST_CLAUSE = 31;

    private static final String CHAPTER = "1";

    private DemoZones() {}

    static List<Zone> all() {
        return List.of(
                new Zone("R111", "مسکونی کم‌تراکم دامنه"),
                new Zone("R112", "مسکونی کم‌تراکم"),
                new Zone("R121", "مسکونی با تراکم متوسط یک"),
                new Zone("R122", "مسکونی با تراکم متوسط دو"),
                new Zone("R131", "مسکونی پرتراکم"),
                new Zone("R211", "مسکونی بافت فرسوده"),
                new Zone("R221", "مسکونی بافت تاریخی یک"),
                new Zone("R222", "مسکونی بافت تاریخی دو"),
                new Zone("M111", "مختلط محور جمع‌کننده"),
                new Zone("M112", "مختلط رینگ"),
                new Zone("M211", "مختلط گردشگری"),
                new Zone("S111", "بازار"),
                new Zone("S121", "خیابان‌های شش‌گانه"),
                new Zone("S131", "مرکز شهر"),
                new Zone("S211", "اداری"),
                new Zone("S311", "کارگاهی"),
                new Zone("S321", "حمل‌ونقل"),
                new Zone("E111", "آموزشی و درمانی"),
                new Zone("G111", "پارک"),
                new Zone("G121", "باغ"),
                new Zone("G211", "رودخانه"),
                new Zone("G221", "دامنهٔ الوند"));
    }

    /** The number of the clause that says the rows of a zone. */
    static String clause(String zone) {
        List<String> codes = all().stream().map(Zone::code).toList();
        return Integer.toString(FIRST_CLAUSE + codes.indexOf(zone));
    }

    /** A clause for each zone, in their order. */
    static List<Clause> clauses(List<Use> uses) {
        return all().stream()
                .map(zone -> new Clause(
                        clause(zone.code()),
                        "جدول پهنهٔ " + zone.title(),
                        CHAPTER,
                        DemoTable.rows().stream()
                                .filter(row -> row.zone().equals(zone.code()))
                                .map(row -> words(row, uses))
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static String words(Row row, List<Use> uses) {
        String titles = uses.stream()
                .filter(use -> row.uses().contains(use.code()))
                .map(Use::title)
                .collect(Collectors.joining(" یا "));
        return "ردیف " + PersianText.digits(row.id()) + "، " + titles + "، " + plot(row.plot()) + "، "
                + street(row.street()) + ": " + String.join("، ", numbers(row.limits())) + ".";
    }

    private static String plot(Band plot) {
        if (plot.isOpen()) {
            return plot.from() == 0 ? "قطعه با هر مساحت" : "قطعهٔ " + number(plot.from(), 2) + " مترمربع و بیشتر";
        }
        return plot.from() == 0
                ? "قطعهٔ زیر " + number(plot.until(), 2) + " مترمربع"
                : "قطعهٔ " + number(plot.from(), 2) + " تا زیر " + number(plot.until(), 2) + " مترمربع";
    }

    private static String street(Band street) {
        return street.from() == 0 ? "گذر با هر عرض" : "گذر " + number(street.from(), 2) + " متری و عریض‌تر";
    }

    private static List<String> numbers(Limits limits) {
        if (limits.density() == 0) {
            return List.of("ساختی مجاز نیست");
        }
        List<String> words = new ArrayList<>();
        words.add("تراکم " + number(limits.density(), 1) + "٪");
        words.add("سطح اشغال " + number(limits.coverage(), 1) + "٪");
        words.add(number(limits.storeys(), 0) + " طبقه" + (limits.pilotis() ? " روی پیلوت" : ""));
        words.add("ارتفاع " + number(limits.height(), 2) + " متر");
        if (limits.openPerUnit() > 0) {
            words.add("فضای باز هر واحد " + number(limits.openPerUnit(), 2) + " مترمربع");
        }
        if (limits.parking().kind() != Parking.Kind.NONE) {
            words.add(parking(limits.parking()));
        }
        words.add(
                limits.frontSetback() == 0
                        ? "بدون عقب‌نشینی"
                        : "عقب‌نشینی " + number(limits.frontSetback(), 2) + " متر");
        return words;
    }

    private static String parking(Parking parking) {
        return switch (parking.kind()) {
            case NONE -> "";
            case PER_UNIT -> number(parking.amount(), 2) + " پارکینگ برای هر واحد";
            case PER_UNIT_AND_SHOP -> number(parking.amount(), 2) + " پارکینگ برای هر واحد و پارکینگ تجاری جدا";
            case PER_AREA -> "یک پارکینگ برای هر " + number(parking.amount(), 2) + " مترمربع";
            case PER_ROOMS -> "یک پارکینگ برای هر " + number(parking.amount(), 0) + " اتاق";
        };
    }

    private static String number(long scaled, int decimals) {
        BigDecimal number = BigDecimal.valueOf(scaled, decimals).stripTrailingZeros();
        return PersianText.digits(number.toPlainString().replace('.', '٫'));
    }
}
