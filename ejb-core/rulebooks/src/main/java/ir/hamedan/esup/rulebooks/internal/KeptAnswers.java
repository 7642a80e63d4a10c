package ir.hamedan.esup.rulebooks.internal;

import ir.hamedan.esup.rulebooks.api.Rules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Documents that were asked for lately, by their whole question. Whatever an answer is made of bears the instant since when
 * it is known, so that the answer as it was known at an instant does not change once that instant is over: a new book, layer
 * or lock is in the answers to questions with a later instant. Over it is when those who were then writing have finished.
 */
@ApplicationScoped
public class KeptAnswers {
    private static final int MOST = 1_000;

    /** Longer than a change takes from its instant to its commit. */
    static final Duration WRITTEN = Duration.ofSeconds(10);

    /** Should a change have taken longer all the same, it is missed no longer than caches on the way may miss it. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private record Kept(Rules.Document document, Instant since) {}

    @Inject
    Clock clock;

    private final Map<Object, Kept> kept = new LinkedHashMap<>(MOST, 0.75f, true);

    /** @param known the instant whose knowledge the question asks for */
    Rules.Document of(Object question, Instant known, Supplier<Rules.Document> maker) {
        Instant now = clock.instant();
        synchronized (kept) {
            Kept before = kept.get(question);
            if (before != null && now.isBefore(before.since().plus(KEPT))) {
                return before.document();
            }
        }
        Rules.Document made = maker.get();
        if (known.isBefore(now.minus(WRITTEN))) {
            synchronized (kept) {
                kept.put(question, new Kept(made, now));
                if (kept.size() > MOST) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
        }
        return made;
    }
}
