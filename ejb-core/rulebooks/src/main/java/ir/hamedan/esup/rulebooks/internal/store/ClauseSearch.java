package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.SearchWords;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Found;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Hit;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Looks for words in the clauses of published books. */
final class ClauseSearch {
    private static final String IN_ONE =
            " from rulebooks.clause c, to_tsquery('simple', ?) q where c.book = ? and c.words @@ q";

    private static final String IN_SEVERAL =
            " from (" + Publishing.HOLDING_OR_COMING + ") e join rulebooks.clause c on c.book = e.book"
                    + " cross join to_tsquery('simple', ?) q where c.words @@ q";

    private final Sql sql;
    private final SearchWords wanted;

    /** {@code rulebooks.search-empty}, {@code rulebooks.search-too-long}. */
    ClauseSearch(Sql sql, String text) {
        if (text != null && text.length() > SearchWords.LONGEST) {
            throw Problem.invalid("rulebooks.search-too-long", SearchWords.LONGEST);
        }
        this.sql = sql;
        this.wanted = SearchWords.wanted(text);
        if (wanted.isEmpty()) {
            throw Problem.invalid("rulebooks.search-empty");
        }
    }

    Page<Hit> in(long book, Page.Request page) {
        return new Page<>(
                sql.list(
                        "select c.*" + IN_ONE + " order by ts_rank(c.words, q) desc, c.place limit ? offset ?",
                        row -> hit(RuleBooksBean.clause(row)),
                        wanted.query(),
                        book,
                        page.size(),
                        page.offset()),
                sql.one("select count(*) as n" + IN_ONE, row -> row.number("n"), wanted.query(), book),
                page);
    }

    Page<Found> in(LocalDate on, Instant known, Page.Request page) {
        List<Object> values = new ArrayList<>(Publishing.holdingOrComing(on, known));
        values.add(wanted.query());
        long total = sql.one("select count(*) as n" + IN_SEVERAL, row -> row.number("n"), values.toArray());
        values.addAll(List.of(page.size(), page.offset()));
        return new Page<>(
                sql.list(
                        "select e.*, c.number, c.title as clause_title, c.chapter, c.text" + IN_SEVERAL
                                + " order by ts_rank(c.words, q) desc, e.effective_from, c.place limit ? offset ?",
                        this::found,
                        values.toArray()),
                total,
                page);
    }

    private Found found(Sql.Row row) throws SQLException {
        return new Found(
                Publishing.edition(row),
                hit(new Clause(row.text("number"), row.text("clause_title"), row.text("chapter"), row.text("text"))));
    }

    private Hit hit(Clause clause) {
        return new Hit(clause, wanted.marks(clause.title()), wanted.marks(clause.text()));
    }
}
