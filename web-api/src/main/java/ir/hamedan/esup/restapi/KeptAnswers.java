package ir.hamedan.esup.restapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that were given lately, by the whole address they were asked for at. Whatever an answer of the rules is made of bears
 * the instant since when it is known, so that the answer as it was known at an instant does not change once that instant is over:
 * a new book, layer or lock is in the answers to questions with a later instant. Over it is when those who were then writing have
 * finished.
 */
@ApplicationScoped
public class KeptAnswers {
    private static final int MOST = 1_000;

    /** Longer than a change takes from its instant to its commit. */
    static final Duration WRITTEN = Duration.ofSeconds(10);

    /** Should a change have taken longer all the same, it is missed no longer than caches on the way may miss it. */
    static final Duration KEPT = Duration.ofMinutes(1);

    /** What was answered, as it goes over the line: nothing is left to be made of it when it is given again. */
    static final class Kept {
        private final int status;
        private final byte[] body;
        private final String tag;

        Kept(int status, String json, String hash) {
            this.status = status;
            this.body = json.getBytes(StandardCharsets.UTF_8);
            this.tag = '"' + hash + '"';
        }

        /** Gives it, or says that the caller has it already. */
        void to(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setHeader("ETag", tag);
            response.setHeader("Cache-Control", Cached.CONTROL);
            if (tag.equals(request.getHeader("If-None-Match"))) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            response.setStatus(status);
            response.setContentType("application/json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private record Until(Kept kept, Instant end) {}

    @Inject
    Clock clock;

    private final Map<String, Until> all = new LinkedHashMap<>(MOST, 0.75f, true);

    Optional<Kept> at(String address) {
        synchronized (all) {
            return Optional.ofNullable(all.get(address))
                    .filter(until -> clock.instant().isBefore(until.end()))
                    .map(Until::kept);
        }
    }

    /**
     * Keeps an answer, if it can be kept.
     *
     * @param known the instant whose knowledge it has
     * @param ofThisMinute whether the address names no instant: in the next minute it asks something else
     */
    void keep(String address, Kept answer, Instant known, boolean ofThisMinute) {
        Instant now = clock.instant();
        if (!known.isBefore(now.minus(WRITTEN))) {
            return;
        }
        Instant end = ofThisMinute ? known.truncatedTo(ChronoUnit.MINUTES).plus(KEPT) : now.plus(KEPT);
        synchronized (all) {
            all.put(address, new Until(answer, end));
            if (all.size() > MOST) {
                all.remove(all.keySet().iterator().next());
            }
        }
    }
}
