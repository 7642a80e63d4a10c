package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Edition;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All rule books that were ever published, or with {@code of=levies} all levy books, and how each stands today; with {@code q=}
 * the clauses in which something was found, of all rule books that hold or will.
 */
@Named("books")
@RequestScoped
public class BooksPage {
    private static final int PAGE_SIZE = 20;

    /** How a published book stands. */
    enum Standing {
        IN_FORCE("good"),
        COMING("info"),
        PAST("plain"),
        WITHDRAWN("bad");

        private final String tone;

        Standing(String tone) {
            this.tone = tone;
        }

        static Standing of(boolean withdrawn, LocalDate from, LocalDate today, boolean inForce) {
            if (withdrawn) {
                return WITHDRAWN;
            }
            if (from.isAfter(today)) {
                return COMING;
            }
            return inForce ? IN_FORCE : PAST;
        }
    }

    /** A book of either kind, as the list shows it. */
    public record Row(
            String address,
            String title,
            boolean demonstration,
            String version,
            LocalDate from,
            Optional<Instant> withdrawnAt,
            Standing standing) {
        /** The tone of the mark that says how it stands. */
        public String tone() {
            return standing.tone;
        }
    }

    @Inject
    RuleBooks books;

    @Inject
    PermitLevies levies;

    @Inject
    Limits limits;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private boolean ofLevies;
    private Page<Row> rows;
    private Search search;

    @PostConstruct
    void load() {
        limits.count();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, PersianDate.TEHRAN);
        ofLevies = Parameters.text(request, "of").equals("levies");
        Page.Request page = Parameters.page(request, PAGE_SIZE);
        rows = new Page<>(List.of(), 0, page);
        if (ofLevies) {
            rows = levies.books(today, page).map(listed -> levyBook(listed, today));
        } else {
            Optional<Long> inForce = books.inForce(today, now)
                    .map(published -> published.edition().id());
            search = Search.of(request, PAGE_SIZE, (text, part) -> books.search(text, today, now, part)
                    .map(one -> Found.of(one.edition().id(), one.hit()).in(ruleBook(one.edition(), today, inForce))));
            if (!search.isAsked()) {
                rows = books.editions(page).map(edition -> ruleBook(edition, today, inForce));
            }
        }
    }

    /** Null where levy books are listed: all of them at once are not looked through. */
    public Search getSearch() {
        return search;
    }

    public boolean isOfLevies() {
        return ofLevies;
    }

    public Page<Row> getRows() {
        return rows;
    }

    public String standing(Row row) {
        return texts.get("citizen.books.standing." + row.standing());
    }

    static Row ruleBook(Edition edition, LocalDate today, Optional<Long> inForce) {
        return new Row(
                BookAddresses.of(edition.id()),
                edition.title(),
                edition.demonstration(),
                edition.version(),
                edition.effectiveFrom(),
                edition.withdrawnAt(),
                Standing.of(
                        edition.withdrawnAt().isPresent(),
                        edition.effectiveFrom(),
                        today,
                        inForce.equals(Optional.of(edition.id()))));
    }

    static Row levyBook(PermitLevies.Listed listed, LocalDate today) {
        PermitLevies.Book book = listed.book();
        return new Row(
                LevyBookPage.address(book),
                book.title(),
                book.demonstration(),
                book.year() + "/" + book.version(),
                book.validFrom(),
                listed.withdrawnAt(),
                Standing.of(listed.withdrawnAt().isPresent(), book.validFrom(), today, listed.inForce()));
    }
}
