package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Proposal;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.workbooks.Fault;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule book: what is wrong in its workbook, what its table leaves open, and its way to publication. */
@Named("rulebook")
@RequestScoped
public class RuleBookPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    RuleBookOffice office;

    @Inject
    Me me;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private RuleBookOffice.Draft book;
    private boolean openOnly;
    private Page<Fault> faults;
    private Page<FindingView> findings;
    private Optional<FindingView> chosen;
    private Map<Long, List<Clause>> clauses = Map.of();
    private Optional<RuleBook> content = Optional.empty();
    private Optional<FindingWords> words = Optional.empty();
    private Optional<List<GoldenDifference>> differences = Optional.empty();
    private String winner;
    private String reason;
    private String referralReason;
    private String effectiveFrom;
    private String withdrawalReason;

    @PostConstruct
    void load() {
        book = office.draft(Parameters.whole(request, "id").orElse(0L));
        openOnly = Parameters.text(request, "open").equals("1");
        Page.Request page = Parameters.page(request, PAGE_SIZE);
        faults = office.faults(book.id(), page);
        findings = office.findings(book.id(), openOnly, page);
        if (isSound()) {
            clauses = office.clauses(book.id(), findings.rows());
        }
        long wanted = Parameters.whole(request, "finding").orElse(0L);
        chosen = findings.rows().stream().filter(one -> one.id() == wanted).findFirst();
        effectiveFrom = PersianDate.of(proposedDay(book, office, clock)).text();
    }

    /** The day that was signed for, or else the first one the book can hold from. */
    static LocalDate proposedDay(RuleBookOffice.Draft book, RuleBookOffice office, Clock clock) {
        return book.effectiveFrom()
                .orElseGet(() -> book.faults() == 0
                        ? office.firstDay(book.id())
                        : LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN));
    }

    public RuleBookOffice.Draft getBook() {
        return book;
    }

    public boolean isKeeper() {
        return me.has("SUPERVISOR ADMINISTRATOR");
    }

    /** Whether a book came of the workbook. */
    public boolean isSound() {
        return book.faults() == 0;
    }

    public Page<Fault> getFaults() {
        return faults;
    }

    public Page<FindingView> getFindings() {
        return findings;
    }

    /** What the book says around a gap or in an overlap. */
    public List<Clause> clauses(FindingView view) {
        return view == null ? List.of() : clauses.getOrDefault(view.id(), List.of());
    }

    public boolean isOpenOnly() {
        return openOnly;
    }

    /** The end of the key of the sentence that says how it stands. */
    public String getVerdict() {
        if (book.state() == BookState.DRAFT && book.faults() > 0) {
            return "FAULTS";
        }
        if (book.state() == BookState.DRAFT && (book.openFindings() > 0 || !book.allFindings())) {
            return "FINDINGS";
        }
        if (getDiffering() > 0) {
            return "GOLDENS";
        }
        return book.state() == BookState.DRAFT ? "READY" : book.state().name();
    }

    public String getTone() {
        return getDiffering() > 0 ? "bad" : RuleBooksPage.tone(book);
    }

    /** How many golden parcels come out otherwise. */
    public long getDiffering() {
        return getDifferences().stream()
                .map(GoldenDifference::golden)
                .distinct()
                .count();
    }

    private RuleBook content() {
        if (content.isEmpty()) {
            content = Optional.of(office.book(book.id()));
        }
        return content.get();
    }

    /** What the workbook says of the book as a whole; null while faults keep it from being one, as pages ask for it. */
    public BookData getData() {
        return isSound() ? content().data() : null;
    }

    /** Findings, rows and bands in words. */
    public FindingWords getWords() {
        if (words.isEmpty()) {
            Optional<RuleBook> read = isSound() ? Optional.of(content()) : Optional.empty();
            words = Optional.of(new FindingWords(read, language.getMessages()));
        }
        return words.get();
    }

    /** The golden parcels that come out otherwise; of a published book none do. */
    public List<GoldenDifference> getDifferences() {
        if (differences.isEmpty()) {
            boolean open = isSound() && (book.state() == BookState.DRAFT || book.state() == BookState.CHECKED);
            differences = Optional.of(open ? office.goldenDifferences(book.id()) : List.of());
        }
        return differences.get();
    }

    /** The finding that is being settled; null when none is, for a page asks for its parts also where it shows none. */
    public FindingView getGap() {
        return chosen.orElse(null);
    }

    public boolean isSettleable(FindingView view) {
        return isKeeper() && book.state() == BookState.DRAFT && view.finding().isOpen();
    }

    public boolean isWaiting(FindingView view) {
        return view.finding().isOpen()
                && view.proposal().filter(last -> last.approved().isEmpty()).isPresent();
    }

    public boolean isOverlap(FindingView view) {
        return view.finding().kind() == Finding.Kind.OVERLAP
                && view.finding().rows().size() < Finding.MOST_ROWS;
    }

    /** Another one than me has to decide. */
    public boolean isMine(FindingView view) {
        return view.proposal()
                .filter(last -> last.proposedBy().equals(me.getUsername()))
                .isPresent();
    }

    public boolean isSignable() {
        return isKeeper() && isSound() && (book.state() == BookState.DRAFT || book.state() == BookState.CHECKED);
    }

    /** Whether my signature is there already. */
    public boolean isSignedByMe() {
        return book.signers().contains(me.getUsername());
    }

    public boolean isWithdrawable() {
        return isKeeper() && book.state() != BookState.WITHDRAWN;
    }

    public String proposePrecedence() {
        if (Parameters.typed(winner).isEmpty()) {
            throw Problem.invalid("staff.finding.winner-missing").at("winner");
        }
        office.proposePrecedence(finding().id(), Parameters.typed(winner), Parameters.typed(reason));
        return done("staff.news.settlement-proposed");
    }

    public String proposeReferral() {
        FormProblems.refusedAt(
                "referralReason", () -> office.proposeReferral(finding().id(), Parameters.typed(referralReason)));
        return done("staff.news.settlement-proposed");
    }

    public String approve() {
        office.decide(proposal().id(), true);
        return done("staff.news.settlement-approved");
    }

    public String reject() {
        office.decide(proposal().id(), false);
        return done("staff.news.settlement-rejected");
    }

    private FindingView finding() {
        return chosen.orElseThrow(() -> Problem.notFound("rulebooks.unknown-finding"));
    }

    private Proposal proposal() {
        return finding().proposal().orElseThrow(() -> Problem.notFound("rulebooks.unknown-proposal"));
    }

    public String publish() {
        RuleBookOffice.Draft signed = office.publish(book.id(), Days.needed("effectiveFrom", effectiveFrom));
        return done(signed.state() == BookState.PUBLISHED ? "staff.news.book-published" : "staff.news.book-signed");
    }

    public String withdraw() {
        FormProblems.refusedAt(
                "withdrawalReason", () -> office.withdraw(book.id(), Parameters.typed(withdrawalReason)));
        return done("staff.news.book-withdrawn");
    }

    private String done(String key) {
        FormProblems.news(key);
        return "rulebook?faces-redirect=true&id=" + book.id() + (openOnly ? "&open=1" : "") + "&page="
                + (findings.request().number() + 1);
    }

    public String getWinner() {
        return winner;
    }

    public void setWinner(String winner) {
        this.winner = winner;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getReferralReason() {
        return referralReason;
    }

    public void setReferralReason(String referralReason) {
        this.referralReason = referralReason;
    }

    public String getEffectiveFrom() {
        return effectiveFrom;
    }

    public void setEffectiveFrom(String effectiveFrom) {
        this.effectiveFrom = effectiveFrom;
    }

    public String getWithdrawalReason() {
        return withdrawalReason;
    }

    public void setWithdrawalReason(String withdrawalReason) {
        this.withdrawalReason = withdrawalReason;
    }
}
