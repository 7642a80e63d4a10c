package ir.hamedan.esup.rulebooks.internal.statement;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.OFFICER;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Instants;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.RequestKey;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.signing.api.Signer;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Statements are rows that never change: what the answer was, who asked, and the number of the signed paper. */
@Stateless
@Local(RuleStatements.class)
@RolesAllowed({OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR})
public class RuleStatementsBean implements RuleStatements {

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Parcels parcels;

    @Inject
    Rules rules;

    @Inject
    RuleBooks books;

    @Inject
    Certificates certificates;

    @Inject
    Event<Audited> audited;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    @RolesAllowed({OFFICER, SUPERVISOR, SYSTEM})
    public Given issue(Order order) {
        // Two requests with one key come one after another.
        sql().hold("rulebooks.statement:" + RequestKey.checked(order.key()));
        Optional<Given> before = first("s.request_key = ?", order.key());
        if (before.isPresent() && !isSame(before.get(), order)) {
            throw RequestKey.used();
        }
        return before.isPresent() ? before.get() : issued(order);
    }

    private static boolean isSame(Given before, Order order) {
        return before.parcel().equals(RenewalCode.parse(order.parcel()))
                && before.ownerId().equals(PersianText.value(order.ownerId()));
    }

    private Given issued(Order order) {
        ParcelFacts facts = parcels.held(RenewalCode.parse(order.parcel()));
        Owner owner = owner(facts, order.ownerId());
        Instant now = Instants.now(clock);
        LocalDate today = LocalDate.ofInstant(now, PersianDate.TEHRAN);
        LandObject object = facts.object();
        Answer answer = rules.of(object.code(), today, now, Rules.Supposed.NOTHING);
        requireSomething(answer.verdict());
        RuleBooks.Published book = books.inForce(today, now).orElseThrow();
        LocalDate until = PersianDate.of(today)
                .plusMonths(book.book().parameters().statementMonths())
                .toLocalDate();
        Rules.Document document = rules.document(answer);
        String number = certified(order, owner, answer, document, book.edition().hash(), until, object);
        sql().run(
                        """
                insert into rulebooks.statement (request_key, parcel, owner_id, owner_name, book, on_day, known, verdict,
                    document, hash, certificate, valid_until, issued_by, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        order.key(),
                        object.code().text(),
                        owner.party().id(),
                        owner.name(),
                        book.edition().id(),
                        today,
                        now,
                        answer.verdict(),
                        document.json(),
                        document.hash(),
                        number,
                        until,
                        caller.get(),
                        now);
        audited.fire(Audited.of(
                "rulebooks.statement-issued",
                object.code().text(),
                Map.of("certificate", number, "owner", owner.party().id(), "hash", document.hash())));
        return first("s.request_key = ?", order.key()).orElseThrow();
    }

    private String certified(
            Order order,
            Owner owner,
            Answer answer,
            Rules.Document document,
            String book,
            LocalDate until,
            LandObject object) {
        return certificates
                .issue(new CertificateRequest(
                        "rules:" + order.key(),
                        CertificateKind.RULE_STATEMENT,
                        object.region() >= 1 && object.region() <= 9 ? object.region() : 0,
                        object.code().text(),
                        until,
                        Json.createObjectBuilder()
                                .add("parcel", object.code().text())
                                .add("owner", owner.name())
                                .add("book", book)
                                .add("hash", document.hash())
                                .add("document", document.json())
                                .build(),
                        new StatementPaper(object, owner.name(), answer, until).paper(),
                        Signer.office()))
                .number()
                .toString();
    }

    private static Owner owner(ParcelFacts facts, String typed) {
        String id = PersianText.value(typed == null ? "" : typed);
        return facts.owners().stream()
                .filter(owner -> owner.party().id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Problem.invalid("rulebooks.statement-not-owner").at("ownerId"));
    }

    /** Where nothing is known there is nothing to sign for. */
    private static void requireSomething(Verdict verdict) {
        boolean known =
                switch (verdict) {
                    case RULED, PROVISIONAL, INFORMATION_ONLY, LOCKED, REFERRAL, NOT_PERMITTED -> true;
                    case UNDECIDED, UNKNOWN_ZONE, NO_AREA, NO_DATA -> false;
                };
        if (!known) {
            throw Problem.conflict("rulebooks.statement-nothing");
        }
    }

    @Override
    public Page<Given> ofParcel(RenewalCode parcel, Page.Request page) {
        return page("s.parcel = ?", parcel.text(), page);
    }

    @Override
    @RolesAllowed(SYSTEM)
    public Page<Given> ofOwner(PartyId owner, Page.Request page) {
        return page("s.owner_id = ?", owner.id(), page);
    }

    @Override
    @RolesAllowed(SYSTEM)
    public Optional<Given> ofOwner(PartyId owner, long statement) {
        return first("s.owner_id = ? and s.id = ?", owner.id(), statement);
    }

    @Override
    public Page<Given> under(long book, Page.Request page) {
        return page("s.book = ?", book, page);
    }

    @Override
    public String document(long statement) {
        return sql().first(
                        "select document from rulebooks.statement where id = ?", row -> row.text("document"), statement)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-statement"));
    }

    private Page<Given> page(String condition, Object value, Page.Request page) {
        return new Page<>(
                sql().list(
                                "select s.* from rulebooks.statement s where " + condition
                                        + " order by s.id desc limit ? offset ?",
                                RuleStatementsBean::given,
                                value,
                                page.size(),
                                page.offset()),
                sql().one(
                                "select count(*) as n from rulebooks.statement s where " + condition,
                                row -> row.number("n"),
                                value),
                page);
    }

    private Optional<Given> first(String condition, Object... values) {
        return sql().first(
                        "select s.* from rulebooks.statement s where " + condition, RuleStatementsBean::given, values);
    }

    private static Given given(Sql.Row row) throws SQLException {
        return new Given(
                row.number("id"),
                RenewalCode.parse(row.text("parcel")),
                row.text("owner_id"),
                row.text("owner_name"),
                row.number("book"),
                row.date("on_day"),
                row.constant(Verdict.class, "verdict"),
                row.text("hash"),
                row.text("certificate"),
                row.date("valid_until"),
                row.text("issued_by"),
                row.instant("issued_at"));
    }

    private Sql sql() {
        return new Sql(source);
    }
}
