package ir.hamedan.esup.rulebooks.internal.answer;

import static ir.hamedan.esup.rulebooks.demo.Altered.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is altered in the demonstration book, a golden parcel tells: none of its rules stands untried. */
class GoldensReachTest {
    private static final RuleBook BOOK = DemoBook.book();

    private final List<String> unnoticed = new ArrayList<>();

    private void mustBeTold(String what, RuleBook altered) {
        if (GoldenCheck.of(altered).isEmpty()) {
            unnoticed.add(what);
        }
    }

    /** The answers of the golden parcels, each for its use. */
    private static Stream<Answer.UseAnswer> answers() {
        Engine engine = new Engine(BOOK);
        return BOOK.goldens().stream()
                .flatMap(golden -> engine.answer(golden.site(), golden.given(), golden.use()).uses().stream());
    }

    @Test
    void at_least_forty_golden_parcels_come_out_as_worked_out_by_hand() {
        assertTrue(BOOK.goldens().size() >= 40, BOOK.goldens().size() + " golden parcels");
        assertEquals(List.of(), GoldenCheck.of(BOOK));
    }

    @Test
    void every_row_gives_a_golden_parcel_its_numbers_for_every_use() {
        Set<String> reached = new HashSet<>();
        answers().forEach(use -> use.rows().forEach(row -> reached.add(row + " " + use.use())));
        List<String> missing = BOOK.rows().stream()
                .flatMap(row -> row.uses().stream().map(use -> row.id() + " " + use))
                .filter(row -> !reached.contains(row))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void no_number_and_no_edge_of_a_row_can_be_altered_unnoticed() {
        for (Row row : BOOK.rows()) {
            altered(row).forEach((what, other) -> {
                List<Row> rows = new ArrayList<>(BOOK.rows());
                rows.set(rows.indexOf(row), other);
                mustBeTold(row.id() + " " + what, with(BOOK, "rows", rows));
            });
        }
        assertEquals(List.of(), unnoticed);
    }

    private static Map<String, Row> altered(Row row) {
        Limits limits = row.limits();
        Map<String, Limits> others = new LinkedHashMap<>();
        others.put("density", with(limits, "density", limits.density() + 1));
        others.put("coverage", with(limits, "coverage", limits.coverage() + 1));
        others.put("storeys", with(limits, "storeys", limits.storeys() + 1));
        others.put("height", with(limits, "height", limits.height() + 1));
        others.put("setback", with(limits, "frontSetback", limits.frontSetback() + 1));
        boolean hasUnits = limits.openPerUnit() > 0;
        if (hasUnits) {
            others.put("open space", with(limits, "openPerUnit", limits.openPerUnit() * 2));
        }
        Parking.Kind kind = limits.parking().kind();
        if (hasUnits || kind == Parking.Kind.PER_AREA || kind == Parking.Kind.PER_ROOMS) {
            Parking twice = new Parking(kind, limits.parking().amount() * 2);
            others.put("parking", with(limits, "parking", twice));
        }
        Map<String, Row> all = new LinkedHashMap<>();
        others.forEach((what, other) -> all.put(what, with(row, "limits", other)));
        if (row.plot().from() > 0) {
            all.put(
                    "least plot",
                    with(row, "plot", with(row.plot(), "from", row.plot().from() + 1)));
        }
        if (row.street().from() > 0) {
            all.put("least street", with(row, "street", Band.from(row.street().from() + 1)));
        }
        return all;
    }

    @Test
    void no_overlay_rule_can_be_left_out_unnoticed() {
        Set<String> asked = new HashSet<>();
        answers().forEach(use -> asked.addAll(use.needs()));
        for (Overlay rule : BOOK.overlays()) {
            List<Overlay> rest = new ArrayList<>(BOOK.overlays());
            rest.remove(rule);
            // A report is no number: it must be asked for in the answer of some golden parcel.
            if (rule.effect() != Effect.REPORT) {
                mustBeTold(rule.id(), with(BOOK, "overlays", rest));
            } else if (!asked.contains(rule.needs())) {
                unnoticed.add(rule.id());
            }
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void no_chamfer_can_be_left_out_or_made_longer_unnoticed() {
        for (Chamfer chamfer : BOOK.chamfers()) {
            List<Chamfer> rest = new ArrayList<>(BOOK.chamfers());
            rest.remove(chamfer);
            mustBeTold(chamfer.id() + " left out", with(BOOK, "chamfers", rest));
            rest.add(with(chamfer, "length", chamfer.length() + 100));
            mustBeTold(chamfer.id() + " longer", with(BOOK, "chamfers", rest));
        }
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void no_parameter_of_a_number_can_be_altered_unnoticed() {
        Parameters is = BOOK.parameters();
        List<Parameters> others = new ArrayList<>();
        for (Parameters.StreetWidth width : Parameters.StreetWidth.values()) {
            if (width != is.street()) {
                others.add(with(is, "street", width));
            }
        }
        others.add(with(is, "storeyHeight", is.storeyHeight() + 1));
        others.add(with(is, "pilotisHeight", is.pilotisHeight() + 1));
        for (Parameters.BonusLimit limit : is.bonusLimits()) {
            for (Parameters.BonusLimit less :
                    List.of(with(limit, "density", limit.density() - 1), with(limit, "storeys", 0))) {
                List<Parameters.BonusLimit> limits = new ArrayList<>(is.bonusLimits());
                limits.set(limits.indexOf(limit), less);
                others.add(with(is, "bonusLimits", limits));
            }
        }
        others.add(with(is, "wholeShare", is.wholeShare() + 2));
        others.add(with(
                is, "lightWell", with(is.lightWell(), "area", is.lightWell().area() + 1)));
        others.add(with(is, "lightWell", with(is.lightWell(), "upToStoreys", 3)));
        others.add(with(is, "lightWell", with(is.lightWell(), "upToStoreys", 5)));
        others.add(with(is, "lightWell", with(is.lightWell(), "share", 61)));
        others.add(with(is, "projection", with(is.projection(), "leastStreet", 12_01)));
        others.add(with(is, "projection", with(is.projection(), "leastStreet", 10_00)));
        others.add(with(is, "projection", with(is.projection(), "share", 51)));
        others.add(with(is, "projection", with(is.projection(), "most", 1_21)));
        others.add(with(is, "parkingShortage", with(is.parkingShortage(), "share", 199)));
        others.add(with(is, "parkingShortage", with(is.parkingShortage(), "spaces", 2)));
        others.add(with(is, "shopParkingArea", is.shopParkingArea() * 2));
        others.add(with(is, "chamfer", Chamfer.Measure.SIDES));
        for (LockKind lock : is.locks().keySet()) {
            Map<LockKind, Parameters.LockEffect> locks = new EnumMap<>(is.locks());
            locks.remove(lock);
            others.add(with(is, "locks", locks));
        }
        others.forEach(other -> mustBeTold(other.toString(), with(BOOK, "parameters", other)));
        assertEquals(List.of(), unnoticed);
    }

    @Test
    void what_is_told_only_beside_a_number_stands_in_an_answer_too() {
        Set<Answer.Basis> told = new HashSet<>();
        answers().forEach(use -> use.numbers().forEach(figure -> told.add(figure.basis())));
        assertTrue(told.contains(new Answer.Basis(Answer.BasisKind.LEAST_SIDE, 3_00)));
        assertTrue(told.contains(new Answer.Basis(Answer.BasisKind.SHARE_OF_PLOT, 60)));
        assertTrue(told.contains(new Answer.Basis(Answer.BasisKind.CLEAR_HEIGHT, 3_50)));
    }
}
