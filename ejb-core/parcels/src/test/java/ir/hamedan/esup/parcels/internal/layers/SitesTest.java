package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.Sites;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.locationtech.jts.geom.Coordinate;

class SitesTest {
    private static final LocalDate TODAY = CityLayers.TODAY;
    private static final Instant NOW = CityLayers.NOW;
    private static final RenewalCode PLOT = RenewalCode.parse("1-5-67-15");
    private static final RenewalCode NEXT = RenewalCode.parse("1-5-67-16");

    private final CityLayers city = new CityLayers();
    private final Sites sites = city.sites();

    private static LayerFault.Place place(double east, double north) {
        return new Projection(32639).degrees(new Coordinate(Drawing.EAST + east, Drawing.NORTH + north));
    }

    private Site at(double east, double north) {
        LayerFault.Place place = place(east, north);
        return sites.at(place.longitude(), place.latitude(), TODAY, NOW);
    }

    private static void refused(String code, Executable work) {
        assertEquals(code, assertThrows(Problem.class, work).code());
    }

    /** A plot of 12 by 20 metres at a street of 10 metres that is to be 12, and its neighbour to the east. */
    private void plots() {
        city.register(PLOT, 24_000);
        city.register(NEXT, 24_000);
        Drawing plots = new Drawing().box(PLOT.text(), "", 0, 5, 12, 25).box(NEXT.text(), "", 12, 5, 24, 25);
        city.published(LayerKind.PARCEL, plots, TODAY);
        Drawing streets = new Drawing().line("s1", "'name':'کوچه یاس','width':10,'plannedWidth':12", -200, 0, 200, 0);
        city.published(LayerKind.STREET, streets, TODAY);
    }

    private LayerVersion area(LayerKind kind, String properties, double... box) {
        Drawing drawing = new Drawing().box("f1", properties, box[0], box[1], box[2], box[3]);
        return city.published(kind, drawing, TODAY);
    }

    @Test
    void the_worked_example_of_the_rules_is_the_site_of_its_geometry() {
        plots();
        LayerVersion zone = area(LayerKind.ZONE, "'code':'R122','name':'مسکونی متوسط'", -300, -300, 300, 300);
        area(LayerKind.HERITAGE, "'grade':'BUFFER_2','name':'هگمتانه'", -100, -100, 100, 100);
        area(LayerKind.WORN_OUT, "'name':'بافت فرسوده'", -50, -50, 150, 150);
        area(LayerKind.SLOPE, "'percent':12", -60, -60, 150, 150);
        area(LayerKind.GARDEN, "", 40, 40, 60, 60);

        Site site = sites.of(PLOT, TODAY, NOW);

        assertEquals(Optional.of(PLOT), site.parcel());
        assertEquals(24_000, site.deedArea());
        assertEquals(24_000, site.area());
        assertEquals(List.of(new Site.Zone("R122", "مسکونی متوسط", 24_000)), site.zones());
        assertEquals(List.of(new Site.Frontage("s1", "کوچه یاس", 1_000, 1_200, 1_200, 1_200)), site.frontages());
        assertEquals(List.of(), site.corners());
        assertEquals(
                List.of(
                        new Site.Concern(LayerKind.HERITAGE, "f1", "هگمتانه", "BUFFER_2", 0, 24_000, 0),
                        new Site.Concern(LayerKind.WORN_OUT, "f1", "بافت فرسوده", "", 0, 24_000, 0),
                        new Site.Concern(LayerKind.SLOPE, "f1", "", "", 120, 24_000, 0)),
                site.concerns());
        assertEquals(Set.of(LayerKind.GARDEN), site.clear());
        assertEquals(
                Set.of(LayerKind.RIVER, LayerKind.AIRPORT, LayerKind.FAULT, LayerKind.SECURITY, LayerKind.ROAD_PLAN),
                site.noData());
        assertEquals(7, site.versions().size());
        assertTrue(site.versions().contains(new Site.Version(LayerKind.ZONE, 1, TODAY, zone.hash())));
        assertEquals(site, at(6, 15), "a point in the plot has the same site");
        assertEquals(site, sites.of(RenewalCode.parse("1-5-67-15-1-0-2"), TODAY, NOW), "what stands on it has too");
    }

    @Test
    void a_street_that_stays_as_wide_as_it_is_takes_nothing() {
        city.register(PLOT, 24_000);
        city.published(LayerKind.PARCEL, new Drawing().box(PLOT.text(), "", 0, 5, 12, 25), TODAY);
        Drawing streets = new Drawing()
                .line("as-it-is", "'width':12", -200, 0, 200, 0)
                .line("planned-so", "'width':12,'plannedWidth':12", -200, 30, 200, 30)
                .line("narrower", "'width':12,'plannedWidth':10.4", 17, -200, 17, 200);
        city.published(LayerKind.STREET, streets, TODAY);
        assertEquals(
                List.of(0L, 0L, 0L),
                sites.of(PLOT, TODAY, NOW).frontages().stream()
                        .map(Site.Frontage::widening)
                        .toList());
    }

    @Test
    void what_lies_near_concerns_by_its_distance_and_what_only_touches_does_not() {
        plots();
        city.published(
                LayerKind.RIVER, new Drawing().box("near", "", 0, 45, 12, 50).box("far", "", 0, 56, 12, 60), TODAY);
        city.published(LayerKind.FAULT, new Drawing().line("qanat", "'name':'قنات'", 62, -100, 62, 100), TODAY);
        area(LayerKind.GARDEN, "", -10, 5, 0, 25);
        Site site = sites.of(PLOT, TODAY, NOW);
        assertEquals(
                List.of(
                        new Site.Concern(LayerKind.RIVER, "near", "", "", 0, 0, 2_000),
                        new Site.Concern(LayerKind.FAULT, "qanat", "قنات", "", 0, 0, 5_000)),
                site.concerns());
        assertTrue(site.clear().contains(LayerKind.GARDEN));
        assertTrue(site.noData().contains(LayerKind.ZONE));
        city.set("FAULT", "near", "4999");
        assertEquals(1, sites.of(PLOT, TODAY, NOW).concerns().size());
    }

    @Test
    void a_corner_plot_has_two_sides_and_their_angle_also_over_a_chamfer() {
        city.register(PLOT, 24_000);
        city.register(NEXT, 24_000);
        Drawing plots = new Drawing()
                .box(PLOT.text(), "", 0, 5, 12, 25)
                .area(NEXT.text(), "", 20, 5, 32, 5, 32, 25, 22, 25, 20, 23);
        city.published(LayerKind.PARCEL, plots, TODAY);
        Drawing streets = new Drawing()
                .line("east", "'width':8", 16, 0, 16, 30)
                .line("north", "'width':6", -50, 28, 50, 28)
                .line("south", "'width':10,'plannedWidth':12", -50, 0, 50, 0);
        city.published(LayerKind.STREET, streets, TODAY);

        Site site = sites.of(PLOT, TODAY, NOW);
        assertEquals(
                List.of(
                        new Site.Frontage("east", "", 800, 800, 2_000, 0),
                        new Site.Frontage("north", "", 600, 600, 1_200, 0),
                        new Site.Frontage("south", "", 1_000, 1_200, 1_200, 1_200)),
                site.frontages());
        assertEquals(
                Set.of(new Site.Corner("south", "east", 90), new Site.Corner("east", "north", 90)),
                Set.copyOf(site.corners()));
        assertEquals(
                Set.of(new Site.Corner("north", "east", 90), new Site.Corner("east", "south", 90)),
                Set.copyOf(sites.of(NEXT, TODAY, NOW).corners()),
                "the chamfer of 2 metres lies between two sides that meet");
    }

    @Test
    void where_two_planned_streets_take_the_same_place_it_is_counted_once() {
        city.register(PLOT, 24_000);
        city.published(LayerKind.PARCEL, new Drawing().box(PLOT.text(), "", 0, 5, 12, 25), TODAY);
        Drawing streets = new Drawing()
                .line("east", "'width':8,'plannedWidth':10", 16, -50, 16, 50)
                .line("south", "'width':10,'plannedWidth':12", -50, 0, 50, 0);
        city.published(LayerKind.STREET, streets, TODAY);
        assertEquals(
                List.of(2_000L, 1_100L),
                sites.of(PLOT, TODAY, NOW).frontages().stream()
                        .map(Site.Frontage::widening)
                        .toList());
    }

    @Test
    void a_layer_that_does_not_reach_the_place_is_no_data() {
        plots();
        LayerVersion draft =
                city.checked(LayerKind.HERITAGE, new Drawing().box("h", "'grade':'CORE'", 500, 0, 600, 100));
        city.office.cover(draft.id(), new Drawing().box("c", "", 11, -100, 700, 200).stream());
        city.published(city.office.check(draft.id()), TODAY);
        assertTrue(sites.of(PLOT, TODAY, NOW).noData().contains(LayerKind.HERITAGE));
        assertTrue(sites.of(NEXT, TODAY, NOW).clear().contains(LayerKind.HERITAGE));
    }

    @Test
    void a_day_and_an_instant_have_the_same_site_for_ever() {
        plots();
        LayerVersion first = area(LayerKind.ZONE, "'code':'R111'", -300, -300, 300, 300);
        Instant atFirst = city.clock.instant();
        city.clock.pass(Duration.ofDays(1));
        LayerVersion second = city.published(
                LayerKind.ZONE, new Drawing().box("f2", "'code':'R122'", -300, -300, 300, 300), TODAY.plusDays(10));
        Instant atSecond = city.clock.instant();
        city.clock.pass(Duration.ofDays(1));
        city.office.withdraw(second.id(), "نقشهٔ نادرست");
        Instant atLast = city.clock.instant();

        LocalDate later = TODAY.plusDays(20);
        assertEquals("R111", zone(later, atFirst), "nobody knew of the second");
        assertEquals("R122", zone(later, atSecond));
        assertEquals("R111", zone(later, atLast), "it was taken back");
        assertEquals("R111", zone(TODAY, atSecond), "it was not yet in force");
        assertEquals(1, first.number());
        Site before = sites.of(PLOT, TODAY, NOW.minusSeconds(1));
        assertEquals(Set.of(LayerKind.values()), before.noData());
    }

    private String zone(LocalDate on, Instant known) {
        return sites.of(PLOT, on, known).zones().get(0).code();
    }

    @Test
    void a_draft_is_seen_before_it_is_published_and_nowhere_else() {
        plots();
        area(LayerKind.ZONE, "'code':'R111'", -300, -300, 300, 300);
        LayerVersion draft =
                city.checked(LayerKind.ZONE, new Drawing().box("f2", "'code':'R122'", -300, -300, 300, 300));
        assertEquals("R122", sites.preview(draft.id(), PLOT).zones().get(0).code());
        assertEquals("R111", zone(TODAY, NOW));
        refused("parcels.unknown-layer-version", () -> sites.preview(777_777, PLOT));
    }

    @Test
    void a_point_on_a_street_or_outside_the_city_is_refused_with_the_reason() {
        plots();
        area(LayerKind.ZONE, "'code':'G111','name':'پارک'", -300, -300, 300, 300);
        Problem street = assertThrows(Problem.class, () -> at(50, 4.9));
        assertEquals("parcels.point-on-street", street.code());
        assertEquals(List.of("کوچه یاس"), street.arguments());
        city.limit(TODAY, new Drawing().box("city", "", -500, -500, 500, 500));
        refused("parcels.outside-city", () -> at(600, 0));
        refused("parcels.outside-city", () -> sites.at(-96.9, 32.7, TODAY, NOW));
        double[] swapped = {place(0, 0).latitude(), place(0, 0).longitude()};
        refused("parcels.outside-city.swapped", () -> sites.at(swapped[0], swapped[1], TODAY, NOW));
        refused("parcels.point-wrong", () -> sites.at(Double.NaN, 34, TODAY, NOW));
        refused("parcels.point-wrong", () -> sites.at(48.5, 134, TODAY, NOW));
        Site park = at(100, 100);
        assertEquals(Optional.empty(), park.parcel());
        assertEquals(0, park.area());
        assertEquals(List.of(new Site.Zone("G111", "پارک", 0)), park.zones());
        assertTrue(park.clear().contains(LayerKind.PARCEL));
    }

    @Test
    void without_a_limit_no_point_lies_outside_and_where_no_zone_is_the_zones_are_no_data() {
        area(LayerKind.ZONE, "'code':'G111'", -300, -300, 300, 300);
        assertEquals("G111", at(100, 100).zones().get(0).code());
        assertTrue(!at(100, 100).noData().contains(LayerKind.ZONE));
        Site beyond = at(400, 0);
        assertEquals(List.of(), beyond.zones());
        assertTrue(beyond.noData().contains(LayerKind.ZONE), "nobody knows whether the city is there");
        assertTrue(!beyond.clear().contains(LayerKind.ZONE));
        city.limit(TODAY, new Drawing().box("city", "", -500, -500, 500, 500));
        assertTrue(at(400, 0).clear().contains(LayerKind.ZONE), "a place of the city that has no zone");
    }

    @Test
    void a_code_that_was_registered_later_is_as_unknown_as_it_was_then() {
        RenewalCode late = RenewalCode.parse("1-5-67-18");
        Instant registered = NOW.plusSeconds(60);
        city.register(PLOT, 24_000);
        city.register(late, 20_000, registered);
        Drawing plots = new Drawing().box(PLOT.text(), "", 0, 5, 12, 25).box(late.text(), "", 12, 5, 24, 25);
        city.published(LayerKind.PARCEL, plots, TODAY);

        Problem then = assertThrows(Problem.class, () -> sites.of(late, TODAY, NOW));
        assertEquals("parcels.registered-later", then.code());
        assertEquals(Problem.Kind.NOT_FOUND, then.kind());
        assertEquals(List.of(late, TODAY, registered), then.arguments());
        for (String language : List.of("fa", "en")) {
            String words = Messages.in(Locale.forLanguageTag(language)).text(then);
            assertTrue(words.contains("2026-11-24T08:01:00Z"), words);
        }
        refused("parcels.registered-later", () -> sites.of(RenewalCode.parse("1-5-67-18-1-0-2"), TODAY, NOW));
        Problem with = assertThrows(Problem.class, () -> sites.united(PLOT, List.of(late), TODAY, NOW));
        assertEquals("parcels.registered-later", with.code());
        assertEquals(Optional.of("with"), with.field());
        assertEquals(List.of(), sites.neighbours(PLOT, TODAY, NOW));
        assertEquals(List.of(PLOT), swept(NOW));
        assertEquals(Optional.of(late), at(18, 15).parcel(), "it was drawn");
        assertEquals(0, at(18, 15).deedArea(), "and its deed was not known");

        assertEquals(20_000, sites.of(late, TODAY, registered).deedArea());
        assertEquals(20_000, sites.of(late, TODAY.minusYears(20), registered).deedArea(), "only the instant matters");
        assertEquals(
                44_000, sites.united(PLOT, List.of(late), TODAY, registered).deedArea());
        assertEquals(List.of(late), sites.neighbours(PLOT, TODAY, registered));
        assertEquals(List.of(PLOT, late), swept(registered));
        LayerFault.Place inside = place(18, 15);
        assertEquals(
                20_000,
                sites.at(inside.longitude(), inside.latitude(), TODAY, registered)
                        .deedArea());
    }

    @Test
    void an_answer_takes_two_statements_by_code_and_three_by_point() {
        plots();
        CountedSource counted = new CountedSource(city.database.application());
        SitesBean bean = city.sites();
        bean.source = counted.source();
        bean.of(PLOT, TODAY, NOW);
        assertEquals(2, counted.taken());
        LayerFault.Place inside = place(6, 15);
        bean.at(inside.longitude(), inside.latitude(), TODAY, NOW);
        assertEquals(5, counted.taken());
    }

    private List<RenewalCode> swept(Instant known) {
        SiteSweepBean sweep = new SiteSweepBean();
        sweep.source = city.database.application();
        List<RenewalCode> codes = sweep.after(Optional.empty(), 10, TODAY, known).sites().stream()
                .map(site -> site.parcel().orElseThrow())
                .toList();
        assertEquals(codes.size(), sweep.count(TODAY, known));
        return codes;
    }

    @Test
    void a_code_that_is_unknown_replaced_or_not_drawn_says_so() {
        plots();
        refused("parcels.unknown-code", () -> sites.of(RenewalCode.parse("4-9-99-99"), TODAY, NOW));
        refused("parcels.unknown-code", () -> sites.of(RenewalCode.parse("1-5-67"), TODAY, NOW));
        RenewalCode undrawn = RenewalCode.parse("1-5-67-17");
        city.register(undrawn, 30_000);
        Site site = sites.of(undrawn, TODAY, NOW);
        assertEquals(30_000, site.deedArea());
        assertEquals(0, site.area());
        assertEquals(Set.of(LayerKind.values()), site.noData());

        Sql owner = new Sql(city.database.owner());
        owner.run("update parcels.land_object set retired_on = ? where code = ?", TODAY, PLOT);
        owner.run("""
                insert into parcels.code_change (action, from_code, to_code, changed_on, reference, recorded_at)
                values ('RENUMBER', ?, ?, ?, 'r', ?)""", PLOT, NEXT, TODAY, NOW);
        refused("parcels.code-replaced", () -> sites.of(PLOT, TODAY, NOW));
        assertEquals(24_000, sites.of(PLOT, TODAY, NOW.minusSeconds(1)).deedArea(), "nobody knew of it");
        assertEquals(24_000, sites.of(PLOT, TODAY.minusDays(1), NOW).deedArea());
    }

    @Test
    void a_parcel_that_gave_up_a_part_has_the_area_of_then_when_asked_about_then() {
        plots();
        area(LayerKind.ZONE, "'code':'R122'", -300, -300, 300, 300);
        Sql owner = new Sql(city.database.owner());
        LocalDate second = TODAY.plusDays(10);
        Instant recorded = NOW.plusSeconds(60);
        for (long earlier : List.of(40_000, 30_000)) {
            owner.run(
                    "insert into parcels.earlier_area (code, land_area, until_day, recorded_at) values (?, ?, ?, ?)",
                    PLOT,
                    earlier,
                    earlier == 40_000 ? TODAY : second,
                    recorded);
        }

        assertEquals(List.of(30_000L, 30_000L, 30_000L), areas(TODAY, recorded));
        assertEquals(List.of(24_000L, 24_000L, 24_000L), areas(second, recorded));
        assertEquals(List.of(40_000L, 40_000L, 40_000L), areas(second, NOW), "nobody knew of it");
    }

    /** By code, by point and in the sweep of all. */
    private List<Long> areas(LocalDate on, Instant known) {
        SiteSweepBean sweep = new SiteSweepBean();
        sweep.source = city.database.application();
        LayerFault.Place inside = place(6, 15);
        return List.of(
                sites.of(PLOT, on, known).deedArea(),
                sites.at(inside.longitude(), inside.latitude(), on, known).deedArea(),
                sweep.after(Optional.empty(), 1, on, known).sites().get(0).deedArea());
    }
}
