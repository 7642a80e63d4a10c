package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The sides of a parcel at streets. A side faces a street when the part of it within half the street's width, and some
 * slack for the drawing, lies across the way from the street's axis to it. Pure.
 */
final class Sides {
    /** Metres; a shorter piece is a corner, not a side. */
    static final double SHORTEST = 0.5;

    /** Degrees by which a side may turn away from its street. */
    private static final double MOST_ASKEW = 40;

    /** Metres of a chamfer or a rounded corner between two sides that still meet. */
    private static final double LONGEST_CHAMFER = 10;

    /** Metres; what is farther than it may reach by more than this is surely not reached, however the numbers are rounded. */
    private static final double SURELY = 0.01;

    /** A part of the ring that faces a street, or no street. */
    private record Edge(LineSegment segment, Feature street, double length) {
        boolean isFront() {
            return street != null;
        }
    }

    private final Geometry parcel;
    private final List<Feature> streets;
    private final double sliver;
    private final Shapes shapes;
    private final List<List<Edge>> rings = new ArrayList<>();

    Sides(Geometry parcel, List<Feature> streets, Settings settings, Shapes shapes) {
        this.parcel = parcel;
        this.shapes = shapes;
        this.streets =
                streets.stream().sorted(Comparator.comparing(Feature::id)).toList();
        this.sliver = settings.sliver(LayerKind.STREET);
        Map<Feature, Shapes.Reach> reaches = new LinkedHashMap<>();
        this.streets.stream()
                .filter(street -> isWithin(street, street.value() / 200.0 + settings.slack()))
                .forEach(street -> reaches.put(street, shapes.facing(street, settings.slack())));
        for (int i = 0; i < parcel.getNumGeometries(); i++) {
            if (parcel.getGeometryN(i) instanceof Polygon polygon) {
                rings.add(ring(polygon, reaches));
            }
        }
    }

    /** Most streets around are not at the parcel, and the area of a street is dear. */
    private boolean isWithin(Feature street, double metres) {
        return street.geometry().isWithinDistance(parcel, metres + SURELY);
    }

    private static List<Edge> ring(Polygon polygon, Map<Feature, Shapes.Reach> reaches) {
        Coordinate[] points = polygon.getExteriorRing().getCoordinates();
        if (!Orientation.isCCW(points)) {
            points = polygon.getExteriorRing().reverse().getCoordinates();
        }
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i < points.length; i++) {
            if (!points[i].equals2D(points[i - 1])) {
                edges.add(edge(polygon, new LineSegment(points[i - 1], points[i]), reaches));
            }
        }
        return edges;
    }

    /** The street whose edge is nearest counts when a side could face several. */
    private static Edge edge(Polygon polygon, LineSegment segment, Map<Feature, Shapes.Reach> reaches) {
        LineString line = segment.toGeometry(polygon.getFactory());
        Edge best = new Edge(segment, null, 0);
        double nearest = Double.MAX_VALUE;
        for (Map.Entry<Feature, Shapes.Reach> reach : reaches.entrySet()) {
            Feature street = reach.getKey();
            Geometry part = reach.getValue().meets().test(line)
                    ? OverlayNGRobust.overlay(line, reach.getValue().area(), OverlayNG.INTERSECTION)
                    : line.getFactory().createLineString();
            boolean longEnough = part.getLength() >= Math.min(SHORTEST, line.getLength());
            if (longEnough && faces(segment, part, street.geometry())) {
                double off = Math.abs(part.distance(street.geometry()) - street.value() / 200.0);
                if (off < nearest) {
                    nearest = off;
                    best = new Edge(segment, street, part.getLength());
                }
            }
        }
        return best;
    }

    private static boolean faces(LineSegment side, Geometry part, Geometry axis) {
        Coordinate[] ends = part.getCoordinates();
        Coordinate middle = LineSegment.midPoint(ends[0], ends[ends.length - 1]);
        Coordinate onAxis = DistanceOp.nearestPoints(axis, part.getFactory().createPoint(middle))[0];
        if (onAxis.distance(middle) == 0) {
            return true;
        }
        double between = Math.toDegrees(Angle.diff(Angle.angle(side.p0, side.p1), Angle.angle(onAxis, middle)));
        return Math.abs(between - 90) <= MOST_ASKEW;
    }

    /**
     * The streets at which the parcel has a side, the longest first, and those to be widened that will reach into it. Where
     * two planned streets take the same place it counts for the first, so that the sum is what is taken.
     */
    List<Site.Frontage> frontages() {
        Map<Feature, Double> lengths = new LinkedHashMap<>();
        streets.forEach(street -> lengths.put(street, 0.0));
        rings.forEach(ring -> ring.stream()
                .filter(Edge::isFront)
                .forEach(edge -> lengths.merge(edge.street(), edge.length(), Double::sum)));
        List<Feature> byLength = new ArrayList<>(streets);
        byLength.sort(Comparator.comparingDouble((Feature street) -> -lengths.get(street))
                .thenComparing(Feature::id));
        List<Site.Frontage> frontages = new ArrayList<>();
        Geometry rest = parcel;
        for (Feature street : byLength) {
            double taken = 0;
            // A street that stays as it is takes nothing: what reaches into the plot is the drawing's, not the plan's.
            if (street.planned() > street.value() && isWithin(street, street.planned() / 200.0)) {
                Shapes.Reach planned = shapes.planned(street);
                if (planned.meets().test(rest)) {
                    taken = OverlayNGRobust.overlay(rest, planned.area(), OverlayNG.INTERSECTION)
                            .getArea();
                    rest = OverlayNGRobust.overlay(rest, planned.area(), OverlayNG.DIFFERENCE);
                }
            }
            long widening = taken < sliver ? 0 : Parts.hundredths(taken);
            if (lengths.get(street) > 0 || widening > 0) {
                frontages.add(new Site.Frontage(
                        street.id(),
                        street.name(),
                        Math.toIntExact(street.value()),
                        Math.toIntExact(street.planned()),
                        Math.toIntExact(Math.round(lengths.get(street) * 100)),
                        widening));
            }
        }
        return frontages;
    }

    /** Where sides at two streets meet, straight or over a chamfer. */
    List<Site.Corner> corners() {
        List<Site.Corner> corners = new ArrayList<>();
        for (List<Edge> ring : rings) {
            for (int i = 0; i < ring.size(); i++) {
                if (ring.get(i).isFront()) {
                    corner(ring, i, corners);
                }
            }
        }
        return corners;
    }

    private static void corner(List<Edge> ring, int from, List<Site.Corner> corners) {
        Edge one = ring.get(from);
        double between = 0;
        for (int step = 1; step < ring.size() && between <= LONGEST_CHAMFER; step++) {
            Edge other = ring.get((from + step) % ring.size());
            if (other.isFront()) {
                double turn = Angle.angle(other.segment().p0, other.segment().p1)
                        - Angle.angle(one.segment().p0, one.segment().p1);
                long angle = Math.round(180 - Math.toDegrees(Angle.normalize(turn)));
                if (!other.street().equals(one.street()) && angle > 0 && angle < 180) {
                    corners.add(
                            new Site.Corner(one.street().id(), other.street().id(), (int) angle));
                }
                return;
            }
            between += other.segment().getLength();
        }
    }
}
