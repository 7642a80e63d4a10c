package ir.hamedan.esup.rulebooks.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** What was made of published books, of those that were asked for last: what was published never changes. */
public final class LastAsked<T> {
    private static final int MOST = 8;

    private final Map<Long, T> known = new LinkedHashMap<>(MOST, 0.75f, true);

    /** What is known of the book, made when it is not here; of two who make it at once both get the first one's. */
    public T of(long book, LongFunction<T> maker) {
        synchronized (known) {
            T before = known.get(book);
            if (before != null) {
                return before;
            }
        }
        T made = maker.apply(book);
        synchronized (known) {
            T first = known.putIfAbsent(book, made);
            if (known.size() > MOST) {
                known.remove(known.keySet().iterator().next());
            }
            return first == null ? made : first;
        }
    }
}
