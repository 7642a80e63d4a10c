package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.Sites;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class UnitedSitesTest {
    private static final LocalDate TODAY = CityLayers.TODAY;
    private static final Instant NOW = CityLayers.NOW;
    private static final RenewalCode A = RenewalCode.parse("1-5-67-15");
    private static final RenewalCode B = RenewalCode.parse("1-5-67-16");
    private static final RenewalCode C = RenewalCode.parse("1-5-67-17");
    private static final RenewalCode FAR = RenewalCode.parse("1-5-67-18");

    private final CityLayers city = new CityLayers();
    private final Sites sites = city.sites();

    /**
     * Three plots of 12 by 20 metres beside each other at a street in the south; the last one has a street in the east as
     * well, and the fourth meets the third at a corner only.
     */
    private void row(double gap) {
        city.register(A, 235_00);
        city.register(B, 245_00);
        city.register(C, 240_00);
        city.register(FAR, 240_00);
        Drawing plots = new Drawing()
                .box(A.text(), "", 0, 5, 12, 25)
                .box(B.text(), "", 12 + gap, 5, 24, 25)
                .box(C.text(), "", 24, 5, 36, 25)
                .box(FAR.text(), "", 12, 25, 24, 45);
        city.published(LayerKind.PARCEL, plots, TODAY);
        Drawing streets = new Drawing()
                .line("south", "'width':10,'plannedWidth':12", -200, 0, 200, 0)
                .line("east", "'width':8", 40, -200, 40, 200);
        city.published(LayerKind.STREET, streets, TODAY);
        Drawing zones = new Drawing()
                .box("west", "'code':'R111','name':'کم'", -300, -300, 15, 300)
                .box("rest", "'code':'R122','name':'متوسط'", 15, -300, 300, 300);
        city.published(LayerKind.ZONE, zones, TODAY);
        city.published(LayerKind.GARDEN, new Drawing().box("g", "", 20, 15, 60, 60), TODAY);
    }

    private Site united(RenewalCode parcel, RenewalCode... with) {
        return sites.united(parcel, List.of(with), TODAY, NOW);
    }

    private static Problem refused(String code, Executable work) {
        Problem problem = assertThrows(Problem.class, work);
        assertEquals(code, problem.code());
        return problem;
    }

    @Test
    void two_neighbours_have_their_areas_together_and_the_zones_of_both_by_area() {
        row(0);
        Site site = united(A, B);
        assertEquals(Optional.of(A), site.parcel());
        assertEquals(480_00, site.deedArea());
        assertEquals(480_00, site.area());
        assertEquals(
                List.of(new Site.Zone("R111", "کم", 300_00), new Site.Zone("R122", "متوسط", 180_00)), site.zones());
        assertEquals(List.of(new Site.Concern(LayerKind.GARDEN, "g", "", "", 0, 40_00, 0)), site.concerns());
        assertTrue(sites.of(A, TODAY, NOW).clear().contains(LayerKind.GARDEN), "by itself it has none of the garden");
    }

    @Test
    void the_side_in_common_is_no_front_and_the_fronts_at_one_street_are_one() {
        row(0);
        city.published(
                LayerKind.STREET, new Drawing().line("s", "'width':10,'plannedWidth':12", -200, 0, 200, 0), TODAY);
        assertEquals(
                List.of(new Site.Frontage("s", "", 10_00, 12_00, 24_00, 24_00)),
                united(A, B).frontages());
        assertEquals(List.of(), united(A, B).corners());
    }

    @Test
    void a_plot_that_reaches_the_corner_has_both_streets_and_the_corner() {
        row(0);
        assertEquals(List.of(), united(A, B).corners());
        Site whole = united(A, C, B);
        assertEquals(
                List.of(
                        new Site.Frontage("south", "", 10_00, 12_00, 36_00, 36_00),
                        new Site.Frontage("east", "", 8_00, 8_00, 20_00, 0)),
                whole.frontages());
        assertEquals(List.of(new Site.Corner("south", "east", 90)), whole.corners());
        assertEquals(720_00, whole.area());
    }

    @Test
    void a_deed_that_is_not_known_leaves_the_sum_unknown() {
        row(0);
        new Sql(city.database.owner()).run("update parcels.land_object set land_area = 0 where code = ?", B);
        assertEquals(0, united(A, B).deedArea());
        assertEquals(480_00, united(A, B).area());
    }

    @Test
    void plots_hang_together_over_each_other_and_what_does_not_touch_is_named() {
        row(0);
        assertEquals(C, united(C, B, A).parcel().orElseThrow());
        Problem apart = refused("parcels.plots-apart", () -> united(A, C, FAR));
        assertEquals(List.of(List.of(C, FAR), 10L), apart.arguments());
        assertEquals(Optional.of("with"), apart.field());
        Problem corner = refused("parcels.plots-apart", () -> united(C, FAR));
        assertEquals(List.of(FAR), corner.arguments().get(0), "a corner is no side");
        assertEquals(480_00, united(B, FAR).area());
    }

    @Test
    void what_the_drawing_left_between_two_sides_is_closed_up_to_the_tolerance() {
        row(0.08);
        Site site = united(A, B);
        assertEquals(480_00, site.area());
        assertEquals(24_00, site.frontages().get(0).length());
        city.set("PARCEL", "slack", "7");
        assertEquals(
                7L,
                refused("parcels.plots-apart", () -> united(A, B)).arguments().get(1));
    }

    @Test
    void each_code_that_cannot_be_put_to_it_says_why() {
        row(0);
        RenewalCode undrawn = RenewalCode.parse("1-5-67-19");
        city.register(undrawn, 300_00);
        RenewalCode flat = RenewalCode.parse("1-5-67-16-1-3");
        for (Problem problem : List.of(
                refused("parcels.unknown-code", () -> united(A, RenewalCode.parse("4-9-99-99"))),
                refused("parcels.unknown-code", () -> united(A, RenewalCode.parse("1-5-67"))),
                refused("parcels.not-drawn", () -> united(A, undrawn)),
                refused("parcels.code-twice", () -> united(A, B, B)),
                refused("parcels.code-twice", () -> united(A, B, flat)),
                refused("parcels.code-twice", () -> united(A, A)))) {
            assertEquals(Optional.of("with"), problem.field(), problem.toString());
        }
        assertEquals(united(A, B), united(A, flat), "what stands on a neighbour means the neighbour");
        List<RenewalCode> many = IntStream.range(0, 10)
                .mapToObj(i -> new RenewalCode(1, 5, 68, 1 + i, 0, 0, 0))
                .toList();
        refused("parcels.too-many-plots", () -> sites.united(A, many, TODAY, NOW));
        assertEquals(
                Optional.empty(),
                refused("parcels.unknown-code", () -> united(RenewalCode.parse("4-9-99-99"), A))
                        .field());

        retire(B);
        Problem replaced = refused("parcels.code-replaced", () -> united(A, B));
        assertEquals(List.of(B, C.text()), replaced.arguments());
    }

    private void retire(RenewalCode code) {
        Sql owner = new Sql(city.database.owner());
        owner.run("update parcels.land_object set retired_on = ? where code = ?", TODAY, code);
        owner.run("""
                insert into parcels.code_change (action, from_code, to_code, changed_on, reference, recorded_at)
                values ('RENUMBER', ?, ?, ?, 'r', ?)""", code, C, TODAY, NOW);
    }

    @Test
    void neighbours_are_those_with_a_side_in_common_the_longest_first() {
        row(0);
        assertEquals(List.of(A, C, FAR), sites.neighbours(B, TODAY, NOW));
        assertEquals(List.of(B), sites.neighbours(C, TODAY, NOW));
        assertEquals(List.of(), sites.neighbours(B, TODAY, NOW.minusSeconds(1)), "nothing was drawn yet");
        retire(A);
        assertEquals(List.of(C, FAR), sites.neighbours(B, TODAY, NOW), "another took the place of the first");
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void a_parcel_alone_is_itself_and_the_order_of_the_others_does_not_matter(@ForAll long seed) {
        RandomCity random = new RandomCity(seed);
        Sites there = random.city.sites();
        boolean any = false;
        for (RenewalCode code : random.parcels.stream().sorted().limit(30).toList()) {
            try {
                assertEquals(there.of(code, TODAY, NOW), there.united(code, List.of(), TODAY, NOW));
                List<RenewalCode> with = new ArrayList<>(there.neighbours(code, TODAY, NOW));
                if (!with.isEmpty()) {
                    Site site = there.united(code, with, TODAY, NOW);
                    Collections.shuffle(with, new Random(seed));
                    assertEquals(site, there.united(code, with, TODAY, NOW));
                    RenewalCode other = with.set(0, code);
                    assertEquals(
                            Set.copyOf(site.zones()),
                            Set.copyOf(there.united(other, with, TODAY, NOW).zones()));
                    any = true;
                }
            } catch (Problem problem) {
                assertEquals("parcels.code-replaced", problem.code());
            }
        }
        Statistics.label("plots have neighbours").collect(any);
        Statistics.label("plots have neighbours")
                .coverage(drawn -> drawn.check(true).count(count -> count > 0));
        assertFalse(random.parcels.isEmpty());
    }
}
