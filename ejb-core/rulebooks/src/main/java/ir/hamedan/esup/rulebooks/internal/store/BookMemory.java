package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.internal.LastAsked;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongFunction;

/**
 * The published books that were asked for last. What was published never changes, so that a node may keep it; which one
 * holds is asked of the database each time.
 */
@ApplicationScoped
public class BookMemory {
    private final LastAsked<RuleBook> books = new LastAsked<>();

    private final LastAsked<byte[]> tables = new LastAsked<>();

    /** The book, read when it is not here. */
    RuleBook book(long id, LongFunction<RuleBook> reader) {
        return books.of(id, reader);
    }

    /** Its table as DMN, written when it is not here: anybody may ask for it, and a large one takes its time. */
    byte[] dmn(long id, LongFunction<byte[]> writer) {
        return tables.of(id, writer);
    }
}
