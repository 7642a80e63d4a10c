package ir.hamedan.esup.permits.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Instants;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.permits.api.Examination;
import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequest.Consent;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Rules;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What both sides of the counter ask of the other modules about a request. */
@Dependent
public class Cases {
    @Inject
    Parcels parcels;

    @Inject
    Rules rules;

    @Inject
    RuleBooks books;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    /** A plan and the title of its use, held against the rules of now. */
    record Held(Examination found, String useTitle) {}

    Held examined(RenewalCode parcel, Plan plan) {
        Instant now = now();
        LocalDate today = today();
        Answer answer;
        try {
            answer = rules.of(parcel, today, now, Rules.Supposed.uses(List.of(plan.use())));
        } catch (Problem problem) {
            throw problem.code().equals("rulebooks.unknown-use")
                    ? Problem.invalid("permits.use-unknown").at("use")
                    : problem;
        }
        RuleBooks.Published published = books.inForce(today, now).orElseThrow();
        long book = published.edition().id();
        Answer.UseAnswer use = answer.use(plan.use())
                .orElseGet(() -> new Answer.UseAnswer(
                        plan.use(),
                        title(published, plan.use()),
                        answer.verdict(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        Examiner examiner = new Examiner(plan, use, book);
        return new Held(
                new Examination(
                        today,
                        now,
                        book,
                        rules.document(answer).content(),
                        examiner.objections(),
                        examiner.open(),
                        answer.noData().stream()
                                .filter(Answer.Unknown::couldLower)
                                .map(Answer.Unknown::layer)
                                .distinct()
                                .toList(),
                        use.needs()),
                use.title());
    }

    /**
     * The plan of a request held against the rules of now, and whether who asked still owns the parcel.
     *
     * @throws Problem when it cannot be held against them any more, such as for a parcel that was divided since
     */
    Examination examined(PermitRequest request) {
        Examination found = examined(request.parcel(), request.plan()).found();
        return isOwner(request.applicant(), request.parcel())
                ? found
                : found.with(Objection.plain(Objection.Ground.SOLD, found.book(), List.of(), ""));
    }

    /**
     * The same, where that it cannot be held against them is what stands against it. In no transaction: a problem of the rules
     * would end the one in which the request is returned.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Examination examinedOrNot(PermitRequest request) {
        try {
            return examined(request);
        } catch (Problem gone) {
            Instant now = now();
            RuleBooks.Edition book = books.inForce(today(), now)
                    .map(RuleBooks.Published::edition)
                    .orElseThrow(() -> gone);
            Objection objection = Objection.plain(Objection.Ground.NOT_KNOWN, book.id(), List.of(), "");
            return new Examination(today(), now, book.id(), "", List.of(objection), List.of(), List.of(), List.of());
        }
    }

    private static String title(RuleBooks.Published published, String use) {
        return published.book().uses().stream()
                .filter(one -> one.code().equals(use))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("permits.use-unknown").at("use"))
                .title();
    }

    List<Owner> owners(RenewalCode parcel) {
        return parcels.owners(parcel, today());
    }

    boolean isOwner(PartyId party, RenewalCode parcel) {
        return owners(parcel).stream().anyMatch(owner -> owner.party().equals(party));
    }

    /** The owners of today who have not agreed; who applies agreed by it. */
    List<Owner> missing(PermitRequest request) {
        Set<PartyId> agreed = request.consents().stream().map(Consent::owner).collect(Collectors.toSet());
        return owners(request.parcel()).stream()
                .filter(owner -> !owner.party().equals(request.applicant()) && !agreed.contains(owner.party()))
                .toList();
    }

    static PermitRequest open(PermitRequest request) {
        if (request.outcome().isPresent()) {
            throw Problem.conflict("permits.decided");
        }
        return request;
    }

    void told(String action, PermitRequest request, Map<String, String> more) {
        audited.fire(new Audited(action, request.number(), request.applicant().id(), Map.of(), more));
    }

    Instant now() {
        return Instants.now(clock);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }
}
