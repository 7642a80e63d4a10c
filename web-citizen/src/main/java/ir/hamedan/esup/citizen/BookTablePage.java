package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The decision table of a zone and a use, with the row that counted in an answer marked. */
@Named("table")
@RequestScoped
public class BookTablePage {
    @Inject
    RuleBooks books;

    @Inject
    HttpServletRequest request;

    private RuleBooks.Published published;
    private String zone;
    private String use;
    private String row;
    private List<Row> rows;

    @PostConstruct
    void load() {
        published = books.book((Long) request.getAttribute(BookAddresses.BOOK));
        zone = Parameters.text(request, "zone");
        use = Parameters.text(request, "use");
        row = Parameters.text(request, "row");
        rows = books.table(id(), zone, use);
        if (rows.isEmpty()) {
            throw Problem.notFound("rulebooks.unknown-table");
        }
    }

    private long id() {
        return published.edition().id();
    }

    /** The title of a use; its code when the book has none. */
    static String title(RuleBook book, String use) {
        return book.uses().stream()
                .filter(known -> known.code().equals(use))
                .findFirst()
                .map(Use::title)
                .orElse(use);
    }

    public String getUse() {
        return title(published.book(), use);
    }

    public String getZone() {
        return zone;
    }

    public String getZoneTitle() {
        return published.book().zones().stream()
                .filter(known -> known.code().equals(zone))
                .findFirst()
                .map(Zone::title)
                .orElse("");
    }

    public List<Row> getRows() {
        return rows;
    }

    public boolean isMarked(Row one) {
        return one.id().equals(row);
    }

    /** Whether a row of an answer is among these. */
    public boolean isMatched() {
        return rows.stream().anyMatch(this::isMarked);
    }

    public String getRow() {
        return row;
    }

    /** Where the book sends plots of this zone and use to the commission. */
    public List<Referral> getReferrals() {
        return published.book().referrals().stream()
                .filter(referral -> referral.concerns(zone, use))
                .toList();
    }

    public String clause(String number) {
        return BookAddresses.clause(id(), number);
    }

    public RuleBooks.Edition getEdition() {
        return published.edition();
    }

    public String getBook() {
        return BookAddresses.of(id());
    }

    public String getDmn() {
        return BookAddresses.dmn(id(), zone, use);
    }
}
