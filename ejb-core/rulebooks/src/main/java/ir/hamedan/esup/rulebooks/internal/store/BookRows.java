package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.SearchWords;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.Chapter;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.workbooks.FaultRows;
import ir.hamedan.esup.workbooks.RecordJson;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of books, of their files and of what the files say. */
final class BookRows {
    private static final String DRAFT = """
            select b.*, (select count(*) from rulebooks.fault f where f.book = b.id) as faults,
                (select count(*) from rulebooks.finding f where f.book = b.id) as findings,
                (select count(*) from rulebooks.finding f where f.book = b.id
                    and not exists (select from rulebooks.finding_settled s where s.finding = f.id)) as open_findings,
                (select array_agg(s.signer order by s.place) from rulebooks.signature s where s.book = b.id) as signers,
                (select min(s.effective_from) from rulebooks.signature s where s.book = b.id) as signed_for
            from rulebooks.book b
            """;

    private final Sql sql;

    BookRows(Sql sql) {
        this.sql = sql;
    }

    /** What a file is kept with. */
    record Handed(String name, String hash, String by, Instant at) {}

    /** The id of the new book; empty when the file was there already. */
    Optional<Long> add(byte[] file, Handed handed, Optional<RuleBook> book, boolean allFindings) {
        Optional<Long> id = sql.first(
                """
                insert into rulebooks.book (code, version, title, demonstration, file_name, file_hash, imported_by,
                    imported_at, findings_complete)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (file_hash) do nothing returning id""",
                row -> row.number("id"),
                book.map(b -> b.data().code()).orElse(""),
                book.map(b -> b.data().version()).orElse(""),
                book.map(b -> b.data().title()).orElse(""),
                book.map(b -> b.data().demonstration()).orElse(false),
                handed.name(),
                handed.hash(),
                handed.by(),
                handed.at(),
                allFindings);
        id.ifPresent(number -> {
            sql.run("insert into rulebooks.book_file (book, bytes) values (?, ?)", number, file);
            book.ifPresent(b -> content(number, b));
        });
        return id;
    }

    private void content(long id, RuleBook book) {
        sql.run("insert into rulebooks.book_content (book, content) values (?, ?::jsonb)", id, RecordJson.text(book));
        List<Object[]> chapters = new ArrayList<>();
        for (Chapter chapter : book.chapters()) {
            chapters.add(new Object[] {id, chapters.size(), chapter.number(), chapter.title()});
        }
        sql.runAll("insert into rulebooks.chapter (book, place, number, title) values (?, ?, ?, ?)", chapters);
        List<Object[]> clauses = new ArrayList<>();
        for (Clause clause : book.clauses()) {
            clauses.add(new Object[] {
                id,
                clauses.size(),
                clause.number(),
                clause.chapter(),
                clause.title(),
                clause.text(),
                SearchWords.of(clause.title()),
                SearchWords.of(clause.text())
            });
        }
        sql.runAll("""
                insert into rulebooks.clause (book, place, number, chapter, title, text, title_words, text_words)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", clauses);
    }

    FaultRows faults() {
        return new FaultRows(sql, "rulebooks.fault");
    }

    long idOfFile(String hash) {
        return sql.one("select id from rulebooks.book where file_hash = ?", row -> row.number("id"), hash);
    }

    Draft draft(long id) {
        return sql.first(DRAFT + " where b.id = ?", BookRows::draft, id)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-book"));
    }

    Page<Draft> drafts(Page.Request page) {
        return new Page<>(
                sql.list(DRAFT + " order by b.id desc limit ? offset ?", BookRows::draft, page.size(), page.offset()),
                sql.one("select count(*) as n from rulebooks.book", row -> row.number("n")),
                page);
    }

    private static Draft draft(Sql.Row row) throws SQLException {
        return new Draft(
                row.number("id"),
                row.constant(BookState.class, "state"),
                row.text("code"),
                row.text("version"),
                row.text("title"),
                row.bool("demonstration"),
                row.text("file_name"),
                row.text("file_hash"),
                row.text("imported_by"),
                row.instant("imported_at"),
                row.number("faults"),
                row.number("findings"),
                row.number("open_findings"),
                row.bool("findings_complete"),
                row.texts("signers"),
                Optional.ofNullable(row.date("signed_for")));
    }

    /** Locks the book until the transaction ends, so that what is done to it comes one after another. */
    BookState lock(long id) {
        return sql.first(
                        "select state from rulebooks.book where id = ? for update",
                        row -> row.constant(BookState.class, "state"),
                        id)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-book"));
    }

    byte[] file(long id) {
        return sql.first("select bytes from rulebooks.book_file where book = ?", row -> row.bytes("bytes"), id)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-book"));
    }

    /** What the file says; empty while there are faults in it. */
    Optional<RuleBook> content(long id) {
        return sql.first(
                "select content from rulebooks.book_content where book = ?",
                row -> RecordJson.read(RuleBook.class, row.text("content")),
                id);
    }
}
