package ir.hamedan.esup.rulebooks.internal;

import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** The books asked for last, made ready to be asked again: what was published never changes. */
@ApplicationScoped
public class Engines {
    private static final int MOST = 8;

    private final Map<Long, Engine> engines = new LinkedHashMap<>(MOST, 0.75f, true);

    Engine of(RuleBooks.Published book) {
        long id = book.edition().id();
        synchronized (engines) {
            Engine known = engines.get(id);
            if (known != null) {
                return known;
            }
        }
        Engine made = new Engine(book.book());
        synchronized (engines) {
            engines.put(id, made);
            if (engines.size() > MOST) {
                engines.remove(engines.keySet().iterator().next());
            }
        }
        return made;
    }
}
