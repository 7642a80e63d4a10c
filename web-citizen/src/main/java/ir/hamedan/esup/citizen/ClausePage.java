package ir.hamedan.esup.citizen;

import ir.hamedan.esup.rulebooks.api.Chapter;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A clause of a published book under its permanent address, and the tables that rest on it. */
@Named("clausePage")
@RequestScoped
public class ClausePage {
    private static final int MOST_TABLES = 60;

    @Inject
    RuleBooks books;

    @Inject
    PublicAddress addresses;

    @Inject
    HttpServletRequest request;

    private RuleBooks.Published published;
    private Clause clause;

    @PostConstruct
    void load() {
        published = books.book((Long) request.getAttribute(BookAddresses.BOOK));
        clause = books.clause(published.edition().id(), String.valueOf(request.getAttribute(BookAddresses.NUMBER)));
    }

    public Clause getClause() {
        return clause;
    }

    public RuleBooks.Edition getEdition() {
        return published.edition();
    }

    public String getBook() {
        return BookAddresses.of(published.edition().id());
    }

    /** Whole, because it is cited elsewhere. */
    public String getAddress() {
        return addresses.of(BookAddresses.clause(published.edition().id(), clause.number()));
    }

    /** The chapter it stands in; null when the book has none of that number. */
    public Chapter getChapter() {
        return published.book().chapters().stream()
                .filter(chapter -> chapter.number().equals(clause.chapter()))
                .findFirst()
                .orElse(null);
    }

    public String getChapterAddress() {
        return BookAddresses.chapter(published.edition().id(), clause.chapter());
    }

    /** The tables with a row that rests on it. */
    public List<BookPage.Table> getTables() {
        Set<BookPage.Table> tables = new LinkedHashSet<>();
        published.book().rows().stream()
                .filter(row -> row.clauses().contains(clause.number()))
                .forEach(row -> row.uses()
                        .forEach(use -> tables.add(new BookPage.Table(
                                row.zone() + " · " + BookTablePage.title(published.book(), use),
                                BookAddresses.table(published.edition().id(), row.zone(), use, "")))));
        return tables.stream().limit(MOST_TABLES).toList();
    }
}
