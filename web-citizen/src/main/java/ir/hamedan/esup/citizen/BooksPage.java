package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
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
import java.util.Optional;

/** All rule books that were ever published, and how each stands today. */
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
    }

    @Inject
    RuleBooks books;

    @Inject
    Limits limits;

    @Inject
    Texts texts;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private Page<Edition> rows;
    private LocalDate today;
    private Optional<Long> inForce = Optional.empty();

    @PostConstruct
    void load() {
        limits.count();
        Instant now = clock.instant();
        today = LocalDate.ofInstant(now, PersianDate.TEHRAN);
        inForce = books.inForce(today, now).map(published -> published.edition().id());
        rows = books.editions(Parameters.page(request, PAGE_SIZE));
    }

    public Page<Edition> getRows() {
        return rows;
    }

    /** The tone of the mark that says how it stands. */
    public String tone(Edition edition) {
        return standing(edition, today, inForce).tone;
    }

    public String standing(Edition edition) {
        return texts.get("citizen.books.standing." + standing(edition, today, inForce));
    }

    static Standing standing(Edition edition, LocalDate today, Optional<Long> inForce) {
        if (edition.withdrawnAt().isPresent()) {
            return Standing.WITHDRAWN;
        }
        if (edition.effectiveFrom().isAfter(today)) {
            return Standing.COMING;
        }
        return inForce.equals(Optional.of(edition.id())) ? Standing.IN_FORCE : Standing.PAST;
    }

    public String address(Edition edition) {
        return BookAddresses.of(edition.id());
    }
}
