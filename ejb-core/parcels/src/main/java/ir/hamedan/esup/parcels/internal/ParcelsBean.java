package ir.hamedan.esup.parcels.internal;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.DEED_CLERK;
import static ir.hamedan.esup.kernel.Roles.DEPUTY;
import static ir.hamedan.esup.kernel.Roles.NOTARY;
import static ir.hamedan.esup.kernel.Roles.OFFICER;
import static ir.hamedan.esup.kernel.Roles.REVENUE_OFFICER;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Source;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the register with plain SQL: {@link #facts} is the hot path of the inquiry and one statement. */
@Stateless
@Local(Parcels.class)
public class ParcelsBean implements Parcels {
    /** More codes than any property has gone through; a longer history is cut, never endless. */
    private static final int LONGEST_HISTORY = 1_000;

    private static final int MOST_KIN = 20_000;

    private static final String FACTS = """
            select %s,
                (select %s from parcels.title t where t.code = o.code
                    order by t.issued_on desc, t.number desc limit 1) as title,
                array(select %s from parcels.owner_share s
                    where s.owner_set = (select max(t.id) from parcels.owner_set t where t.code = o.code)
                    order by s.place) as owners,
                array(select %s from parcels.lock l left join parcels.lock_lift t on t.lock = l.id
                    where t.lock is null and (l.code = any(?)
                        or parcels.sort_key(l.code) collate "C" >= ? and parcels.sort_key(l.code) collate "C" < ?)
                    order by l.from_day, l.id) as locks,
                array(select concat_ws(e'\\x1f', b.kind, b.number, b.issued_on) from parcels.building_certificate b
                    where b.code = any(?)
                    order by b.issued_on, b.kind, b.number) as certificates,
                array(select concat_ws(e'\\x1f', d.source,
                        to_char(d.as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                    from unnest(?::text[]) as wanted (source)
                    cross join lateral (select a.source, a.as_of from parcels.source_load a
                        where a.source = wanted.source order by a.as_of desc limit 1) as d) as loads
            from parcels.land_object o where o.code = ? and o.retired_on is null""".formatted(Rows.OBJECT, Rows.TITLE, Rows.SHARE, Rows.LOCK);

    /** Whether a party owns it; the party twice. */
    private static final String OWNED = """
            exists (select from parcels.owner_share s where s.party_id = ? and s.owner_set =
                (select max(t.id) from parcels.owner_set t where t.code = o.code))
            and o.code in (select t.code from parcels.owner_set t
                join parcels.owner_share s on s.owner_set = t.id where s.party_id = ?)""";

    private static final List<String> SOURCES =
            Arrays.stream(Source.values()).map(Enum::name).toList();

    /** From the objects that stand now back through all changes; a code that stays in force answers up to the change. */
    private static final String KIN = """
            with recursive kin (code, above, before, learned, depth) as (
                select o.code, o.code = any(?), null::date, null::timestamptz, 0 from parcels.land_object o
                where (o.code = any(?) or o.sort_key >= ? and o.sort_key < ?) and (o.retired_on is null or o.code = ?)
                union
                select p.code, k.above, least(k.before, case when p.retired_on is null then c.changed_on end),
                    least(k.learned, case when p.retired_on is null then c.recorded_at end), k.depth + 1
                from kin k
                join parcels.code_change c on c.to_code = k.code
                join parcels.land_object p on p.code = c.from_code
                where k.depth < 100)
            select o.code, k.above, o.registered_on, o.retired_on, k.before, k.learned,
                exists (select from parcels.code_change c
                    where c.to_code = o.code and c.changed_on <= o.registered_on) as followed
            from (select code, bool_and(above) as above,
                    case when bool_and(before is not null) then max(before) end as before,
                    case when bool_and(learned is not null) then max(learned) end as learned
                from kin group by code) as k
            join parcels.land_object o on o.code = k.code
            order by o.sort_key limit ?""";

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Event<Audited> audited;

    private Sql sql() {
        return new Sql(source);
    }

    @Override
    @RolesAllowed({NOTARY, DEPUTY, DEED_CLERK, OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public ParcelFacts facts(RenewalCode code) {
        return facts(code, "");
    }

    @Override
    @RolesAllowed({NOTARY, DEPUTY, DEED_CLERK, OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public ParcelFacts held(RenewalCode code) {
        return facts(code, " for share of o");
    }

    private ParcelFacts facts(RenewalCode code, String lock) {
        List<String> above = Codes.selfAndAbove(code);
        String prefix = Codes.prefix(code);
        return sql().first(
                        FACTS + lock,
                        Rows::facts,
                        above,
                        prefix,
                        Codes.end(prefix),
                        above.subList(1, above.size()),
                        SOURCES,
                        code)
                .orElseThrow(() -> new Successors(sql()).notInForce(code));
    }

    @Override
    @PermitAll
    public Optional<LandObject> find(RenewalCode code) {
        return sql().first(
                        "select " + Rows.OBJECT
                                + " from parcels.land_object o where o.code = ? and o.retired_on is null",
                        Rows::object,
                        code);
    }

    @Override
    @PermitAll
    public Optional<LandObject> everNamed(RenewalCode code) {
        return sql().first(
                        "select " + Rows.OBJECT + " from parcels.land_object o where o.code = ?", Rows::object, code);
    }

    @Override
    @PermitAll
    public List<RenewalCode> successors(RenewalCode code) {
        return new Successors(sql()).of(code);
    }

    @Override
    @RolesAllowed({NOTARY, DEPUTY, DEED_CLERK, OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public List<Owner> owners(RenewalCode code, LocalDate day) {
        return sql().first(
                        "select array(select " + Rows.SHARE + """
                                 from parcels.owner_share s
                                where s.owner_set = (select max(t.id) from parcels.owner_set t
                                    where t.code = ? and t.valid_from <= ?)
                                order by s.place) as owners""", row -> Rows.owners(row.texts("owners")), code, day)
                .orElse(List.of());
    }

    @Override
    @PermitAll
    public List<CodeChange> history(RenewalCode code) {
        return sql().list("""
                with recursive kin (code, depth, down) as (
                    select ?, 0, null::boolean
                    union
                    select case when step.down then c.to_code else c.from_code end, k.depth + 1, step.down
                    from kin k
                    cross join (values (true), (false)) as step (down)
                    join parcels.code_change c
                        on k.code = case when step.down then c.from_code else c.to_code end
                    where (k.down is null or k.down = step.down) and k.depth < 100)
                select distinct c.id, c.action, c.from_code, c.to_code, c.changed_on, c.reference
                from kin k join parcels.code_change c
                    on (k.down is not false and c.from_code = k.code) or (k.down is not true and c.to_code = k.code)
                order by c.changed_on, c.id limit ?""", Rows::change, code, LONGEST_HISTORY);
    }

    @Override
    @RolesAllowed({NOTARY, DEPUTY, DEED_CLERK, OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public List<Kin> kin(RenewalCode code) {
        String prefix = Codes.prefix(code);
        List<Kin> kin =
                sql().list(KIN, Rows::kin, code.above(), code.above(), prefix, Codes.end(prefix), code, MOST_KIN + 1);
        if (kin.size() > MOST_KIN) {
            throw Problem.tooLarge("parcels.too-many-objects", code);
        }
        return kin;
    }

    @Override
    @PermitAll
    public Set<LockKind> lockKinds(RenewalCode code, LocalDate day, Instant known) {
        String prefix = Codes.prefix(code);
        List<String> kinds = sql().list(
                        """
                        select distinct l.kind from parcels.lock l
                        left join parcels.lock_lift t on t.lock = l.id and t.lifted_at <= ?
                        where (l.code = any(?) or parcels.sort_key(l.code) collate "C" >= ?
                            and parcels.sort_key(l.code) collate "C" < ?)
                        and l.placed_at <= ? and l.from_day <= ? and (t.lock is null or t.lifted_on > ?)""",
                        row -> row.text("kind"),
                        known,
                        Codes.selfAndAbove(code),
                        prefix,
                        Codes.end(prefix),
                        known,
                        day,
                        day);
        return kinds.stream().map(LockKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @PermitAll
    public Page<LandObject> search(String text, Page.Request page) {
        return page(SearchTerm.of(text), page);
    }

    @Override
    @RolesAllowed({OFFICER, REVENUE_OFFICER, SUPERVISOR, AUDITOR, SYSTEM})
    public Page<LandObject> ownedBy(PartyId owner, Page.Request page) {
        // Who looked for a person's property is itself a fact for the auditor.
        audited.fire(new Audited("parcels.searched-by-owner", owner.id(), owner.id(), Map.of(), Map.of()));
        return page(new SearchTerm(OWNED, List.of(owner, owner)), page);
    }

    @Override
    @RolesAllowed(SYSTEM)
    public List<RenewalCode> codesOf(PartyId owner) {
        return sql().list(
                        "select o.code from parcels.land_object o where o.retired_on is null and " + OWNED,
                        row -> row.code("code"),
                        owner,
                        owner);
    }

    private Page<LandObject> page(SearchTerm term, Page.Request page) {
        String where = " from parcels.land_object o where o.retired_on is null and " + term.condition();
        long total = sql().one("select count(*) as n" + where, row -> row.number("n"), term.arguments());
        List<LandObject> rows = sql().list(
                        "select " + Rows.OBJECT + where + " order by " + term.rank() + "o.sort_key limit ? offset ?",
                        Rows::object,
                        term.arguments(page));
        return new Page<>(rows, total, page);
    }
}
