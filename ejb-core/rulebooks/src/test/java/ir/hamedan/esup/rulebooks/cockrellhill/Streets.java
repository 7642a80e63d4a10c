package ir.hamedan.esup.rulebooks.cockrellhill;

import ir.hamedan.esup.rulebooks.cockrellhill.Lot.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Streets from the sides that lie at one: the file has no streets. Each front and each exterior side makes a piece of
 * street whose width is what lies between it and the outline across the way; where there is none, as at the edge of the
 * town, nothing is known of the street.
 */
public final class Streets {
    /** Metres; what is nearer is the next lot, and what is farther is no street of this town. */
    private static final double NARROWEST = 3;

    private static final double WIDEST = 60;

    /** Metres of a degree in the middle of the town. */
    private static final double EAST = 93_726;

    private static final double NORTH = 110_900;
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final AffineTransformation TO_METRES = AffineTransformation.scaleInstance(EAST, NORTH);
    private static final AffineTransformation TO_DEGREES = AffineTransformation.scaleInstance(1 / EAST, 1 / NORTH);

    private final STRtree outlines = new STRtree();
    private final List<String> features = new ArrayList<>();
    private final List<Geometry> known = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int sides;

    private Streets() {}

    public static Streets of(List<Lot> lots) {
        Streets streets = new Streets();
        for (Lot lot : lots) {
            lot.outline()
                    .map(TO_METRES::transform)
                    .ifPresent(outline -> streets.outlines.insert(outline.getEnvelopeInternal(), outline));
        }
        streets.outlines.build();
        lots.forEach(streets::add);
        return streets;
    }

    private void add(Lot lot) {
        Polygon outline = (Polygon) TO_METRES.transform(lot.outline().orElseThrow());
        boolean measured = false;
        boolean missed = false;
        int number = 0;
        for (Side side : lot.sides()) {
            if (side.isAtStreet()) {
                sides++;
                boolean found =
                        add(lot.code() + "/" + ++number, (LineString) TO_METRES.transform(side.line()), outline);
                measured |= found;
                missed |= !found;
            }
        }
        if (measured && !missed) {
            known.add(outline.buffer(0.5));
        } else {
            unknown.add(lot.id());
        }
    }

    private boolean add(String id, LineString side, Polygon outline) {
        Coordinate outward = outward(side, outline);
        OptionalDouble width = width(side, outward, outline);
        width.ifPresent(metres -> {
            LineString axis = (LineString)
                    AffineTransformation.translationInstance(outward.x * metres / 2, outward.y * metres / 2)
                            .transform(side);
            String properties = String.format(Locale.ROOT, "\"id\":\"%s\",\"width\":%.2f", id, metres);
            features.add(GeoJson.line(properties, (LineString) TO_DEGREES.transform(axis)));
        });
        return width.isPresent();
    }

    private static LineSegment longest(LineString side) {
        LineSegment longest = new LineSegment();
        for (int i = 1; i < side.getNumPoints(); i++) {
            LineSegment next = new LineSegment(side.getCoordinateN(i - 1), side.getCoordinateN(i));
            if (next.getLength() > longest.getLength()) {
                longest = next;
            }
        }
        return longest;
    }

    /** A step of a metre out of the lot, square to the longest part of the side. */
    private static Coordinate outward(LineString side, Polygon outline) {
        LineSegment longest = longest(side);
        double x = (longest.p1.y - longest.p0.y) / longest.getLength();
        double y = (longest.p0.x - longest.p1.x) / longest.getLength();
        Coordinate middle = longest.midPoint();
        boolean isInside = outline.contains(SHAPES.createPoint(new Coordinate(middle.x + x / 10, middle.y + y / 10)));
        return isInside ? new Coordinate(-x, -y) : new Coordinate(x, y);
    }

    private OptionalDouble width(LineString side, Coordinate outward, Polygon own) {
        Coordinate middle = longest(side).midPoint();
        LineString ray = SHAPES.createLineString(
                new Coordinate[] {middle, new Coordinate(middle.x + outward.x * WIDEST, middle.y + outward.y * WIDEST)
                });
        double nearest = Double.MAX_VALUE;
        for (Object found : outlines.query(ray.getEnvelopeInternal())) {
            Polygon other = (Polygon) found;
            if (!other.equalsExact(own) && other.intersects(ray)) {
                nearest = Math.min(nearest, other.intersection(ray).distance(SHAPES.createPoint(middle)));
            }
        }
        return nearest < NARROWEST || nearest > WIDEST ? OptionalDouble.empty() : OptionalDouble.of(nearest);
    }

    /** How many sides the file says lie at a street. */
    public int sides() {
        return sides;
    }

    /** How many of them have an outline across the way. */
    public int measured() {
        return features.size();
    }

    /** The lots of which not all streets are known. */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    public String geoJson() {
        return GeoJson.collection(features);
    }

    /** How far the layer reaches: the lots whose streets are known. */
    public String coverage() {
        Geometry whole = TO_DEGREES.transform(OverlayNGRobust.union(known));
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < whole.getNumGeometries(); i++) {
            parts.add(GeoJson.polygon("", (Polygon) whole.getGeometryN(i)));
        }
        return GeoJson.collection(parts);
    }
}
