package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.FaultCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GeoJsonFileTest {
    private static final String POINT =
            "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"name\":\"\\u0628\\n\",\"n\":1.5},"
                    + "\"geometry\":{\"coordinates\":[48.5,34.8,1800],\"type\":\"Point\"}}";

    private static List<RawFeature> all(GeoJsonFile file) {
        List<RawFeature> all = new ArrayList<>();
        Optional<RawFeature> next = file.next(Set.of("name", "n"));
        while (next.isPresent()) {
            all.add(next.get());
            next = file.next(Set.of("name", "n"));
        }
        return all;
    }

    private static GeoJsonFile file(String text) {
        return new GeoJsonFile(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String collection(String... features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static List<FaultCode> faults(GeoJsonFile file) {
        return file.takeFaults().stream().map(GeoJsonFile.FileFault::code).toList();
    }

    @Test
    void members_are_read_in_any_order_and_heights_are_passed_over() {
        RawFeature feature = all(file("\ufeff" + collection(POINT))).get(0);
        assertEquals("7", feature.id());
        assertEquals(Map.of("name", "ب\n", "n", "1.5"), feature.properties());
        assertEquals("Point", feature.type());
        assertEquals(Node.point(48.5, 34.8), feature.coordinates().orElseThrow());
        assertEquals(Set.of(), feature.faults());
    }

    @Test
    void the_coordinate_system_is_read_and_an_unknown_one_is_told() {
        String head = "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},\"features\":[]}";
        GeoJsonFile utm = file(head.formatted("urn:ogc:def:crs:EPSG::32639"));
        all(utm);
        assertEquals(new Reference(Reference.Kind.METRES, 32639), Reference.of(utm.crs()));
        assertEquals(List.of(), faults(utm));
        assertEquals(
                Reference.Kind.DEGREES,
                Reference.of("urn:ogc:def:crs:OGC:1.3:CRS84").kind());
        assertEquals(Reference.Kind.DEGREES, Reference.of("EPSG:4326").kind());
        GeoJsonFile other = file(head.formatted("EPSG:3857"));
        all(other);
        assertEquals(List.of(FaultCode.CRS_UNKNOWN), faults(other));
    }

    @Test
    void a_bomb_of_nested_lists_costs_its_feature_and_no_other() {
        String bomb = "[".repeat(2_000_000) + "]".repeat(2_000_000);
        String deep = POINT.replace("[48.5,34.8,1800]", bomb);
        String elsewhere = POINT.replace("1.5", "{\"a\":".repeat(500_000) + "1" + "}".repeat(500_000));
        List<RawFeature> read = all(file(collection(deep, elsewhere, POINT)));
        assertEquals(3, read.size());
        assertEquals(Set.of(FaultCode.NESTED_TOO_DEEP), read.get(0).faults());
        assertEquals(RawFeature.NO_VALUE, read.get(1).properties().get("n"));
        assertEquals(Set.of(), read.get(2).faults());
    }

    @Test
    void an_endless_text_and_endless_points_stay_in_their_bounds() {
        String longName = POINT.replace("\\u0628", "x".repeat(3_000_000));
        String endless = POINT.replace("[48.5,34.8,1800]", "[" + "[1,2],".repeat(300_000) + "[1,2]]");
        List<RawFeature> read = all(file(collection(longName, endless, POINT)));
        assertEquals(JsonText.LONGEST_TEXT, read.get(0).properties().get("name").length());
        assertEquals(Set.of(FaultCode.TOO_MANY_POINTS), read.get(1).faults());
        assertEquals(
                GeometryText.MOST_POINTS,
                read.get(1).coordinates().orElseThrow().children().size());
        assertEquals(3, read.size());
    }

    @Test
    void what_is_no_feature_or_has_no_coordinates_is_told_and_passed_over() {
        List<RawFeature> read = all(file(collection(
                "17",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                POINT.replace("{\"coordinates\":[48.5,34.8,1800],\"type\":\"Point\"}", "[]"),
                POINT.replace("34.8", "\"34.8\""),
                POINT.replace("34.8", "1e999"),
                POINT)));
        assertEquals(6, read.size());
        assertEquals(Set.of(FaultCode.NOT_A_FEATURE), read.get(0).faults());
        assertEquals(Set.of(FaultCode.NOT_A_FEATURE), read.get(1).faults());
        assertEquals(Set.of(FaultCode.GEOMETRY_MISSING), read.get(2).faults());
        assertEquals(Set.of(FaultCode.GEOMETRY_BROKEN), read.get(3).faults());
        assertEquals(Set.of(FaultCode.GEOMETRY_BROKEN), read.get(4).faults());
        assertEquals(Set.of(), read.get(5).faults());
    }

    @Test
    void a_file_that_breaks_off_keeps_what_came_before() {
        String whole = collection(POINT, POINT, POINT);
        GeoJsonFile cut = file(whole.substring(0, whole.length() - 60));
        assertEquals(2, all(cut).size());
        assertEquals(List.of(FaultCode.NOT_JSON), faults(cut));
        GeoJsonFile bytes = new GeoJsonFile(new ByteArrayInputStream(new byte[] {'{', '"', (byte) 0xff, '"'}));
        assertEquals(0, all(bytes).size());
        assertEquals(List.of(FaultCode.NOT_JSON), faults(bytes));
        for (String text : new String[] {"", "[1]", "{}", "{\"features\":{}}", "<html/>"}) {
            GeoJsonFile file = file(text);
            assertEquals(0, all(file).size());
            assertEquals(List.of(FaultCode.NOT_A_COLLECTION), faults(file), text);
        }
    }

    @Test
    void a_file_opened_anew_gives_what_follows_the_position() {
        GeoJsonFile file = file(collection(POINT, POINT.replace("7", "8"), POINT.replace("7", "9")));
        file.skipTo(2);
        assertEquals(2, file.position());
        assertEquals("9", all(file).get(0).id());
        assertEquals(CityLayers.hash(collection(POINT, POINT.replace("7", "8"), POINT.replace("7", "9"))), file.hash());
    }

    @Property(tries = 500)
    void whatever_is_broken_in_a_file_is_a_fault_and_never_an_exception(
            @ForAll @IntRange(min = 0, max = 10_000) int place, @ForAll char wrong, @ForAll boolean cut) {
        String whole = collection(POINT, POINT, POINT);
        int at = place % whole.length();
        String broken = cut ? whole.substring(0, at) : whole.substring(0, at) + wrong + whole.substring(at + 1);
        GeoJsonFile file = file(broken);
        int before = Math.max(0, at - whole.indexOf('[')) / (POINT.length() + 1);
        assertTrue(all(file).size() >= Math.min(before, 3), broken);
    }
}
