package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Edition;
import ir.hamedan.esup.rulebooks.internal.plan.Laid;
import ir.hamedan.esup.rulebooks.internal.plan.PlanFactTable;
import ir.hamedan.esup.workbooks.RecordJson;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Signatures, publications and withdrawals. */
final class Publishing {
    private static final String EDITION = """
            select p.book, b.code, b.version, b.title, b.demonstration, p.effective_from, p.known_from, w.withdrawn_at,
                p.content_hash
            from rulebooks.publication p join rulebooks.book b on b.id = p.book
            left join rulebooks.withdrawal w on w.book = p.book
            """;

    private static final String KNOWN = " where p.known_from <= ? and (w.withdrawn_at is null or w.withdrawn_at > ?)";

    private static final String IN_FORCE =
            EDITION + KNOWN + " and p.effective_from <= ? order by p.effective_from desc limit 1";

    /** The book in force on a day and those that follow; {@link #holdingOrComing} has its values. */
    static final String HOLDING_OR_COMING =
            EDITION + KNOWN + " and p.effective_from >= coalesce((select max(p.effective_from)"
                    + " from rulebooks.publication p left join rulebooks.withdrawal w on w.book = p.book" + KNOWN
                    + " and p.effective_from <= ?), ?)";

    /**
     * The reports of a book that tell something of it: finished, and for a day it could hold from. That is neither before its
     * own day nor was it over when the report was opened; of the map of a hundred years ago nothing follows.
     */
    static final String COUNTED = """
            select i.id, i.content_hash, i.against from rulebooks.impact i
            join rulebooks.book_content c on c.book = i.book
            where i.book = ? and i.finished_at is not null
                and i.on_day >= (c.content #>> '{data,effectiveFrom}')::date
                and i.on_day >= (i.opened_at at time zone 'Asia/Tehran')::date
            order by i.finished_at desc, i.id desc""";

    private final Sql sql;

    Publishing(Sql sql) {
        this.sql = sql;
    }

    static List<Object> holdingOrComing(LocalDate on, Instant known) {
        return List.of(known, known, known, known, on, on);
    }

    Optional<Edition> inForce(LocalDate on, Instant known) {
        return sql.first(IN_FORCE, Publishing::edition, known, known, on);
    }

    /** An edition, and what planners laid down for a parcel. */
    record Found(Edition edition, Laid laid) {}

    /** The book in force, and beside it whatever holds for the parcel. */
    Optional<Found> inForce(Optional<RenewalCode> parcel, LocalDate on, Instant known) {
        List<Object> values = new ArrayList<>(List.of(known, known, on));
        values.addAll(PlanFactTable.held(parcel.stream().toList(), on, known));
        return sql
                .list(
                        "select * from (" + IN_FORCE + ") e left join (" + PlanFactTable.HELD + ") f on true",
                        row -> new Found(edition(row), PlanFactTable.laid(row)),
                        values.toArray())
                .stream()
                .reduce((one, other) -> new Found(one.edition(), one.laid().and(other.laid())));
    }

    Optional<Edition> coming(LocalDate on, Instant known) {
        return sql.first(
                EDITION + KNOWN + " and p.effective_from > ? order by p.effective_from limit 1",
                Publishing::edition,
                known,
                known,
                on);
    }

    Edition edition(long book) {
        return sql.first(EDITION + " where p.book = ?", Publishing::edition, book)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-book"));
    }

    Page<Edition> editions(Page.Request page) {
        return new Page<>(
                sql.list(
                        EDITION + " order by p.effective_from desc, p.known_from desc limit ? offset ?",
                        Publishing::edition,
                        page.size(),
                        page.offset()),
                sql.one("select count(*) as n from rulebooks.publication", row -> row.number("n")),
                page);
    }

    static Edition edition(Sql.Row row) throws SQLException {
        return new Edition(
                row.number("book"),
                row.text("code"),
                row.text("version"),
                row.text("title"),
                row.bool("demonstration"),
                row.date("effective_from"),
                row.instant("known_from"),
                Optional.ofNullable(row.instant("withdrawn_at")),
                row.text("content_hash"));
    }

    RuleBook content(long book) {
        return sql.first(
                        "select content from rulebooks.publication where book = ?",
                        row -> RecordJson.read(RuleBook.class, row.text("content")),
                        book)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-book"));
    }

    /** Until the transaction ends nobody else publishes: which book one follows must not change while it is signed. */
    void holdAll() {
        sql.hold("rulebooks.publication");
    }

    /** Days that were lived under a book keep it; only where there was none may one be put. */
    void requireFree(LocalDate from, LocalDate today, Instant now) {
        if (from.isBefore(today) && inForce(today.minusDays(1), now).isPresent()) {
            throw Problem.conflict("rulebooks.in-the-past", today).at("effectiveFrom");
        }
        boolean taken = sql.one(
                "select exists (select from rulebooks.book where state = 'PUBLISHED' and effective_from = ?) as taken",
                row -> row.bool("taken"),
                from);
        if (taken) {
            throw Problem.conflict("rulebooks.day-taken", from).at("effectiveFrom");
        }
    }

    /** Whether a book of that code and version was ever published: by both people name it, whatever became of it. */
    boolean isTaken(String code, String version) {
        return sql.one("""
                select exists (select from rulebooks.book
                    where code = ? and version = ? and effective_from is not null) as taken""", row -> row.bool("taken"), code, version);
    }

    /** Of two drafts that were handed in with one code and version only the first can be published. */
    void requireNew(BookData data) {
        if (isTaken(data.code(), data.version())) {
            throw Problem.conflict("rulebooks.edition-taken", data.code(), data.version());
        }
    }

    /** Who signs knows what becomes of the city: a finished report on exactly this content; nothing for a first book. */
    void requireImpact(long book, String hash, LocalDate from, Instant now) {
        Optional<Edition> before = inForce(from, now);
        boolean known = before.isEmpty()
                || sql.one(
                        "select exists (select from (" + COUNTED
                                + ") i where i.content_hash = ? and i.against = ?) as known",
                        row -> row.bool("known"),
                        book,
                        hash,
                        before.get().id());
        if (known) {
            return;
        }
        Optional<LocalDate> other = sql.first("""
                select on_day from rulebooks.impact where book = ? and content_hash = ? and on_day <> ?
                    and finished_at is not null order by finished_at desc, id desc limit 1""", row -> row.date("on_day"), book, hash, from);
        throw other.map(day -> Problem.conflict("rulebooks.impact-of-other-day", day, from)
                        .at("effectiveFrom"))
                .orElseGet(() -> Problem.conflict("rulebooks.impact-missing"));
    }

    /** The last report that tells something of a book. */
    OptionalLong counted(long book) {
        return sql.first(COUNTED + " limit 1", row -> OptionalLong.of(row.number("id")), book)
                .orElse(OptionalLong.empty());
    }

    /**
     * Who settles a gap or an overlap knows which parcels lie in it. Settlements move neither the regions nor the parcels, so
     * that one report that tells something of the draft is enough for all of them.
     */
    void requireCounted(long book) {
        if (counted(book).isEmpty()) {
            throw Problem.conflict("rulebooks.impact-before-settling");
        }
    }

    /**
     * Signs, and tells how many have.
     *
     * @throws Problem {@code rulebooks.second-signer-needed}, {@code rulebooks.other-day-signed}
     */
    int sign(long book, String signer, LocalDate from, Instant at) {
        record Signature(String signer, LocalDate from) {}
        List<Signature> before = sql.list(
                "select signer, effective_from from rulebooks.signature where book = ? order by place limit 2",
                row -> new Signature(row.text("signer"), row.date("effective_from")),
                book);
        for (Signature other : before) {
            if (other.signer().equals(signer)) {
                throw Problem.forbidden("rulebooks.second-signer-needed");
            }
            if (!other.from().equals(from)) {
                throw Problem.conflict("rulebooks.other-day-signed", other.from())
                        .at("effectiveFrom");
            }
        }
        sql.run(
                "insert into rulebooks.signature (book, place, signer, effective_from, signed_at) values (?, ?, ?, ?, ?)",
                book,
                before.size() + 1,
                signer,
                from,
                at);
        return before.size() + 1;
    }

    void check(long book) {
        sql.run("update rulebooks.book set state = 'CHECKED' where id = ?", book);
    }

    /** From the day that was signed, whatever day the file hoped for. */
    void publish(long book, LocalDate from, RuleBook draft, Instant at) {
        RuleBook content = draft.from(from);
        try {
            sql.run("update rulebooks.book set state = 'PUBLISHED', effective_from = ? where id = ?", from, book);
        } catch (Sql.Failure failure) {
            throw failure.isDuplicate()
                    ? Problem.conflict("rulebooks.day-taken", from)
                            .at("effectiveFrom")
                            .because(failure)
                    : failure;
        }
        sql.run(
                "insert into rulebooks.publication (book, effective_from, known_from, content, content_hash)"
                        + " values (?, ?, ?, ?::jsonb, ?)",
                book,
                from,
                at,
                RecordJson.text(content),
                Contents.hash(content));
    }

    void withdraw(long book, BookState state, String reason, String by, Instant at) {
        if (state == BookState.WITHDRAWN) {
            throw Problem.conflict("rulebooks.withdrawn-already");
        }
        sql.run("update rulebooks.book set state = 'WITHDRAWN' where id = ?", book);
        sql.run(
                "insert into rulebooks.withdrawal (book, reason, withdrawn_by, withdrawn_at) values (?, ?, ?, ?)",
                book,
                reason,
                by,
                at);
    }
}
