package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.testing.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class PointLookupTest {
    private static final int COLUMNS = 24;
    private static final int ROWS = 20;
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final CityLayers city = new CityLayers();
    private final Random random = new Random(11);
    private final TreeMap<RenewalCode, Geometry> outlines = new TreeMap<>();
    private final List<Coordinate> corners = new ArrayList<>();

    /** Crooked plots wall to wall; every fifth row is a street without a plot, and some plots have a yard of another. */
    private void town() {
        Coordinate[][] grid = new Coordinate[COLUMNS + 1][ROWS + 1];
        for (int x = 0; x <= COLUMNS; x++) {
            for (int y = 0; y <= ROWS; y++) {
                grid[x][y] = new Coordinate(
                        rounded(Drawing.EAST, 15 * x + 5 * random.nextDouble()),
                        rounded(Drawing.NORTH, 22 * y + 7 * random.nextDouble()));
            }
        }
        Drawing drawing = new Drawing();
        for (int x = 0; x < COLUMNS; x++) {
            for (int y = 0; y < ROWS; y++) {
                if (y % 5 != 4) {
                    plot(
                            drawing,
                            RenewalCode.parse("1-1-" + (y + 1) + "-" + (x + 1)),
                            grid[x][y],
                            grid[x + 1][y],
                            grid[x + 1][y + 1],
                            grid[x][y + 1]);
                }
            }
        }
        city.set("PARCEL", "fault.UNKNOWN_PARCEL", "WARN");
        city.published(LayerKind.PARCEL, drawing, CityLayers.TODAY);
    }

    private static double rounded(double from, double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", from + value));
    }

    private void plot(Drawing drawing, RenewalCode code, Coordinate... ring) {
        double[] numbers = new double[ring.length * 2];
        Coordinate[] closed = new Coordinate[ring.length + 1];
        for (int i = 0; i < ring.length; i++) {
            numbers[2 * i] = ring[i].x - Drawing.EAST;
            numbers[2 * i + 1] = ring[i].y - Drawing.NORTH;
            closed[i] = ring[i];
            corners.add(ring[i]);
        }
        closed[ring.length] = ring[0];
        drawing.area(code.text(), "", numbers);
        outlines.put(code, SHAPES.createPolygon(closed));
    }

    /** The first of the plots that have the point, in the order of their codes: no index, no box. */
    private Optional<RenewalCode> exact(Coordinate point) {
        Geometry geometry = SHAPES.createPoint(point);
        return outlines.entrySet().stream()
                .filter(outline -> outline.getValue().covers(geometry))
                .map(outline -> outline.getKey())
                .findFirst();
    }

    /** A corner, a place on or very near a side, or anywhere. */
    private Coordinate point(int trial) {
        Coordinate corner = corners.get(random.nextInt(corners.size()));
        if (trial % 4 == 0) {
            return corner;
        }
        if (trial % 4 == 1) {
            Geometry plot = List.copyOf(outlines.values()).get(random.nextInt(outlines.size()));
            Coordinate[] ring = plot.getCoordinates();
            int side = random.nextInt(ring.length - 1);
            double way = random.nextInt(5) / 4.0;
            return new Coordinate(
                    ring[side].x + way * (ring[side + 1].x - ring[side].x),
                    ring[side].y + way * (ring[side + 1].y - ring[side].y));
        }
        return new Coordinate(
                Drawing.EAST - 10 + 390 * random.nextDouble(), Drawing.NORTH - 10 + 460 * random.nextDouble());
    }

    @Test
    void a_point_of_the_map_is_in_the_parcel_an_exact_check_of_all_parcels_says() {
        town();
        int hits = city.database.transaction(() -> {
            Lookup lookup = new Lookup(new Sql(city.database.application()), Used.of(CityLayers.TODAY, CityLayers.NOW));
            int found = 0;
            for (int trial = 0; trial < Form.of(10_000, 100_000); trial++) {
                Coordinate point = point(trial);
                Optional<RenewalCode> parcel = lookup.byMetres(point).parcel().map(Lookup.Parcel::code);
                assertEquals(exact(point), parcel, point.toString());
                found += parcel.isPresent() ? 1 : 0;
            }
            return found;
        });
        assertTrue(hits > Form.of(6_000, 60_000), "only " + hits + " points were in a parcel");
    }

    @Test
    void a_point_in_degrees_is_the_point_in_metres() {
        town();
        SitesBean sites = city.sites();
        Projection projection = new Projection(32639);
        city.database.inTransaction(() -> {
            for (int trial = 0; trial < 300; trial++) {
                LayerFault.Place place = projection.degrees(point(2));
                assertEquals(
                        exact(projection.metres(place.longitude(), place.latitude())),
                        sites.parcelAt(place.longitude(), place.latitude(), CityLayers.TODAY, CityLayers.NOW));
            }
        });
    }
}
