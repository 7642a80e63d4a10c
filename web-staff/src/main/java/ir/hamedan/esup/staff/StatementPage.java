package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.ledger.api.Books;
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

/** The account of one land object: what is owed today, and every movement. */
@Named("statement")
@RequestScoped
public class StatementPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    Books books;

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

    @PostConstruct
    void load() {
        typed = Parameters.text(request, "code");
        if (typed.isEmpty()) {
            return;
        }
        try {
            RenewalCode code = RenewalCode.parse(typed);
            due = Optional.of(dues.due(code, LocalDate.now(clock.withZone(PersianDate.TEHRAN))));
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
