package ir.hamedan.esup.rulebooks.cockrellhill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.rulebooks.cockrellhill.Lot.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real lots all close; these do not. */
class LotsTest {
    private static final String SOUTH = line("front", "[[0,0],[4,0]]");
    private static final String EAST = line("interior side", "[[4,0],[4,4]]");
    private static final String NORTH = line("rear", "[[0,4],[4,4]]");
    private static final String WEST = line("interior side", "[[0,4],[0,0]]");

    private static String line(String side, String coordinates) {
        return feature("\"side\":\"" + side + "\"", "LineString", coordinates);
    }

    private static String middle(String coordinates) {
        return feature("\"side\":\"centroid\",\"lot_area\":0.2", "Point", coordinates);
    }

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"parcel_id\":\"lot_7\"," + properties
                + "},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static Lots lots(String... features) {
        return Lots.read("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private static Map<Fault, List<String>> faults(String... features) {
        return lots(features).faults();
    }

    private static Map<Fault, List<String>> only(Fault fault) {
        return Map.of(fault, List.of("lot_7"));
    }

    @Test
    void sides_in_any_order_and_direction_make_an_outline() {
        Lots lots = lots(NORTH, SOUTH, WEST, middle("[2,2]"), EAST);
        assertEquals(Map.of(), lots.faults());
        Lot lot = lots.all().get(0);
        assertEquals(16, lot.outline().orElseThrow().getArea());
        assertEquals("1-1-1-7-0-0-0", lot.code().text());
        assertEquals(809_37, lot.deedArea());
    }

    @Test
    void a_lot_that_does_not_close_has_no_outline() {
        Lots lots = lots(NORTH, SOUTH, WEST, middle("[2,2]"));
        assertEquals(only(Fault.NOT_CLOSED), lots.faults());
        assertEquals(
                0, lots.all().stream().filter(lot -> lot.outline().isPresent()).count());
        assertEquals("{\"type\":\"FeatureCollection\",\"features\":[\n\n]}", lots.geoJson());
    }

    @Test
    void lines_that_make_more_or_less_than_one_lot_are_told() {
        String across = line("rear", "[[0,0],[4,4]]");
        assertEquals(only(Fault.SEVERAL_OUTLINES), faults(NORTH, SOUTH, WEST, EAST, across, middle("[2,2]")));
        String island = line("rear", "[[6,0],[7,0],[7,1],[6,0]]");
        assertEquals(only(Fault.SEVERAL_OUTLINES), faults(NORTH, SOUTH, WEST, EAST, island, middle("[2,2]")));
        String bridge = line("rear", "[[4,0],[6,0]]");
        assertEquals(
                Map.of(Fault.LINE_TOO_MANY, List.of("lot_7"), Fault.SEVERAL_OUTLINES, List.of("lot_7")),
                faults(NORTH, SOUTH, WEST, EAST, island, bridge, middle("[2,2]")));
        String crossing = line("front", "[[0,0],[4,4],[4,0],[0,4],[0,0]]");
        assertEquals(only(Fault.RING_INVALID), faults(crossing, middle("[2,2]")));
    }

    @Test
    void what_the_file_says_of_a_lot_is_held_against_its_outline() {
        assertEquals(only(Fault.MIDDLE_OUTSIDE), faults(NORTH, SOUTH, WEST, EAST, middle("[5,5]")));
        assertEquals(only(Fault.NO_MIDDLE), faults(NORTH, SOUTH, WEST, EAST));
        assertEquals(
                Map.of(Fault.NO_LINES, List.of("lot_7"), Fault.NO_FRONT, List.of("lot_7")), faults(middle("[2,2]")));
        String unknown = line("unknown", "[[0,0],[4,0]]");
        assertEquals(only(Fault.NO_FRONT), faults(NORTH, unknown, WEST, EAST, middle("[2,2]")));
        String second = line("front", "[[4,0],[4,4]]");
        assertEquals(only(Fault.SEVERAL_FRONTS), faults(NORTH, SOUTH, WEST, second, middle("[2,2]")));
    }
}
