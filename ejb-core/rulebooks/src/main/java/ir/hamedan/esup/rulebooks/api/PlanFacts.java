package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What planners laid down for one parcel: a decision of the Article 5 commission, or the level of the street. One person
 * proposes it, another publishes it. From its day on it holds until a later one of its kind for the same parcel, and the
 * answers of the rules follow it as of the instant it was published. SUPERVISOR and ADMINISTRATOR; AUDITOR may look.
 */
public interface PlanFacts {
    /** The most letters of a number of a paper or of a reference of a map. */
    int LONGEST = 100;

    /** The greatest density or the longest length that is taken: a slip of the pen is more likely. */
    int GREATEST = 100_000;

    /** The most storeys that are taken. */
    int MOST_STOREYS = 100;

    /** The most open space for a unit, and the greatest base of parking, hundredths. */
    int GREATEST_AREA = 100_000_000;

    /** Levels of streets, centimetres over the sea. */
    int LOWEST_LEVEL = -10_000;

    int HIGHEST_LEVEL = 900_000;

    /** What was laid down. */
    enum PlanKind {
        DECISION,
        GROUND_LEVEL
    }

    /** How far it has come. */
    enum PlanState {
        /** Proposed by one. */
        WAITING,
        PUBLISHED,
        GIVEN_UP,
        WITHDRAWN
    }

    /** Who did something, and when. */
    record Act(String by, Instant at) {}

    /** Why it does not hold any more. */
    record Withdrawal(String reason, Act act) {}

    /**
     * Something that was laid down.
     *
     * @param validFrom the first day it holds
     * @param decision there for its kind alone, like the level
     * @param decided by whom it was published or given up
     * @param now the code the same land has now; after a split or a merge its last code before that
     * @param replaced whether the land was split or merged since it was proposed: from that day on it does not hold
     */
    record Fact(
            long id,
            PlanKind kind,
            PlanState state,
            RenewalCode parcel,
            LocalDate validFrom,
            Optional<Decision> decision,
            Optional<GroundLevel> groundLevel,
            Act proposed,
            Optional<Act> decided,
            Optional<Withdrawal> withdrawal,
            RenewalCode now,
            boolean replaced) {
        /** Number of the paper. */
        public String number() {
            return decision.map(Decision::number)
                    .or(() -> groundLevel.map(GroundLevel::number))
                    .orElseThrow();
        }

        /** Date of the paper. */
        public LocalDate date() {
            return decision.map(Decision::date)
                    .or(() -> groundLevel.map(GroundLevel::date))
                    .orElseThrow();
        }
    }

    /**
     * Proposes a decision; the same key again is the same fact. A code of what stands on a parcel means the parcel. The day
     * may be over, for a paper holds from its own day; what was answered until it is published stays.
     *
     * @throws ir.hamedan.esup.kernel.Problem those of {@link ir.hamedan.esup.kernel.RequestKey}, {@code parcels.unknown-code} at {@code code}; at
     *     their fields {@code rulebooks.plan-number-missing}, {@code rulebooks.plan-map-missing}, {@code
     *     rulebooks.plan-date-to-come}, {@code rulebooks.plan-before-paper}, {@code rulebooks.plan-out-of-range}, {@code
     *     rulebooks.plan-limits-apart}, {@code rulebooks.plan-paper-there} when the same paper waits or holds
     */
    Fact proposeDecision(String key, RenewalCode parcel, LocalDate validFrom, Decision decision);

    /** Proposes the level of the street, likewise. */
    Fact proposeGroundLevel(String key, RenewalCode parcel, LocalDate validFrom, GroundLevel level);

    /**
     * The second signature.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code rulebooks.unknown-plan-fact}, {@code rulebooks.plan-decided}, {@code
     *     rulebooks.second-signer-needed}, {@code rulebooks.plan-day-taken} when another one holds from the same day
     */
    Fact publish(long fact);

    /** Takes back what was not published: {@code rulebooks.unknown-plan-fact}, {@code rulebooks.plan-decided}. */
    Fact giveUp(long fact);

    /**
     * From now on it does not hold, nor ever did; answers as they were known before stay.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code rulebooks.unknown-plan-fact}, {@code rulebooks.plan-not-published}, {@code
     *     rulebooks.reason-missing}
     */
    Fact withdraw(long fact, String reason);

    /** {@code rulebooks.unknown-plan-fact}. */
    Fact get(long fact);

    /**
     * The newest first.
     *
     * @param text a renewal code, the earlier or the present one, or a part of a number or of a reference of a map; empty for
     *     all
     */
    Page<Fact> search(String text, Optional<PlanState> state, Page.Request page);

    /**
     * Those that wait or are published, whose land was split or merged since they were proposed, the newest first: none of
     * them holds for what came of it, and what still holds is recorded anew.
     */
    Page<Fact> replaced(Page.Request page);
}
