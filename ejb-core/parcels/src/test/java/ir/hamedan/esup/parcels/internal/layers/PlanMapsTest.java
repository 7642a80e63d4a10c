package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.PlanMaps.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class PlanMapsTest {
    private final CityLayers city = new CityLayers();
    private final PlanMapsBean maps = new PlanMapsBean();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PlanMapsTest() {
        maps.source = city.database.application();
    }

    private static MapViews.View view(double side, double scale, LayerKind... kinds) {
        Projection projection = new Projection(32639);
        LayerFault.Place low = projection.degrees(new Coordinate(Drawing.EAST - 10, Drawing.NORTH - 10));
        LayerFault.Place high = projection.degrees(new Coordinate(Drawing.EAST + side, Drawing.NORTH + side));
        return new MapViews.View(
                low.longitude(),
                low.latitude(),
                high.longitude(),
                high.latitude(),
                scale,
                Set.of(kinds),
                CityLayers.TODAY,
                CityLayers.NOW);
    }

    /** Layer, id and words of what is written, in its order. */
    private List<String> read() {
        GeoJsonFile file = new GeoJsonFile(new ByteArrayInputStream(out.toByteArray()));
        Set<String> wanted = Set.of("layer", "id", "words");
        List<String> features = new ArrayList<>();
        Optional<RawFeature> next = file.next(wanted);
        while (next.isPresent()) {
            var properties = next.get().properties();
            features.add(
                    (properties.get("layer") + " " + properties.get("id") + " " + properties.getOrDefault("words", ""))
                            .strip());
            next = file.next(wanted);
        }
        assertEquals(List.of(), file.takeFaults(), "what is written is a whole collection");
        out.reset();
        return features;
    }

    private static Drawing zones(String id, double width) {
        return new Drawing().box(id, "'code':'R122'", 0, 0, width, 100);
    }

    private static String words(LayerFault fault) {
        return fault.code() + " «" + fault.feature() + "»";
    }

    @Test
    void a_draft_lies_over_the_version_in_force_with_its_faults_as_marks_that_know_their_row() {
        city.limit(CityLayers.TODAY, new Drawing().box("city", "", 0, 0, 100, 100));
        city.published(LayerKind.ZONE, zones("old", 100), CityLayers.TODAY);
        Drawing faulty = zones("left", 40).box("right", "'code':'R122'", 30, 0, 100, 90);
        LayerVersion draft = city.checked(LayerKind.ZONE, faulty);
        List<LayerFault> faults =
                city.office.faults(draft.id(), new Page.Request(0, 50)).rows();
        assertTrue(faults.size() >= 2 && draft.blocking() == faults.size(), faults.toString());

        Set<Part> parts = Set.of(Part.VERSION, Part.BLOCK, Part.WARN, Part.LIMIT);
        maps.version(draft.id(), parts, view(200, 1, LayerKind.ZONE), PlanMapsTest::words, out);
        List<String> expected = new ArrayList<>(List.of("ZONE old", "LIMIT", "VERSION right", "VERSION left"));
        for (int row = 1; row <= faults.size(); row++) {
            expected.add("BLOCK " + row + " " + words(faults.get(row - 1)));
        }
        assertEquals(expected, read());

        maps.version(draft.id(), Set.of(Part.VERSION), view(200, 1), PlanMapsTest::words, out);
        assertEquals(List.of("VERSION right", "VERSION left"), read(), "what was not asked for is not drawn");
    }

    @Test
    void faults_outside_of_the_view_and_without_a_place_are_left_out() {
        Drawing drawing = new Drawing()
                .area("near", "", 0, 0, 10, 10, 10, 0, 0, 10)
                .area("far", "", 5_000, 0, 5_010, 10, 5_010, 0, 5_000, 10)
                .raw("7");
        LayerVersion draft = city.checked(LayerKind.GARDEN, drawing);
        assertTrue(draft.blocking() >= 3);
        maps.version(draft.id(), Set.of(Part.BLOCK), view(200, 1), LayerFault::feature, out);
        List<String> marks = read();
        assertEquals(1, marks.size(), marks.toString());
        assertTrue(marks.get(0).endsWith(" near"), marks.toString());
    }

    @Test
    void how_far_a_draft_reaches_is_drawn_where_it_says_so() {
        LayerVersion draft = city.checked(LayerKind.GARDEN, new Drawing().box("g", "", 0, 0, 10, 10));
        maps.version(draft.id(), Set.of(Part.REACH), view(200, 1), LayerFault::feature, out);
        assertEquals(List.of(), read());
        city.office.cover(draft.id(), new Drawing().box("c", "", 0, 0, 50, 50).stream());
        maps.version(draft.id(), Set.of(Part.REACH), view(200, 1), LayerFault::feature, out);
        assertEquals(List.of("REACH"), read());
        city.office.sign(draft.id(), CityLayers.TODAY);
        LayerVersion everywhere = city.office.uncover(draft.id());
        assertTrue(!everywhere.coverage() && everywhere.signedBy().isEmpty(), "whoever signed saw another reach");
        maps.version(draft.id(), Set.of(Part.REACH), view(200, 1), LayerFault::feature, out);
        assertEquals(List.of(), read());
    }

    @Test
    void the_reach_of_a_published_version_is_changed_by_a_draft_of_the_same_features() {
        city.set("*", "fault.NAME_TOO_LONG", "WARN");
        String name = "'name':'" + "ن".repeat(400) + "'";
        LayerVersion first =
                city.published(LayerKind.GARDEN, new Drawing().box("g", name, 0, 0, 10, 10), CityLayers.TODAY);
        LayerVersion draft = city.database.transaction(() -> city.office.reopen(first.id()));
        assertEquals(first.number() + 1, draft.number());
        assertEquals(first.hash(), draft.hash());
        assertTrue(draft.complete()
                && draft.checkedAt().isEmpty()
                && draft.signedBy().isEmpty());
        city.office.cover(draft.id(), new Drawing().box("c", "", 0, 0, 50, 50).stream());
        LayerVersion checked = city.database.transaction(() -> city.office.check(draft.id()));
        assertEquals(first.warnings(), checked.warnings(), "what reading found is still counted");
        assertEquals(city.codes(first), city.codes(checked), "and told");
        city.published(checked, CityLayers.TODAY);
        maps.version(draft.id(), Set.of(Part.VERSION, Part.REACH), view(200, 1), LayerFault::feature, out);
        assertEquals(List.of("REACH", "VERSION g"), read());
        Problem problem = assertThrows(
                Problem.class,
                () -> city.office.reopen(
                        city.open(LayerKind.RIVER, new Drawing().text()).id()));
        assertEquals("parcels.layer-not-published", problem.code());
    }

    @Test
    void a_limit_is_drawn_beside_the_one_in_force() {
        city.limit(CityLayers.TODAY, new Drawing().box("city", "", 0, 0, 100, 100));
        long wider = city.limits
                .handIn(CityLayers.TODAY, "x.geojson", new Drawing().box("city", "", 0, 0, 150, 100).stream())
                .id();
        maps.limit(wider, Set.of(Part.VERSION, Part.LIMIT), view(200, 1), out);
        assertEquals(List.of("LIMIT", "VERSION"), read());
        Coordinate east = new Projection(32639)
                .metres(
                        maps.boundsOfLimit(wider).east(),
                        maps.boundsOfLimit(wider).south());
        assertEquals(Drawing.EAST + 150, east.x, 10);
    }

    @Test
    void a_version_is_found_where_its_features_lie() {
        LayerVersion draft = city.checked(
                LayerKind.GARDEN, new Drawing().box("a", "", 10, 20, 30, 40).box("b", "", 50, 60, 70, 80));
        MapViews.Bounds bounds = maps.boundsOfVersion(draft.id()).orElseThrow();
        Projection projection = new Projection(32639);
        Coordinate low = projection.metres(bounds.west(), bounds.south());
        Coordinate high = projection.metres(bounds.east(), bounds.north());
        assertEquals(Drawing.EAST + 10, low.x, 3);
        assertEquals(Drawing.NORTH + 20, low.y, 3);
        assertEquals(Drawing.EAST + 70, high.x, 3);
        assertEquals(Drawing.NORTH + 80, high.y, 3);
        LayerVersion empty = city.open(LayerKind.RIVER, new Drawing().text());
        assertEquals(Optional.empty(), maps.boundsOfVersion(empty.id()));
    }

    @Test
    void outlines_of_parcels_too_small_to_see_are_cut_and_a_view_no_screen_could_show_is_refused() {
        city.set("PARCEL", "fault.UNKNOWN_PARCEL", "WARN");
        LayerVersion draft = city.checked(LayerKind.PARCEL, new Drawing().box("1-1-1-1", "", 0, 0, 10, 10));
        maps.version(draft.id(), Set.of(Part.VERSION), view(200, 6), LayerFault::feature, out);
        assertTrue(out.toString(StandardCharsets.UTF_8).endsWith("\"cut\":[\"VERSION\"]}\n"));
        for (MapViews.View wrong : List.of(view(200, 0), view(20_000, 1))) {
            Problem problem = assertThrows(
                    Problem.class,
                    () -> maps.version(draft.id(), Set.of(Part.VERSION), wrong, LayerFault::feature, out));
            assertEquals("parcels.view-wrong", problem.code());
        }
        assertEquals(
                "parcels.unknown-layer-version",
                assertThrows(
                                Problem.class,
                                () -> maps.version(777_777, Set.of(), view(200, 1), LayerFault::feature, out))
                        .code());
    }
}
