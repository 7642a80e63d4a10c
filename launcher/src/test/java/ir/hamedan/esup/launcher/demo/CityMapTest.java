package ir.hamedan.esup.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.LayerKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** The zones of a demo city of any size share their borders, measured more finely than they are drawn, as their check does. */
class CityMapTest {
    private static final double SQUARE_METRES = 0.3;

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 120, 500, 1_000, 2_000, 3_000, 3_700, 5_000, 8_000, 12_000, 20_500, 30_000})
    void zones_of_a_city_of_any_size_have_neither_gaps_nor_overlaps(int parcels) {
        CityPlan plan = CityPlan.of(parcels);
        List<Geometry> zones = CityMap.of(plan, List.of()).get(LayerKind.ZONE).stream()
                .map(drawn -> new GeometryFactory().createGeometry(drawn.shape()))
                .toList();

        for (int i = 0; i < zones.size(); i++) {
            for (int j = 0; j < i; j++) {
                double both = zones.get(i).intersection(zones.get(j)).getArea();
                assertTrue(both < SQUARE_METRES, "zones " + i + " and " + j + " share " + both + " m2");
            }
        }
        double gaps = new GeometryFactory()
                .createGeometry(CityMap.limit(plan))
                .difference(UnaryUnionOp.union(zones))
                .getArea();
        assertEquals(0, gaps, zones.size() * SQUARE_METRES);
    }
}
