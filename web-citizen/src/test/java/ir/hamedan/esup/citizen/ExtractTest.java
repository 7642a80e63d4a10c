package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExtractTest {
    private static final String OWN = "1-5-67-3-0-0-0";
    private static final MapViews.Bounds BOX = new MapViews.Bounds(48.51, 34.79, 48.52, 34.80);

    private static JsonObject collection(String... features) {
        String text = "{'type':'FeatureCollection','features':[" + String.join(",", features) + "],'cut':[]}";
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private static String feature(String layer, String id, String name, int value, String type, String coordinates) {
        return String.format(
                Locale.ROOT,
                "{'type':'Feature','properties':{'layer':'%s','id':'%s','name':'%s','grade':'','value':%d,'planned':0},'geometry':{'type':'%s','coordinates':%s}}",
                layer,
                id,
                name,
                value,
                type,
                coordinates);
    }

    private static String square(String layer, String id) {
        return feature(
                layer,
                id,
                "",
                0,
                "Polygon",
                "[[[48.512,34.792],[48.518,34.792],[48.518,34.798],[48.512,34.798],[48.512,34.792]]]");
    }

    @Test
    void the_parcel_is_drawn_last_and_unlike_its_neighbours() {
        Extract extract = Extract.of(
                collection(square("PARCEL", OWN), square("PARCEL", "1-5-67-4-0-0-0"), square("ZONE", "z")),
                BOX,
                Set.of(OWN));
        assertEquals(
                List.of(LayerKind.ZONE, LayerKind.PARCEL, LayerKind.PARCEL),
                extract.shapes().stream().map(Extract.Shape::kind).toList());
        Extract.Shape neighbour = extract.shapes().get(1);
        Extract.Shape own = extract.shapes().get(2);
        assertTrue(own.own() && !neighbour.own());
        assertTrue(own.thick() > neighbour.thick());
        assertEquals("none", neighbour.fill());
        assertEquals("url(#p-ZONE)", extract.shapes().get(0).fill());
    }

    @Test
    void north_is_up_and_metres_are_as_long_either_way() {
        Extract extract = Extract.of(collection(square("PARCEL", OWN)), BOX, Set.of(OWN));
        // 0.01 degrees of latitude are 1113 m, of longitude at 34.8 degrees 914 m.
        assertEquals(914, extract.metres());
        assertEquals(600, extract.width());
        assertEquals(731, extract.height());
        assertEquals(
                "M120.0 584.5L480.0 584.5L480.0 146.1L120.0 146.1L120.0 584.5Z",
                extract.shapes().get(0).path());
    }

    @Test
    void a_street_is_as_wide_as_on_the_ground_and_has_its_name_once() {
        String street = feature(
                "STREET", "s", "بوعلی", 2_400, "LineString", "[[48.40,34.795],[48.512,34.795],[48.516,34.795]]");
        Extract extract = Extract.of(collection(street, street, square("PARCEL", OWN)), BOX, Set.of(OWN));
        Extract.Shape shape = extract.shapes().get(0);
        assertEquals(24 / 914.1 * 600, shape.thick(), 0.1);
        assertEquals("none", shape.fill());
        assertNull(shape.dash());
        assertTrue(!shape.path().contains("Z"), shape.path());
        assertEquals(1, extract.names().size());
        Extract.Name name = extract.names().get(0);
        assertEquals("بوعلی", name.text());
        assertEquals(240, name.x(), 0.2, "the middle of what lies in the drawing");
        assertEquals(365.4, name.y(), 0.2);
    }

    @Test
    void parts_and_holes_are_drawn_whatever_the_kind_of_geometry() {
        String ring = "[[48.512,34.792],[48.518,34.792],[48.518,34.798],[48.512,34.792]]";
        Extract extract = Extract.of(
                collection(
                        feature("GARDEN", "g", "", 0, "MultiPolygon", "[[" + ring + "," + ring + "],[" + ring + "]]"),
                        feature("FAULT", "f", "", 0, "MultiLineString", "[[[48.512,34.792],[48.518,34.792]]]"),
                        feature("FAULT", "p", "", 0, "Point", "[48.512,34.792]"),
                        feature("FAULT", "e", "", 0, "Polygon", "[]")),
                BOX,
                Set.of(OWN));
        assertEquals(2, extract.shapes().size());
        assertEquals(
                3, extract.shapes().get(0).path().chars().filter(c -> c == 'Z').count());
        assertEquals("2 6", extract.shapes().get(1).dash());
    }

    @Test
    void a_crowded_view_stays_bounded_and_keeps_the_parcel() {
        String line = IntStream.range(0, 1_000)
                .mapToObj(i -> String.format(Locale.ROOT, "[48.51,34.79%03d]", i))
                .collect(Collectors.joining(",", "[", "]"));
        String[] features = Stream.concat(
                        IntStream.range(0, 50).mapToObj(i -> feature("RIVER", "r" + i, "", 0, "LineString", line)),
                        Stream.of(square("PARCEL", OWN)))
                .toArray(String[]::new);
        Extract extract = Extract.of(collection(features), BOX, Set.of(OWN));
        int letters = extract.shapes().stream()
                .mapToInt(shape -> shape.path().length())
                .sum();
        assertTrue(letters <= 40_000, letters + " letters");
        assertTrue(extract.shapes().get(extract.shapes().size() - 1).own());
        assertTrue(extract.shapes().size() > 1);
    }

    @Test
    void around_a_parcel_there_is_room_for_its_street() {
        MapViews.Bounds parcel = new MapViews.Bounds(48.5150, 34.7950, 48.5152, 34.7951);
        MapViews.Bounds box = Extract.around(parcel);
        double east = (box.east() - box.west()) * 111_320 * Math.cos(Math.toRadians(34.795));
        double north = (box.north() - box.south()) * 111_320;
        assertEquals(18.3 + 50, east, 1);
        assertTrue(north > 11 + 25 && north < east, north + " m");
        assertEquals(48.5151, (box.east() + box.west()) / 2, 1e-9);
        MapViews.Bounds tall = Extract.around(new MapViews.Bounds(48.5150, 34.7950, 48.5151, 34.8040));
        assertTrue(tall.south() < 34.7950 && tall.north() > 34.8040);
        assertEquals(1_002 * 2.6, (tall.east() - tall.west()) * 111_320 * Math.cos(Math.toRadians(34.7995)), 5);
    }

    @Test
    void what_concerns_the_parcel_is_drawn_beside_the_base_of_the_map() {
        assertEquals(
                EnumSet.of(LayerKind.PARCEL, LayerKind.ZONE, LayerKind.STREET, LayerKind.HERITAGE),
                Extract.kinds(Stream.of(LayerKind.HERITAGE, LayerKind.ZONE)));
    }
}
