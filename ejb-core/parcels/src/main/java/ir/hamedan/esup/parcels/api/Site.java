package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a parcel lies, as the layers in force on a day had it: all that the rules of a place depend on. Areas are hundredths
 * of a square metre, lengths, widths and distances centimetres.
 *
 * @param parcel empty for a point outside every known parcel
 * @param known the instant whose knowledge was used
 * @param deedArea the area of the deed; zero when unknown
 * @param area the surveyed area, that is of the outline; zero when there is none
 * @param zones by falling area; the areas add up to {@code area} but for what is below the least area or share that is a setting of the layer, or
 *     {@code noData} has the zones
 * @param concerns what touches the parcel or is near enough to matter, by layer and distance
 * @param clear layers in force on that day that have nothing here
 * @param noData layers that were not loaded, or do not reach the whole of this place: nothing is known, which is never "does
 *     not apply". Zones are among them when a part of the parcel lies in none, and when a point does while no limit of the city
 *     is known
 */
public record Site(
        Optional<RenewalCode> parcel,
        LocalDate on,
        Instant known,
        long deedArea,
        long area,
        List<Zone> zones,
        List<Frontage> frontages,
        List<Corner> corners,
        List<Concern> concerns,
        Set<LayerKind> clear,
        Set<LayerKind> noData,
        List<Version> versions) {

    /** How much of it an area is, per mille, rounded; nothing of a parcel without area. */
    public long share(long part) {
        return area == 0 ? 0 : Math.min(1000, (part * 1000 + area / 2) / area);
    }

    /** The part of the parcel in one zone. */
    public record Zone(String code, String name, long area) {}

    /**
     * A side at a street.
     *
     * @param width between the plots now
     * @param plannedWidth as the plan wants it; the same as {@code width} when nothing changes
     * @param length of the side
     * @param widening the area of the parcel that the planned street takes
     */
    public record Frontage(String street, String name, int width, int plannedWidth, int length, long widening) {}

    /**
     * Two frontages that meet.
     *
     * @param angle between them, in degrees
     */
    public record Corner(String street, String other, int angle) {}

    /**
     * A feature of an overlay.
     *
     * @param feature its id in the layer
     * @param grade what the layer says of it, such as {@code BUFFER_2}; empty when it says nothing
     * @param value the number the layer gives: slope in tenths of a percent, highest level in centimetres; zero otherwise
     * @param area how much of the parcel lies in it; zero when it only is near
     * @param distance from the nearest point of the parcel; zero when they touch
     */
    public record Concern(
            LayerKind layer, String feature, String name, String grade, long value, long area, long distance) {}

    /**
     * The version of a layer that was used.
     *
     * @param hash SHA-256 of the file it came from
     */
    public record Version(LayerKind layer, int number, LocalDate validFrom, String hash) {}
}
