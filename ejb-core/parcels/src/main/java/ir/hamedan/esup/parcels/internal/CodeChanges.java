package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Splits, merges and renumbers. The old objects are retired, never deleted; owners follow, and so do the locks, because a
 * lock that was lost with a code would be a lock lifted by nobody. Building certificates follow a renumbering alone: what
 * a split or merged parcel may keep of them is examined, not assumed.
 */
final class CodeChanges {
    private static final int MOST_CODES = 500;

    private static final int MOST_STANDING = 10_000;

    private final Sql sql;
    private final Instant at;
    private final String by;

    CodeChanges(Sql sql, Instant at, String by) {
        this.sql = sql;
        this.at = at;
        this.by = by;
    }

    void apply(String action, List<RenewalCode> from, List<LandObject> to, LocalDate on, String reference) {
        requireCounts(action, from.size(), to.size());
        List<Parcels.CodeChange> steps = steps(action, from, to, on, reference);
        lock(from);
        if (recorded(steps)) {
            return;
        }
        requireInForce(from);
        if (action.equals("RENUMBER")) {
            renumber(from.get(0), to.get(0), on, reference);
            return;
        }
        requireNothingElseOn(from);
        List<Owner> owners = commonOwners(from);
        for (LandObject object : to) {
            if (from.contains(object.code())) {
                describeAnew(object, on);
            } else {
                insert(object, on);
                own(object.code(), owners, on, reference);
            }
        }
        steps.forEach(this::record);
        Set<RenewalCode> kept = new HashSet<>();
        to.forEach(object -> kept.add(object.code()));
        from.stream().filter(code -> !kept.contains(code)).forEach(code -> retire(code, on));
        steps.forEach(step -> carryLocks(step.from(), step.to()));
    }

    /** What was just done under the reference. */
    ParcelOffice.CodeEffect effect(List<LandObject> to, LocalDate on, String reference) {
        List<Parcels.CodeChange> steps = sql.list("""
                select action, from_code, to_code, changed_on, reference from parcels.code_change
                where reference = ? and changed_on = ? order by id limit ?""", Rows::change, reference, on, MOST_STANDING + 1);
        List<RenewalCode> retired = steps.stream()
                .map(Parcels.CodeChange::from)
                .distinct()
                .filter(code -> find(code).isEmpty())
                .toList();
        List<Owner> owners = new OwnerSets(sql)
                .current(to.get(0).code())
                .map(OwnerSets.Current::owners)
                .orElse(List.of());
        long locks = sql.one(
                "select count(*) as n from parcels.lock where carried_from is not null and code = any(?) and placed_at = ?",
                row -> row.number("n"),
                steps.stream().map(Parcels.CodeChange::to).distinct().toList(),
                at);
        return new ParcelOffice.CodeEffect(steps, retired, owners, locks);
    }

    private static void requireCounts(String action, int from, int to) {
        boolean fits =
                switch (action) {
                    case "SPLIT" -> from == 1 && to >= 2;
                    case "MERGE" -> from >= 2 && to == 1;
                    case "RENUMBER" -> from == 1 && to == 1;
                    default -> throw Problem.invalid("parcels.unknown-change", action);
                };
        if (!fits || from > MOST_CODES || to > MOST_CODES) {
            throw Problem.invalid("parcels.change-counts", action);
        }
    }

    private static List<Parcels.CodeChange> steps(
            String action, List<RenewalCode> from, List<LandObject> to, LocalDate on, String reference) {
        List<Parcels.CodeChange> steps = new ArrayList<>();
        for (RenewalCode old : from) {
            for (LandObject object : to) {
                if (!old.equals(object.code())) {
                    steps.add(new Parcels.CodeChange(action, old, object.code(), on, reference));
                }
            }
        }
        return steps;
    }

    private void lock(List<RenewalCode> codes) {
        sql.list(
                "select code from parcels.land_object where code = any(?) order by sort_key for update",
                row -> row.text("code"),
                codes);
    }

    /** The same change with the same reference was made before. */
    private boolean recorded(List<Parcels.CodeChange> steps) {
        return !steps.isEmpty()
                && steps.stream().allMatch(step -> sql.first(
                                """
                                        select id from parcels.code_change
                                        where from_code = ? and to_code = ? and reference = ?""", row -> row.number("id"), step.from(), step.to(), step.reference())
                        .isPresent());
    }

    private void requireInForce(List<RenewalCode> codes) {
        for (RenewalCode code : codes) {
            if (find(code).isEmpty()) {
                throw new Successors(sql).notInForce(code);
            }
        }
    }

    private Optional<LandObject> find(RenewalCode code) {
        return sql.first(
                "select " + Rows.OBJECT + " from parcels.land_object o where o.code = ? and o.retired_on is null",
                Rows::object,
                code);
    }

    /**
     * What stands on the object moves with it, and nobody else changes it meanwhile. Locked after the object itself and in
     * the order of the codes, as everywhere: two changes wait for each other one way only.
     */
    private List<LandObject> lockStandingOn(RenewalCode code) {
        List<LandObject> standing = sql.list(
                "select " + Rows.OBJECT
                        + " from parcels.land_object o where o.sort_key > ? and o.sort_key < ? and o.retired_on is null"
                        + " order by o.sort_key limit ? for update",
                Rows::object,
                code.sortKey(),
                Codes.end(Codes.prefix(code)),
                MOST_STANDING + 1);
        if (standing.size() > MOST_STANDING) {
            throw Problem.tooLarge("parcels.too-many-to-renumber", code, MOST_STANDING);
        }
        return standing;
    }

    private void requireNothingElseOn(List<RenewalCode> codes) {
        for (RenewalCode code : codes) {
            Optional<String> other =
                    sql.first("""
                    select code from parcels.land_object
                    where sort_key > ? and sort_key < ? and retired_on is null and code <> all(?) limit 1""", row -> row.text("code"), code.sortKey(), Codes.end(Codes.prefix(code)), codes);
            if (other.isPresent()) {
                throw Problem.conflict("parcels.objects-on-it", code);
            }
        }
    }

    private List<Owner> commonOwners(List<RenewalCode> codes) {
        OwnerSets sets = new OwnerSets(sql);
        List<List<Owner>> all = codes.stream()
                .map(code -> sets.current(code).map(OwnerSets.Current::owners).orElse(List.of()))
                .toList();
        boolean same = all.stream().map(CodeChanges::shares).distinct().count() == 1;
        if (!same) {
            throw Problem.conflict("parcels.merge-needs-one-ownership");
        }
        return all.get(0);
    }

    private static Set<String> shares(List<Owner> owners) {
        Set<String> shares = new HashSet<>();
        owners.forEach(owner -> shares.add(owner.party() + " " + owner.share()));
        return shares;
    }

    private void renumber(RenewalCode from, LandObject to, LocalDate on, String reference) {
        List<LandObject> standing = lockStandingOn(from);
        move(from, to, on, reference);
        for (LandObject object : standing) {
            move(object.code(), withCode(object, moved(object.code(), to.code())), on, reference);
        }
    }

    /** The code of what stands on a parcel or building after that one was renumbered. */
    private static RenewalCode moved(RenewalCode code, RenewalCode to) {
        return to.building() == 0
                ? new RenewalCode(
                        to.region(),
                        to.subDistrict(),
                        to.block(),
                        to.parcel(),
                        code.building(),
                        code.apartment(),
                        code.shop())
                : new RenewalCode(
                        to.region(),
                        to.subDistrict(),
                        to.block(),
                        to.parcel(),
                        to.building(),
                        code.apartment(),
                        code.shop());
    }

    private static LandObject withCode(LandObject object, RenewalCode code) {
        return new LandObject(
                code,
                object.region(),
                object.registryPlate(),
                object.registrySection(),
                object.postalCode(),
                object.address(),
                object.use(),
                object.deed(),
                object.landArea(),
                object.floorArea(),
                object.garden());
    }

    private void move(RenewalCode from, LandObject to, LocalDate on, String reference) {
        insert(to, on);
        List<Owner> owners =
                new OwnerSets(sql).current(from).map(OwnerSets.Current::owners).orElse(List.of());
        own(to.code(), owners, on, reference);
        sql.run("""
                insert into parcels.building_certificate (code, kind, number, issued_on, recorded_at)
                select ?, kind, number, issued_on, ? from parcels.building_certificate where code = ?""", to.code(), at, from);
        sql.run("""
                insert into parcels.shape (code, valid_from, wkb, bounds)
                select ?, valid_from, wkb, bounds from parcels.shape where code = ?""", to.code(), from);
        record(new Parcels.CodeChange("RENUMBER", from, to.code(), on, reference));
        retire(from, on);
        carryLocks(from, to.code());
    }

    private void insert(LandObject object, LocalDate on) {
        int inserted = sql.run(
                """
                insert into parcels.land_object (code, region, plate, plate_section, postal_code, address, search,
                    land_use, deed, land_area, floor_area, garden, registered_on, registered_at)
                values (?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                object.code(),
                object.region(),
                PersianText.asciiDigits(PersianText.clean(object.registryPlate())),
                PersianText.clean(object.registrySection()),
                object.postalCode().orElse(""),
                PersianText.clean(object.address()),
                LoadSql.searchColumn(object),
                object.use(),
                object.deed(),
                object.landArea(),
                object.floorArea(),
                object.garden(),
                on,
                at);
        if (inserted == 0) {
            throw Problem.conflict("parcels.code-taken", object.code());
        }
    }

    /** The piece that keeps its code has other areas from the day on; the journal holds the rest of what was before. */
    private void describeAnew(LandObject object, LocalDate on) {
        sql.run("""
                insert into parcels.earlier_area (code, land_area, until_day, recorded_at)
                select code, land_area, ?, ? from parcels.land_object where code = ?""", on, at, object.code());
        sql.run(
                """
                update parcels.land_object set plate = ?, plate_section = ?, postal_code = nullif(?, ''), address = ?,
                    search = ?, land_use = ?, deed = ?, land_area = ?, floor_area = ?, garden = ? where code = ?""",
                PersianText.asciiDigits(PersianText.clean(object.registryPlate())),
                PersianText.clean(object.registrySection()),
                object.postalCode().orElse(""),
                PersianText.clean(object.address()),
                LoadSql.searchColumn(object),
                object.use(),
                object.deed(),
                object.landArea(),
                object.floorArea(),
                object.garden(),
                object.code());
    }

    private void own(RenewalCode code, List<Owner> owners, LocalDate on, String reference) {
        if (!owners.isEmpty()) {
            new OwnerSets(sql)
                    .append(
                            code,
                            Optional.empty(),
                            owners,
                            on,
                            new OwnerSets.Origin("CODE_CHANGE", reference, ""),
                            at,
                            by);
        }
    }

    private void record(Parcels.CodeChange step) {
        sql.run("""
                insert into parcels.code_change (action, from_code, to_code, changed_on, reference, recorded_at)
                values (?, ?, ?, ?, ?, ?)""", step.action(), step.from(), step.to(), step.on(), step.reference(), at);
    }

    private void retire(RenewalCode code, LocalDate on) {
        sql.run("update parcels.land_object set retired_on = ? where code = ?", on, code);
    }

    private void carryLocks(RenewalCode from, RenewalCode to) {
        sql.run("""
                insert into parcels.lock (code, kind, authority, letter, from_day, carried_from, placed_at, placed_by)
                select ?, l.kind, l.authority, l.letter, l.from_day, l.id, ?, ?
                from parcels.lock l left join parcels.lock_lift t on t.lock = l.id
                where l.code = ? and t.lock is null""", to, at, by, from);
    }
}
