package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Actors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who calls: in which language, from where, and how often in this minute. The counts are of this node alone. */
@ApplicationScoped
public class Callers {
    private static final int MOST_ADDRESSES = 100_000;

    @Inject
    @ConfigProperty(name = "esup.api.public-per-minute", defaultValue = "600")
    int publicPerMinute;

    @Inject
    @ConfigProperty(name = "esup.api.tokens-per-minute", defaultValue = "120")
    int tokensPerMinute;

    @Inject
    Actors actors;

    @Inject
    Clock clock;

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long minute;

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
        count("public " + actors.address(), publicPerMinute);
    }

    void countToken() {
        count("token " + actors.address(), tokensPerMinute);
    }

    private void count(String who, int most) {
        long now = clock.millis() / 60_000;
        if (now != minute || counts.size() > MOST_ADDRESSES) {
            minute = now;
            counts.clear();
        }
        if (counts.computeIfAbsent(who, key -> new AtomicInteger()).incrementAndGet() > most) {
            throw Problem.tooMany("restapi.too-often");
        }
    }
}
