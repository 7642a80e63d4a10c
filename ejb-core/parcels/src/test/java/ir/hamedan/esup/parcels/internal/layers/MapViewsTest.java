package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class MapViewsTest {
    private final CityLayers city = new CityLayers();
    private final MapViewsBean views = new MapViewsBean();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    MapViewsTest() {
        views.source = city.database.application();
    }

    private static MapViews.View view(double side, double scale, LayerKind... kinds) {
        Projection projection = new Projection(32639);
        LayerFault.Place low = projection.degrees(new Coordinate(Drawing.EAST, Drawing.NORTH));
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

    private List<RawFeature> read() {
        GeoJsonFile file = new GeoJsonFile(new ByteArrayInputStream(out.toByteArray()));
        List<RawFeature> features = new ArrayList<>();
        Optional<RawFeature> next = file.next(Set.of("layer", "id", "name", "grade", "value", "planned"));
        while (next.isPresent()) {
            features.add(next.get());
            next = file.next(Set.of("layer", "id", "name", "grade", "value", "planned"));
        }
        assertEquals(List.of(), file.takeFaults(), "what is written is a whole collection");
        return features;
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void where_a_pixel_is_wider_than_five_metres_a_metre_is_all_that_is_told() {
        city.published(LayerKind.STREET, new Drawing().line("s", "'width':10", 10, 10, 57, 91), CityLayers.TODAY);
        views.write(view(100, 5, LayerKind.STREET), out);
        assertTrue(written().matches("(?s).*[0-9]\\.[0-9]{6}[,\\]].*"), written());
        out.reset();
        views.write(view(100, 5.1, LayerKind.STREET), out);
        assertFalse(written().matches("(?s).*[0-9]\\.[0-9]{6}.*"), written());
        assertTrue(written().matches("(?s).*[0-9]\\.[0-9]{5}[,\\]].*"), written());
    }

    @Test
    void what_lies_in_the_view_is_written_with_what_the_layer_says_of_it() {
        city.published(
                LayerKind.STREET,
                new Drawing().line("s1", "'name':'بوعلی <b> \\\\','width':10", 10, 10, 90, 90),
                CityLayers.TODAY);
        city.published(
                LayerKind.GARDEN,
                new Drawing().box("in", "", 40, 40, 60, 60).box("out", "", 4_000, 4_000, 4_100, 4_100),
                CityLayers.TODAY);
        views.write(view(100, 0.5, LayerKind.STREET, LayerKind.GARDEN), out);
        List<RawFeature> features = read();
        assertEquals(2, features.size());
        assertEquals("in", features.get(0).properties().get("id"));
        RawFeature street = features.get(1);
        assertEquals("بوعلی <b> \\", street.properties().get("name"));
        assertEquals("1000", street.properties().get("value"));
        assertEquals("STREET", street.properties().get("layer"));
        assertTrue(!written().contains("<"), "nothing in it can end a script");
        Node first = street.coordinates().orElseThrow().children().get(0);
        Coordinate metres = new Projection(32639).metres(first.x(), first.y());
        assertEquals(10, metres.x - Drawing.EAST, 0.2);
        assertEquals(10, metres.y - Drawing.NORTH, 0.2);
        assertTrue(written().endsWith("\"cut\":[]}\n"));
    }

    @Test
    void the_further_away_the_fewer_points_but_no_feature_vanishes() {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            points.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT, "[%.2f,%.2f]", Drawing.EAST + i, Drawing.NORTH + 50 + i % 2 * 0.6));
        }
        Drawing rivers = new Drawing()
                .raw(Drawing.feature("r", "", "LineString", "[" + points + "]"))
                .box("pond", "", 10, 10, 12, 12);
        city.published(LayerKind.RIVER, rivers, CityLayers.TODAY);
        views.write(view(1_000, 0.1, LayerKind.RIVER), out);
        int close = out.size();
        out.reset();
        views.write(view(1_000, 20, LayerKind.RIVER), out);
        assertTrue(out.size() * 10 < close, out.size() + " of " + close + " bytes");
        assertEquals(2, read().size());
    }

    @Test
    void a_view_is_bounded_and_says_what_was_cut() {
        Drawing gardens = new Drawing();
        for (int i = 0; i < MapViews.MOST_OF_A_KIND + 5; i++) {
            double side = i == 1_234 ? 9 : 3;
            gardens.box("g" + i, "", 10 * (i % 50), 10 * (i / 50), 10 * (i % 50) + side, 10 * (i / 50) + side);
        }
        city.published(LayerKind.GARDEN, gardens, CityLayers.TODAY);
        views.write(view(600, 1, LayerKind.GARDEN), out);
        List<RawFeature> features = read();
        assertEquals(MapViews.MOST_OF_A_KIND, features.size());
        assertEquals("g1234", features.get(0).properties().get("id"), "the largest comes first");
        assertTrue(written().endsWith("\"cut\":[\"GARDEN\"]}\n"));
    }

    @Test
    void parcels_are_left_out_where_they_are_too_small_to_see() {
        city.register(RenewalCode.parse("1-1-1-1"), 10_000);
        city.published(LayerKind.PARCEL, new Drawing().box("1-1-1-1", "", 10, 10, 20, 20), CityLayers.TODAY);
        views.write(view(100, MapViews.PARCELS_FROM, LayerKind.PARCEL), out);
        assertEquals("1-1-1-1-0-0-0", read().get(0).properties().get("id"));
        out.reset();
        views.write(view(100, MapViews.PARCELS_FROM + 0.1, LayerKind.PARCEL), out);
        assertEquals(List.of(), read());
        assertTrue(written().endsWith("\"cut\":[\"PARCEL\"]}\n"));
    }

    @Test
    void a_parcel_is_found_on_the_map_by_its_code() {
        RenewalCode code = RenewalCode.parse("1-1-1-1");
        city.register(code, 10_000);
        assertEquals(Optional.empty(), views.boundsOf(code, CityLayers.TODAY, CityLayers.NOW));
        city.published(LayerKind.PARCEL, new Drawing().box("1-1-1-1", "", 10, 20, 40, 50), CityLayers.TODAY);
        MapViews.Bounds bounds =
                views.boundsOf(code, CityLayers.TODAY, CityLayers.NOW).orElseThrow();
        Projection projection = new Projection(32639);
        Coordinate low = projection.metres(bounds.west(), bounds.south());
        Coordinate high = projection.metres(bounds.east(), bounds.north());
        assertEquals(Drawing.EAST + 10, low.x, 1);
        assertEquals(Drawing.NORTH + 20, low.y, 1);
        assertEquals(Drawing.EAST + 40, high.x, 1);
        assertEquals(Drawing.NORTH + 50, high.y, 1);
        assertEquals(Optional.empty(), views.boundsOf(code, CityLayers.TODAY.minusDays(1), CityLayers.NOW));
    }

    @Test
    void the_city_lies_within_its_limit() {
        assertEquals(Optional.empty(), views.bounds(CityLayers.TODAY, CityLayers.NOW));
        city.limit(CityLayers.TODAY, new Drawing().box("city", "", -500, -500, 500, 500));
        MapViews.Bounds bounds = views.bounds(CityLayers.TODAY, CityLayers.NOW).orElseThrow();
        Coordinate low = new Projection(32639).metres(bounds.west(), bounds.south());
        // A box of degrees stands a little askew on one of metres.
        assertEquals(Drawing.EAST - 500, low.x, 30);
        assertEquals(Drawing.NORTH - 500, low.y, 30);
        Coordinate high = new Projection(32639).metres(bounds.east(), bounds.north());
        assertEquals(Drawing.EAST + 500, high.x, 30);
        assertEquals(Drawing.NORTH + 500, high.y, 30);
    }

    @Test
    void parcels_are_painted_and_those_without_a_colour_are_left_out() {
        Drawing drawing = new Drawing();
        for (int i = 1; i <= 3; i++) {
            city.register(RenewalCode.parse("1-1-1-" + i), 10_000);
            drawing.box("1-1-1-" + i, "", 10 * i, 10, 10 * i + 8, 20);
        }
        city.published(LayerKind.PARCEL, drawing, CityLayers.TODAY);
        city.published(LayerKind.GARDEN, new Drawing().box("g", "", 1, 1, 5, 5), CityLayers.TODAY);
        MapViews.Painter painter = codes -> Map.of(codes.get(0), "GAINS", codes.get(1), "LOSES");
        views.paint(view(100, 1, LayerKind.GARDEN), Set.of("GAINS"), painter, out);
        List<RawFeature> features = read();
        assertEquals(
                List.of("GARDEN", "GAINS"),
                features.stream().map(one -> one.properties().get("layer")).toList());
        assertEquals("1-1-1-1-0-0-0", features.get(1).properties().get("id"));
        assertTrue(written().endsWith("\"cut\":[]}\n"));
        out.reset();
        views.paint(view(100, MapViews.PARCELS_FROM + 1), Set.of("GAINS"), painter, out);
        assertTrue(written().endsWith("\"cut\":[\"GAINS\"]}\n"), "too far away to see them");
    }

    @Test
    void a_view_of_the_whole_earth_is_refused() {
        MapViews.View right = view(100, 1, LayerKind.GARDEN);
        for (double[] wrong : new double[][] {
            {-180, -90, 180, 90, 1},
            {48.6, 34.7, 48.5, 34.8, 1},
            {48.5, 34.7, 48.6, 34.8, 0},
            {Double.NaN, 34.7, 48.6, 34.8, 1},
            {-97, 32, -96, 33, 1}
        }) {
            MapViews.View view = new MapViews.View(
                    wrong[0], wrong[1], wrong[2], wrong[3], wrong[4], right.kinds(), right.on(), right.known());
            assertEquals(
                    "parcels.view-wrong",
                    assertThrows(Problem.class, () -> views.write(view, out)).code());
        }
    }
}
