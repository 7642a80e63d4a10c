package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a parcel or a point lies, on a day, as the city knew it at an instant: the same question has the same answer for
 * ever. Versions of layers that were published after that instant do not count, those withdrawn after it still do.
 * Areas and lengths are of the grid of the city's UTM zone.
 */
public interface Sites {
    /**
     * The site of a parcel; a code of what stands on it gives the parcel. Where the layer of outlines has none of it the
     * areas are zero and every layer is no data: nothing is known of a place nobody has drawn.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, {@code parcels.code-replaced} when by that day
     *     and instant other codes had taken its place
     */
    Site of(RenewalCode code, LocalDate on, Instant known);

    /**
     * The site of the parcel at a point; on a border that of the lowest code. A point of the city outside every parcel and
     * street has a site without a parcel, whose areas are zero.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.point-on-street} with the name of the street, {@code
     *     parcels.outside-city}, {@code parcels.point-wrong}
     */
    Site at(double longitude, double latitude, LocalDate on, Instant known);

    /** The parcel at a point, and nothing more; on a border the lowest code. */
    Optional<RenewalCode> parcelAt(double longitude, double latitude, LocalDate on, Instant known);

    /** The site as it would be if the draft were in force now, whatever its day. SUPERVISOR and ADMINISTRATOR. */
    Site preview(long version, RenewalCode code);
}
