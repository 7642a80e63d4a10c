package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.levies.api.LevyWords;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The lines and articles of a published levy book, each under an address of its own: {@code
 * /levybook?year=&version=#article-5}; with {@code q=} those in which something was found.
 */
@Named("levyBook")
@RequestScoped
public class LevyBookPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    PermitLevies levies;

    @Inject
    Limits limits;

    @Inject
    RuleBooks rules;

    @Inject
    Language language;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private PermitLevies.Cited cited;
    private LevyWords words;
    private Search search;

    @PostConstruct
    void load() {
        limits.count();
        cited = levies.cited(whole("year"), whole("version"));
        words = new LevyWords(language.getMessages(), uses());
        PermitLevies.Book book = cited.book();
        search = Search.of(request, PAGE_SIZE, (text, page) -> levies.search(book.year(), book.version(), text, page)
                .map(hit -> Found.of(book, hit)));
    }

    public Search getSearch() {
        return search;
    }

    /** The page of the book without a search. */
    public String getAddress() {
        return address(cited.book());
    }

    /** Where a book and its articles stand. */
    static String address(PermitLevies.Book book) {
        return "/levybook?year=" + book.year() + "&version=" + book.version();
    }

    private int whole(String name) {
        return Parameters.whole(request, name)
                .filter(number -> number <= Short.MAX_VALUE)
                .orElse(0L)
                .intValue();
    }

    /** Uses as the rule book of today calls them. */
    private Map<String, String> uses() {
        Instant now = clock.instant();
        return rules.inForce(LocalDate.ofInstant(now, PersianDate.TEHRAN), now)
                .map(published -> published.book().uses().stream().collect(Collectors.toMap(Use::code, Use::title)))
                .orElse(Map.of());
    }

    /** Lines and factors in words; made once, for the page asks at every cell. */
    public LevyWords getWords() {
        return words;
    }

    public PermitLevies.Cited getCited() {
        return cited;
    }
}
