package ir.hamedan.esup.restapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    /** Longer than any change: statements end after a minute, and an import commits piece by piece. */
    static final Duration OVER = Duration.ofMinutes(10);

    private record Until(Reply kept, Instant end) {}

    @Inject
    Clock clock;

    private final Map<String, Until> all = new LinkedHashMap<>(MOST, 0.75f, true);

    Optional<Reply> at(String address) {
        synchronized (all) {
            return Optional.ofNullable(all.get(address))
                    .filter(until -> clock.instant().isBefore(until.end()))
                    .map(Until::kept);
        }
    }

    /**
     * How long an answer stays what it is at its address. What is kept on the way is out of reach, unlike what is kept here.
     *
     * @param known the instant whose knowledge it has
     * @param ofThisMinute whether the address names no instant
     */
    Reply.Lasting lasting(Instant known, boolean ofThisMinute) {
        if (ofThisMinute) {
            return Reply.Lasting.OF_THIS_MINUTE;
        }
        return known.isBefore(clock.instant().minus(OVER))
                ? Reply.Lasting.FOR_GOOD
                : Reply.Lasting.AS_FAR_AS_IS_WRITTEN;
    }

    /**
     * Keeps an answer, if it can be kept.
     *
     * @param known the instant whose knowledge it has
     * @param ofThisMinute whether the address names no instant: in the next minute it asks something else
     */
    void keep(String address, Reply answer, Instant known, boolean ofThisMinute) {
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
