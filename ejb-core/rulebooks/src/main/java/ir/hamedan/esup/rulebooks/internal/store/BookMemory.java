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

    private final Map<Long, byte[]> tables = new LinkedHashMap<>(MOST, 0.75f, true);

    /** The book, read when it is not here. */
    RuleBook book(long id, LongFunction<RuleBook> reader) {
        return known(books, id, reader);
    }

    /** Its table as DMN, written when it is not here: anybody may ask for it, and a large one takes its time. */
    byte[] dmn(long id, LongFunction<byte[]> writer) {
        return known(tables, id, writer);
    }

    private static <T> T known(Map<Long, T> all, long id, LongFunction<T> reader) {
        synchronized (all) {
            T known = all.get(id);
            if (known != null) {
                return known;
            }
        }
        T read = reader.apply(id);
        synchronized (all) {
            T first = all.putIfAbsent(id, read);
            if (all.size() > MOST) {
                all.remove(all.keySet().iterator().next());
            }
            return first == null ? read : first;
        }
    }
}
