package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.rulebooks.api.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The published books that were asked for last. What was published never changes, so that a node may keep it; which one
 * holds is asked of the database each time.
 */
@ApplicationScoped
public class BookMemory {
    private static final int MOST = 8;

    private final Map<Long, RuleBook> books = new LinkedHashMap<>(MOST, 0.75f, true);

    /** The book, read when it is not here. */
    RuleBook book(long id, LongFunction<RuleBook> reader) {
        synchronized (books) {
            RuleBook known = books.get(id);
            if (known != null) {
                return known;
            }
        }
        RuleBook read = reader.apply(id);
        synchronized (books) {
            RuleBook first = books.putIfAbsent(id, read);
            if (books.size() > MOST) {
                books.remove(books.keySet().iterator().next());
            }
            return first == null ? read : first;
        }
    }
}
