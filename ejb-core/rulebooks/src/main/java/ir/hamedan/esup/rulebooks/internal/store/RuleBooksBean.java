package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.internal.table.Table;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What was published is public. */
@Stateless
@Local({RuleBooks.class, InForce.class})
@PermitAll
public class RuleBooksBean implements RuleBooks, InForce {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    BookMemory memory;

    @Override
    public Optional<Published> inForce(LocalDate on, Instant known) {
        return publishing().inForce(on, known).map(this::published);
    }

    @Override
    public Optional<Basis> basis(Optional<RenewalCode> parcel, LocalDate on, Instant known) {
        return publishing()
                .inForce(parcel, on, known)
                .map(found -> new Basis(published(found.edition()), found.laid()));
    }

    @Override
    public Optional<Edition> coming(LocalDate on, Instant known) {
        return publishing().coming(on, known);
    }

    @Override
    public Published book(long id) {
        return published(publishing().edition(id));
    }

    private Published published(Edition edition) {
        return new Published(
                edition, memory.book(edition.id(), id -> publishing().content(id)));
    }

    @Override
    public Page<Edition> editions(Page.Request page) {
        return publishing().editions(page);
    }

    @Override
    public Page<ChapterView> chapters(long book, Page.Request page) {
        publishing().edition(book);
        return new Page<>(
                sql().list(
                                """
                        select c.number, c.title, (select count(*) from rulebooks.clause x
                            where x.book = c.book and x.chapter = c.number) as clauses
                        from rulebooks.chapter c where c.book = ? order by c.place limit ? offset ?""",
                                row -> new ChapterView(row.text("number"), row.text("title"), row.number("clauses")),
                                book,
                                page.size(),
                                page.offset()),
                sql().one("select count(*) as n from rulebooks.chapter where book = ?", row -> row.number("n"), book),
                page);
    }

    @Override
    public Page<Clause> clauses(long book, String chapter, Page.Request page) {
        publishing().edition(book);
        return new Page<>(
                sql().list(
                                "select * from rulebooks.clause where book = ? and chapter = ?"
                                        + " order by place limit ? offset ?",
                                RuleBooksBean::clause,
                                book,
                                PersianText.value(chapter),
                                page.size(),
                                page.offset()),
                sql().one(
                                "select count(*) as n from rulebooks.clause where book = ? and chapter = ?",
                                row -> row.number("n"),
                                book,
                                PersianText.value(chapter)),
                page);
    }

    @Override
    public Clause clause(long book, String number) {
        publishing().edition(book);
        return sql().first(
                        "select * from rulebooks.clause where book = ? and number = ?",
                        RuleBooksBean::clause,
                        book,
                        PersianText.value(number))
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-clause", PersianText.clean(number)));
    }

    @Override
    public Page<Hit> search(long book, String text, Page.Request page) {
        ClauseSearch search = new ClauseSearch(sql(), text);
        publishing().edition(book);
        return search.in(book, page);
    }

    @Override
    public Page<Found> search(String text, LocalDate on, Instant known, Page.Request page) {
        return new ClauseSearch(sql(), text).in(on, known, page);
    }

    @Override
    public List<Row> table(long book, String zone, String use) {
        return new Table(book(book).book()).rows(zone, use);
    }

    @Override
    public byte[] dmn(long book) {
        RuleBook content = book(book).book();
        return memory.dmn(book, id -> TablePart.dmn(content)).clone();
    }

    @Override
    public byte[] dmn(long book, String zone, String use) {
        RuleBook part = TablePart.of(book(book).book(), zone, use);
        if (part.rows().isEmpty()) {
            throw Problem.notFound("rulebooks.unknown-table");
        }
        return TablePart.dmn(part);
    }

    static Clause clause(Sql.Row row) throws SQLException {
        return new Clause(row.text("number"), row.text("title"), row.text("chapter"), row.text("text"));
    }

    private Publishing publishing() {
        return new Publishing(sql());
    }

    private Sql sql() {
        return new Sql(source);
    }
}
