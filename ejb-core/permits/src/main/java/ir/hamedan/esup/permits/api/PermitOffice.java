package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.parcels.api.Owner;
import java.util.List;
import java.util.Optional;

/**
 * Requests for building permits as the municipality works on them. There is no room for taste in it: a request is accepted
 * when the rules of the day have nothing against it and every owner agrees, and is returned with clauses alone. OFFICER and
 * SUPERVISOR; AUDITOR and ADMINISTRATOR look.
 */
public interface PermitOffice {
    /**
     * An objection of an officer.
     *
     * @param clause its number in the book that holds today
     */
    record Remark(String clause, String words) {}

    /** The fewest and the most letters of the words of a remark. */
    int SHORTEST = 5;

    int LONGEST = 1000;

    /** The most remarks at once. */
    int MOST_REMARKS = 20;

    /**
     * The open ones by the day they are due, others the latest first.
     *
     * @param text a renewal code, a number, or part of the name of the applicant; empty for all
     */
    Page<PermitRequest> search(String text, Optional<PermitState> state, Page.Request page);

    /** {@code permits.unknown}. */
    PermitRequest get(long request);

    /** Its plan held against the rules of now; also whether the applicant still owns it. */
    Examination examine(long request);

    /** The owners of today who have not agreed yet, the applicant not among them. */
    List<Owner> missing(long request);

    /**
     * An owner agreed on paper, such as a legal person or an attorney.
     *
     * @param owner id of one of {@link #missing}
     * @throws ir.hamedan.esup.kernel.Problem {@code permits.decided}, {@code permits.not-owner} at {@code owner}, {@code
     *     permits.paper-needed} at {@code paper}
     */
    PermitRequest consentSeen(long request, String owner, String paper);

    /**
     * The file is whole.
     *
     * @param openSeen whether the officer saw what was left open: nobody holds that for kept unawares, and the journal names it
     * @throws ir.hamedan.esup.kernel.Problem {@code permits.decided}, {@code permits.objections-stand}, {@code
     *     permits.consent-missing}, {@code permits.open-unseen} at {@code openSeen}, and what {@link ir.hamedan.esup.rulebooks.api.Rules#of} says
     */
    PermitRequest accept(long request, boolean openSeen);

    /**
     * Returns it with all objections at once: those of the rules of today and these. What cannot be held against the rules any
     * more, such as a request for a parcel that was divided since, is returned for that.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code permits.decided}, {@code permits.nothing-objected}, {@code
     *     permits.remarks-many}, {@code permits.clause-unknown} and {@code permits.remark-words} at fields of {@code remarks}
     */
    PermitRequest giveBack(long request, List<Remark> remarks);
}
