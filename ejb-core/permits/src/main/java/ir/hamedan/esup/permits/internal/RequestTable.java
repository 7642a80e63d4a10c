package ir.hamedan.esup.permits.internal;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.permits.api.Examination;
import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitRequest.Basis;
import ir.hamedan.esup.permits.api.PermitRequest.Consent;
import ir.hamedan.esup.permits.api.PermitRequest.Outcome;
import ir.hamedan.esup.permits.api.PermitRequests;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.permits.api.Works;
import ir.hamedan.esup.rulebooks.api.Answer.ClauseRef;
import ir.hamedan.esup.rulebooks.api.NumberName;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of requests. A page of them is three statements, however many rows it has. */
final class RequestTable {
    private static final String STAGE_FILED = "FILED";
    private static final String STAGE_RETURNED = "RETURNED";
    private static final String FROM = " from permits.request r left join permits.outcome o on o.request = r.id ";
    private static final String SELECT =
            "select r.*, o.state, o.on_day as o_on, o.known as o_known, o.book as o_book, o.hash as o_hash,"
                    + " o.decided_by, o.decided_at" + FROM;

    /** Own requests, and those of others for a parcel that one of these owners has to agree to. */
    private static final String MINE = "where r.applicant_id = ? or r.parcel = any(?)";

    private final Sql sql;

    RequestTable(Sql sql) {
        this.sql = sql;
    }

    /** What is done about a parcel comes one after another. */
    void hold(RenewalCode parcel) {
        sql.hold("permits:" + parcel.text());
    }

    /** What was filed by the key; until the transaction ends nobody else files by it. */
    Optional<PermitRequest> byKey(String key) {
        sql.hold("permits.key:" + key);
        return first("where r.request_key = ?", key);
    }

    PermitRequest get(long request) {
        return first("where r.id = ?", request).orElseThrow(() -> Problem.notFound("permits.unknown"));
    }

    /** The one that nobody has decided on. */
    Optional<PermitRequest> open(RenewalCode parcel) {
        return first("where r.parcel = ? and o.request is null", parcel.text());
    }

    private Optional<PermitRequest> first(String where, Object... arguments) {
        return whole(sql.list(SELECT + where, RequestTable::head, arguments)).stream()
                .findFirst();
    }

    Page<PermitRequest> mine(PartyId self, List<RenewalCode> owned, Page.Request page) {
        List<String> codes = owned.stream().map(RenewalCode::text).toList();
        return page(MINE, "order by r.id desc", page, self.id(), codes);
    }

    /** How many open requests of others for one of these parcels wait for this owner. */
    long waiting(PartyId self, List<RenewalCode> owned) {
        List<String> codes = owned.stream().map(RenewalCode::text).toList();
        return sql.one("select count(*) as n" + FROM + """
                where o.request is null and r.parcel = any(?) and r.applicant_id <> ?
                and not exists (select from permits.consent c where c.request = r.id and c.owner_id = ?)""", row -> row.number("n"), codes, self.id(), self.id());
    }

    Page<PermitRequest> search(
            Optional<RenewalCode> code, String text, Optional<PermitState> state, Page.Request page) {
        String wanted = state.map(Enum::name).orElse("");
        return page(
                """
                where (? = '' or coalesce(o.state, 'OPEN') = ?)
                and (? = '' or r.parcel = ? or r.search like ?)""",
                wanted.equals(PermitState.OPEN.name()) ? "order by r.due_by, r.id" : "order by r.id desc",
                page,
                wanted,
                wanted,
                text,
                code.map(RenewalCode::text).orElse(""),
                Sql.part(PersianText.fold(text)));
    }

    private Page<PermitRequest> page(String where, String order, Page.Request page, Object... arguments) {
        Object[] bounded = Arrays.copyOf(arguments, arguments.length + 2);
        bounded[arguments.length] = page.size();
        bounded[arguments.length + 1] = page.offset();
        return new Page<>(
                whole(sql.list(SELECT + where + " " + order + " limit ? offset ?", RequestTable::head, bounded)),
                sql.one("select count(*) as n" + FROM + where, row -> row.number("n"), arguments),
                page);
    }

    /** A new request; its number has the year and the serial. */
    PermitRequest add(
            PermitRequests.Order order,
            PartyId applicant,
            String name,
            String useTitle,
            Examination found,
            LocalDate dueBy,
            Instant now) {
        Plan plan = order.plan();
        long serial =
                sql.one("select nextval(pg_get_serial_sequence('permits.request', 'id')) as n", row -> row.number("n"));
        int year = PersianDate.of(found.on()).year();
        String number = String.format(Locale.ROOT, "%d%06d", year, serial);
        sql.run(
                """
                insert into permits.request (id, request_key, number, follows, parcel, applicant_id, applicant_name, works,
                    use, use_title, storeys, height, ground_area, floor_area, units, spaces, setback, words, commission,
                    on_day, known, book, hash, due_by, search, filed_at)
                overriding system value
                values (?, ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                serial,
                order.key(),
                number,
                order.follows().orElse(null),
                order.parcel().text(),
                applicant.id(),
                name,
                plan.works(),
                plan.use(),
                useTitle,
                plan.storeys(),
                plan.height(),
                plan.groundArea(),
                plan.floorArea(),
                plan.units(),
                plan.spaces(),
                plan.setback(),
                plan.words(),
                order.commission(),
                found.on(),
                found.known(),
                found.book(),
                found.hash(),
                dueBy,
                PersianText.fold(number + " " + name),
                now);
        object(serial, STAGE_FILED, found.objections());
        return get(serial);
    }

    /** Whether the owner had not agreed before. */
    boolean consent(long request, PartyId owner, String name, String paper, String by, Instant now) {
        return sql.run("""
                insert into permits.consent (request, owner_id, owner_name, paper, given_by, given_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing""", request, owner.id(), name, paper, by, now) > 0;
    }

    void withdraw(long request, String by, Instant now) {
        sql.run(
                "insert into permits.outcome (request, state, decided_by, decided_at) values (?, ?, ?, ?)",
                request,
                PermitState.WITHDRAWN,
                by,
                now);
    }

    /** Accepted, or returned for these objections. */
    void decide(
            long request, PermitState state, Examination found, List<Objection> objections, String by, Instant now) {
        sql.run("""
                insert into permits.outcome (request, state, on_day, known, book, hash, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", request, state, found.on(), found.known(), found.book(), found.hash(), by, now);
        object(request, STAGE_RETURNED, objections);
    }

    private void object(long request, String stage, List<Objection> objections) {
        List<Object[]> rows = new ArrayList<>();
        for (Objection one : objections) {
            rows.add(new Object[] {
                request,
                stage,
                rows.size(),
                one.ground(),
                one.number().map(Enum::name).orElse(null),
                one.planned(),
                one.bound(),
                one.hard(),
                one.book(),
                one.clauses().stream().map(ClauseRef::number).toList(),
                one.clauses().stream().map(ClauseRef::title).toList(),
                one.words()
            });
        }
        sql.runAll("""
                insert into permits.objection (request, stage, place, ground, number, planned, bound, hard, book,
                    clauses, titles, words)
                values (?, ?, ?, ?, ?::text, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    private record Said(long request, String stage, Objection objection) {}

    private record Agreed(long request, Consent consent) {}

    /** With the objections and the consents, which are one statement each for all of them. */
    private List<PermitRequest> whole(List<PermitRequest> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        List<Long> ids = heads.stream().map(PermitRequest::id).toList();
        Map<String, List<Objection>> objections = new HashMap<>();
        for (Said said : sql.list(
                "select * from permits.objection where request = any(?) order by request, stage, place",
                RequestTable::said,
                ids)) {
            objections
                    .computeIfAbsent(said.stage() + said.request(), key -> new ArrayList<>())
                    .add(said.objection());
        }
        Map<Long, List<Consent>> consents = new HashMap<>();
        for (Agreed agreed : sql.list(
                "select * from permits.consent where request = any(?) order by given_at, owner_id",
                RequestTable::agreed,
                ids)) {
            consents.computeIfAbsent(agreed.request(), key -> new ArrayList<>()).add(agreed.consent());
        }
        return heads.stream()
                .map(head -> head.with(
                        objections.getOrDefault(STAGE_FILED + head.id(), List.of()),
                        consents.getOrDefault(head.id(), List.of()),
                        objections.getOrDefault(STAGE_RETURNED + head.id(), List.of())))
                .toList();
    }

    private static Said said(Sql.Row row) throws SQLException {
        List<String> numbers = row.texts("clauses");
        List<String> titles = row.texts("titles");
        List<ClauseRef> clauses = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            clauses.add(new ClauseRef(numbers.get(i), titles.get(i)));
        }
        return new Said(
                row.number("request"),
                row.text("stage"),
                new Objection(
                        row.constant(Objection.Ground.class, "ground"),
                        row.isNull("number") ? Optional.empty() : Optional.of(row.constant(NumberName.class, "number")),
                        row.number("planned"),
                        row.number("bound"),
                        row.bool("hard"),
                        row.number("book"),
                        clauses,
                        row.text("words")));
    }

    private static Agreed agreed(Sql.Row row) throws SQLException {
        return new Agreed(
                row.number("request"),
                new Consent(
                        PartyId.parse(row.text("owner_id")),
                        row.text("owner_name"),
                        row.text("paper"),
                        row.instant("given_at")));
    }

    private static PermitRequest head(Sql.Row row) throws SQLException {
        Optional<Outcome> outcome = row.isNull("state")
                ? Optional.empty()
                : Optional.of(new Outcome(
                        row.constant(PermitState.class, "state"),
                        row.isNull("o_hash")
                                ? Optional.empty()
                                : Optional.of(new Basis(
                                        row.date("o_on"),
                                        row.instant("o_known"),
                                        row.number("o_book"),
                                        row.text("o_hash"))),
                        row.text("decided_by"),
                        row.instant("decided_at"),
                        List.of()));
        return new PermitRequest(
                row.number("id"),
                row.text("number"),
                row.isNull("follows") ? Optional.empty() : Optional.of(row.number("follows")),
                row.code("parcel"),
                PartyId.parse(row.text("applicant_id")),
                row.text("applicant_name"),
                plan(row),
                row.text("use_title"),
                row.bool("commission"),
                row.instant("filed_at"),
                new Basis(row.date("on_day"), row.instant("known"), row.number("book"), row.text("hash")),
                List.of(),
                List.of(),
                row.date("due_by"),
                outcome);
    }

    private static Plan plan(Sql.Row row) throws SQLException {
        return new Plan(
                row.constant(Works.class, "works"),
                row.text("use"),
                row.integer("storeys"),
                row.integer("height"),
                row.integer("ground_area"),
                row.integer("floor_area"),
                row.integer("units"),
                row.integer("spaces"),
                row.integer("setback"),
                row.text("words"));
    }
}
