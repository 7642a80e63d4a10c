package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyExample.Item;
import ir.hamedan.esup.levies.api.LevyExample.Sum;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitLevies.Reason;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.levies.api.PermitQuestion.Trade;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All of the demonstration levy book: the tariff, and examples that were worked out by hand. */
final class DemoLevyBook {
    static final LocalDate DAY = new PersianDate(1405, 9, 3).toLocalDate();

    private DemoLevyBook() {}

    static LevyWorkbook workbook() {
        return new LevyWorkbook(Demonstration.book(1405, 2), uses(), Demonstration.prices(1405), examples());
    }

    private static List<LevyUse> uses() {
        return List.of(
                new LevyUse("DWELLING", "مسکونی", true),
                new LevyUse("SINGLE_HOUSE", "تک‌خانه", true),
                new LevyUse("GARDEN_HOUSE", "خانه‌باغ", true),
                new LevyUse("SHOP_DWELLING", "تجاری در همکف و مسکونی", true),
                new LevyUse("TWO_SHOP_DWELLING", "دو طبقه تجاری و مسکونی", true),
                new LevyUse("SHOP", "تجاری", false),
                new LevyUse("MALL", "مجتمع تجاری", false),
                new LevyUse("OFFICE", "اداری", false),
                new LevyUse("HOTEL", "هتل", false),
                new LevyUse("CLINIC", "درمانگاه", false),
                new LevyUse("SCHOOL", "آموزشی", false),
                new LevyUse("WORKSHOP", "کارگاه", false));
    }

    /** Example 4 of the domain guide. */
    static PermitQuestion apartments() {
        return PermitQuestion.of(DAY, 1, "DWELLING", true, 547_00, 4)
                .withExcess(53_00, "1405/12")
                .withProjections(14_00)
                .withParking(5, 1)
                .inApartments();
    }

    /** Two shops of 40 square metres, 4.5 metres wide and 6 metres high. */
    static PermitQuestion shops() {
        return PermitQuestion.of(DAY, 1, "SHOP", false, 120_00, 1).withTrade(new Trade(40_00, 2, 450, 600));
    }

    private static List<LevyExample> examples() {
        return List.of(
                new LevyExample(
                        "N1",
                        "آپارتمان با تخفیف نخستین خانه و قسط",
                        apartments().claiming("T-10"),
                        Map.of(
                                Sum.TOTAL, 1_333_680_000L,
                                Sum.PAYABLE, 866_892_000L,
                                Sum.AT_ONCE, 706_850_400L,
                                Sum.DOWN, 260_067_600L,
                                Sum.INSTALMENT, 50_568_700L),
                        List.of(
                                amount("P-10", 590_760_000),
                                amount("P-20", 165_360_000),
                                amount("P-30", 7_560_000),
                                amount("P-40", 210_000_000),
                                amount("P-50", 360_000_000),
                                left("P-60", Reason.OFF),
                                left("P-80", Reason.OFF),
                                amount("T-10", 466_788_000),
                                left("T-20", Reason.NOT_CLAIMED))),
                new LevyExample(
                        "N2",
                        "دو واحد تجاری با دهانهٔ ۴٫۵ و ارتفاع ۶ متر",
                        shops(),
                        Map.of(
                                Sum.TOTAL, 1_231_200_000L,
                                Sum.AT_ONCE, 1_083_456_000L,
                                Sum.DOWN, 369_360_000L,
                                Sum.INSTALMENT, 71_820_000L),
                        List.of(amount("P-10", 259_200_000), amount("P-70", 972_000_000))),
                new LevyExample(
                        "N3",
                        "واحد تجاری که اندازه‌اش معلوم نیست",
                        PermitQuestion.of(DAY, 2, "SHOP", false, 120_00, 1),
                        Map.of(),
                        List.of(
                                amount("P-10", 220_320_000),
                                left("P-70", Reason.NO_TRADE),
                                left("T-30", Reason.NO_SUM),
                                left("T-40", Reason.NO_SUM))),
                new LevyExample(
                        "N4",
                        "تخفیف‌ها تا سقف نیمی از عوارض",
                        PermitQuestion.of(DAY, 1, "SINGLE_HOUSE", true, 100_00, 1)
                                .claiming("T-10", "T-20"),
                        Map.of(Sum.TOTAL, 108_000_000L, Sum.PAYABLE, 54_000_000L),
                        List.of(amount("T-10", 37_800_000), amount("T-20", 16_200_000), left("T-30", Reason.CAPPED))));
    }

    private static Item amount(String line, long rials) {
        return new Item(line, Optional.of(rials), Optional.empty());
    }

    private static Item left(String line, Reason reason) {
        return new Item(line, Optional.empty(), Optional.of(reason));
    }
}
