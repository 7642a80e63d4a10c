package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.levies.api.LevyBookState;
import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.levies.api.LevyWords;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.levies.api.PermitLevies;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One levy book: what is wrong in its workbook, what it says, and its way to publication and out of it. */
@Named("levybook")
@RequestScoped
public class LevyBookPage {
    private static final int PAGE_SIZE = 25;
    private static final int MOST_PRICES = 200;

    @Inject
    LevyBookOffice office;

    @Inject
    Me me;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private LevyBookOffice.Draft book;
    private Page<Fault> faults;
    private Optional<LevyWorkbook> content = Optional.empty();
    private Optional<List<LevyExample.Tried>> examples = Optional.empty();
    private LevyWords bookWords;
    private String effectiveFrom;
    private String withdrawalReason;

    @PostConstruct
    void load() {
        book = office.draft(Parameters.whole(request, "id").orElse(0L));
        faults = office.faults(book.id(), Parameters.page(request, PAGE_SIZE));
        effectiveFrom = book.effectiveFrom()
                .map(PersianDate::of)
                .orElse(PersianDate.of(clock.instant()))
                .text();
    }

    public LevyBookOffice.Draft getBook() {
        return book;
    }

    /** The title, or the name of the file while there is none. */
    public String getTitle() {
        return book.title().isEmpty() ? book.fileName() : book.title();
    }

    /** Whether a book came of the workbook. */
    public boolean isSound() {
        return book.faults() == 0;
    }

    public Page<Fault> getFaults() {
        return faults;
    }

    /** What the book says; null while faults keep it from being one, for a page asks for its parts also where it shows none. */
    public LevyWorkbook getContent() {
        if (content.isEmpty() && isSound()) {
            content = Optional.of(office.content(book.id()));
        }
        return content.orElse(null);
    }

    /** The first of its prices; the workbook has all. */
    public List<PermitLevies.Price> getPrices() {
        return getContent() == null
                ? List.of()
                : getContent().prices().stream().limit(MOST_PRICES).toList();
    }

    public List<LevyExample.Tried> getExamples() {
        if (examples.isEmpty()) {
            examples = Optional.of(isSound() ? office.examples(book.id()) : List.of());
        }
        return examples.get();
    }

    /** How many examples come out otherwise. */
    public long getDifferent() {
        return getExamples().stream()
                .filter(one -> !one.differences().isEmpty())
                .count();
    }

    /** Amounts and faults in words. */
    public ExampleWords getWords() {
        return new ExampleWords(language.getMessages());
    }

    /** Lines and factors in words; made once, for the page asks at every cell. */
    public LevyWords getBookWords() {
        if (bookWords == null) {
            bookWords = new LevyWords(language.getMessages(), uses());
        }
        return bookWords;
    }

    private Map<String, String> uses() {
        return getContent() == null
                ? Map.of()
                : getContent().uses().stream().collect(Collectors.toMap(LevyUse::code, LevyUse::title));
    }

    /** The end of the key of the sentence that says how it stands. */
    public String getVerdict() {
        if (book.state() == LevyBookState.PUBLISHED && !book.withdrawers().isEmpty()) {
            return "WITHDRAWING";
        }
        if (book.state() != LevyBookState.DRAFT) {
            return book.state().name();
        }
        if (!isSound()) {
            return "FAULTS";
        }
        return getExamples().isEmpty() || getDifferent() > 0 ? "EXAMPLES" : "READY";
    }

    public String getTone() {
        return LevyBooksPage.tone(book);
    }

    private boolean isKeeper() {
        return me.has("SUPERVISOR ADMINISTRATOR");
    }

    public boolean isSignable() {
        return isKeeper() && isSound() && (book.state() == LevyBookState.DRAFT || book.state() == LevyBookState.SIGNED);
    }

    /** Whether my signature is there already. */
    public boolean isSignedByMe() {
        return book.signers().contains(me.getUsername());
    }

    public boolean isWithdrawable() {
        return isKeeper() && book.state() != LevyBookState.WITHDRAWN;
    }

    /** Whether I have signed its withdrawal already. */
    public boolean isWithdrawnByMe() {
        return book.withdrawers().contains(me.getUsername());
    }

    public String publish() {
        LevyBookOffice.Draft signed = office.publish(book.id(), Days.needed("effectiveFrom", effectiveFrom));
        return done(signed.state() == LevyBookState.PUBLISHED ? "staff.news.book-published" : "staff.news.book-signed");
    }

    public String withdraw() {
        LevyBookOffice.Draft left = FormProblems.refusedAt(
                "withdrawalReason", () -> office.withdraw(book.id(), Parameters.typed(withdrawalReason)));
        return done(
                left.state() == LevyBookState.WITHDRAWN ? "staff.news.book-withdrawn" : "staff.news.withdrawal-signed");
    }

    private String done(String key) {
        FormProblems.news(key);
        return "levybook?faces-redirect=true&id=" + book.id();
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
