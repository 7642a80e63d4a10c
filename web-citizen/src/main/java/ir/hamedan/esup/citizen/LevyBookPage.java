package ir.hamedan.esup.citizen;

import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The articles of a published levy book, each under an address of its own: {@code /levybook?year=&version=#article-5}. */
@Named("levyBook")
@RequestScoped
public class LevyBookPage {
    @Inject
    PermitLevies levies;

    @Inject
    HttpServletRequest request;

    private PermitLevies.Cited cited;

    @PostConstruct
    void load() {
        cited = levies.cited(whole("year"), whole("version"));
    }

    private int whole(String name) {
        return Parameters.whole(request, name)
                .filter(number -> number <= Short.MAX_VALUE)
                .orElse(0L)
                .intValue();
    }

    public PermitLevies.Cited getCited() {
        return cited;
    }
}
