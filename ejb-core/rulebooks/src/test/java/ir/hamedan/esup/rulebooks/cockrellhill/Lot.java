package ir.hamedan.esup.rulebooks.cockrellhill;

import ir.hamedan.esup.kernel.RenewalCode;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A lot of the town, in degrees.
 *
 * @param id of the file
 * @param outline built from the sides; empty when they do not make one
 * @param middle as the file has it
 * @param acres as the file has them: what a deed would say
 */
public record Lot(String id, List<Side> sides, Optional<Polygon> outline, Optional<Point> middle, double acres) {
    /** Square metres of an international acre. */
    public static final double ACRE = 4046.8564224;

    /** A line of the file, and what it is a side of. */
    public record Side(String kind, LineString line) {
        public boolean isAtStreet() {
            return kind.equals("front") || kind.equals("exterior side");
        }
    }

    /** What can be wrong with a lot before it is a feature of a layer. */
    public enum Fault {
        NO_LINES,
        /** A line ends where no other begins. */
        NOT_CLOSED,
        /** A line lies across the lot or outside of it. */
        LINE_TOO_MANY,
        /** The lines cross or touch themselves. */
        RING_INVALID,
        /** The lines make more than one lot. */
        SEVERAL_OUTLINES,
        NO_MIDDLE,
        /** The point that stands for the lot does not lie in it. */
        MIDDLE_OUTSIDE,
        /** The file does not say which side is the front. */
        NO_FRONT,
        SEVERAL_FRONTS
    }

    public Lot {
        sides = List.copyOf(sides);
    }

    /** The number of the county is the last part of the code: one block is the whole town. */
    public RenewalCode code() {
        return new RenewalCode(1, 1, 1, Integer.parseInt(id.substring(id.lastIndexOf('_') + 1)), 0, 0, 0);
    }

    /** Hundredths of a square metre. */
    public long deedArea() {
        return Math.round(acres * ACRE * 100);
    }
}
