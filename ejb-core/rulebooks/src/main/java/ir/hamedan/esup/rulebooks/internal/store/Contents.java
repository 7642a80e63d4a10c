package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Edition;
import ir.hamedan.esup.workbooks.RecordJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What books say, with all that was settled. */
public final class Contents {
    private final Sql sql;

    public Contents(Sql sql) {
        this.sql = sql;
    }

    /**
     * A book as it would hold.
     *
     * @throws Problem {@code rulebooks.unknown-book}, {@code rulebooks.faults-open}
     */
    public RuleBook of(long book) {
        BookRows rows = new BookRows(sql);
        RuleBook content = rows.content(book)
                .orElseThrow(() -> Problem.conflict(
                        "rulebooks.faults-open", rows.draft(book).faults()));
        return new Settling(sql).applied(book, content);
    }

    /** Equal books have equal hashes, and others others. */
    public static String hash(RuleBook content) {
        return Sha256.of(RecordJson.text(content).getBytes(StandardCharsets.UTF_8));
    }

    /** {@code rulebooks.unknown-book}, {@code rulebooks.not-a-draft}. */
    public void requireUnpublished(long book) {
        BookState state = new BookRows(sql).draft(book).state();
        if (state != BookState.DRAFT && state != BookState.CHECKED) {
            throw Problem.conflict("rulebooks.not-a-draft");
        }
    }

    /** The first day a draft can hold from: its own, or today once that is over. */
    public static LocalDate firstDay(RuleBook content, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, PersianDate.TEHRAN);
        LocalDate own = content.data().effectiveFrom();
        return own.isBefore(today) ? today : own;
    }

    /** The report that tells which parcels lie in the gaps and overlaps of a book. */
    public OptionalLong counted(long book) {
        return new Publishing(sql).counted(book);
    }

    public Optional<Edition> inForce(LocalDate on, Instant known) {
        return new Publishing(sql).inForce(on, known);
    }

    /** A book as it was published. */
    public RuleBook published(long book) {
        return new Publishing(sql).content(book);
    }

    /** {@code rulebooks.unknown-finding}. */
    public FindingView finding(long finding) {
        return new Settling(sql).finding(finding);
    }

    /** All gaps and overlaps of a book, as many as an analysis keeps. */
    public List<FindingView> findings(long book) {
        return new Settling(sql).all(book);
    }
}
