package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Iban;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Books;
import ir.hamedan.esup.ledger.api.Credits;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.Dues;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The account of one land object: what is owed today, every movement, and what stands to its credit. */
@Named("statement")
@RequestScoped
public class StatementPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    Books books;

    @Inject
    Credits credits;

    @Inject
    Dues dues;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @Inject
    Language language;

    private String typed;
    private Optional<DueStatement> due = Optional.empty();
    private Optional<Page<Books.Movement>> movements = Optional.empty();
    private Rial credit = Rial.ZERO;
    /** One key for one showing of the form: sent twice, it is done once. */
    private String key = UUID.randomUUID().toString();

    private String amount;
    private String iban;
    private String letter;

    @PostConstruct
    void load() {
        typed = Parameters.text(request, "code");
        if (typed.isEmpty()) {
            return;
        }
        try {
            RenewalCode code = RenewalCode.parse(typed);
            due = Optional.of(dues.due(code, LocalDate.now(clock.withZone(PersianDate.TEHRAN))));
            credit = books.onAccount(code);
            movements = Optional.of(books.statement(code, Parameters.page(request, PAGE_SIZE)));
        } catch (Problem problem) {
            FormProblems.show(List.of(problem));
        }
    }

    /** The name of an account such as {@code RECEIVABLE.RENEWAL}, in the language of the page. */
    public String account(String code) {
        Messages messages = language.getMessages();
        int dot = code.indexOf('.');
        return dot < 0
                ? messages.text("ledger.account." + code)
                : messages.text(
                        "ledger.account." + code.substring(0, dot),
                        messages.label("ledger", LevyKind.valueOf(code.substring(dot + 1))));
    }

    public String apply() {
        Rial used = credits.apply("credit:" + key, code(), due.orElseThrow().items());
        FormProblems.news("staff.news.credit-applied", used);
        return here();
    }

    public String refund() {
        credits.refund("refund:" + key, code(), refunded(), payersAccount(), Parameters.typed(letter));
        FormProblems.news("staff.news.credit-refunded");
        return here();
    }

    private Rial refunded() {
        try {
            return Rial.parse(amount);
        } catch (Problem wrong) {
            throw wrong.at("amount");
        }
    }

    private Iban payersAccount() {
        try {
            return Iban.parse(iban);
        } catch (Problem wrong) {
            throw wrong.at("iban");
        }
    }

    private RenewalCode code() {
        return RenewalCode.parse(typed);
    }

    private String here() {
        return "statement?faces-redirect=true&code=" + code().text();
    }

    /** Whether every levy is known to this day: only then does an empty list mean that nothing is owed. */
    public boolean isKnown() {
        return due.isPresent() && due.get().loaded().size() == LevyKind.values().length;
    }

    public Rial getCredit() {
        return credit;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }

    public String getLetter() {
        return letter;
    }

    public void setLetter(String letter) {
        this.letter = letter;
    }

    public String getTyped() {
        return typed;
    }

    public DueStatement getDue() {
        return due.orElse(null);
    }

    public Page<Books.Movement> getMovements() {
        return movements.orElse(null);
    }
}
