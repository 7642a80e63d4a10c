package ir.hamedan.esup.rulebooks.internal.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each step by itself, on plots small enough to be counted by hand. */
class StepsTest {
    private final Engine engine = new Engine(DemoBook.book());

    @Test
    void the_smaller_one_of_deed_and_survey_counts() {
        Site plot = Places.plot("R122", 240_00, 10_00);
        Site deed = Places.plot(231_50, 240_00, plot.zones(), plot.frontages(), List.of(), List.of());

        Answer.Figure effective = figure(deed, Given.NOTHING, NumberName.EFFECTIVE_AREA);

        assertEquals(231_50, effective.value().orElseThrow());
        assertEquals(Answer.BasisKind.DEED, effective.basis().kind());
        assertEquals(List.of("24000 SMALLER_AREA "), lost(effective));
    }

    @Test
    void a_corner_loses_its_chamfer_by_the_wider_street_and_the_angle() {
        // Three metres across a right angle cut off 2.25 m2.
        List<Site.Frontage> two = List.of(
                new Site.Frontage("a", "a", 10_00, 10_00, 10_00, 0),
                new Site.Frontage("b", "b", 12_00, 12_00, 20_00, 0));
        List<Site.Zone> zone = List.of(new Site.Zone("R122", "", 240_00));
        Site corner = Places.plot(240_00, 240_00, zone, two, List.of(new Site.Corner("a", "b", 90)), List.of());

        assertEquals(2_25, value(corner, Given.NOTHING, NumberName.CHAMFER_AREA));
        assertEquals(237_75, value(corner, Given.NOTHING, NumberName.EFFECTIVE_AREA));
    }

    @Test
    void in_two_zones_the_band_goes_by_the_whole_plot_density_by_area_and_the_rest_by_the_stricter_one() {
        // Row 5 of R112 (150 %, 3P, 11 m) for 80 m2, row 12 of R122 (240 %, 4P, 14.5 m) for 160 m2.
        Site two = Places.plot(
                240_00,
                240_00,
                List.of(new Site.Zone("R122", "", 160_00), new Site.Zone("R112", "", 80_00)),
                List.of(new Site.Frontage("s", "s", 10_00, 10_00, 10_00, 0)),
                List.of(),
                List.of());
        Answer.UseAnswer dwelling = dwelling(two, Given.NOTHING);

        assertEquals(List.of("12", "5"), dwelling.rows());
        assertEquals(2100, value(two, Given.NOTHING, NumberName.DENSITY));
        assertEquals(
                List.of("2400 SHARE_OF_ZONES 12", "1500 SHARE_OF_ZONES 5"),
                lost(figure(two, Given.NOTHING, NumberName.DENSITY)));
        assertEquals(3, value(two, Given.NOTHING, NumberName.FLOORS));
        assertEquals(List.of("4 STRICTER_ZONE 5"), lost(figure(two, Given.NOTHING, NumberName.FLOORS)));
        assertEquals(11_00, value(two, Given.NOTHING, NumberName.HEIGHT));
        assertEquals(30_00, value(two, Given.NOTHING, NumberName.OPEN_SPACE_PER_UNIT));
    }

    @Test
    void the_assembly_bonus_stands_instead_of_the_renewal_bonus() {
        Site worn = Places.plot("R211", 240_00, 10_00, Places.in(LayerKind.WORN_OUT, "", 0, 240_00));

        assertEquals(2800, value(worn, Given.NOTHING, NumberName.DENSITY));
        assertEquals(3000, value(worn, Given.NOTHING.withMerged(2), NumberName.DENSITY));
        assertEquals(3200, value(worn, Given.NOTHING.withMerged(5), NumberName.DENSITY));
        assertEquals(5, value(worn, Given.NOTHING.withMerged(5), NumberName.FLOORS));
    }

    @Test
    void all_bonuses_together_add_no_more_than_a_hundred_points_and_one_storey() {
        // Ceding 40 of 240 m2 leaves 200: twice 40 is 40 points of it; with 80 for three plots that is too much.
        Site worn = Places.plot("R211", 240_00, 10_00, Places.in(LayerKind.WORN_OUT, "", 0, 240_00));
        Given given = Given.NOTHING.withMerged(3).withCeded(40_00);
        Answer.Figure density = figure(worn, given, NumberName.DENSITY);

        assertEquals(200_00, value(worn, given, NumberName.EFFECTIVE_AREA));
        assertEquals(3400, density.value().orElseThrow());
        assertEquals(List.of("2400 BONUS W3", "3600 BONUS_LIMIT V1", "3200 BONUS V1"), lost(density));
    }

    @Test
    void half_a_plot_in_worn_out_fabric_has_half_the_points_and_less_than_half_has_none() {
        Site half = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.WORN_OUT, "", 0, 120_00));
        Site less = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.WORN_OUT, "", 0, 119_00));

        assertEquals(2600, value(half, Given.NOTHING, NumberName.DENSITY));
        assertEquals(2400, value(less, Given.NOTHING, NumberName.DENSITY));
    }

    @Test
    void parts_of_one_layer_count_by_area() {
        // Half at 12 %, half at 20 %: 0.5 x 0.8 + 0.5 x 0.6 = 0.7 of 240 %, and the steeper half takes a storey.
        Site slope = Places.plot(
                "R122",
                240_00,
                10_00,
                new Site.Concern(LayerKind.SLOPE, "a", "", "", 120, 120_00, 0),
                new Site.Concern(LayerKind.SLOPE, "b", "", "", 200, 120_00, 0));

        assertEquals(1680, value(slope, Given.NOTHING, NumberName.DENSITY));
        assertEquals(3, value(slope, Given.NOTHING, NumberName.FLOORS));
        assertEquals(List.of("2400 REDUCTION L1+L2"), lost(figure(slope, Given.NOTHING, NumberName.DENSITY)));
    }

    @Test
    void a_decision_stands_instead_of_the_table_and_never_of_a_cap() {
        Given given = Given.NOTHING.withDecision(decision());
        Answer.UseAnswer dwelling = dwelling(Places.worked(), given);
        Answer.Figure density = figure(Places.worked(), given, NumberName.DENSITY);
        Answer.Figure height = figure(Places.worked(), given, NumberName.HEIGHT);

        assertEquals(5000, density.value().orElseThrow());
        assertEquals(List.of("2400 BONUS W1", "2800 REDUCTION L1", "2240 DECISION 12/405"), lost(density));
        assertEquals(10_50, height.value().orElseThrow());
        assertEquals(List.of("1450 BONUS W1", "1730 DECISION 12/405", "3000 CAP H2"), lost(height));
        assertEquals(List.of("12"), dwelling.rows());
    }

    @Test
    void where_the_book_has_no_row_a_decision_is_enough() {
        Site small = Places.plot("R131", 228_00, 12_00);

        assertEquals(Verdict.REFERRAL, dwelling(small, Given.NOTHING).verdict());
        assertEquals(
                Verdict.RULED,
                dwelling(small, Given.NOTHING.withDecision(decision())).verdict());
        assertEquals(5000, value(small, Given.NOTHING.withDecision(decision()), NumberName.DENSITY));
    }

    @Test
    void of_two_caps_the_lower_one_counts_and_they_never_add() {
        Site both = Places.plot(
                "R122",
                240_00,
                10_00,
                Places.in(LayerKind.HERITAGE, "LANDSCAPE", 0, 200_00),
                Places.in(LayerKind.HERITAGE, "BUFFER_1", 0, 1_00));

        assertEquals(7_50, value(both, Given.NOTHING, NumberName.HEIGHT));
        // (7.5 - 2.6) / 2.8
        assertEquals(1, value(both, Given.NOTHING, NumberName.FLOORS));
    }

    @Test
    void near_the_river_and_on_a_steep_slope_nothing_is_built() {
        Site river = Places.plot("R122", 240_00, 10_00, Places.near(LayerKind.RIVER, 14_99));
        Site open = Places.plot("R122", 240_00, 10_00, Places.near(LayerKind.RIVER, 30_00));
        Site far = Places.plot("R122", 240_00, 10_00, Places.near(LayerKind.RIVER, 30_01));

        assertEquals(0, value(river, Given.NOTHING, NumberName.BUILDABLE_AREA));
        assertEquals(List.of("2400 FORBIDDEN R1"), lost(figure(river, Given.NOTHING, NumberName.DENSITY)));
        assertEquals(List.of("2400 OPEN_SPACE_ONLY R2"), lost(figure(open, Given.NOTHING, NumberName.DENSITY)));
        assertEquals(576_00, value(far, Given.NOTHING, NumberName.BUILDABLE_AREA));
    }

    @Test
    void a_level_over_the_sea_is_a_height_only_when_the_street_was_measured() {
        Site cone = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.AIRPORT, "", 1760_00, 240_00));

        assertEquals(Verdict.PROVISIONAL, dwelling(cone, Given.NOTHING).verdict());
        assertEquals(1760_00, value(cone, Given.NOTHING, NumberName.HIGHEST_LEVEL));
        assertEquals(14_50, value(cone, Given.NOTHING, NumberName.HEIGHT));
        assertEquals(
                Verdict.RULED,
                dwelling(cone, Given.NOTHING.withGroundLevel(1750_00)).verdict());
        assertEquals(10_00, value(cone, Given.NOTHING.withGroundLevel(1750_00), NumberName.HEIGHT));
    }

    @Test
    void a_garden_is_built_by_its_own_row_alone() {
        Site garden = Places.plot("R122", 2500_00, 16_00, Places.in(LayerKind.GARDEN, "", 0, 2500_00));
        Answer answer = engine.answer(garden, Given.NOTHING);

        assertEquals(Verdict.NOT_PERMITTED, answer.use("DWELLING").orElseThrow().verdict());
        assertEquals(List.of("36"), answer.use("GARDEN_HOUSE").orElseThrow().rows());
    }

    @Test
    void shops_and_flats_add_their_spaces_before_they_are_rounded_up() {
        // Row 24: 60 % of 310 m2 is 186 m2 of shops (3.72 spaces); 124 m2 are open, which is eight flats of 15 m2.
        Site plot = Places.plot("M111", 310_00, 16_00);
        Answer.UseAnswer use =
                engine.answer(plot, Given.NOTHING, "SHOP_DWELLING").uses().get(0);

        assertEquals(8, use.number(NumberName.UNITS).orElseThrow().value().orElseThrow());
        assertEquals(12, use.number(NumberName.PARKING).orElseThrow().value().orElseThrow());
        assertEquals(
                1, use.number(NumberName.PARKING_SHORTAGE).orElseThrow().value().orElseThrow());
    }

    private static Decision decision() {
        Limits limits = new Limits(5000, 500, 10, true, 30_00, 20_00, new Parking(Parking.Kind.PER_UNIT, 150), 2_00);
        return new Decision("12/405", LocalDate.of(2026, 3, 30), "map 7", limits);
    }

    private Answer.UseAnswer dwelling(Site site, Given given) {
        return engine.answer(site, given).use("DWELLING").orElseThrow();
    }

    private Answer.Figure figure(Site site, Given given, NumberName name) {
        return dwelling(site, given).number(name).orElseThrow();
    }

    private long value(Site site, Given given, NumberName name) {
        return figure(site, given, name).value().orElseThrow();
    }

    private static List<String> lost(Answer.Figure figure) {
        return figure.lost().stream()
                .map(l -> l.value() + " " + l.because() + " " + l.by())
                .toList();
    }
}
