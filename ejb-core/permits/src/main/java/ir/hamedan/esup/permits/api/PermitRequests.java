package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Owner;
import java.util.List;
import java.util.Optional;

/**
 * Requests of the citizen who is logged in. Another's property and another's request are answered as if they were not there:
 * {@code permits.not-yours}, {@code permits.unknown}; who has no national id has none of either: {@code permits.persons-only}.
 */
public interface PermitRequests {
    /**
     * What somebody asks for.
     *
     * @param key the same key with the same content is the same request as long as nobody decided on it
     * @param follows id of an own request for the same parcel that was returned
     * @param commission whether the Article 5 commission is asked for what the rules do not allow
     */
    record Order(String key, RenewalCode parcel, Plan plan, boolean commission, Optional<Long> follows) {
        /** Of a plan that keeps the rules nothing is left to be decided by it. */
        public Order withoutCommission() {
            return new Order(key, parcel, plan, false, follows);
        }
    }

    /**
     * A request as the caller sees it.
     *
     * @param own whether the caller filed it
     * @param owner whether the caller owns the parcel today
     * @param asked whether the caller is an owner who has not agreed yet, and still may
     * @param missing the owners of today who have not agreed yet; none once it is decided, and for who does not own it any more
     */
    record Seen(PermitRequest request, boolean own, boolean owner, boolean asked, List<Owner> missing) {
        public Seen {
            missing = List.copyOf(missing);
        }
    }

    /** One of the properties of the caller, as the register has it. */
    LandObject property(RenewalCode code);

    /** The request for it that nobody has decided on, whichever of its owners filed it. */
    Optional<PermitRequest> open(RenewalCode parcel);

    /**
     * The plan held against the rules of now; nothing is written.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code permits.use-unknown} at {@code use}, and what {@link
     *     ir.hamedan.esup.rulebooks.api.Rules#of} says
     */
    Examination examine(RenewalCode parcel, Plan plan);

    /**
     * Files it. A plan that does not keep the rules is not taken, unless the commission is asked and could decide on it.
     *
     * @throws ir.hamedan.esup.kernel.Problem beside those of {@link #examine}: those of {@link ir.hamedan.esup.kernel.RequestKey}, {@code permits.objections},
     *     {@code permits.no-commission} at {@code commission}, {@code permits.open-already} with its number, {@code
     *     permits.follows-wrong}
     */
    PermitRequest file(Order order);

    /**
     * A request of one's own, or of another owner.
     *
     * @param asked whether the caller has not agreed yet, and still may
     */
    record Mine(PermitRequest request, boolean asked) {}

    /** Those one filed, and those of others for what one owns too, the latest first. */
    Page<Mine> mine(Page.Request page);

    /** How many of these wait for the consent of the caller. */
    long waiting();

    Seen get(long request);

    /**
     * Agrees as one of the other owners; said twice it is said once.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code permits.decided}
     */
    PermitRequest consent(long request);

    /** Takes back what one filed oneself: {@code permits.decided}. */
    PermitRequest withdraw(long request);
}
