package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Layers as vector data for a map. */
public interface MapViews {
    /** The most features of one kind in a view; the largest are given. */
    int MOST_OF_A_KIND = 2_000;

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
        public View {
            kinds = Set.copyOf(kinds);
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

    /** The same with a draft in the place of the version in force. SUPERVISOR and ADMINISTRATOR. */
    void preview(long version, View view, OutputStream out);
}
