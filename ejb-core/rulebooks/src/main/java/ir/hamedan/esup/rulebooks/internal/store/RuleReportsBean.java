package ir.hamedan.esup.rulebooks.internal.store;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.rulebooks.api.RuleReports;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Reports and replies are rows of their own, so that neither is ever changed. */
@Stateless
@Local(RuleReports.class)
public class RuleReportsBean implements RuleReports {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long REFERENCES = 10_000_000_000_000_000L;

    private static final String REPORT = """
            select r.*, a.outcome, a.words as reply_words, a.replied_at
            from rulebooks.report r left join rulebooks.report_reply a on a.report = r.id
            """;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Parcels parcels;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();
    Predicate<RenewalCode> registered = code -> parcels.find(code).isPresent();

    @Override
    @PermitAll
    public Report file(Filing filing) {
        String words = words(filing.words());
        Instant now = clock.instant();
        if (filing.known().isAfter(now)) {
            throw Problem.invalid("rulebooks.known-in-the-future").at("known");
        }
        if (!registered.test(filing.parcel())) {
            throw Problem.notFound("parcels.unknown-code", filing.parcel());
        }
        requireRoom(filing.parcel());
        Optional<Long> book =
                new Publishing(sql()).inForce(filing.on(), filing.known()).map(edition -> edition.id());
        String reference = "%016d".formatted(RANDOM.nextLong(REFERENCES));
        sql().run(
                        """
                insert into rulebooks.report (reference, parcel, on_day, known, book, subject, words, filed_at)
                values (?, ?, ?, ?, ?::bigint, ?, ?, ?)""",
                        reference,
                        filing.parcel(),
                        filing.on(),
                        filing.known(),
                        book.orElse(null),
                        filing.subject(),
                        words,
                        now);
        return follow(reference);
    }

    /** Two at one moment may both find the last place free, which does no harm. */
    private void requireRoom(RenewalCode parcel) {
        long open = sql().one("""
                select count(*) as n from rulebooks.report r where r.parcel = ?
                    and not exists (select from rulebooks.report_reply a where a.report = r.id)""", row -> row.number("n"), parcel);
        if (open >= MOST_OPEN) {
            throw Problem.tooMany("rulebooks.reports-waiting", open);
        }
    }

    @Override
    @PermitAll
    public Report follow(String reference) {
        return sql().first(REPORT + " where r.reference = ?", RuleReportsBean::report, digits(reference))
                .orElseThrow(RuleReportsBean::unknown);
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
    public Page<Report> reports(boolean openOnly, Page.Request page) {
        String which = openOnly ? " where a.report is null order by r.id" : " order by r.id desc";
        return new Page<>(
                sql().list(REPORT + which + " limit ? offset ?", RuleReportsBean::report, page.size(), page.offset()),
                sql().one(
                                "select count(*) - case when ? then (select count(*) from rulebooks.report_reply) else 0 end as n"
                                        + " from rulebooks.report",
                                row -> row.number("n"),
                                openOnly),
                page);
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public Report reply(String reference, Outcome outcome, String typed) {
        String words = words(typed);
        Instant now = clock.instant();
        long report = sql().first(
                        "select id from rulebooks.report where reference = ?",
                        row -> row.number("id"),
                        digits(reference))
                .orElseThrow(RuleReportsBean::unknown);
        int added = sql().run("""
                insert into rulebooks.report_reply (report, outcome, words, replied_by, replied_at)
                values (?, ?, ?, ?, ?) on conflict (report) do nothing""", report, outcome, words, caller.get(), now);
        if (added == 0) {
            throw Problem.conflict("rulebooks.report-answered");
        }
        audited.fire(Audited.of(
                "rulebooks.report-answered", digits(reference), Map.of("outcome", outcome.name(), "words", words)));
        return follow(reference);
    }

    private static Problem unknown() {
        return Problem.notFound("rulebooks.unknown-report");
    }

    private static String digits(String typed) {
        return PersianText.digitsOnlyForm(typed == null ? "" : typed);
    }

    private static String words(String typed) {
        String words = PersianText.clean(typed == null ? "" : typed);
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw Problem.invalid("rulebooks.report-words", SHORTEST, LONGEST).at("words");
        }
        return words;
    }

    private static Report report(Sql.Row row) throws SQLException {
        Optional<Reply> reply = row.isNull("outcome")
                ? Optional.empty()
                : Optional.of(new Reply(
                        row.constant(Outcome.class, "outcome"), row.text("reply_words"), row.instant("replied_at")));
        return new Report(
                row.text("reference"),
                row.code("parcel"),
                row.date("on_day"),
                row.instant("known"),
                row.isNull("book") ? OptionalLong.empty() : OptionalLong.of(row.number("book")),
                row.constant(Subject.class, "subject"),
                row.text("words"),
                row.instant("filed_at"),
                reply);
    }

    private Sql sql() {
        return new Sql(source);
    }
}
