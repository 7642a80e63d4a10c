package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The sites of all parcels of the city, piece by piece in the order of their codes: each is what {@link Sites#of} says of it,
 * found for many at once. For work on the whole city, such as the impact of a rule book. SUPERVISOR, ADMINISTRATOR and the
 * product itself.
 */
public interface SiteSweep {
    /** The most sites of a piece. */
    int MOST = 5_000;

    /**
     * A piece of the city.
     *
     * @param complete whether there is nothing after it; the next piece begins after the code of its last site
     */
    record Piece(List<Site> sites, boolean complete) {
        public Piece {
            sites = List.copyOf(sites);
        }

        /** Where the next piece begins; the place given when this one is empty. */
        public Optional<RenewalCode> end(Optional<RenewalCode> begin) {
            return sites.isEmpty() ? begin : sites.get(sites.size() - 1).parcel();
        }
    }

    /**
     * The sites that follow a code; from the first one when it is empty. A parcel that was registered after the instant, or
     * whose place other codes had taken by it and the day, is left out, one that nobody has drawn is not.
     *
     * @param most sites, from 1 to {@link #MOST}
     */
    Piece after(Optional<RenewalCode> code, int most, LocalDate on, Instant known);

    /** How many sites all pieces together have. */
    long count(LocalDate on, Instant known);
}
