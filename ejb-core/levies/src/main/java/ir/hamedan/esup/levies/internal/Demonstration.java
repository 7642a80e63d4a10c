package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.LevyArticle;
import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyBook.Sizes;
import ir.hamedan.esup.levies.api.LevyDuty;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.PermitLevies.Price;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The demonstration tariff: example 4 of the domain guide and what goes with it. It is not the law of any city. */
public final class Demonstration {
    private static final Rial PRICE = Rial.of(6_000_000);

    /** Per cent of the price of region 1 in regions 1 to 4. */
    private static final List<Integer> REGIONS = List.of(100, 85, 70, 60);

    private static final String COUNCIL = "بند ۱۶ مادهٔ ۸۰ قانون شوراهای اسلامی کشور و تعرفهٔ نمونه";

    private Demonstration() {}

    /** The prices of a year in four regions. */
    public static List<Price> prices(int year) {
        List<Price> prices = new ArrayList<>();
        for (int per : REGIONS) {
            prices.add(new Price(
                    prices.size() + 1,
                    "",
                    PersianDate.firstDayOf(year),
                    PersianDate.lastDayOf(year),
                    PRICE.timesRoundedDown(per, 100),
                    "قیمت منطقه‌ای نمونه"));
        }
        return prices;
    }

    /** The book of a year. */
    public static LevyBook book(int year, int version) {
        LocalDate first = PersianDate.firstDayOf(year);
        List<LevyBook.Line> lines = new ArrayList<>(levies(first));
        lines.addAll(trade(first));
        lines.addAll(terms(first));
        return new LevyBook(
                year,
                version,
                "دفترچهٔ نمونهٔ عوارض پروانهٔ ساختمان",
                "شهرداری نمونه",
                "نمونه؛ مصوبهٔ شورای شهر نیست",
                first,
                version - 1,
                true,
                500,
                articles(),
                lines);
    }

    private static List<LevyBook.Line> levies(LocalDate first) {
        List<Factor> any = List.of(Factor.of(Factor.ANY, 1_400));
        return List.of(
                on("P-10", "عوارض زیربنا تا تراکم مجاز", LevyFormula.FLOOR, COUNCIL, "2", first)
                        .with(List.of(Factor.of(Factor.DWELLING, 180), Factor.of(Factor.OTHER, 360))),
                on(
                                "P-20",
                                "عوارض زیربنای مازاد بر تراکم",
                                LevyFormula.EXCESS,
                                "رأی کمیسیون مادهٔ ۵ و " + COUNCIL,
                                "3",
                                first)
                        .with(List.of(Factor.of(Factor.ANY, 520))),
                on("P-30", "عوارض بالکن و پیش‌آمدگی", LevyFormula.PROJECTION, COUNCIL, "4", first)
                        .with(List.of(Factor.of(Factor.ANY, 90))),
                line("P-40", "عوارض کسری پارکینگ", LevyFormula.PARKING, "5", "", first, parking(), any),
                on("P-50", "عوارض تفکیک آپارتمان", LevyFormula.SUBDIVISION, COUNCIL, "6", first)
                        .with(List.of(Factor.of(Factor.DWELLING, 100), Factor.of(Factor.OTHER, 200))),
                line(
                        "P-60",
                        "عوارض کسری پارکینگ پس از رأی مادهٔ ۱۰۰",
                        LevyFormula.PARKING,
                        "5",
                        "برای کسری پارکینگی که جریمهٔ تبصرهٔ ۵ مادهٔ ۱۰۰ دارد عوارض گرفته نمی‌شود؛ نمونه",
                        first,
                        parking(),
                        any));
    }

    private static List<LevyBook.Line> trade(LocalDate first) {
        return List.of(
                line(
                        "P-70",
                        "عوارض پذیرهٔ تجاری",
                        LevyFormula.FRONTAGE,
                        "7",
                        "",
                        first,
                        new Sizes(0, 300, 400, 0),
                        List.of(
                                Factor.of("SHOP", 900),
                                Factor.of("MALL", 1_100),
                                Factor.of("SHOP_DWELLING", 700),
                                Factor.of("TWO_SHOP_DWELLING", 800),
                                Factor.of(Factor.ANY, 0))),
                line(
                        "P-80",
                        "حق نظارت",
                        LevyFormula.SUPERVISION,
                        "8",
                        "در این تعرفهٔ نمونه گرفته نمی‌شود",
                        first,
                        Sizes.NONE,
                        List.of(Factor.of(Factor.ANY, 30))));
    }

    private static List<LevyBook.Line> terms(LocalDate first) {
        return List.of(
                on("T-10", "تخفیف نخستین خانه", LevyFormula.DISCOUNT, COUNCIL, "9", first)
                        .with(List.of(Factor.of(Factor.DWELLING, 350), Factor.of(Factor.OTHER, 0))),
                on("T-20", "تخفیف نوسازی بافت فرسوده", LevyFormula.DISCOUNT, COUNCIL, "9", first)
                        .with(List.of(Factor.of(Factor.ANY, 350))),
                on("T-30", "تخفیف پرداخت یکجا", LevyFormula.AT_ONCE, COUNCIL, "10", first)
                        .with(List.of(Factor.of(Factor.ANY, 120))),
                line(
                        "T-40",
                        "پرداخت قسطی",
                        LevyFormula.INSTALMENTS,
                        "11",
                        "",
                        first,
                        new Sizes(0, 0, 0, 12),
                        List.of(Factor.of(Factor.ANY, 300))));
    }

    private static Sizes parking() {
        return new Sizes(2_500, 0, 0, 0);
    }

    private static LevyBook.Line on(
            String code, String title, LevyFormula formula, String basis, String article, LocalDate from) {
        return new LevyBook.Line(
                code, title, formula, basis, List.of(article), true, "", from, Sizes.NONE, duty(formula), List.of());
    }

    private static LevyBook.Line line(
            String code,
            String title,
            LevyFormula formula,
            String article,
            String off,
            LocalDate from,
            Sizes sizes,
            List<Factor> factors) {
        return new LevyBook.Line(
                code,
                title,
                formula,
                COUNCIL,
                List.of(article),
                off.isEmpty(),
                off,
                from,
                sizes,
                duty(formula),
                factors);
    }

    private static LevyDuty duty(LevyFormula formula) {
        return switch (formula) {
            case DISCOUNT, AT_ONCE, INSTALMENTS -> LevyDuty.NONE;
            case FLOOR, EXCESS, PROJECTION, PARKING, SUBDIVISION, FRONTAGE, SUPERVISION ->
                new LevyDuty(
                        "متقاضی پروانه",
                        "پیش از صدور پروانه؛ قسط‌ها هر ماه",
                        "برای قسط دیرکرده ماهی ۲۰ در هزار؛ نمونه",
                        "حساب نمونهٔ درآمد شهرداری");
        };
    }

    private static List<LevyArticle> articles() {
        return List.of(
                article("1", "تعریف‌ها", "در این تعرفهٔ نمونه P قیمت منطقه‌ای هر مترمربع است."),
                article("2", "زیربنا", "عوارض زیربنا تا تراکم مجاز: مساحت × ضریب × P."),
                article("3", "مازاد بر تراکم", "تنها با رأی کمیسیون مادهٔ ۵: مساحت مازاد × ضریب × P."),
                article("4", "پیش‌آمدگی", "بالکن و پیش‌آمدگی: مساحت × ضریب × P."),
                article("5", "کسری پارکینگ", "هر جای پارک کسری ۲۵ مترمربع: مساحت × ضریب × P."),
                article("6", "تفکیک آپارتمان", "همهٔ زیربنای ساختمانی که به آپارتمان تقسیم می‌شود × ضریب × P."),
                article(
                        "7",
                        "پذیرهٔ تجاری",
                        "مساحت هر واحد × ضریب × P × (دهانه ÷ ۳ متر) × (ارتفاع ÷ ۴ متر) × شمار واحدها؛"
                                + " هر نسبت دست‌کم ۱ و حداکثر ۳ است."),
                article("8", "حق نظارت", "سهمی از جمع ردیف‌های پیش از آن."),
                article("9", "تخفیف‌ها", "به درخواست دارندهٔ شرایط؛ جمع همهٔ تخفیف‌ها حداکثر نیمی از عوارض است."),
                article("10", "پرداخت یکجا", "کسی که همه را یکجا بپردازد تخفیف می‌گیرد."),
                article(
                        "11",
                        "پرداخت قسطی",
                        "۳۰ درصد پیش‌پرداخت و مانده در ۱۲ قسط برابر؛ باقی‌ماندهٔ تقسیم در قسط آخر."));
    }

    private static LevyArticle article(String number, String title, String text) {
        return new LevyArticle(number, title, text);
    }
}
