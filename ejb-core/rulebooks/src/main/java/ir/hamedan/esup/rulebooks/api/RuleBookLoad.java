package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.kernel.OneConnection;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.internal.plan.PlanFactTable;
import ir.hamedan.esup.rulebooks.internal.store.WholeBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The bulk door of the rule books: a whole workbook in the transaction of the connection, which must not commit by itself,
 * for a city that is set up. The office's own way is {@link RuleBookOffice}.
 */
public final class RuleBookLoad {
    private final WholeBook books;
    private final PlanFactTable facts;
    private final Instant now;
    private final List<String> signers;

    /**
     * A load.
     *
     * @param now what is published by it is known from then on
     * @param publishedBy another than {@code signedBy}: here too a book has two
     */
    public RuleBookLoad(Connection connection, Instant now, String signedBy, String publishedBy) {
        this.books = new WholeBook(connection, now);
        this.facts = new PlanFactTable(new Sql(new OneConnection(connection)));
        this.now = now;
        this.signers = List.of(signedBy, publishedBy);
    }

    /** The workbook of the demonstration book, as the product carries it. */
    public static byte[] demonstration() {
        try (InputStream file =
                RuleBookLoad.class.getResourceAsStream("/ir/hamedan/esup/rulebooks/demo/demonstration.xlsx")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads, checks and publishes a workbook, and gives the id of the book.
     *
     * @throws ir.hamedan.esup.kernel.Problem as {@link RuleBookOffice#importBook} and {@link RuleBookOffice#publish} do
     */
    public long publish(byte[] workbook, String fileName, LocalDate effectiveFrom) {
        return books.publish(workbook, fileName, effectiveFrom, signers);
    }

    /** Publishes a decision of the Article 5 commission on a parcel of the register, from its own day on. */
    public void publish(RenewalCode parcel, Decision decision) {
        long fact = facts.add(
                "load:" + parcel + ":" + decision.number(),
                parcel,
                decision.date(),
                decision,
                new PlanFacts.Act(signers.get(0), now));
        facts.decide(fact, true, new PlanFacts.Act(signers.get(1), now));
    }
}
