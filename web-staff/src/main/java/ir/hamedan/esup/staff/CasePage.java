package ir.hamedan.esup.staff;

import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.Actors;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One inquiry on one page: what was asked, all that is known of the property, every check, and the answer, which cites a
 * reason of the coded list and nothing else.
 */
@Named("case")
@RequestScoped
public class CasePage {
    private static final int LONGEST_WORDS = 2_000;

    /** The largest document that is taken, in bytes; the facade says the same. */
    private static final int LARGEST_DOCUMENT = 10 << 20;

    @Inject
    InquiryDesk desk;

    @Inject
    Parcels parcels;

    @Inject
    Actors actors;

    @Inject
    HttpServletRequest request;

    private InquiryView view;
    private Optional<ParcelFacts> facts = Optional.empty();
    private Actor me;
    private String reason;
    private String words;
    private String asking;
    private String agree;
    private String agreeWords;
    private String revokeReason;
    private String revokeWords;
    private String entry;
    private Part file;
    private List<InquiryRow> others;

    @PostConstruct
    void load() {
        view = desk.get(Parameters.text(request, "id"));
        me = actors.current();
        try {
            facts = Optional.of(parcels.facts(view.request().parcel()));
        } catch (Problem gone) {
            // The code was replaced after the inquiry was filed: the checks still say what was found then.
            facts = Optional.empty();
        }
    }

    public InquiryView getView() {
        return view;
    }

    public ParcelFacts getFacts() {
        return facts.orElse(null);
    }

    /** An auditor reads a case and touches nothing. */
    private boolean isWorkedOn() {
        return me.has(Roles.OFFICER) || me.has(Roles.SUPERVISOR);
    }

    public boolean isWithOfficer() {
        return view.state() == InquiryState.WITH_OFFICER;
    }

    private boolean atDesk() {
        return isWithOfficer() || view.state() == InquiryState.NEEDS_DOCUMENT;
    }

    public boolean isClaimable() {
        return isWorkedOn() && atDesk() && view.officer().isEmpty() && !view.awaitsSecondSigner();
    }

    /** One's own case, and for a supervisor that of an officer who is away. */
    public boolean isReleasable() {
        return atDesk() && (isMine() || view.officer().isPresent() && me.has(Roles.SUPERVISOR));
    }

    public boolean isMine() {
        return view.officerId().equals(Optional.of(me.username()));
    }

    /** While a document is awaited the answer can only be a refusal. */
    public boolean isAnswerable() {
        return atDesk() && isMine() && !view.awaitsSecondSigner();
    }

    /** One's own case takes documents of its officer. */
    public boolean isAttachable() {
        return atDesk() && isMine();
    }

    /** What else waits on the same parcel. */
    public List<InquiryRow> getOthers() {
        if (others == null) {
            others = desk.others(view.id());
        }
        return others;
    }

    public boolean isAskable() {
        return isWithOfficer() && isAnswerable();
    }

    /** Another person than the one who answered has to agree. */
    public boolean isCountersignable() {
        return isWorkedOn()
                && view.awaitsSecondSigner()
                && view.answer()
                        .filter(answer -> !answer.signerId().equals(me.username()))
                        .isPresent();
    }

    public boolean isOwnersOpen() {
        return isWorkedOn() && view.deed().filter(InquiryView.Deed::ownersOpen).isPresent();
    }

    /** The codes on which the owners have to be entered. */
    public List<RenewalCode> getSuccessors() {
        return parcels.successors(view.request().parcel());
    }

    public String ownersEntered() {
        FormProblems.refusedAt("entry", () -> desk.ownersEntered(view.id(), bounded(entry)));
        return done("staff.news.owners-entered");
    }

    public boolean isRevocable() {
        return view.state() == InquiryState.ISSUED && me.has(Roles.SUPERVISOR);
    }

    /** Checks that are not clear: a clean answer against them needs a second signer. */
    public boolean isDoubtful() {
        return view.checks().stream()
                .anyMatch(check -> check.outcome() == Outcome.CONCERN || check.outcome() == Outcome.NO_DATA);
    }

    /** The clean answer, where it can be given. */
    public List<ReasonCode> getCleans() {
        return isWithOfficer() ? List.of(ReasonCode.EXAMINED_AND_CLEAR) : List.of();
    }

    /** The reasons of a refusal, in their order. */
    public List<ReasonCode> getRefusals() {
        return Stream.of(ReasonCode.values())
                .filter(code -> code != ReasonCode.EXAMINED_AND_CLEAR)
                .toList();
    }

    public String claim() {
        desk.claim(view.id());
        return done("staff.news.claimed");
    }

    public String release() {
        desk.release(view.id());
        return done("staff.news.released");
    }

    public String answer() {
        ReasonCode code = code(reason, "reason");
        InquiryView answered = desk.answer(view.id(), code == ReasonCode.EXAMINED_AND_CLEAR, code, bounded(words));
        return done(answered.awaitsSecondSigner() ? "staff.news.awaits-second" : "staff.news.answered");
    }

    public String countersign() {
        if (agree == null) {
            throw Problem.invalid("staff.agree.missing").at("agree");
        }
        boolean agrees = agree.equals("YES");
        desk.countersign(view.id(), agrees, bounded(agreeWords));
        return done(agrees ? "staff.news.countersigned" : "staff.news.not-countersigned");
    }

    public String askForDocument() {
        if (bounded(asking).isEmpty()) {
            throw Problem.invalid("staff.asking.missing").at("asking");
        }
        desk.askForDocument(view.id(), bounded(asking));
        return done("staff.news.asked");
    }

    public String addDocument() {
        Uploads.require(file, "file");
        try (InputStream content = file.getInputStream()) {
            String name = PersianText.clean(String.valueOf(file.getSubmittedFileName()));
            desk.addDocument(view.id(), name, content.readNBytes(LARGEST_DOCUMENT + 1));
        } catch (Problem problem) {
            throw problem.at("file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done("staff.news.document-added");
    }

    public String revoke() {
        desk.revoke(view.id(), code(revokeReason, "revokeReason"), bounded(revokeWords));
        return done("staff.news.revoked");
    }

    private static ReasonCode code(String typed, String field) {
        return Stream.of(ReasonCode.values())
                .filter(known -> known.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("staff.reason.missing").at(field));
    }

    private static String bounded(String words) {
        String given = words == null ? "" : words.strip();
        return given.length() > LONGEST_WORDS ? given.substring(0, LONGEST_WORDS) : given;
    }

    private String done(String key) {
        FormProblems.news(key);
        return "case?faces-redirect=true&id=" + view.id();
    }

    public String getEntry() {
        return entry;
    }

    public void setEntry(String entry) {
        this.entry = entry;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getAsking() {
        return asking;
    }

    public void setAsking(String asking) {
        this.asking = asking;
    }

    public String getAgree() {
        return agree;
    }

    public void setAgree(String agree) {
        this.agree = agree;
    }

    public String getAgreeWords() {
        return agreeWords;
    }

    public void setAgreeWords(String agreeWords) {
        this.agreeWords = agreeWords;
    }

    public String getRevokeReason() {
        return revokeReason;
    }

    public void setRevokeReason(String revokeReason) {
        this.revokeReason = revokeReason;
    }

    public String getRevokeWords() {
        return revokeWords;
    }

    public void setRevokeWords(String revokeWords) {
        this.revokeWords = revokeWords;
    }
}
