package ir.hamedan.esup.rulebooks.internal.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Amounts;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The numbers of a book are in the book: another book, other answers. */
class BookDecidesTest {
    private final RuleBook demo = DemoBook.book();

    @Test
    void every_parameter_is_read_from_the_book() {
        Engine other = new Engine(with(otherParameters()));
        Site worked = Places.worked();

        // The planned 12 m: projections are now allowed from 11 m, a tenth, at most 90 cm.
        assertEquals(90, value(other, worked, NumberName.PROJECTION));
        // No bonus storey is left, so there are four storeys and 14.5 m; (10.5 - 3) / 3.5 is two, (14.5 - 3) / 3.5
        // three.
        assertEquals(2600, density(other, worked).lost().get(2).value());
        assertEquals(
                List.of(4L),
                other.answer(worked, Given.NOTHING).use("DWELLING").orElseThrow().number(NumberName.FLOORS).stream()
                        .flatMap(f -> f.lost().stream())
                        .filter(l -> l.because() == Answer.Because.HEIGHT)
                        .map(Answer.Lost::value)
                        .toList());
        // Two storeys are above one: the light well is a tenth of 228 m2.
        assertEquals(22_80, value(other, worked, NumberName.LIGHT_WELL));
        assertEquals(2, value(other, worked, NumberName.PARKING_SHORTAGE));
    }

    @Test
    void a_chamfer_is_measured_as_the_book_says() {
        List<Site.Frontage> two = List.of(
                new Site.Frontage("a", "a", 10_00, 10_00, 10_00, 0),
                new Site.Frontage("b", "b", 12_00, 12_00, 20_00, 0));
        List<Site.Zone> zone = List.of(new Site.Zone("R122", "", 240_00));
        Site corner = Places.plot(240_00, 240_00, zone, two, List.of(new Site.Corner("a", "b", 90)), List.of());

        assertEquals(4_50, value(new Engine(with(otherParameters())), corner, NumberName.CHAMFER_AREA));
    }

    @Test
    void a_share_short_of_the_whole_is_the_whole_from_where_the_book_says() {
        Site most = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.WORN_OUT, "", 0, 220_00));

        assertEquals(2766, value(new Engine(demo), most, NumberName.DENSITY));
        assertEquals(2600, value(new Engine(with(otherParameters())), most, NumberName.DENSITY));
    }

    @Test
    void of_two_reductions_of_one_layer_the_greater_one_takes_the_storeys() {
        List<Overlay> overlays = new ArrayList<>(demo.overlays());
        overlays.add(new Overlay(
                "L9",
                Optional.of(LayerKind.SLOPE),
                "",
                Condition.TOUCHED.withValue(Band.from(180)),
                Effect.REDUCTION,
                Amounts.NONE.withStoreys(2),
                "",
                List.of("17")));
        Site slope = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.SLOPE, "", 200, 240_00));

        assertEquals(3, value(new Engine(demo), slope, NumberName.FLOORS));
        assertEquals(2, value(new Engine(with(demo.parameters(), overlays)), slope, NumberName.FLOORS));
    }

    @Test
    void a_golden_parcel_that_comes_out_otherwise_is_told_number_by_number() {
        assertEquals(List.of(), GoldenCheck.of(demo));
        assertEquals(
                List.of(new GoldenDifference.Value(NumberName.DENSITY, 2240, OptionalLong.of(2080))),
                GoldenCheck.of(with(otherParameters())).stream()
                        .filter(d -> d.golden().equals(demo.goldens().get(0).id()))
                        .map(GoldenDifference::part)
                        .toList());
    }

    private static Answer.Figure density(Engine engine, Site site) {
        return engine.answer(site, Given.NOTHING)
                .use("DWELLING")
                .flatMap(use -> use.number(NumberName.DENSITY))
                .orElseThrow();
    }

    private static long value(Engine engine, Site site, NumberName name) {
        return engine.answer(site, Given.NOTHING)
                .use("DWELLING")
                .flatMap(use -> use.number(name))
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private RuleBook with(Parameters parameters) {
        return with(parameters, demo.overlays());
    }

    private RuleBook with(Parameters parameters, List<Overlay> overlays) {
        return new RuleBook(
                demo.data(),
                demo.chapters(),
                demo.clauses(),
                demo.zones(),
                demo.uses(),
                demo.rows(),
                overlays,
                demo.chamfers(),
                parameters,
                demo.precedences(),
                demo.referrals(),
                demo.goldens());
    }

    private static Parameters otherParameters() {
        return new Parameters(
                Parameters.StreetWidth.NARROWEST_PLANNED,
                3_50,
                3_00,
                List.of(new Parameters.BonusLimit("", 200, 0)),
                900,
                new Parameters.LightWell(10_00, 2_00, 1, 100),
                new Parameters.Projection(11_00, 100, 90, 3_00),
                new Parameters.ParkingShortage(500, 3),
                25_00,
                Chamfer.Measure.SIDES,
                Map.of(),
                12,
                Map.of());
    }
}
