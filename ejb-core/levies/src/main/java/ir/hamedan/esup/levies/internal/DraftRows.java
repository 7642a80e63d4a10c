package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyBookOffice.Draft;
import ir.hamedan.esup.levies.api.LevyBookState;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.workbooks.FaultRows;
import ir.hamedan.esup.workbooks.RecordJson;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The rows of levy books as they were handed in, of their files and signatures. */
final class DraftRows {
    private static final String DRAFT = """
            select b.*, (select count(*) from levies.book_fault f where f.book = b.id) as faults,
                (select array_agg(s.signer order by s.place) from levies.book_signature s where s.book = b.id) as signers,
                (select min(s.effective_from) from levies.book_signature s where s.book = b.id) as signed_for,
                (select array_agg(w.signer order by w.place) from levies.book_withdrawal w where w.book = b.id)
                    as withdrawers,
                coalesce((select w.reason from levies.book_withdrawal w where w.book = b.id and w.place = 1), '') as reason
            from levies.book b
            """;

    private final Sql sql;

    DraftRows(Sql sql) {
        this.sql = sql;
    }

    /** What a file is kept with. */
    record Handed(String name, String hash, String by, Instant at) {}

    Optional<Long> idOfFile(String hash) {
        return sql.first("select id from levies.book where file_hash = ?", row -> row.number("id"), hash);
    }

    /** The id of the new book; empty when the file was there already. */
    Optional<Long> add(byte[] file, Handed handed, LevyWorkbooks.Reading reading) {
        Optional<LevyWorkbook> made = reading.book();
        String title = made.map(all -> all.book().title()).orElse("");
        Optional<Long> id = sql.first(
                """
                insert into levies.book (year, version, title, demonstration, words, file_name, file_hash, imported_by,
                    imported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (file_hash) do nothing returning id""",
                row -> row.number("id"),
                made.map(all -> all.book().year()).orElse(0),
                made.map(all -> all.book().version()).orElse(0),
                title,
                made.map(all -> all.book().demonstration()).orElse(false),
                PersianText.fold(title + " " + handed.name()),
                handed.name(),
                handed.hash(),
                handed.by(),
                handed.at());
        id.ifPresent(number -> {
            sql.run("insert into levies.book_file (book, bytes) values (?, ?)", number, file);
            made.ifPresent(all -> sql.run(
                    "insert into levies.book_content (book, content) values (?, ?::jsonb)",
                    number,
                    RecordJson.text(all)));
            faults().add(number, reading.faults());
        });
        return id;
    }

    FaultRows faults() {
        return new FaultRows(sql, "levies.book_fault");
    }

    Draft draft(long id) {
        return sql.first(DRAFT + " where b.id = ?", DraftRows::draft, id)
                .orElseThrow(() -> Problem.notFound("levies.unknown-book"));
    }

    Page<Draft> drafts(String text, Page.Request page) {
        String wanted = PersianText.fold(text);
        return new Page<>(
                sql.list(
                        DRAFT + " where position(? in b.words) > 0 order by b.id desc limit ? offset ?",
                        DraftRows::draft,
                        wanted,
                        page.size(),
                        page.offset()),
                sql.one(
                        "select count(*) as n from levies.book where position(? in words) > 0",
                        row -> row.number("n"),
                        wanted),
                page);
    }

    private static Draft draft(Sql.Row row) throws SQLException {
        return new Draft(
                row.number("id"),
                row.constant(LevyBookState.class, "state"),
                row.integer("year"),
                row.integer("version"),
                row.text("title"),
                row.bool("demonstration"),
                row.text("file_name"),
                row.text("file_hash"),
                row.text("imported_by"),
                row.instant("imported_at"),
                row.number("faults"),
                row.texts("signers"),
                Optional.ofNullable(row.date("signed_for")),
                row.texts("withdrawers"),
                row.text("reason"));
    }

    /** Locks the book until the transaction ends, so that what is done to it comes one after another. */
    LevyBookState lock(long id) {
        return sql.first(
                        "select state from levies.book where id = ? for update",
                        row -> row.constant(LevyBookState.class, "state"),
                        id)
                .orElseThrow(() -> Problem.notFound("levies.unknown-book"));
    }

    byte[] file(long id) {
        return sql.first("select bytes from levies.book_file where book = ?", row -> row.bytes("bytes"), id)
                .orElseThrow(() -> Problem.notFound("levies.unknown-book"));
    }

    /** What the file says; {@code levies.faults-open} while there are faults in it. */
    LevyWorkbook content(long id) {
        Draft draft = draft(id);
        return sql.first(
                        "select content from levies.book_content where book = ?",
                        row -> RecordJson.read(LevyWorkbook.class, row.text("content")),
                        id)
                .orElseThrow(() -> Problem.conflict("levies.faults-open", draft.faults()));
    }

    void sign(long book, int place, String signer, LocalDate from, Instant at) {
        sql.run(
                "insert into levies.book_signature (book, place, signer, effective_from, signed_at) values (?, ?, ?, ?, ?)",
                book,
                place,
                signer,
                from,
                at);
    }

    void signWithdrawal(long book, int place, String signer, String reason, Instant at) {
        sql.run(
                "insert into levies.book_withdrawal (book, place, signer, reason, signed_at) values (?, ?, ?, ?, ?)",
                book,
                place,
                signer,
                reason,
                at);
    }

    void state(long book, LevyBookState state) {
        sql.run("update levies.book set state = ? where id = ?", state, book);
    }

    void published(long book, long tariff) {
        sql.run("update levies.book set state = 'PUBLISHED', tariff = ? where id = ?", tariff, book);
    }

    /** From now on no estimate is made of it, but for who asks what was known before. */
    void withdrawn(long book, Instant at) {
        state(book, LevyBookState.WITHDRAWN);
        sql.run(
                "insert into levies.tariff_withdrawal (book, withdrawn_at)"
                        + " select tariff, ? from levies.book where id = ? and tariff is not null",
                at,
                book);
    }

    /** Until the transaction ends nobody else publishes. */
    void holdAll() {
        sql.hold("levies.publication");
    }

    /** The greatest version of the year that is published, 0 for none. */
    int latestVersion(int year) {
        return sql.one("""
                select coalesce(max(b.version), 0) as n from levies.tariff_book b
                join levies.tariff_publication p on p.book = b.id where b.year = ?""", row -> row.integer("n"), year);
    }

    /** Whether a book holds on a day, as is known now. */
    boolean holds(LocalDate day) {
        return sql.one("""
                select exists (select from levies.tariff_book b join levies.tariff_publication p on p.book = b.id
                    where ? between b.valid_from and b.valid_until
                        and not exists (select from levies.tariff_withdrawal w where w.book = b.id)) as held""", row -> row.bool("held"), day);
    }
}
