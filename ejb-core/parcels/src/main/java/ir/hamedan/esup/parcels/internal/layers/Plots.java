package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.RenewalCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Outlines that are put together to one plot. Always in the order of their codes, so that equal plots have equal outlines. Pure. */
final class Plots {
    /** Square metres: less than the last digit of an area. */
    private static final double NOTHING = 0.005;

    /** Metres: closes what is exactly as wide as the tolerance. */
    private static final double FUZZ = 1e-3;

    private static final double MITRE_LIMIT = 10;

    private final SortedMap<RenewalCode, Geometry> outlines;
    private final double tolerance;

    /** @param tolerance metres between two sides that are one */
    Plots(SortedMap<RenewalCode, Geometry> outlines, double tolerance) {
        this.outlines = new TreeMap<>(outlines);
        this.tolerance = tolerance;
    }

    /** Metres of the sides that two outlines have in common; zero when they only meet at a corner. */
    static double shared(Geometry one, Geometry other, double tolerance) {
        if (!one.isWithinDistance(other, tolerance)) {
            return 0;
        }
        double length = Math.max(along(one, other, tolerance), along(other, one, tolerance));
        return length >= Sides.SHORTEST + 2 * tolerance ? length : 0;
    }

    private static double along(Geometry one, Geometry other, double tolerance) {
        return OverlayNGRobust.overlay(one.getBoundary(), other.buffer(tolerance), OverlayNG.INTERSECTION)
                .getLength();
    }

    /** Those that do not hang together with the first one, over sides in common. */
    List<RenewalCode> apartFrom(RenewalCode first) {
        TreeSet<RenewalCode> apart = new TreeSet<>(outlines.keySet());
        apart.remove(first);
        Deque<RenewalCode> reached = new ArrayDeque<>(List.of(first));
        while (!reached.isEmpty()) {
            Geometry outline = outlines.get(reached.remove());
            List<RenewalCode> touching = apart.stream()
                    .filter(code -> shared(outline, outlines.get(code), tolerance) > 0)
                    .toList();
            touching.forEach(apart::remove);
            reached.addAll(touching);
        }
        return List.copyOf(apart);
    }

    /** The outline of all of them; what the drawing left between their sides belongs to it. */
    Geometry outline() {
        Geometry exact = OverlayNGRobust.union(new ArrayList<>(outlines.values()));
        Geometry closed = buffer(buffer(exact, tolerance / 2 + FUZZ), -tolerance / 2 - FUZZ);
        boolean noise = exact.getNumGeometries() > 1 || closed.getArea() - exact.getArea() > NOTHING;
        return noise ? closed : exact;
    }

    private static Geometry buffer(Geometry geometry, double distance) {
        BufferParameters sharp = new BufferParameters();
        sharp.setJoinStyle(BufferParameters.JOIN_MITRE);
        sharp.setMitreLimit(MITRE_LIMIT);
        return BufferOp.bufferOp(geometry, distance, sharp);
    }
}
