package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.testing.Form;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class ChecksTest {
    private static final int CELLS = 4;
    private static final double SIDE = 100;

    private final CityLayers city = new CityLayers();

    private void limit() {
        city.limit(CityLayers.TODAY, new Drawing().box("city", "", 0, 0, CELLS * SIDE, CELLS * SIDE));
    }

    /** A plan without a fault, but that the east side of one cell is moved. */
    private static Drawing plan(int column, int row, double moved) {
        Drawing drawing = new Drawing();
        for (int x = 0; x < CELLS; x++) {
            for (int y = 0; y < CELLS; y++) {
                double east = (x + 1) * SIDE + (x == column && y == row ? moved : 0);
                drawing.box("z" + x + y, "'code':'R111'", x * SIDE, y * SIDE, east, (y + 1) * SIDE);
            }
        }
        return drawing;
    }

    private static Coordinate metres(LayerFault fault) {
        LayerFault.Place place = fault.place().orElseThrow();
        return new Projection(32639).metres(place.longitude(), place.latitude());
    }

    @Test
    void a_plan_without_gap_and_overlap_has_no_fault() {
        limit();
        LayerVersion version = city.checked(LayerKind.ZONE, plan(-1, -1, 0));
        assertEquals(List.of(), city.faults(version));
        assertTrue(version.checkedAt().isPresent());
    }

    @Test
    void every_planted_gap_overlap_and_sliver_is_found_with_its_area_and_a_place_in_it() {
        limit();
        Random random = new Random(4);
        for (int trial = 0; trial < Form.of(25, 300); trial++) {
            int column = random.nextInt(CELLS - 1);
            int row = random.nextInt(CELLS);
            double size = (1 + random.nextInt(trial % 3 == 0 ? 99 : 50_000)) / 10_000.0;
            double moved = random.nextBoolean() ? size : -size;
            LayerVersion version = city.checked(LayerKind.ZONE, plan(column, row, moved));

            FaultCode expected = size * SIDE < 1 ? FaultCode.SLIVER : moved < 0 ? FaultCode.GAP : FaultCode.OVERLAP;
            List<LayerFault> faults = city.faults(version);
            assertEquals(List.of(expected), city.codes(version), "moved by " + moved);
            assertEquals(
                    String.format(Locale.ROOT, "%.2f", size * SIDE),
                    faults.get(0).parameters().get(0));
            Coordinate at = metres(faults.get(0));
            assertEquals((column + 1) * SIDE + moved / 2, at.x - Drawing.EAST, size / 2 + 1e-6);
            assertEquals((row + 0.5) * SIDE, at.y - Drawing.NORTH, SIDE / 2);
            assertEquals(expected == FaultCode.SLIVER ? 0 : 1, version.blocking());
            if (moved > 0) {
                assertEquals("z" + column + row, overlapped(faults.get(0), column, row));
            }
        }
    }

    private static String overlapped(LayerFault fault, int column, int row) {
        String cell = "z" + column + row;
        return fault.feature().equals(cell) ? cell : fault.parameters().get(1);
    }

    @Test
    void what_lies_outside_the_city_is_found_and_a_layer_of_buffers_is_only_warned() {
        limit();
        Drawing over = plan(CELLS - 1, 0, 7);
        LayerVersion zones = city.checked(LayerKind.ZONE, over);
        assertEquals(List.of(FaultCode.OUTSIDE_CITY), city.codes(zones));
        assertEquals("700.00", city.faults(zones).get(0).parameters().get(0));
        assertEquals(1, zones.blocking());
        LayerVersion river = city.checked(LayerKind.RIVER, new Drawing().line("r", "", -50, 50, 50, 50));
        assertEquals(List.of(FaultCode.OUTSIDE_CITY), city.codes(river));
        assertEquals(0, river.blocking());
    }

    @Test
    void without_the_limit_of_the_city_holes_between_zones_are_found_all_the_same() {
        LayerVersion version = city.checked(LayerKind.ZONE, plan(1, 1, -4));
        assertEquals(List.of(FaultCode.GAP, FaultCode.NO_CITY_LIMIT), city.codes(version));
        assertEquals("400.00", city.faults(version).get(0).parameters().get(0));
    }

    @Test
    void a_check_again_replaces_what_it_found_before() {
        limit();
        LayerVersion first = city.checked(LayerKind.ZONE, plan(1, 1, -0.005));
        assertEquals(1, first.warnings());
        city.set("ZONE", "fault.SLIVER", "BLOCK");
        LayerVersion again = city.office.check(first.id());
        assertEquals(1, again.blocking());
        assertEquals(0, again.warnings());
        assertEquals(1, city.faults(again).size());
    }

    @Test
    void parcels_upon_each_other_and_an_empty_file_are_faults() {
        Drawing parcels = new Drawing().box("1-1-1-1", "", 0, 0, 10, 10).box("1-1-1-2", "", 9, 0, 20, 10);
        city.set("PARCEL", "fault.UNKNOWN_PARCEL", "WARN");
        assertEquals(
                FaultCode.OVERLAP,
                city.codes(city.checked(LayerKind.PARCEL, parcels)).get(0));
        assertEquals(
                FaultCode.EMPTY,
                city.codes(city.checked(LayerKind.GARDEN, new Drawing())).get(0));
    }
}
