package ir.hamedan.esup.rulebooks.internal.table;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The clauses that a gap or an overlap concerns: those of the rows in it, or at its edge. */
public final class FindingClauses {
    private final RuleBook book;
    private final Table table;

    public FindingClauses(RuleBook book) {
        this.book = book;
        this.table = new Table(book);
    }

    /** In the order of the book, at most {@link FindingView#MOST_CLAUSES}. */
    public List<Clause> of(Finding finding) {
        Stream<Row> rows =
                switch (finding.kind()) {
                    case OVERLAP ->
                        table.rows().stream().filter(row -> finding.rows().contains(row.id()));
                    case GAP ->
                        table.rows(finding.zone(), finding.use()).stream().filter(row -> isAtTheEdge(row, finding));
                };
        Set<String> numbers = new LinkedHashSet<>();
        rows.forEach(row -> numbers.addAll(row.clauses()));
        return book.clauses().stream()
                .filter(clause -> numbers.contains(clause.number()))
                .limit(FindingView.MOST_CLAUSES)
                .toList();
    }

    private static boolean isAtTheEdge(Row row, Finding gap) {
        return touches(row.plot(), gap.plot()) && touches(row.street(), gap.street());
    }

    private static boolean touches(Band one, Band other) {
        return one.from() <= other.until() && other.from() <= one.until();
    }
}
