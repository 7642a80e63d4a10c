package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.Page;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The limit of the city: one person hands an outline in and signs it, another one publishes it. From its day on it is the
 * limit until a later one; days before that keep the limit they had. One that should not have been published is withdrawn; where
 * none is left no limit is known, and nothing lies outside. SUPERVISOR and ADMINISTRATOR; AUDITOR may look.
 */
public interface CityLimits {
    /** Where a limit stands. */
    enum LimitState {
        /** Signed by one. */
        WAITING,
        PUBLISHED,
        /** Was published, and since then it is known that it should not have been. */
        WITHDRAWN,
        GIVEN_UP
    }

    /**
     * A limit.
     *
     * @param hash SHA-256 of the file, in small hexadecimal letters
     * @param area hundredths of a square metre
     * @param points corners of the outline
     * @param decidedBy who published it or gave it up
     * @param withdrawnAt since when the city knows that it does not hold
     * @param withdrawnBecause the reason of that
     */
    record Limit(
            long id,
            LimitState state,
            LocalDate validFrom,
            String fileName,
            String hash,
            long area,
            int points,
            String signedBy,
            Instant signedAt,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            Optional<String> withdrawnBy,
            Optional<Instant> withdrawnAt,
            Optional<String> withdrawnBecause) {}

    /**
     * Hands in an outline, a GeoJSON collection of polygons, and is the first signature.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.outline-wrong} with the fault, {@code
     *     parcels.layer-day-in-the-past} while there is a limit, {@code parcels.layer-file-wrong}
     */
    Limit handIn(LocalDate validFrom, String fileName, InputStream outline);

    /**
     * The second signature.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-city-limit}, {@code parcels.city-limit-decided}, {@code
     *     parcels.second-signer-needed}, {@code parcels.layer-day-in-the-past} when its day has passed meanwhile
     */
    Limit publish(long limit);

    /** Takes back what was not published: {@code parcels.unknown-city-limit}, {@code parcels.city-limit-decided}. */
    Limit giveUp(long limit);

    /**
     * Takes back a published limit, with the reason. From that instant on the limit before it is in force again; what was
     * answered within it until then stays as it was known.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.reason-missing}, {@code parcels.unknown-city-limit}, {@code
     *     parcels.city-limit-not-published}, {@code parcels.city-limit-withdrawn-already}
     */
    Limit withdraw(long limit, String reason);

    /** {@code parcels.unknown-city-limit}. */
    Limit get(long limit);

    /** The newest first. */
    Page<Limit> all(Page.Request page);

    /** The one in force today; empty while the city has none. */
    Optional<Limit> inForce();
}
