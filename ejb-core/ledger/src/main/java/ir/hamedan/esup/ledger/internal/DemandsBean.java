package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Claims, each made by a posting of its own. */
@Stateless
@RolesAllowed({
    Roles.NOTARY,
    Roles.DEPUTY,
    Roles.DEED_CLERK,
    Roles.OFFICER,
    Roles.REVENUE_OFFICER,
    Roles.SUPERVISOR,
    Roles.AUDITOR,
    Roles.SYSTEM
})
public class DemandsBean implements Demands {
    /** A parcel with more open claims than this is answered by the revenue office, not by a screen. */
    static final int MOST_OPEN = 5_000;

    /** Per reach, so that each is a walk of the index; the same claim in two reaches comes once. */
    private static final String POSITION = """
            select null as id, null as code, l.levy, null as year, null as principal, null as settled,
                null as accrued_on, null as due_on, l.as_of as posted_at, null as basis, null as whole
            from ledger.loaded l
            union all
            (select id, code, levy, year, principal, settled, accrued_on, due_on, posted_at, basis, whole
            from (select distinct on (c.due_on, c.sort_key, c.id) c.*, w.whole::boolean as whole
                from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as w (low, high, before, whole)
                cross join lateral (%s
                    where f.sort_key >= w.low and f.sort_key < w.high and d.settled < d.principal
                    and d.accrued_on < w.before::date offset 0) as c
                order by c.due_on, c.sort_key, c.id, w.whole desc) as found
            order by due_on, sort_key, id limit ?)
            """.formatted(DemandRows.SELECT);

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Event<Audited> audit;

    @Override
    @RolesAllowed({Roles.REVENUE_OFFICER, Roles.SYSTEM})
    public Demand post(NewDemand demand) {
        if (!demand.principal().isPositive()) {
            throw Problem.invalid("ledger.amount-not-positive", demand.principal())
                    .at("principal");
        }
        if (demand.dueOn().isBefore(demand.accruedOn())) {
            throw Problem.invalid("ledger.due-before-accrual", demand.dueOn()).at("dueOn");
        }
        record Posted(long id, boolean isNew) {}
        Posted posted = sql().one(
                        "select demand, is_new from ledger.post_demand(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        row -> new Posted(row.number("demand"), row.bool("is_new")),
                        demand.key(),
                        demand.code(),
                        demand.levy(),
                        demand.year(),
                        demand.principal(),
                        demand.accruedOn(),
                        demand.dueOn(),
                        demand.basis(),
                        clock.instant());
        Demand stored = byId(posted.id());
        if (posted.isNew()) {
            audit.fire(Audited.of("ledger.demand-posted", demand.code().text(), facts(stored)));
        } else if (!isSame(demand, stored)) {
            throw Problem.conflict("ledger.key-reused", demand.key());
        }
        return stored;
    }

    private static boolean isSame(NewDemand asked, Demand stored) {
        return asked.code().equals(stored.code())
                && asked.levy() == stored.levy()
                && asked.year() == stored.year()
                && asked.accruedOn().equals(stored.accruedOn())
                && asked.dueOn().equals(stored.dueOn());
    }

    @Override
    @RolesAllowed(Roles.REVENUE_OFFICER)
    public Demand correct(String key, long demand, Rial newPrincipal, String reason) {
        if (newPrincipal.isNegative()) {
            throw Problem.invalid("ledger.amount-not-positive", newPrincipal).at("newPrincipal");
        }
        long file = sql().first("""
                        select f.number from ledger.file f
                        where f.number = (select d.file from ledger.demand d where d.id = ?) for no key update
                        """, row -> row.number("number"), demand).orElseThrow(() -> unknown(demand));
        Demand before = byId(demand);
        Rial difference = newPrincipal.minus(before.principal());
        Rial paid = before.principal().minus(before.open());
        if (newPrincipal.compareTo(paid) < 0) {
            throw Problem.conflict("ledger.correction-below-paid", newPrincipal, paid);
        }
        if (difference.isZero() || !postCorrection(key, before, file, difference)) {
            return before;
        }
        sql().run("update ledger.demand set principal = ? where id = ?", newPrincipal, demand);
        sql().run("""
                        update ledger.bill b set state = 'REPLACED'
                        where b.state = 'OPEN' and b.number in (select l.bill from ledger.bill_line l where l.demand = ?)
                        """, demand);
        Demand after = byId(demand);
        audit.fire(new Audited(
                "ledger.demand-corrected", before.code().text(), "", facts(before), withReason(facts(after), reason)));
        return after;
    }

    private boolean postCorrection(String key, Demand demand, long file, Rial difference) {
        return Booking.correction(demand.levy().name(), difference, file)
                .post(sql(), key, "CORRECTION", Long.toString(demand.id()), clock.instant())
                .isPresent();
    }

    @Override
    public List<Demand> open(RenewalCode code) {
        return position(List.of(new Reach(code, true, Optional.empty()))).open();
    }

    @Override
    public Position position(List<Reach> reaches) {
        List<Demand> open = new ArrayList<>();
        List<Demand> single = new ArrayList<>();
        Map<LevyKind, Instant> loaded = new EnumMap<>(LevyKind.class);
        sql().list(
                        POSITION,
                        row -> row.isNull("id")
                                ? loaded.put(row.constant(LevyKind.class, "levy"), row.instant("posted_at"))
                                : (row.bool("whole") ? open : single).add(DemandRows.read(row)),
                        reaches.stream().map(DemandRows::low).toList(),
                        reaches.stream()
                                .map(reach -> DemandRows.above(DemandRows.low(reach)))
                                .toList(),
                        reaches.stream()
                                .map(reach ->
                                        reach.before().map(LocalDate::toString).orElse("infinity"))
                                .toList(),
                        reaches.stream().map(Reach::whole).map(Object::toString).toList(),
                        MOST_OPEN + 1);
        if (open.size() + single.size() > MOST_OPEN) {
            throw Problem.tooLarge("ledger.too-many-claims", reaches.get(0).code());
        }
        return new Position(open, single, loaded);
    }

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.SYSTEM})
    public Page<Demand> all(RenewalCode code, Page.Request page) {
        long total = sql().one(
                        "select count(*) from ledger.demand d join ledger.file f on f.number = d.file where f.code = ?",
                        row -> row.number("count"),
                        code);
        List<Demand> rows = sql().list(
                        DemandRows.SELECT + " where f.code = ? order by d.due_on desc, d.id desc limit ? offset ?",
                        DemandRows::read,
                        code,
                        page.size(),
                        page.offset());
        return new Page<>(rows, total, page);
    }

    @Override
    public Map<LevyKind, Instant> loaded() {
        Map<LevyKind, Instant> loaded = new EnumMap<>(LevyKind.class);
        sql().list(
                        "select levy, as_of from ledger.loaded",
                        row -> loaded.put(row.constant(LevyKind.class, "levy"), row.instant("as_of")));
        return loaded;
    }

    private Demand byId(long id) {
        return sql().first(DemandRows.SELECT + " where d.id = ?", DemandRows::read, id)
                .orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(long demand) {
        return Problem.notFound("ledger.unknown-demand", Long.toString(demand));
    }

    private static Map<String, String> facts(Demand demand) {
        return Map.of(
                "demand", Long.toString(demand.id()),
                "levy", demand.levy().name(),
                "year", Integer.toString(demand.year()),
                "principal", demand.principal().toString(),
                "open", demand.open().toString());
    }

    private static Map<String, String> withReason(Map<String, String> facts, String reason) {
        Map<String, String> all = new java.util.HashMap<>(facts);
        all.put("reason", reason);
        return all;
    }

    private Sql sql() {
        return new Sql(source);
    }
}
