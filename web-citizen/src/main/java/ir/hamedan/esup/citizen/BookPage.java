package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A published book: its chapters, what was found in it, a chapter, or a clause; the address says which. */
@Named("book")
@RequestScoped
public class BookPage {
    private static final int PAGE_SIZE = 50;

    /** The tables of a zone, by use. */
    public record Tables(Zone zone, List<Table> uses) {}

    /** A table for one use. */
    public record Table(String title, String address) {}

    @Inject
    RuleBooks books;

    @Inject
    HttpServletRequest request;

    private RuleBooks.Published published;
    private String number;
    private Search search;
    private Page<RuleBooks.ChapterView> chapters;
    private Page<Clause> clauses;

    @PostConstruct
    void load() {
        published = books.book((Long) request.getAttribute(BookAddresses.BOOK));
        number = String.valueOf(request.getAttribute(BookAddresses.NUMBER));
        search = Search.of(request, PAGE_SIZE, (text, page) -> books.search(id(), text, page)
                .map(hit -> Found.of(id(), hit)));
    }

    private long id() {
        return published.edition().id();
    }

    public RuleBooks.Edition getEdition() {
        return published.edition();
    }

    public BookData getData() {
        return published.book().data();
    }

    public String getAddress() {
        return BookAddresses.of(id());
    }

    public Search getSearch() {
        return search;
    }

    public Page<RuleBooks.ChapterView> getChapters() {
        if (chapters == null) {
            chapters = books.chapters(id(), Parameters.page(request, PAGE_SIZE));
        }
        return chapters;
    }

    public String chapter(String chapter) {
        return BookAddresses.chapter(id(), chapter);
    }

    public String clause(String clause) {
        return BookAddresses.clause(id(), clause);
    }

    public String getDmn() {
        return BookAddresses.dmn(id(), "", "");
    }

    /** The tables of the book, zone by zone, with the uses that have a row. */
    public List<Tables> getTables() {
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (Row row : published.book().rows()) {
            uses.computeIfAbsent(row.zone(), zone -> new LinkedHashSet<>()).addAll(row.uses());
        }
        return published.book().zones().stream()
                .map(zone -> new Tables(
                        zone,
                        uses.getOrDefault(zone.code(), Set.of()).stream()
                                .map(use -> new Table(
                                        BookTablePage.title(published.book(), use),
                                        BookAddresses.table(id(), zone.code(), use, "")))
                                .toList()))
                .toList();
    }

    /** The title of the chapter in the address. */
    public String getChapterTitle() {
        return published.book().chapters().stream()
                .filter(chapter -> chapter.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("citizen.book.unknown-chapter"))
                .title();
    }

    public Page<Clause> getClauses() {
        if (clauses == null) {
            clauses = books.clauses(id(), number, Parameters.page(request, PAGE_SIZE));
        }
        return clauses;
    }

    public String getNumber() {
        return number;
    }
}
