package ir.hamedan.esup.permits.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.Objection.Ground;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.permits.api.Works;
import ir.hamedan.esup.rulebooks.api.Answer.Basis;
import ir.hamedan.esup.rulebooks.api.Answer.BasisKind;
import ir.hamedan.esup.rulebooks.api.Answer.Because;
import ir.hamedan.esup.rulebooks.api.Answer.ClauseRef;
import ir.hamedan.esup.rulebooks.api.Answer.Figure;
import ir.hamedan.esup.rulebooks.api.Answer.Lost;
import ir.hamedan.esup.rulebooks.api.Answer.NotPermitted;
import ir.hamedan.esup.rulebooks.api.Answer.UseAnswer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExaminerTest {
    private static final long BOOK = 7;

    /** A plot of 200 square metres, half of it built over, four storeys, 400 square metres of floor. */
    private static final Plan KEEPS = plan(4, 1500, 10_000, 40_000, 4, 4, 200);

    private static Plan plan(int storeys, int height, int ground, int floor, int units, int spaces, int setback) {
        return new Plan(Works.NEW_BUILDING, "DWELLING", storeys, height, ground, floor, units, spaces, setback, "");
    }

    private static UseAnswer rules(Verdict verdict, Basis parking) {
        List<Figure> numbers = new ArrayList<>();
        add(numbers, NumberName.COVERAGE, 500, "12");
        add(numbers, NumberName.FLOORS, 4, "13");
        add(numbers, NumberName.HEIGHT, 1500, "14");
        numbers.add(new Figure(NumberName.PARKING, OptionalLong.of(4), parking, clauses("15"), List.of()));
        add(numbers, NumberName.FRONT_SETBACK, 200, "16");
        add(numbers, NumberName.EFFECTIVE_AREA, 20_000, "17");
        add(numbers, NumberName.REACHABLE_DENSITY, 2000, "18");
        add(numbers, NumberName.BUILDABLE_AREA, 40_000, "19");
        add(numbers, NumberName.UNITS, 4, "20");
        add(numbers, NumberName.OPEN_SPACE_PER_UNIT, 2500, "21");
        add(numbers, NumberName.LIGHT_WELL, 1200, "22");
        return new UseAnswer("DWELLING", "مسکونی", verdict, List.of("r1"), numbers, List.of(), List.of(), List.of());
    }

    private static void add(List<Figure> numbers, NumberName name, long value, String clause) {
        numbers.add(new Figure(name, OptionalLong.of(value), Basis.RULE, clauses(clause), List.of()));
    }

    private static List<ClauseRef> clauses(String... numbers) {
        return List.of(numbers).stream()
                .map(number -> new ClauseRef(number, "بند"))
                .toList();
    }

    private static final Basis ONE_EACH = new Basis(BasisKind.PER_UNIT, 100);

    private static List<String> said(Plan plan, UseAnswer rules) {
        return new Examiner(plan, rules, BOOK)
                .objections().stream().map(ExaminerTest::said).toList();
    }

    private static String said(Objection one) {
        return one.ground() + " " + one.number().map(Enum::name).orElse("-") + " " + one.planned() + "/" + one.bound()
                + " " + one.clauses().stream().map(ClauseRef::number).toList();
    }

    @Test
    void a_plan_at_all_its_limits_is_clear_and_what_only_drawings_show_is_named() {
        Examiner examiner = new Examiner(KEEPS, rules(Verdict.RULED, ONE_EACH), BOOK);
        assertEquals(List.of(), examiner.objections());
        assertEquals(List.of(NumberName.LIGHT_WELL), examiner.open());
    }

    @Test
    void whatever_is_a_hair_beyond_is_objected_to_all_at_once_with_its_clauses() {
        assertEquals(
                List.of(
                        "MORE_THAN_ALLOWED COVERAGE 501/500 [12]",
                        "MORE_THAN_ALLOWED BUILDABLE_AREA 40001/40000 [19, 18]",
                        "MORE_THAN_ALLOWED FLOORS 5/4 [13]",
                        "MORE_THAN_ALLOWED HEIGHT 1501/1500 [14]",
                        "LESS_THAN_ASKED PARKING 4/5 [15]",
                        "LESS_THAN_ASKED FRONT_SETBACK 199/200 [16]",
                        "LESS_THAN_ASKED OPEN_SPACE 9999/12500 [21]"),
                said(plan(5, 1501, 10_001, 40_001, 5, 4, 199), rules(Verdict.RULED, ONE_EACH)));
    }

    /** The book bounds the open space of each unit; that there are four is said of the fullest building alone. */
    @Test
    void a_smaller_building_may_have_as_many_units_as_its_open_space_suffices_for() {
        assertEquals(List.of(), said(plan(4, 1500, 7500, 30_000, 5, 5, 200), rules(Verdict.RULED, ONE_EACH)));
        assertEquals(
                List.of("LESS_THAN_ASKED OPEN_SPACE 12499/12500 [21]"),
                said(plan(4, 1500, 7501, 30_000, 5, 5, 200), rules(Verdict.RULED, ONE_EACH)));
    }

    @Test
    void what_a_cap_or_what_is_counted_of_it_forbids_is_hard() {
        UseAnswer capped = rules(Verdict.RULED, ONE_EACH);
        List<Figure> numbers = new ArrayList<>(capped.numbers());
        Lost lost = new Lost(6, Because.HEIGHT, "AIRPORT", clauses("40"));
        numbers.set(1, new Figure(NumberName.FLOORS, OptionalLong.of(4), Basis.RULE, clauses("13"), List.of(lost)));
        List<Objection> objections = new Examiner(
                        plan(5, 1501, 10_000, 40_001, 4, 4, 200),
                        new UseAnswer(
                                "DWELLING",
                                "مسکونی",
                                Verdict.RULED,
                                List.of("r1"),
                                numbers,
                                List.of(),
                                List.of(),
                                List.of()),
                        BOOK)
                .objections();
        assertEquals(
                List.of("BUILDABLE_AREA true", "FLOORS true", "HEIGHT false"),
                objections.stream()
                        .map(one -> one.number().orElseThrow() + " " + one.hard())
                        .toList());
        assertEquals(
                List.of(false, false, true),
                objections.stream().map(Objection::isForCommission).toList());
    }

    @Test
    void of_several_zones_parking_is_held_against_the_one_that_is_named_and_stays_open() {
        UseAnswer one = rules(Verdict.RULED, ONE_EACH);
        UseAnswer two = new UseAnswer(
                "DWELLING",
                "مسکونی",
                Verdict.RULED,
                List.of("r1", "r2"),
                one.numbers(),
                List.of(),
                List.of(),
                List.of());
        assertEquals(NumberName.PARKING, new Examiner(KEEPS, two, BOOK).open().get(0));
        assertEquals(List.of("LESS_THAN_ASKED PARKING 3/4 [15]"), said(plan(4, 1500, 10_000, 40_000, 4, 3, 200), two));
    }

    @Test
    void parking_is_counted_of_what_is_planned_and_left_open_where_the_plan_does_not_say() {
        Plan few = plan(1, 400, 5000, 5001, 1, 1, 200);
        assertEquals(
                List.of("LESS_THAN_ASKED PARKING 1/2 [15]"),
                said(few, rules(Verdict.RULED, new Basis(BasisKind.PER_AREA, 5000))));
        Basis andShops = new Basis(BasisKind.PER_UNIT_AND_SHOP, 150);
        assertEquals(List.of("LESS_THAN_ASKED PARKING 1/2 [15]"), said(few, rules(Verdict.RULED, andShops)));
        Examiner shops = new Examiner(KEEPS, rules(Verdict.RULED, new Basis(BasisKind.PER_UNIT_AND_SHOP, 100)), BOOK);
        assertEquals(NumberName.PARKING, shops.open().get(0));
        Examiner hotel = new Examiner(few, rules(Verdict.RULED, new Basis(BasisKind.PER_ROOMS, 3)), BOOK);
        assertEquals(List.of(), hotel.objections());
        assertEquals(NumberName.PARKING, hotel.open().get(0));
    }

    @Test
    void where_the_rules_end_without_numbers_that_is_the_objection() {
        for (Verdict verdict : Verdict.values()) {
            UseAnswer none = new UseAnswer(
                    "DWELLING",
                    "مسکونی",
                    verdict,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    verdict == Verdict.NOT_PERMITTED
                            ? List.of(new NotPermitted("Z1", List.of(), clauses("30")))
                            : List.of());
            List<String> wanted =
                    switch (verdict) {
                        case RULED, PROVISIONAL -> List.of();
                        case INFORMATION_ONLY, LOCKED -> List.of(Ground.LOCKED + " - 0/0 []");
                        case NOT_PERMITTED -> List.of(Ground.NOT_PERMITTED + " - 0/0 [30]");
                        case REFERRAL -> List.of(Ground.NO_RULE + " - 0/0 []");
                        case UNDECIDED, UNKNOWN_ZONE, NO_AREA, NO_DATA -> List.of(Ground.NOT_KNOWN + " - 0/0 []");
                    };
            assertEquals(wanted, said(KEEPS, none), verdict.name());
        }
    }
}
