package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where a parcel or a point lies, on a day, as the city knew it at an instant: the same question has the same answer for
 * ever. Versions of layers that were published after that instant do not count, those withdrawn after it still do.
 * Areas and lengths are of the grid of the city's UTM zone.
 */
public interface Sites {
    /** The most parcels that are put together to one plot. */
    int MOST_PLOTS = 10;

    /** The most neighbours that are named. */
    int MOST_NEIGHBOURS = 24;

    /**
     * The site of a parcel; a code of what stands on it gives the parcel. Where the layer of outlines has none of it the
     * areas are zero and every layer is no data: nothing is known of a place nobody has drawn.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, {@code parcels.registered-later} with the instant
     *     when the code was registered after the one asked about, {@code parcels.code-replaced} when by that day and instant
     *     other codes had taken its place
     */
    Site of(RenewalCode code, LocalDate on, Instant known);

    /**
     * The site of a parcel and others put together: their outlines are united, and of that plot everything is found as it is of
     * a parcel. They hang together over sides in common, of which a piece of half a metre is enough; what the drawing left
     * between such sides, within the tolerance that is a setting of the layer, belongs to the plot. The site bears the code
     * of the parcel; the area of the deed is the sum, or unknown when one of them is. The order of the others does not
     * matter, and without any it is the site of the parcel.
     *
     * @param with codes of the others, at most one fewer than {@link #MOST_PLOTS}
     * @throws ir.hamedan.esup.kernel.Problem as {@link #of}, at {@code with} when it is about another; {@code
     *     parcels.code-twice}, {@code parcels.too-many-plots}, {@code parcels.not-drawn} for one without an outline, {@code
     *     parcels.plots-apart} with the codes that do not touch
     */
    Site united(RenewalCode parcel, Collection<RenewalCode> with, LocalDate on, Instant known);

    /** The parcels with a side in common with one, the longest side first; none when it is not drawn. */
    List<RenewalCode> neighbours(RenewalCode code, LocalDate on, Instant known);

    /**
     * The site of the parcel at a point; on a border that of the lowest code. A parcel that is drawn and was not yet registered
     * is there as well, with an unknown area of the deed. A point of the city outside every parcel and street has a site without a
     * parcel, whose areas are zero. While no limit of the city is known no point lies outside, and where no zone is either the
     * zones are no data.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.point-on-street} with the name of the street, {@code
     *     parcels.outside-city}, {@code parcels.outside-city.swapped} where it would lie inside the other way round, {@code
     *     parcels.point-wrong}
     */
    Site at(double longitude, double latitude, LocalDate on, Instant known);

    /** The parcel at a point, and nothing more; on a border the lowest code. */
    Optional<RenewalCode> parcelAt(double longitude, double latitude, LocalDate on, Instant known);

    /** The site as it would be if the draft were in force now, whatever its day. SUPERVISOR and ADMINISTRATOR. */
    Site preview(long version, RenewalCode code);
}
