package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.parcels.api.LayerKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The layers of the demo city, drawn on its ground plan: zones by sector and ring with a strip along each of the six streets,
 * streets with their widths, and one example of every overlay. Metres of UTM 39N.
 */
final class CityMap {
    /** The codes of the zones by ring road, then by sector; a strip along the six streets is S121. */
    private static final String[][] ZONES = {
        {"S131", "S131", "S131", "S131", "S131", "S131"},
        {"R221", "M111", "R211", "R122", "R121", "S111"},
        {"R122", "R121", "R131", "M112", "R112", "S211"},
        {"R112", "R111", "R122", "E111", "R121", "G121"}
    };

    private static final double[] RINGS = {60, 90, 620, 1_150};
    private static final double STRIP = 37;

    /** About how far the city that everybody gets reaches. */
    private static final double WHOLE_RADIUS = 1_700;

    private static final List<String> RADIALS = List.of("بوعلی", "شریعتی", "اکباتان", "باباطاهر", "شهدا", "تختی");

    /**
     * A feature of a layer.
     *
     * @param value and {@code planned} of a street centimetres, of a slope tenths of a percent, of the airport centimetres
     *     over the sea
     */
    record Drawn(String id, String name, String grade, long value, long planned, Geometry shape) {}

    private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(100), 32639);
    private final CityPlan plan;
    private final Map<LayerKind, List<Drawn>> layers = new EnumMap<>(LayerKind.class);

    private CityMap(CityPlan plan) {
        this.plan = plan;
        for (LayerKind kind : LayerKind.values()) {
            layers.put(kind, new ArrayList<>());
        }
    }

    /** The features of every layer; the outlines of the lots are the layer of parcels. */
    static Map<LayerKind, List<Drawn>> of(CityPlan plan, List<Lot> lots) {
        CityMap map = new CityMap(plan);
        lots.forEach(lot -> map.draw(LayerKind.PARCEL, lot.code().toString(), "", "", lot.outline()));
        map.zones();
        map.streets();
        map.heritage();
        map.others();
        return map.layers;
    }

    /** The limit of the city. */
    static Polygon limit(CityPlan plan) {
        return new CityMap(plan).disc(0, 0, plan.radius());
    }

    private void draw(LayerKind kind, String id, String name, String grade, Geometry shape) {
        layers.get(kind).add(new Drawn(id, name, grade, 0, 0, shape));
    }

    private void zones() {
        draw(LayerKind.ZONE, "G111-0", "میدان", "G111", disc(0, 0, RINGS[0]));
        for (int ring = 0; ring < RINGS.length; ring++) {
            double outer = Math.min(ring + 1 < RINGS.length ? RINGS[ring + 1] : plan.radius(), plan.radius());
            if (outer > RINGS[ring]) {
                zones(ring, outer);
            }
        }
    }

    /** A strip ends at each ring: along its whole length a corner set on the centimetre would leave gaps and overlaps. */
    private void zones(int ring, double outer) {
        Geometry strips = factory.createGeometryCollection();
        for (int sector = 0; sector < 6 && ring > 0; sector++) {
            Geometry strip = strip(sector, RINGS[ring], outer);
            draw(LayerKind.ZONE, "S121-" + ring + sector, "بر خیابان " + RADIALS.get(sector), "S121", strip);
            strips = sector == 0 ? strip : strips.union(strip);
        }
        for (int sector = 0; sector < 6; sector++) {
            String code = ZONES[ring][sector];
            Geometry part = sector(RINGS[ring], outer, sector);
            draw(
                    LayerKind.ZONE,
                    code + "-" + ring + sector,
                    "پهنهٔ " + code,
                    code,
                    ring == 0 ? part : part.difference(strips));
        }
    }

    /** Along a street, from the second ring on: nearer to the square two strips would lie on each other. */
    private Geometry strip(int number, double inner, double outer) {
        double angle = Math.toRadians(60.0 * number);
        double length = outer + 100;
        double x = Math.cos(angle);
        double y = Math.sin(angle);
        Polygon whole = factory.createPolygon(new Coordinate[] {
            place(-STRIP * y, STRIP * x),
            place(length * x - STRIP * y, length * y + STRIP * x),
            place(length * x + STRIP * y, length * y - STRIP * x),
            place(STRIP * y, -STRIP * x),
            place(-STRIP * y, STRIP * x)
        });
        return whole.intersection(ring(0, 0, inner, outer));
    }

    private void streets() {
        int number = 0;
        for (CityPlan.Street street : plan.streets()) {
            int width = (int) Math.round(street.width() * 100);
            layers.get(LayerKind.STREET)
                    .add(new Drawn("T" + number++, name(street), "", width, planned(street, width), street.axis()));
        }
    }

    /** Every fifth local street is to become ten metres wide. */
    private static int planned(CityPlan.Street street, int width) {
        boolean widened = street.front() == CityPlan.Front.LOCAL && street.lane() < 0 && street.band() % 5 == 2;
        return widened ? 1_000 : width;
    }

    private static String name(CityPlan.Street street) {
        return switch (street.front()) {
            case RADIAL -> "خیابان " + RADIALS.get(street.sector());
            case RING -> street.band() < 0 ? "میدان امام خمینی" : "بلوار کمربندی";
            case LOCAL ->
                "کوچهٔ " + (street.band() + 1) + "–" + (street.sector() + 1)
                        + (street.lane() < 0 ? "" : "–" + street.lane());
        };
    }

    private void heritage() {
        overlay(LayerKind.HERITAGE, "H-CORE", "هگمتانه، هسته", "CORE", disc(430, 380, 170));
        overlay(LayerKind.HERITAGE, "H-1", "هگمتانه، حریم یک", "BUFFER_1", ring(430, 380, 170, 250));
        overlay(LayerKind.HERITAGE, "H-2", "هگمتانه، حریم دو", "BUFFER_2", ring(430, 380, 250, 400));
        overlay(LayerKind.HERITAGE, "H-3", "هگمتانه، منظر", "LANDSCAPE", ring(430, 380, 400, 600));
    }

    private void others() {
        overlay(LayerKind.WORN_OUT, "W-1", "بافت فرسودهٔ اکباتان", "", sector(150, 480, 2));
        overlay(LayerKind.RIVER, "R-1", "رودخانهٔ عباس‌آباد", "", river(-260, 0.35, 40, 180));
        overlay(LayerKind.RIVER, "R-2", "رودخانهٔ مرادبیگ", "", river(340, -0.3, 35, 150));
        value(LayerKind.SLOPE, "L-1", "دامنهٔ الوند", 120, sector(900, 1_300, 4));
        value(LayerKind.SLOPE, "L-2", "دامنهٔ بالای الوند", 200, sector(1_300, 1_700, 4));
        value(LayerKind.AIRPORT, "A-1", "مخروط تقرب فرودگاه", 1_775_00, sector(1_250, 1_600, 0));
        overlay(LayerKind.FAULT, "F-1", "قنات کهن", "", factory.createLineString(new Coordinate[] {
            place(500, -500), place(900, -200)
        }));
        overlay(LayerKind.SECURITY, "S-1", "حریم پادگان", "", disc(-800, -500, 120));
        overlay(LayerKind.GARDEN, "G-1", "باغ‌های درهٔ مرادبیگ", "", disc(150, -900, 60));
        overlay(
                LayerKind.ROAD_PLAN,
                "P-1",
                "طرح تعریض",
                "",
                factory.createLineString(new Coordinate[] {place(-700, 250), place(-400, 500)})
                        .buffer(12));
    }

    private void value(LayerKind kind, String id, String name, long value, Geometry shape) {
        overlay(kind, id, name, "", value, shape);
    }

    private void overlay(LayerKind kind, String id, String name, String grade, Geometry shape) {
        overlay(kind, id, name, grade, 0, shape);
    }

    /** Drawn for the whole city; in a small one as much nearer to the centre, but for the rivers, where lots make room. */
    private void overlay(LayerKind kind, String id, String name, String grade, long value, Geometry shape) {
        double scale = kind == LayerKind.RIVER ? 1 : Math.min(1, plan.radius() / WHOLE_RADIUS);
        Geometry placed = AffineTransformation.scaleInstance(scale, scale, CityPlan.CENTRE_EAST, CityPlan.CENTRE_NORTH)
                .transform(shape);
        Geometry inside = placed.intersection(disc(0, 0, plan.radius()));
        if (!inside.isEmpty()) {
            layers.get(kind).add(new Drawn(id, name, grade, value, 0, inside));
        }
    }

    /** As the ground plan has it, twelve metres wide. */
    private Geometry river(double start, double lean, double swing, double bend) {
        List<Coordinate> points = new ArrayList<>();
        for (double y = -150; y > -plan.radius(); y -= 20) {
            points.add(place(start + lean * (y + 150) + swing * Math.sin(y / bend), y));
        }
        return factory.createLineString(points.toArray(new Coordinate[0])).buffer(6);
    }

    private Polygon disc(double x, double y, double radius) {
        return factory.createPolygon(circle(x, y, radius));
    }

    private Polygon ring(double x, double y, double inner, double outer) {
        return factory.createPolygon(
                factory.createLinearRing(circle(x, y, outer)),
                new LinearRing[] {factory.createLinearRing(circle(x, y, inner))});
    }

    private Coordinate[] circle(double x, double y, double radius) {
        Coordinate[] points = new Coordinate[181];
        for (int i = 0; i < 180; i++) {
            double angle = Math.toRadians(2.0 * i);
            points[i] = place(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        points[180] = points[0].copy();
        return points;
    }

    /** Between two rings and two of the six streets, on the same corners as the circles. */
    private Polygon sector(double inner, double outer, int number) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i <= 30; i++) {
            double angle = Math.toRadians(60.0 * number + 2.0 * i);
            points.add(place(outer * Math.cos(angle), outer * Math.sin(angle)));
        }
        for (int i = 30; i >= 0; i--) {
            double angle = Math.toRadians(60.0 * number + 2.0 * i);
            points.add(place(inner * Math.cos(angle), inner * Math.sin(angle)));
        }
        points.add(points.get(0).copy());
        return factory.createPolygon(points.toArray(new Coordinate[0]));
    }

    private Coordinate place(double x, double y) {
        Coordinate point = new Coordinate(CityPlan.CENTRE_EAST + x, CityPlan.CENTRE_NORTH + y);
        factory.getPrecisionModel().makePrecise(point);
        return point;
    }
}
