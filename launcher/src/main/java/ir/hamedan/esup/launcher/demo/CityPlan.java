package ir.hamedan.esup.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The ground plan in metres of UTM 39N (EPSG:32639): a round square 120 m across, six radial streets of 30 m at 60
 * degrees, two ring roads, local streets between, rivers from the south, the hill of Hegmataneh in the north-east. The
 * centre is 34.7983 N, 48.5148 E. Blocks are two rows of parcels back to back.
 */
final class CityPlan {
    static final double CENTRE_EAST = 272_641.25;
    static final double CENTRE_NORTH = 3_853_490.69;

    private static final int SECTORS = 6;
    private static final double SQUARE = 60;
    private static final double HALF_RADIAL = 15;
    private static final double ROW = 22;
    private static final double LOCAL_STREET = 8;
    private static final double RING_ROAD = 24;
    private static final double FIRST_RING = 620;
    private static final double SECOND_RING = 1_150;
    private static final double BLOCK_LENGTH = 95;

    /** What a parcel looks at. */
    enum Front {
        RADIAL,
        RING,
        LOCAL
    }

    /**
     * A parcel on the ground.
     *
     * @param sector 0 to 5, counted from the east against the clock; its first radial street has the same number
     * @param zone 0 inside the first ring road, 1 between the two, 2 outside
     * @param nearRiver within 60 m of a river
     */
    record Place(
            int region, int sector, int zone, int street, int block, Polygon outline, Front front, boolean nearRiver) {}

    private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(100), 32639);
    /**
     * A street between the plots.
     *
     * @param lane of a local street or alley the sector, the band and its place in it; of others -1
     * @param width metres
     */
    record Street(Front front, int sector, int band, int lane, double width, LineString axis) {}

    private final List<Place> places = new ArrayList<>();
    private final List<Street> streets = new ArrayList<>();
    private final int wanted;
    private int blocks;
    private double end;

    private CityPlan(int wanted) {
        this.wanted = wanted;
    }

    /** At least so many parcels, from the square outwards, whole bands of streets. */
    static CityPlan of(int wanted) {
        CityPlan plan = new CityPlan(wanted);
        plan.draw();
        return plan;
    }

    List<Place> places() {
        return places;
    }

    List<Street> streets() {
        return streets;
    }

    /** Metres from the centre to the end of the city. */
    double radius() {
        return end;
    }

    private void draw() {
        double inner = SQUARE + RING_ROAD;
        int street = 0;
        around(Front.RING, -1, SQUARE + RING_ROAD / 2, RING_ROAD);
        while (places.size() < wanted) {
            double outer = inner + 2 * ROW;
            for (int sector = 0; sector < SECTORS; sector++) {
                band(sector, street, inner, outer);
            }
            boolean ring = passes(FIRST_RING, inner, outer) || passes(SECOND_RING, inner, outer);
            double width = ring ? RING_ROAD : LOCAL_STREET;
            around(ring ? Front.RING : Front.LOCAL, street, outer + width / 2, width);
            inner = outer + width;
            street++;
        }
        end = inner;
        for (int sector = 0; sector < SECTORS; sector++) {
            double angle = Math.toRadians(60.0 * sector);
            streets.add(new Street(
                    Front.RADIAL, sector, -1, -1, 2 * HALF_RADIAL, line(at(SQUARE, angle), at(inner, angle))));
        }
    }

    /** A street around the square, sector by sector, since each part has a name of its own. */
    private void around(Front front, int band, double radius, double width) {
        for (int sector = 0; sector < SECTORS; sector++) {
            Coordinate[] points = new Coordinate[31];
            for (int i = 0; i <= 30; i++) {
                points[i] = at(radius, Math.toRadians(60.0 * sector + 2.0 * i));
            }
            streets.add(new Street(front, sector, band, -1, width, line(points)));
        }
    }

    private LineString line(Coordinate... points) {
        return factory.createLineString(points);
    }

    private static boolean passes(double ring, double inner, double outer) {
        return ring > inner - LOCAL_STREET && ring <= outer;
    }

    /** One band of blocks between two radial streets. */
    private void band(int sector, int street, double inner, double outer) {
        double margin = Math.asin(HALF_RADIAL / inner);
        double from = Math.toRadians(60.0 * sector) + margin;
        double to = Math.toRadians(60.0 * (sector + 1)) - margin;
        double length = (to - from) * inner;
        if (length < 20) {
            return;
        }
        int count = (int) Math.max(1, Math.round(length / BLOCK_LENGTH));
        double gap = LOCAL_STREET / inner;
        double width = (to - from - gap * (count - 1)) / count;
        for (int i = 0; i < count; i++) {
            double start = from + i * (width + gap);
            block(sector, street, inner, outer, start, start + width, i == 0, i == count - 1);
            if (i > 0) {
                double alley = start - gap / 2;
                streets.add(new Street(
                        Front.LOCAL, sector, street, i, LOCAL_STREET, line(at(inner, alley), at(outer, alley))));
            }
        }
    }

    private void block(
            int sector,
            int street,
            double inner,
            double outer,
            double from,
            double to,
            boolean atFirstRadial,
            boolean atNextRadial) {
        double middle = (from + to) / 2;
        Coordinate centre = at((inner + outer) / 2, middle);
        if (onHill(centre) || riverDistance(centre) < 45) {
            return;
        }
        blocks++;
        // The widths of the plots differ from block to block, so that their areas do.
        double plot = 10 + (blocks * 7) % 9;
        int columns = (int) Math.max(1, Math.round((to - from) * inner / plot));
        boolean onRing = Math.abs(outer - FIRST_RING) < 70 || Math.abs(outer - SECOND_RING) < 70;
        for (int row = 0; row < 2; row++) {
            double near = inner + row * ROW;
            for (int column = 0; column < columns; column++) {
                double left = from + (to - from) * column / columns;
                double right = from + (to - from) * (column + 1) / columns;
                boolean radial = column == 0 && atFirstRadial || column == columns - 1 && atNextRadial;
                Front front = radial ? Front.RADIAL : onRing && row == 1 ? Front.RING : Front.LOCAL;
                int faces = column == columns - 1 && atNextRadial && !(column == 0 && atFirstRadial)
                        ? (sector + 1) % SECTORS
                        : sector;
                places.add(new Place(
                        region(centre),
                        radial ? faces : sector,
                        outer < FIRST_RING ? 0 : outer < SECOND_RING ? 1 : 2,
                        street,
                        blocks,
                        outline(near, near + ROW, left, right),
                        front,
                        riverDistance(centre) < 110));
            }
        }
    }

    /** The four regions are the quarters of the compass around the square. */
    private static int region(Coordinate centre) {
        boolean east = centre.x >= CENTRE_EAST;
        boolean north = centre.y >= CENTRE_NORTH;
        return north ? (east ? 1 : 2) : (east ? 4 : 3);
    }

    private Polygon outline(double near, double far, double left, double right) {
        Coordinate first = at(near, left);
        return factory.createPolygon(
                new Coordinate[] {first, at(far, left), at(far, right), at(near, right), first.copy()});
    }

    private Coordinate at(double radius, double angle) {
        Coordinate point =
                new Coordinate(CENTRE_EAST + radius * Math.cos(angle), CENTRE_NORTH + radius * Math.sin(angle));
        factory.getPrecisionModel().makePrecise(point);
        return point;
    }

    private static boolean onHill(Coordinate point) {
        return Math.hypot(point.x - CENTRE_EAST - 430, point.y - CENTRE_NORTH - 380) < 170;
    }

    /** Two rivers come from the south-west and the south-east and end below the square. */
    private static double riverDistance(Coordinate point) {
        double x = point.x - CENTRE_EAST;
        double y = point.y - CENTRE_NORTH;
        if (y > -150) {
            return Double.MAX_VALUE;
        }
        double west = Math.abs(x - (-260 + 0.35 * (y + 150) + 40 * Math.sin(y / 180)));
        double east = Math.abs(x - (340 - 0.3 * (y + 150) + 35 * Math.sin(y / 150)));
        return Math.min(west, east);
    }
}
