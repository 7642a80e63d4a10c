package ir.hamedan.esup.rulebooks.demo;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.rulebooks.api.Amounts;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The demonstration book: an example, and not the law of Hamedan. */
public final class DemoBook {
    private static final String HERITAGE = "HERITAGE_INQUIRY";
    private static final String ALTERNATIVES = "WORN_OUT";

    private DemoBook() {}

    public static RuleBook book() {
        return new RuleBook(
                new BookData(
                        "DEMO",
                        "1405-1",
                        "دفترچهٔ نمایشی ضوابط ساختمانی",
                        "شهرداری همدان (نمایشی)",
                        "نمایشی؛ مصوب هیچ مرجعی نیست",
                        LocalDate.of(2026, 3, 21),
                        "",
                        true),
                DemoClauses.chapters(),
                Stream.concat(DemoClauses.all().stream(), DemoZones.clauses(uses()).stream())
                        .toList(),
                DemoZones.all(),
                uses(),
                DemoTable.rows(),
                overlays(),
                chamfers(),
                parameters(),
                List.of(),
                DemoTable.referrals(),
                Stream.concat(Stream.of(worked()), DemoGoldens.all().stream()).toList());
    }

    /** The worked example, as its authors counted it. */
    private static Golden worked() {
        return new Golden(
                "M1",
                "نمونهٔ حل‌شده",
                Places.worked(),
                Given.NOTHING,
                "DWELLING",
                Verdict.RULED,
                Map.of(
                        NumberName.EFFECTIVE_AREA, 228_00L,
                        NumberName.DENSITY, 2240L,
                        NumberName.COVERAGE, 600L,
                        NumberName.FLOORS, 2L,
                        NumberName.HEIGHT, 10_50L,
                        NumberName.REACHABLE_DENSITY, 1200L,
                        NumberName.BUILDABLE_AREA, 273_00L),
                Map.of(
                        NumberName.FLOORS, new Answer.Basis(Answer.BasisKind.PILOTIS, 0),
                        NumberName.REACHABLE_DENSITY, new Answer.Basis(Answer.BasisKind.STOREYS_BIND, 0)));
    }

    private static List<Use> uses() {
        return List.of(
                new Use("DWELLING", "مسکونی", 0, true),
                new Use("GUEST_HOUSE", "مهمان‌خانه", 0, true),
                new Use("SHOP_DWELLING", "تجاری در همکف و مسکونی", 1, true),
                new Use("TWO_SHOP_DWELLING", "دو طبقه تجاری و مسکونی", 2, true),
                new Use("HOTEL", "هتل", 0, true),
                new Use("SHOP", "تجاری", 0, true),
                new Use("MALL", "مجتمع تجاری", 0, true),
                new Use("OFFICE", "اداری", 0, true),
                new Use("CLINIC", "درمانگاه", 0, true),
                new Use("WORKSHOP", "کارگاه", 0, true),
                new Use("STORE", "انبار", 0, true),
                new Use("DEPOT", "پایانه و توقفگاه", 0, true),
                new Use("FUEL", "جایگاه سوخت", 0, true),
                new Use("SCHOOL", "آموزشی", 0, true),
                new Use("PARK_BUILDING", "ساختمان پارک", 0, true),
                new Use("GARDEN_HOUSE", "خانه‌باغ", 0, true),
                new Use("SINGLE_HOUSE", "تک‌خانه", 0, true),
                new Use("NONE", "بدون ساخت", 0, false));
    }

    private static List<Overlay> overlays() {
        Condition touched = Condition.TOUCHED;
        Condition wornOut = touched.withLeastShare(500)
                .withUses(Set.of("DWELLING", "GUEST_HOUSE", "SHOP_DWELLING", "TWO_SHOP_DWELLING", "SHOP", "OFFICE"));
        List<Overlay> all = new ArrayList<>();
        all.add(rule(
                "W1", LayerKind.WORN_OUT, "", wornOut.withPlot(Band.from(100_00)), Effect.BONUS, bonus(400), "", "11"));
        all.add(rule(
                "W2", LayerKind.WORN_OUT, "", wornOut.withMerged(Band.of(2, 3)), Effect.BONUS, bonus(600), "", "11"));
        all.add(rule(
                "W3", LayerKind.WORN_OUT, "", wornOut.withMerged(Band.from(3)), Effect.BONUS, bonus(800), "", "11"));
        all.add(new Overlay(
                "V1",
                Optional.empty(),
                "",
                touched,
                Effect.CEDED_BONUS,
                Amounts.NONE.withDensity(2000),
                "",
                List.of("12")));
        slope(all);
        all.add(rule("G1", LayerKind.GARDEN, "", touched, Effect.ONLY_ZONE, Amounts.NONE.withZone("G121"), "", "13"));
        all.add(rule("H0", LayerKind.HERITAGE, "CORE", touched, Effect.FORBIDDEN, Amounts.NONE, HERITAGE, "14"));
        all.add(rule("H1", LayerKind.HERITAGE, "BUFFER_1", touched, Effect.CAP, height(7_50), HERITAGE, "14"));
        all.add(rule("H2", LayerKind.HERITAGE, "BUFFER_2", touched, Effect.CAP, height(10_50), HERITAGE, "14"));
        all.add(rule("H3", LayerKind.HERITAGE, "LANDSCAPE", touched, Effect.CAP, height(14_50), HERITAGE, "14"));
        buffers(all);
        all.add(rule("A1", LayerKind.AIRPORT, "", touched, Effect.CAP_OF_MAP_LEVEL, Amounts.NONE, "", "18"));
        all.add(rule(
                "S1",
                LayerKind.SECURITY,
                "",
                touched,
                Effect.CAP,
                Amounts.NONE.withStoreys(2),
                "SECURITY_INQUIRY",
                "20"));
        all.add(new Overlay(
                "T1",
                Optional.empty(),
                "",
                touched.withZones(Set.of("S121")),
                Effect.STREET_WALL,
                height(13_00).withSetback(3_00),
                "",
                List.of("15")));
        all.add(rule("P1", LayerKind.ROAD_PLAN, "", touched.withLeastShare(1000), Effect.LOCK, Amounts.NONE, "", "1"));
        return all;
    }

    private static void slope(List<Overlay> all) {
        Condition touched = Condition.TOUCHED;
        all.add(rule(
                "L1",
                LayerKind.SLOPE,
                "",
                touched.withValue(Band.of(100, 150)),
                Effect.REDUCTION,
                Amounts.NONE.withDensity(200),
                "GEOTECHNICAL_REPORT",
                "17"));
        all.add(rule(
                "L2",
                LayerKind.SLOPE,
                "",
                touched.withValue(Band.of(150, 251)),
                Effect.REDUCTION,
                Amounts.NONE.withDensity(400).withStoreys(1),
                "",
                "17"));
        all.add(rule(
                "L3",
                LayerKind.SLOPE,
                "",
                touched.withValue(Band.from(251)),
                Effect.FORBIDDEN,
                Amounts.NONE,
                "",
                "17"));
    }

    private static void buffers(List<Overlay> all) {
        Condition touched = Condition.TOUCHED;
        all.add(rule(
                "R1",
                LayerKind.RIVER,
                "",
                touched.withDistance(Band.below(15_00)),
                Effect.FORBIDDEN,
                Amounts.NONE,
                "",
                "16"));
        all.add(rule(
                "R2",
                LayerKind.RIVER,
                "",
                touched.withDistance(Band.of(15_00, 30_01)),
                Effect.OPEN_SPACE_ONLY,
                Amounts.NONE,
                "",
                "16"));
        all.add(rule(
                "F1",
                LayerKind.FAULT,
                "",
                touched.withDistance(Band.below(10_00)),
                Effect.FORBIDDEN,
                Amounts.NONE,
                "",
                "19"));
        all.add(rule(
                "F2",
                LayerKind.FAULT,
                "",
                touched.withDistance(Band.of(10_00, 50_01)),
                Effect.REPORT,
                Amounts.NONE,
                "FAULT_REPORT",
                "19"));
    }

    private static Overlay rule(
            String id,
            LayerKind layer,
            String grade,
            Condition when,
            Effect effect,
            Amounts amounts,
            String needs,
            String clause) {
        return new Overlay(id, Optional.of(layer), grade, when, effect, amounts, needs, List.of(clause));
    }

    private static Amounts bonus(int density) {
        return Amounts.NONE.withDensity(density).withStoreys(1).withAlternative(ALTERNATIVES);
    }

    private static Amounts height(int centimetres) {
        return Amounts.NONE.withHeight(centimetres);
    }

    /** Where the table gives a range, its upper end; from 165 degrees on two sides are one. */
    private static List<Chamfer> chamfers() {
        Band[] widths = {Band.below(8_01), Band.of(8_01, 12_01), Band.of(12_01, 20_01), Band.from(20_01)};
        Band[] angles = {Band.of(45, 75), Band.of(75, 115), Band.of(115, 165), Band.of(165, 181)};
        int[][] lengths = {{200, 200, 150, 0}, {300, 300, 200, 0}, {500, 400, 300, 0}, {800, 600, 400, 0}};
        List<Chamfer> all = new ArrayList<>();
        for (int w = 0; w < widths.length; w++) {
            for (int a = 0; a < angles.length; a++) {
                all.add(new Chamfer("C" + (w + 1) + (a + 1), widths[w], angles[a], lengths[w][a]));
            }
        }
        return all;
    }

    private static Parameters parameters() {
        Map<NumberName, List<String>> definitions = new EnumMap<>(NumberName.class);
        definitions.put(NumberName.DENSITY, List.of("2"));
        definitions.put(NumberName.HEIGHT, List.of("3", "23"));
        definitions.put(NumberName.FLOORS, List.of("23"));
        definitions.put(NumberName.PARKING, List.of("10"));
        definitions.put(NumberName.PARKING_SHORTAGE, List.of("9"));
        definitions.put(NumberName.WIDENING_AREA, List.of("1"));
        definitions.put(NumberName.OPEN_SPACE, List.of("1"));
        definitions.put(NumberName.CHAMFER_AREA, List.of("6"));
        definitions.put(NumberName.EFFECTIVE_AREA, List.of("1", "6"));
        definitions.put(NumberName.BUILDABLE_AREA, List.of("1", "2"));
        definitions.put(NumberName.LIGHT_WELL, List.of("8"));
        definitions.put(NumberName.PROJECTION, List.of("7"));
        return new Parameters(
                Parameters.StreetWidth.WIDEST_NOW,
                2_80,
                2_60,
                List.of(new Parameters.BonusLimit("", 1000, 1), new Parameters.BonusLimit("M112", 1000, 2)),
                995,
                new Parameters.LightWell(12_00, 3_00, 4, 60),
                new Parameters.Projection(12_00, 50, 1_20, 3_50),
                new Parameters.ParkingShortage(200, 1),
                50_00,
                Chamfer.Measure.LINE,
                Map.of(
                        LockKind.SEIZURE, Parameters.LockEffect.INFORMATION_ONLY,
                        LockKind.ROAD_PLAN, Parameters.LockEffect.NO_RULE,
                        LockKind.ARTICLE_100, Parameters.LockEffect.INFORMATION_ONLY,
                        LockKind.BLACK_LIST, Parameters.LockEffect.INFORMATION_ONLY),
                6,
                definitions);
    }
}
