package ir.hamedan.esup.rulebooks.internal.plan;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Act;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Fact;
import ir.hamedan.esup.rulebooks.api.PlanFacts.PlanKind;
import ir.hamedan.esup.rulebooks.api.PlanFacts.PlanState;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Withdrawal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What was laid down for parcels, and that of it which holds. */
public final class PlanFactTable {
    private static final String COLUMNS = """
            select f.*, o.decided_by, o.decided_at, w.reason, w.withdrawn_by, w.withdrawn_at,
                case when w.fact is not null then 'WITHDRAWN' when o.published then 'PUBLISHED'
                    when o.fact is null then 'WAITING' else 'GIVEN_UP' end as state, now.code as now_code, now.land_changed
            """;

    /** With the code that a parcel has now, and whether its land became another one since the fact was proposed. */
    private static final String TABLES = """
             from rulebooks.plan_fact f left join rulebooks.plan_fact_outcome o on o.fact = f.id
            left join rulebooks.plan_fact_withdrawal w on w.fact = f.id
            cross join lateral (
                with recursive line (code, depth) as (
                    select f.parcel, 0
                    union
                    select r.to_code, l.depth + 1 from line l join parcels.api_renumbered r on r.from_code = l.code
                    where l.depth < 100)
                select (select l.code from line l order by l.depth desc limit 1) as code,
                    exists (select from line l join parcels.api_land_changed c on c.code = l.code
                        where c.recorded_at > f.proposed_at) as land_changed) now
            """;

    private static final String REPLACED = " where now.land_changed and w.fact is null and o.published is not false";

    /**
     * What holds of the parcels: at most one row of each kind for each; {@link #held} has its values. What was laid down
     * under an earlier number of the same land holds for the later one from the day of the change on; what was laid down for
     * land that was split or merged since does not hold from that day on, for it is another plot.
     */
    public static final String HELD = """
            with recursive line (asked, code, depth) as (
                select p.code, p.code, 0 from unnest(?::text[]) as p (code)
                union
                select l.asked, r.from_code, l.depth + 1 from line l join parcels.api_renumbered r on r.to_code = l.code
                where r.changed_on <= ? and r.recorded_at <= ? and l.depth < 100)
            select distinct on (l.asked, f.kind) l.asked, f.* from line l
            join rulebooks.plan_fact f on f.parcel = l.code
            join rulebooks.plan_fact_outcome o on o.fact = f.id
            left join rulebooks.plan_fact_withdrawal w on w.fact = f.id
            where f.valid_from <= ? and o.published and o.decided_at <= ? and (w.fact is null or w.withdrawn_at > ?)
                and not exists (select from line s join parcels.api_land_changed c on c.code = s.code
                    where s.asked = l.asked and c.changed_on <= ? and c.recorded_at <= ? and c.recorded_at > f.proposed_at)
            order by l.asked, f.kind, f.valid_from desc, f.id desc""";

    private final Sql sql;

    public PlanFactTable(Sql sql) {
        this.sql = sql;
    }

    /** The values for the places of {@link #HELD}. */
    public static List<Object> held(Collection<RenewalCode> parcels, LocalDate on, Instant known) {
        return List.of(parcels, on, known, on, known, known, on, known);
    }

    /** What holds of many parcels; those without anything are left out. */
    public Map<RenewalCode, Laid> laid(Collection<RenewalCode> parcels, LocalDate on, Instant known) {
        Map<RenewalCode, Laid> laid = new HashMap<>();
        sql.list(
                HELD,
                row -> laid.merge(row.code("asked"), laid(row), Laid::and),
                held(parcels, on, known).toArray());
        return laid;
    }

    /** One row of {@link #HELD}; nothing of a row that is empty. */
    public static Laid laid(Sql.Row row) throws SQLException {
        if (row.isNull("kind")) {
            return Laid.NOTHING;
        }
        return switch (row.constant(PlanKind.class, "kind")) {
            case DECISION -> new Laid(Optional.of(decision(row)), OptionalInt.empty());
            case GROUND_LEVEL -> new Laid(Optional.empty(), OptionalInt.of(row.integer("ground_level")));
        };
    }

    private static Decision decision(Sql.Row row) throws SQLException {
        return new Decision(
                row.text("number"),
                row.date("issued_on"),
                row.text("map"),
                new Limits(
                        row.integer("density"),
                        row.integer("coverage"),
                        row.integer("storeys"),
                        row.bool("pilotis"),
                        row.integer("height"),
                        row.integer("open_per_unit"),
                        new Parking(row.constant(Parking.Kind.class, "parking_kind"), row.number("parking_amount")),
                        row.integer("front_setback")));
    }

    /** Until the transaction ends nobody else does anything about this parcel. */
    void hold(RenewalCode parcel) {
        sql.hold("rulebooks.plan-fact:" + parcel);
    }

    public long add(String key, RenewalCode parcel, LocalDate validFrom, Decision decision, Act act) {
        Limits limits = decision.limits();
        return sql.one(
                """
                insert into rulebooks.plan_fact (request_key, kind, parcel, valid_from, number, issued_on, map, density,
                    coverage, storeys, pilotis, height, open_per_unit, parking_kind, parking_amount, front_setback, search,
                    proposed_by, proposed_at)
                values (?, 'DECISION', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                row -> row.number("id"),
                key,
                parcel,
                validFrom,
                decision.number(),
                decision.date(),
                decision.map(),
                limits.density(),
                limits.coverage(),
                limits.storeys(),
                limits.pilotis(),
                limits.height(),
                limits.openPerUnit(),
                limits.parking().kind(),
                limits.parking().amount(),
                limits.frontSetback(),
                PersianText.fold(decision.number() + " " + decision.map()),
                act.by(),
                act.at());
    }

    long add(String key, RenewalCode parcel, LocalDate validFrom, GroundLevel level, Act act) {
        return sql.one(
                """
                insert into rulebooks.plan_fact (request_key, kind, parcel, valid_from, number, issued_on, map, ground_level,
                    search, proposed_by, proposed_at)
                values (?, 'GROUND_LEVEL', ?, ?, ?, ?, '', ?, ?, ?, ?) returning id""",
                row -> row.number("id"),
                key,
                parcel,
                validFrom,
                level.number(),
                level.date(),
                level.centimetres(),
                PersianText.fold(level.number()),
                act.by(),
                act.at());
    }

    /** What was proposed by the key; until the transaction ends nobody else proposes by it. */
    Optional<Fact> byKey(String key) {
        sql.hold("rulebooks.plan-fact-key:" + key);
        return sql.first(COLUMNS + TABLES + " where f.request_key = ?", PlanFactTable::read, key);
    }

    Fact get(long id) {
        return sql.first(COLUMNS + TABLES + " where f.id = ?", PlanFactTable::read, id)
                .orElseThrow(() -> Problem.notFound("rulebooks.unknown-plan-fact"));
    }

    /** Whether the paper waits or holds already for the land that has the code now. */
    boolean hasPaper(PlanKind kind, RenewalCode parcel, String number) {
        return has(" and f.number = ? and (o.fact is null or o.published)", kind, parcel, number);
    }

    /** Whether something of the kind was published for the land and the same first day. */
    boolean hasDay(PlanKind kind, RenewalCode parcel, LocalDate validFrom) {
        return has(" and f.valid_from = ? and o.published", kind, parcel, validFrom);
    }

    private boolean has(String condition, PlanKind kind, RenewalCode parcel, Object value) {
        return sql.one(
                "select exists (select" + TABLES
                        + " where f.kind = ? and now.code = ? and not now.land_changed and w.fact is null" + condition
                        + ") as has",
                row -> row.bool("has"),
                kind,
                parcel,
                value);
    }

    public void decide(long id, boolean published, Act act) {
        sql.run(
                "insert into rulebooks.plan_fact_outcome (fact, published, decided_by, decided_at) values (?, ?, ?, ?)",
                id,
                published,
                act.by(),
                act.at());
    }

    void withdraw(long id, String reason, Act act) {
        sql.run("""
                insert into rulebooks.plan_fact_withdrawal (fact, reason, withdrawn_by, withdrawn_at)
                values (?, ?, ?, ?)""", id, reason, act.by(), act.at());
    }

    Page<Fact> search(Optional<RenewalCode> parcel, String text, Optional<PlanState> state, Page.Request page) {
        String where =
                " where (? = '' or ? in (parcel, now_code) or position(? in search) > 0) and (? = '' or state = ?)";
        String from = " from (" + COLUMNS + TABLES + ") f" + where;
        String folded = PersianText.fold(text);
        String wanted = state.map(Enum::name).orElse("");
        List<Object> values = new ArrayList<>(
                List.of(folded, parcel.map(RenewalCode::toString).orElse(""), folded, wanted, wanted));
        long total = sql.one("select count(*) as n" + from, row -> row.number("n"), values.toArray());
        values.addAll(List.of(page.size(), page.offset()));
        return new Page<>(
                sql.list(
                        "select *" + from + " order by id desc limit ? offset ?",
                        PlanFactTable::read,
                        values.toArray()),
                total,
                page);
    }

    /** Those that wait or hold, whose land became another one. */
    Page<Fact> replaced(Page.Request page) {
        return new Page<>(
                sql.list(
                        COLUMNS + TABLES + REPLACED + " order by f.id desc limit ? offset ?",
                        PlanFactTable::read,
                        page.size(),
                        page.offset()),
                sql.one("select count(*) as n" + TABLES + REPLACED, row -> row.number("n")),
                page);
    }

    private static Fact read(Sql.Row row) throws SQLException {
        PlanKind kind = row.constant(PlanKind.class, "kind");
        boolean decided = kind == PlanKind.DECISION;
        return new Fact(
                row.number("id"),
                kind,
                row.constant(PlanState.class, "state"),
                row.code("parcel"),
                row.date("valid_from"),
                decided ? Optional.of(decision(row)) : Optional.empty(),
                decided
                        ? Optional.empty()
                        : Optional.of(new GroundLevel(
                                row.text("number"), row.date("issued_on"), row.integer("ground_level"))),
                new Act(row.text("proposed_by"), row.instant("proposed_at")),
                act(row, "decided"),
                act(row, "withdrawn").isPresent()
                        ? Optional.of(new Withdrawal(
                                row.text("reason"), act(row, "withdrawn").get()))
                        : Optional.empty(),
                row.code("now_code"),
                row.bool("land_changed"));
    }

    private static Optional<Act> act(Sql.Row row, String verb) throws SQLException {
        return row.isNull(verb + "_by")
                ? Optional.empty()
                : Optional.of(new Act(row.text(verb + "_by"), row.instant(verb + "_at")));
    }
}
