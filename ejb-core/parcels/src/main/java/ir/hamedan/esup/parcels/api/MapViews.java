package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Layers as vector data for a map. */
public interface MapViews {
    /** The most features of one kind in a view; the largest are given. */
    int MOST_OF_A_KIND = 2_000;

    /** No screen shows more pixels a side: a view of the whole city at the scale of a parcel would be its whole register. */
    double MOST_PIXELS = 8_192;

    /** Outlines of parcels are given from this scale on, in metres a pixel: further out they are too small to see. */
    double PARCELS_FROM = 5;

    /**
     * What is to be seen.
     *
     * @param west degrees of WGS84, as are the others
     * @param scale metres a pixel; what is smaller than that is simplified away
     */
    record View(
            double west,
            double south,
            double east,
            double north,
            double scale,
            Set<LayerKind> kinds,
            LocalDate on,
            Instant known) {
        private static final double METRES_A_DEGREE = 111_320;

        public View {
            kinds = Set.copyOf(kinds);
        }

        /** Whether a screen could show it; what is no view at all is refused when it is asked for. */
        public boolean fitsScreen() {
            double middle = Math.toRadians((south + north) / 2);
            double wide = (east - west) * METRES_A_DEGREE * Math.cos(middle) / scale;
            double high = (north - south) * METRES_A_DEGREE / scale;
            return !(wide > MOST_PIXELS || high > MOST_PIXELS);
        }

        /** The same place at another day, as it was known at another instant. */
        public View at(LocalDate day, Instant then) {
            return new View(west, south, east, north, scale, kinds, day, then);
        }
    }

    /**
     * Writes a GeoJSON collection in WGS84, UTF-8, without owners. Each feature has {@code layer}, {@code id}, {@code
     * name}, {@code grade}, {@code value} and {@code planned}; {@code cut} of the collection names the kinds of which there
     * is more than was given. The stream is not closed.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.view-wrong}
     */
    void write(View view, OutputStream out);

    /** A box in degrees of WGS84. */
    record Bounds(double west, double south, double east, double north) {}

    /** Where the outline of a parcel lies; empty where the layer has none of it. */
    Optional<Bounds> boundsOf(RenewalCode code, LocalDate on, Instant known);

    /** Where the city lies, by its limit; empty while it has none. */
    Optional<Bounds> bounds(LocalDate on, Instant known);

    /** Gives parcels names under which they are drawn in the place of that of their layer. */
    @FunctionalInterface
    interface Painter {
        /** Parcels without a name are left out. */
        Map<RenewalCode, String> paint(List<RenewalCode> codes);
    }

    /**
     * The same with parcels under names of their own, of which those that are not among {@code names} are left out; {@code
     * cut} has all of the names when some parcel of the view was not looked at.
     */
    void paint(View view, Set<String> names, Painter painter, OutputStream out);
}
