package ir.hamedan.esup.rulebooks.cockrellhill;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Chapter;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.rulebooks.demo.Places;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The zoning ordinance of Cockrell Hill, Texas, as a person would write it into our workbook: a reading for tests and not
 * the law of that town. Its source is the file of the districts, as of 2024-06-30, of the tidyzoning project. Feet and acres
 * became metres: what is at most was rounded down, what is at least was rounded up.
 */
public final class Ordinance {
    /** 0.16 and 0.18 acre, hundredths of a square metre. */
    public static final long LEAST_LOT = 647_50;

    static final long LEAST_LOT_OF_FOUR = 728_44;

    private static final int FEET_25 = 7_62;
    private static final int FEET_35 = 10_66;
    private static final Parking TWO = new Parking(Parking.Kind.PER_UNIT, 2_00);
    private static final Parking FOUR = new Parking(Parking.Kind.PER_UNIT, 4_00);

    private Ordinance() {}

    public static RuleBook book(LocalDate from) {
        return new RuleBook(
                new BookData(
                        "COCKRELL_HILL",
                        "2024-06-30",
                        "برداشتی آزمایشی از ضوابط پهنه‌بندی کاکرل هیل، تگزاس / A reading of the zoning ordinance of"
                                + " Cockrell Hill, Texas, for tests",
                        "پروژهٔ tidyzoning، مجوز MIT / the tidyzoning project, MIT licence",
                        "مصوب هیچ مرجعی نیست؛ از پروندهٔ " + Files.ZONING + " / no approval; read from that file",
                        from,
                        "",
                        true),
                chapters(),
                clauses(),
                zones(),
                uses(),
                rows(),
                List.of(),
                List.of(),
                parameters(),
                List.of(),
                List.of(),
                List.of(worked()));
    }

    /** 800 m2 in R-S, worked out by hand. */
    private static Golden worked() {
        return new Golden(
                "G1",
                "زمین ۸۰۰ متری در پهنهٔ R-S / A lot of 800 m² in R-S",
                Places.plot("R-S", 800_00, 15_00),
                Given.NOTHING,
                "ONE_FAMILY",
                Verdict.RULED,
                Map.of(
                        NumberName.COVERAGE, 450L,
                        NumberName.FLOORS, 2L,
                        NumberName.HEIGHT, 10_66L,
                        NumberName.FRONT_SETBACK, 7_62L,
                        NumberName.EFFECTIVE_AREA, 800_00L,
                        NumberName.REACHABLE_DENSITY, 900L,
                        NumberName.BUILDABLE_AREA, 720_00L),
                Map.of(
                        NumberName.FLOORS, new Answer.Basis(Answer.BasisKind.NO_PILOTIS, 0),
                        NumberName.REACHABLE_DENSITY, new Answer.Basis(Answer.BasisKind.STOREYS_BIND, 0)));
    }

    private static List<Chapter> chapters() {
        return List.of(
                new Chapter("1", "همهٔ پهنه‌ها / All districts"),
                new Chapter("2", "پهنهٔ R-S تک‌خانواری / Single-family district R-S"),
                new Chapter("3", "پهنهٔ R-M چندخانواری / Multiple-family district R-M"),
                new Chapter("4", "پهنهٔ C تجاری / Commercial district C"));
    }

    private static List<Clause> clauses() {
        List<Clause> all = new ArrayList<>();
        everywhere(all);
        singleFamily(all);
        shared(all, 30);
        shared(all, 40);
        return all;
    }

    private static void everywhere(List<Clause> all) {
        all.add(clause(
                11,
                "یکاها / Units",
                "هر فوت ۰٫۳۰۴۸ متر و هر ایکر ۴۰۴۶٫۸۵۶ متر مربع است؛ بیشینه‌ها رو به پایین و کمینه‌ها رو به بالا گرد شده‌اند. /"
                        + " A foot is 0.3048 m and an acre 4,046.856 m²; maxima were rounded down and minima up."));
        all.add(clause(
                12,
                "فاصله از کنار و پشت / Side and rear yards",
                "از کنار میانی و پشت: دست‌کم ۵ فوت و یک‌دهم پهنای زمین؛ از کنار رو به گذر: ۲۵ فوت. در جدول ستونی ندارد. /"
                        + " Interior side and rear: at least 5 ft and a tenth of the width of the lot; exterior side: 25 ft."
                        + " The table has no column for them."));
        all.add(clause(
                13,
                "تراکم / Floor area",
                "ضوابط برای زیربنا سقفی ندارد؛ تراکم جدول حاصل‌ضرب سطح اشغال و شمار طبقات است. /"
                        + " The ordinance sets no floor area; the density of the table is coverage times storeys."));
    }

    private static void singleFamily(List<Clause> all) {
        all.add(clause(21, "کاربری / Uses", "خانهٔ یک و دو خانواری. / Houses of one and two families."));
        all.add(clause(
                22,
                "کمترین زمین / Least lot",
                "دست‌کم ۰٫۱۶ ایکر (۶۴۷٫۵۰ متر مربع). / At least 0.16 acre (647.50 m²)."));
        all.add(clause(23, "سطح اشغال / Coverage", "بیشینه ۴۵ درصد. / At most 45 percent."));
        all.add(clause(
                24,
                "طبقات و ارتفاع / Storeys and height",
                "بیشینه دو طبقه و نیم و ۳۵ فوت؛ نیم‌طبقه در جدول نمی‌گنجد و دو طبقه نوشته شده است. /"
                        + " At most 2.5 storeys and 35 ft; the table knows no half storey and has two."));
        all.add(clause(25, "فاصله از بر / Front yard", "دست‌کم ۲۵ فوت. / At least 25 ft."));
        all.add(clause(26, "پارکینگ / Parking", "چهار جای پارک برای هر واحد. / Four spaces for each unit."));
    }

    /** Districts R-M and C say the same of dwellings. */
    private static void shared(List<Clause> all, int chapter) {
        all.add(clause(
                chapter + 1,
                "کاربری / Uses",
                "خانهٔ یک تا چهار خانواری و خانهٔ ردیفی. / Houses of one to four families and townhomes."));
        all.add(clause(
                chapter + 2,
                "کمترین زمین / Least lot",
                "دست‌کم ۰٫۱۶ ایکر؛ در خانهٔ چهارخانواری برای هر واحد بیش از سه واحد ۰٫۰۲ ایکر بیشتر. / At least 0.16 acre; for"
                        + " four families 0.02 acre more for each unit above three."));
        all.add(clause(chapter + 3, "سطح اشغال / Coverage", "بیشینه ۶۰ درصد. / At most 60 percent."));
        all.add(clause(
                chapter + 4,
                "طبقات و ارتفاع / Storeys and height",
                "بیشینه دو طبقه و ۳۵ فوت. / At most two storeys and 35 ft."));
        all.add(clause(chapter + 5, "فاصله از بر / Front yard", "دست‌کم ۲۵ فوت. / At least 25 ft."));
        all.add(clause(
                chapter + 6,
                "پارکینگ / Parking",
                "برای هر واحد چهار جای پارک؛ در خانهٔ سه و چهار خانواری دو جا. / Four spaces for each unit; two in houses of"
                        + " three and four families."));
    }

    private static Clause clause(int number, String title, String text) {
        return new Clause(Integer.toString(number), title, Integer.toString(number / 10), text);
    }

    private static List<Zone> zones() {
        return List.of(
                new Zone("R", "مسکونی / Residential"),
                new Zone("R-S", "تک‌خانواری / Single-family"),
                new Zone("R-M", "چندخانواری / Multiple-family"),
                new Zone("C", "تجاری / Commercial"),
                new Zone("C-A", "تجاری الف / Commercial C-A"),
                new Zone("PD", "طرح ویژه / Planned development"));
    }

    private static List<Use> uses() {
        return List.of(
                new Use("ONE_FAMILY", "خانهٔ یک‌خانواری / House of one family", 0, true),
                new Use("TWO_FAMILY", "خانهٔ دوخانواری / House of two families", 0, true),
                new Use("THREE_FAMILY", "خانهٔ سه‌خانواری / House of three families", 0, true),
                new Use("FOUR_FAMILY", "خانهٔ چهارخانواری / House of four families", 0, true),
                new Use("TOWNHOME", "خانهٔ ردیفی / Townhome", 0, true));
    }

    /** As the file has them: for four families both branches of the condition are a row, although one lies in the other. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Limits house = new Limits(1125, 450, 2, false, FEET_35, 0, FOUR, FEET_25);
        rows.add(row("S1", "R-S", List.of("ONE_FAMILY", "TWO_FAMILY"), LEAST_LOT, house, 20));
        dwellings(rows, "M", "R-M", 30);
        dwellings(rows, "C", "C", 40);
        return rows;
    }

    private static void dwellings(List<Row> rows, String id, String zone, int chapter) {
        Limits few = new Limits(1200, 600, 2, false, FEET_35, 0, FOUR, FEET_25);
        Limits many = new Limits(1200, 600, 2, false, FEET_35, 0, TWO, FEET_25);
        List<String> fewUnits = List.of("ONE_FAMILY", "TWO_FAMILY", "TOWNHOME");
        rows.add(row(id + "1", zone, fewUnits, LEAST_LOT, few, chapter));
        rows.add(row(id + "2", zone, List.of("THREE_FAMILY"), LEAST_LOT, many, chapter));
        rows.add(row(id + "3", zone, List.of("FOUR_FAMILY"), LEAST_LOT, many, chapter));
        rows.add(row(id + "4", zone, List.of("FOUR_FAMILY"), LEAST_LOT_OF_FOUR, many, chapter));
    }

    private static Row row(String id, String zone, List<String> uses, long least, Limits limits, int chapter) {
        List<String> clauses = List.of(
                Integer.toString(chapter + 1),
                Integer.toString(chapter + 2),
                Integer.toString(chapter + 3),
                Integer.toString(chapter + 4),
                Integer.toString(chapter + 5),
                Integer.toString(chapter + 6));
        return new Row(id, zone, uses, Band.from(least), Band.ANY, limits, clauses, Optional.empty());
    }

    /** Of bonuses, light wells, projections, shortages and chamfers the ordinance says nothing. */
    private static Parameters parameters() {
        return new Parameters(
                Parameters.StreetWidth.WIDEST_NOW,
                3_00,
                2_60,
                List.of(new Parameters.BonusLimit("", 0, 0)),
                995,
                new Parameters.LightWell(0, 0, 0, 0),
                new Parameters.Projection(0, 0, 0, 0),
                new Parameters.ParkingShortage(0, 0),
                50_00,
                Chamfer.Measure.LINE,
                Map.of(),
                6,
                Map.of(
                        NumberName.DENSITY, List.of("13"),
                        NumberName.HEIGHT, List.of("11"),
                        NumberName.FRONT_SETBACK, List.of("11", "12"),
                        NumberName.EFFECTIVE_AREA, List.of("11")));
    }
}
