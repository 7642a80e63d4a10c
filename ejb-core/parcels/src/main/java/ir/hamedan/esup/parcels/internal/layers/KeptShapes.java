package ir.hamedan.esup.parcels.internal.layers;

import java.util.IdentityHashMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** Comparisons of the same features with many places, one after another: the work that is of the feature alone is done once. */
final class KeptShapes extends Shapes {
    private final IdentityHashMap<Feature, PreparedGeometry> prepared = new IdentityHashMap<>();
    private final IdentityHashMap<Feature, IndexedFacetDistance> distances = new IdentityHashMap<>();
    private final IdentityHashMap<Feature, Reach> facing = new IdentityHashMap<>();
    private final IdentityHashMap<Feature, Reach> planned = new IdentityHashMap<>();

    private PreparedGeometry prepared(Feature feature) {
        return prepared.computeIfAbsent(feature, f -> PreparedGeometryFactory.prepare(f.geometry()));
    }

    @Override
    boolean intersects(Feature feature, Geometry place) {
        return prepared(feature).intersects(place);
    }

    @Override
    boolean covers(Feature feature, Geometry place) {
        return prepared(feature).covers(place);
    }

    @Override
    double distance(Feature feature, Geometry place) {
        return intersects(feature, place)
                ? 0
                : distances
                        .computeIfAbsent(feature, f -> new IndexedFacetDistance(f.geometry()))
                        .distance(place);
    }

    @Override
    Reach facing(Feature street, double slack) {
        return facing.computeIfAbsent(street, s -> reach(around(s, s.value(), slack)));
    }

    @Override
    Reach planned(Feature street) {
        return planned.computeIfAbsent(street, s -> reach(around(s, s.planned(), 0)));
    }

    private static Reach reach(Geometry area) {
        return new Reach(area, PreparedGeometryFactory.prepare(area)::intersects);
    }
}
