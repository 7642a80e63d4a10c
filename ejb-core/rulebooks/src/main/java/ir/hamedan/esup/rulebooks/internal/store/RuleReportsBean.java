package ir.hamedan.esup.rulebooks.internal.store;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.MapViews;
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
import java.time.LocalDate;
import java.util.Locale;
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

    /** Some fifty metres in millionths of a degree: what is nearer to a place is the same place. */
    private static final long NEAR = 500;

    private static final String REPORT = """
            select r.*, a.outcome, a.words as reply_words, a.replied_at
            from rulebooks.report r left join rulebooks.report_reply a on a.report = r.id
            """;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Parcels parcels;

    @Inject
    MapViews views;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();
    Predicate<RenewalCode> registered = code -> parcels.find(code).isPresent();
    Predicate<Place> inCity = this::isWhereTheCityIs;

    @Override
    @PermitAll
    public Report file(Filing filing) {
        String words = words(filing.words());
        Instant now = clock.instant();
        if (filing.known().isAfter(now)) {
            throw Problem.invalid("rulebooks.known-in-the-future").at("known");
        }
        filing.parcel().ifPresent(this::requireParcel);
        filing.place().ifPresent(this::requirePlace);
        Optional<Long> book =
                new Publishing(sql()).inForce(filing.on(), filing.known()).map(edition -> edition.id());
        String reference = String.format(Locale.ROOT, "%016d", RANDOM.nextLong(REFERENCES));
        sql().run(
                        """
                insert into rulebooks.report
                    (reference, parcel, longitude, latitude, on_day, known, book, subject, words, filed_at)
                values (?, ?::text, ?::bigint, ?::bigint, ?, ?, ?::bigint, ?, ?, ?)""",
                        reference,
                        filing.parcel().map(RenewalCode::text).orElse(null),
                        filing.place().map(Place::longitude).orElse(null),
                        filing.place().map(Place::latitude).orElse(null),
                        filing.on(),
                        filing.known(),
                        book.orElse(null),
                        filing.subject(),
                        words,
                        now);
        return follow(reference);
    }

    private void requireParcel(RenewalCode parcel) {
        if (!registered.test(parcel)) {
            throw Problem.notFound("parcels.unknown-code", parcel);
        }
        requireRoom("r.parcel = ?", parcel);
    }

    private void requirePlace(Place place) {
        if (!inCity.test(place)) {
            throw Problem.notFound("parcels.outside-city");
        }
        requireRoom(
                "abs(r.longitude - ?) <= ? and abs(r.latitude - ?) <= ?",
                place.longitude(),
                NEAR,
                place.latitude(),
                NEAR);
    }

    /** Within the box around the limit: who stands at its edge may well have something to say. */
    private boolean isWhereTheCityIs(Place place) {
        Instant now = clock.instant();
        return views.bounds(LocalDate.ofInstant(now, PersianDate.TEHRAN), now)
                .map(box -> box.west() <= place.east().doubleValue()
                        && place.east().doubleValue() <= box.east()
                        && box.south() <= place.north().doubleValue()
                        && place.north().doubleValue() <= box.north())
                .orElse(true);
    }

    /** Two at one moment may both find the last place free, which does no harm. */
    private void requireRoom(String which, Object... arguments) {
        long open = sql().one(
                        "select count(*) as n from rulebooks.report r where " + which
                                + " and not exists (select from rulebooks.report_reply a where a.report = r.id)",
                        row -> row.number("n"),
                        arguments);
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
                row.isNull("parcel") ? Optional.empty() : Optional.of(row.code("parcel")),
                row.isNull("longitude")
                        ? Optional.empty()
                        : Optional.of(new Place(row.number("longitude"), row.number("latitude"))),
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
