package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.OneConnection;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A book from its file to its publication in one go, on the connection of a bulk load. */
public final class WholeBook {
    private final Sql sql;
    private final Instant now;

    public WholeBook(Connection connection, Instant now) {
        this.sql = new Sql(new OneConnection(connection));
        this.now = now;
    }

    /** The id of the book; it is held against all that the office's own way holds a book against. */
    public long publish(byte[] file, String name, LocalDate from, List<String> signers) {
        Publishing publishing = new Publishing(sql);
        long book = new Imports(sql)
                .add(file, new BookRows.Handed(name, Sha256.of(file), signers.get(0), now))
                .id();
        RuleBook content = new Contents(sql).of(book);
        Checking.requireSettled(content);
        for (String signer : signers) {
            if (publishing.sign(book, signer, from, now) == 1) {
                publishing.check(book);
            }
        }
        publishing.publish(book, from, content, now);
        return book;
    }
}
