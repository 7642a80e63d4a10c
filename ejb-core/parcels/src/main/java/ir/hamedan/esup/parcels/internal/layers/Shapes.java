package ir.hamedan.esup.parcels.internal.layers;

import java.util.function.Predicate;
import org.locationtech.jts.geom.Geometry;

/** How features are compared with a place. What is asked once is computed once; {@link KeptShapes} keeps it for many. */
class Shapes {
    private static final int QUADRANT_SEGMENTS = 16;

    boolean intersects(Feature feature, Geometry place) {
        return feature.geometry().intersects(place);
    }

    boolean covers(Feature feature, Geometry place) {
        return feature.geometry().covers(place);
    }

    /** Metres; of what touches exactly zero. */
    double distance(Feature feature, Geometry place) {
        return intersects(feature, place) ? 0 : feature.geometry().distance(place);
    }

    /** Where a side that faces the street may lie. */
    Reach facing(Feature street, double slack) {
        Geometry area = around(street, street.value(), slack);
        return new Reach(area, area::intersects);
    }

    /** What the street takes as it is planned. */
    Reach planned(Feature street) {
        Geometry area = around(street, street.planned(), 0);
        return new Reach(area, area::intersects);
    }

    static Geometry around(Feature street, long width, double slack) {
        return street.geometry().buffer(width / 200.0 + slack, QUADRANT_SEGMENTS);
    }

    /** An area around the axis of a street. */
    record Reach(Geometry area, Predicate<Geometry> meets) {}
}
