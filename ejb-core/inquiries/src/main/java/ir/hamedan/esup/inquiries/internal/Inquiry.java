package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.people.api.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One inquiry of one office, with the rules of its life: every change goes through a method here, moves along {@link
 * Edges} and leaves an event.
 */
final class Inquiry {
    /** What never changes. */
    record Head(String id, String office, String officeName, String filedBy, Instant filedAt, InquiryRequest request) {}

    /** The answer that was given. */
    record Answered(
            InquiryView.CertificateRef certificate,
            Instant at,
            Optional<LocalDate> validUntil,
            Optional<LocalDate> reservedUntil) {}

    final Head head;
    private final InquiryState was;
    private InquiryState state;
    private final long version;
    private Desk desk;
    private Verdict verdict;
    private boolean awaitsSecondSigner;
    private Optional<Answered> answered;
    private List<Long> bills;
    private Optional<InquiryView.Deed> deed;
    private final Steps steps = new Steps();

    Inquiry(
            Head head,
            InquiryState state,
            long version,
            Desk desk,
            Verdict verdict,
            boolean awaitsSecondSigner,
            Optional<Answered> answered,
            List<Long> bills,
            Optional<InquiryView.Deed> deed) {
        this.head = head;
        this.was = state;
        this.state = state;
        this.version = version;
        this.desk = desk;
        this.verdict = verdict;
        this.awaitsSecondSigner = awaitsSecondSigner;
        this.answered = answered;
        this.bills = List.copyOf(bills);
        this.deed = deed;
    }

    static Inquiry file(Head head) {
        Inquiry inquiry = new Inquiry(
                head,
                InquiryState.DRAFT,
                0,
                Desk.NOBODY,
                Verdict.NONE,
                false,
                Optional.empty(),
                List.of(),
                Optional.empty());
        inquiry.step(head.filedAt(), head.filedBy(), "filed", "");
        return inquiry;
    }

    void awaitPayment(String actor, Instant now) {
        move(InquiryState.AWAITING_PAYMENT);
        step(now, actor, "debts-shown", "");
    }

    void billed(List<Long> numbers) {
        bills = List.copyOf(numbers);
    }

    void toOfficer(String actor, Instant now, LocalDate dueBy) {
        move(InquiryState.WITH_OFFICER);
        verdict = Verdict.NONE;
        awaitsSecondSigner = false;
        desk = new Desk(Optional.of(dueBy), desk.officer(), desk.officerName(), Optional.empty());
        step(now, actor, "given-to-officer", "");
    }

    void issue(Answered answer, String actor) {
        move(InquiryState.ISSUED);
        answered = Optional.of(answer);
        step(answer.at(), actor, "issued", "");
    }

    void refuse(Answered answer, String actor) {
        move(InquiryState.REFUSED);
        answered = Optional.of(answer);
        step(answer.at(), actor, "refused", verdict.words());
    }

    void claim(Actor actor, Instant now) {
        onlyIn(InquiryState.WITH_OFFICER, InquiryState.NEEDS_DOCUMENT);
        if (desk.officer().isPresent() && !desk.officer().get().equals(actor.username())) {
            throw Problem.conflict(
                    "inquiries.claimed-by-other", desk.officerName().orElse(""));
        }
        if (desk.officer().isEmpty()) {
            desk = new Desk(
                    desk.dueBy(), Optional.of(actor.username()), Optional.of(actor.name()), desk.documentAskedOn());
            step(now, actor.name(), "claimed", "");
        }
    }

    /** Puts it back into the queue: by the officer who has it, or by a supervisor when that one is away. */
    void unclaim(Actor actor, Instant now) {
        onlyIn(InquiryState.WITH_OFFICER, InquiryState.NEEDS_DOCUMENT);
        boolean own = desk.officer().equals(Optional.of(actor.username()));
        if (desk.officer().isEmpty() || !own && !actor.has(Roles.SUPERVISOR)) {
            throw Problem.conflict("inquiries.not-claimed-by-you");
        }
        String whose = desk.officerName().orElse("");
        desk = new Desk(desk.dueBy(), Optional.empty(), Optional.empty(), desk.documentAskedOn());
        step(now, actor.name(), own ? "released" : "released-by-supervisor", own ? "" : whose);
    }

    void answer(Verdict given, boolean needsSecond, Actor actor, Instant now) {
        if (given.clean()) {
            onlyIn(InquiryState.WITH_OFFICER);
        } else {
            onlyIn(InquiryState.WITH_OFFICER, InquiryState.NEEDS_DOCUMENT);
        }
        onlyBy(actor);
        if (awaitsSecondSigner) {
            throw Problem.conflict("inquiries.awaits-second-signer");
        }
        verdict = given;
        awaitsSecondSigner = needsSecond;
        step(
                now,
                actor.name(),
                needsSecond ? "proposed-clean" : given.clean() ? "found-clean" : "found-not-clean",
                given.words());
    }

    void countersign(boolean agree, String words, Actor actor, Instant now) {
        onlyIn(InquiryState.WITH_OFFICER);
        if (!awaitsSecondSigner) {
            throw Problem.conflict("inquiries.nothing-to-countersign");
        }
        if (verdict.signer().equals(actor.username())) {
            throw Problem.forbidden("inquiries.second-signer-needed");
        }
        awaitsSecondSigner = false;
        verdict = agree ? verdict.agreedBy(actor.username(), actor.name()) : Verdict.NONE;
        step(now, actor.name(), agree ? "countersigned" : "not-countersigned", words);
    }

    void askForDocument(Actor actor, String words, LocalDate today, Instant now) {
        onlyBy(actor);
        if (awaitsSecondSigner) {
            throw Problem.conflict("inquiries.awaits-second-signer");
        }
        move(InquiryState.NEEDS_DOCUMENT);
        desk = new Desk(desk.dueBy(), desk.officer(), desk.officerName(), Optional.of(today));
        step(now, actor.name(), "document-asked", words);
    }

    /** A document came in. When one was asked for, the officer has the case again and the days it took on top. */
    void documentIn(String name, Actor actor, LocalDate today, Instant now) {
        onlyIn(InquiryState.AWAITING_PAYMENT, InquiryState.WITH_OFFICER, InquiryState.NEEDS_DOCUMENT);
        if (state == InquiryState.NEEDS_DOCUMENT) {
            move(InquiryState.WITH_OFFICER);
            long waited = desk.documentAskedOn()
                    .map(asked -> ChronoUnit.DAYS.between(asked, today))
                    .orElse(0L);
            desk = new Desk(
                    desk.dueBy().map(due -> due.plusDays(waited)),
                    desk.officer(),
                    desk.officerName(),
                    Optional.empty());
        }
        step(now, actor.name(), "document-handed-in", name);
    }

    /** The officer adds a document to the own case. */
    void attach(String name, Actor actor, Instant now) {
        onlyIn(InquiryState.WITH_OFFICER, InquiryState.NEEDS_DOCUMENT);
        onlyBy(actor);
        step(now, actor.name(), "document-attached", name);
    }

    void withdraw(Actor actor, Instant now) {
        onlyIn(InquiryState.AWAITING_PAYMENT, InquiryState.WITH_OFFICER, InquiryState.NEEDS_DOCUMENT);
        move(InquiryState.WITHDRAWN);
        step(now, actor.name(), "withdrawn", "");
    }

    /** @param why {@code expired} after an answer, {@code never-paid} without one */
    void runOut(String why, Instant now) {
        move(InquiryState.EXPIRED);
        step(now, "", why, "");
    }

    void supersede(String by, Actor actor, Instant now) {
        if (!Edges.allowed(state, InquiryState.SUPERSEDED) || deed.isPresent()) {
            throw Problem.conflict("inquiries.cannot-be-followed", state.name()).at("follows");
        }
        move(InquiryState.SUPERSEDED);
        step(now, actor.name(), "superseded", by);
    }

    void revoke(Verdict why, Actor actor, Instant now) {
        onlyIn(InquiryState.ISSUED);
        move(InquiryState.REFUSED);
        verdict = why;
        step(now, actor.name(), "revoked", why.words());
    }

    /** False when the very same was reported before. */
    boolean reportDeed(InquiryView.Deed reported, Actor actor, Instant now) {
        if (deed.isPresent()) {
            if (deed.get().withOwnersOpen(false).equals(reported)) {
                return false;
            }
            throw Problem.conflict("inquiries.deed-reported");
        }
        onlyIn(InquiryState.ISSUED, InquiryState.EXPIRED);
        if (answered.isEmpty()) {
            throw Problem.conflict("inquiries.not-allowed", state.name());
        }
        deed = Optional.of(reported);
        if (reported.outcome() == DeedOutcome.ABANDONED && state == InquiryState.ISSUED) {
            move(InquiryState.WITHDRAWN);
        }
        step(
                now,
                actor.name(),
                reported.outcome() == DeedOutcome.REGISTERED ? "deed-registered" : "deal-abandoned",
                reported.number());
        return true;
    }

    /** The register could not take the deed over: the office enters its owners. */
    void leaveOwnersOpen(Instant now) {
        deed = deed.map(reported -> reported.withOwnersOpen(true));
        step(now, "", "owners-left-open", "");
    }

    void ownersEntered(Actor actor, String words, Instant now) {
        if (deed.filter(InquiryView.Deed::ownersOpen).isEmpty()) {
            throw Problem.conflict("inquiries.no-owners-open");
        }
        deed = deed.map(reported -> reported.withOwnersOpen(false));
        step(now, actor.name(), "owners-entered", words);
    }

    /** Something turned up that the answer did not look at: it counts no more. */
    void lookAgain(Instant now) {
        verdict = Verdict.NONE;
        awaitsSecondSigner = false;
        step(now, "", "new-finding", "");
    }

    void note(String what, String words, Instant now) {
        step(now, "", what, words);
    }

    private void move(InquiryState to) {
        state = Edges.move(state, to);
    }

    private void onlyIn(InquiryState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw Problem.conflict("inquiries.not-allowed", state.name());
        }
    }

    private void onlyBy(Actor actor) {
        if (!desk.officer().equals(Optional.of(actor.username()))) {
            throw Problem.conflict("inquiries.not-claimed-by-you");
        }
    }

    private void step(Instant at, String actor, String what, String words) {
        steps.add(at, actor, state, what, words);
    }

    /** None when it is being filed. */
    Optional<InquiryState> before() {
        return version == 0 ? Optional.empty() : Optional.of(was);
    }

    InquiryState state() {
        return state;
    }

    long version() {
        return version;
    }

    Desk desk() {
        return desk;
    }

    Verdict verdict() {
        return verdict;
    }

    boolean awaitsSecondSigner() {
        return awaitsSecondSigner;
    }

    Optional<Answered> answered() {
        return answered;
    }

    /** The end of the priority window, when this very change opened it. */
    Optional<LocalDate> opensWindow() {
        return justIssued() ? answered.flatMap(Answered::reservedUntil) : Optional.empty();
    }

    boolean justIssued() {
        return steps.have("issued");
    }

    /** An officer answered in this very change, and is here to sign. */
    boolean justAnswered() {
        return steps.have("found-clean");
    }

    List<Long> bills() {
        return bills;
    }

    Optional<InquiryView.Deed> deed() {
        return deed;
    }

    List<Steps.Step> steps() {
        return steps.all();
    }
}
