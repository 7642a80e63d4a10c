package ir.hamedan.esup.rulebooks.api;

import java.time.LocalDate;
import java.util.List;

/**
 * A rule book: typed values throughout, so that nothing in it can be run. Whether it has exactly one answer for every plot is
 * another question, which the analysis of its rows answers.
 *
 * @param rows as the book has them, without the rows that narrow streets lead to
 */
public record RuleBook(
        BookData data,
        List<Chapter> chapters,
        List<Clause> clauses,
        List<Zone> zones,
        List<Use> uses,
        List<Row> rows,
        List<Overlay> overlays,
        List<Chamfer> chamfers,
        Parameters parameters,
        List<Precedence> precedences,
        List<Referral> referrals,
        List<Golden> goldens) {
    /** The most clauses a book may have. */
    public static final int MOST_CLAUSES = 20_000;

    /** The most rows a book may have, of each kind. */
    public static final int MOST_ROWS = 10_000;

    public RuleBook {
        chapters = bounded(chapters, MOST_CLAUSES);
        clauses = bounded(clauses, MOST_CLAUSES);
        zones = bounded(zones, MOST_ROWS);
        uses = bounded(uses, MOST_ROWS);
        rows = bounded(rows, MOST_ROWS);
        overlays = bounded(overlays, MOST_ROWS);
        chamfers = bounded(chamfers, MOST_ROWS);
        precedences = bounded(precedences, MOST_ROWS);
        referrals = bounded(referrals, MOST_ROWS);
        goldens = bounded(goldens, MOST_ROWS);
    }

    /** The same book with another first day. */
    public RuleBook from(LocalDate effectiveFrom) {
        BookData first = new BookData(
                data.code(),
                data.version(),
                data.title(),
                data.authority(),
                data.approval(),
                effectiveFrom,
                data.supersedes(),
                data.demonstration());
        return new RuleBook(
                first,
                chapters,
                clauses,
                zones,
                uses,
                rows,
                overlays,
                chamfers,
                parameters,
                precedences,
                referrals,
                goldens);
    }

    private static <T> List<T> bounded(List<T> values, int most) {
        if (values.size() > most) {
            throw new IllegalArgumentException(values.size() + " entries where a book may have " + most);
        }
        return List.copyOf(values);
    }
}
