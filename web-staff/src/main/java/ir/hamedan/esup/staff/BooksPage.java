package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Books;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The trial balance over a span of days; without one, the fiscal year so far. */
@Named("books")
@RequestScoped
public class BooksPage {
    @Inject
    Books books;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private LocalDate from;
    private LocalDate to;
    private List<Books.Balance> rows = List.of();

    @PostConstruct
    void load() {
        LocalDate today = LocalDate.now(clock.withZone(PersianDate.TEHRAN));
        from = PersianDate.firstDayOf(PersianDate.of(today).year());
        to = today;
        try {
            from = Parameters.day(request, "from").orElse(from);
            to = Parameters.day(request, "to").orElse(to);
            rows = books.trialBalance(from, to);
        } catch (Problem problem) {
            FormProblems.show(List.of(problem));
        }
    }

    public Rial getDebit() {
        return sum(Books.Balance::debit);
    }

    public Rial getCredit() {
        return sum(Books.Balance::credit);
    }

    private Rial sum(Function<Books.Balance, Rial> side) {
        return rows.stream().map(side).reduce(Rial.ZERO, Rial::plus);
    }

    /** Double entry: both sides are the same, or something is very wrong. */
    public boolean isBalanced() {
        return getDebit().equals(getCredit());
    }

    public String getFrom() {
        return PersianDate.of(from).text();
    }

    public String getTo() {
        return PersianDate.of(to).text();
    }

    public List<Books.Balance> getRows() {
        return rows;
    }
}
