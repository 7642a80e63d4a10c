package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.parcels.api.LockKind;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an answer depends on beside book and site: facts of the parcel, and what somebody supposes.
 *
 * @param locks in force on the parcel
 * @param merged number of plots put together; the site is then the one of all of them
 * @param ceded area given up for the street of one's own will, beyond the widening, hundredths of a square metre
 * @param decision of the Article 5 commission
 * @param groundLevel of the street at the middle of the front, centimetres over the sea, when it was measured
 * @param rooms of a hotel, when somebody says how many
 */
public record Given(
        Set<LockKind> locks,
        int merged,
        long ceded,
        Optional<Decision> decision,
        OptionalInt groundLevel,
        OptionalInt rooms) {
    /** A parcel by itself, without locks and without a decision. */
    public static final Given NOTHING =
            new Given(Set.of(), 1, 0, Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    public Given {
        locks = Set.copyOf(locks);
        if (merged < 1 || ceded < 0) {
            throw new IllegalArgumentException("merged " + merged + ", ceded " + ceded);
        }
    }

    public Given withLocks(Set<LockKind> kinds) {
        return new Given(kinds, merged, ceded, decision, groundLevel, rooms);
    }

    public Given withMerged(int plots) {
        return new Given(locks, plots, ceded, decision, groundLevel, rooms);
    }

    public Given withCeded(long area) {
        return new Given(locks, merged, area, decision, groundLevel, rooms);
    }

    public Given withDecision(Decision decided) {
        return new Given(locks, merged, ceded, Optional.of(decided), groundLevel, rooms);
    }

    public Given withGroundLevel(int centimetres) {
        return new Given(locks, merged, ceded, decision, OptionalInt.of(centimetres), rooms);
    }

    public Given withRooms(int number) {
        return new Given(locks, merged, ceded, decision, groundLevel, OptionalInt.of(number));
    }
}
