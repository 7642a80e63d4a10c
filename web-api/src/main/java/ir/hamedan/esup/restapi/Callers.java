package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who calls: in which language, from where, and how often in this minute ({@link Rates}). */
@ApplicationScoped
public class Callers {
    @Inject
    @ConfigProperty(name = "esup.api.public-per-minute", defaultValue = "600")
    int publicPerMinute;

    @Inject
    @ConfigProperty(name = "esup.api.tokens-per-minute", defaultValue = "120")
    int tokensPerMinute;

    @Inject
    @ConfigProperty(name = "esup.api.client-per-minute", defaultValue = "3000")
    int clientPerMinute;

    @Inject
    Rates rates;

    static Messages texts(HttpServletRequest request) {
        if (request != null && request.getHeader("Accept-Language") != null) {
            for (Locale wished : java.util.Collections.list(request.getLocales())) {
                if (wished.getLanguage().equals("en") || wished.getLanguage().equals("fa")) {
                    return Messages.in(wished);
                }
            }
        }
        return Messages.in(Messages.PERSIAN);
    }

    void countPublic() {
        count("public", publicPerMinute);
    }

    void countToken() {
        count("token", tokensPerMinute);
    }

    /** Counts one request of a client or person who is logged in. */
    void countClient(String name) {
        require(rates.allows("client", name, clientPerMinute));
    }

    private void count(String what, int most) {
        require(rates.allows(what, most));
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.tooMany("restapi.too-often");
        }
    }
}
