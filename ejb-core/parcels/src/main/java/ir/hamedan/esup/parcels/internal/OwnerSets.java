package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Owner;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets of owners: how one follows from another, and how they are written. */
final class OwnerSets {
    /** No property has more owners than this in one deed; a longer list is a mistake or an attack. */
    static final int MOST_OWNERS = 200;

    /** The set in force of an object. */
    record Current(long id, LocalDate validFrom, List<Owner> owners) {}

    private final Sql sql;

    OwnerSets(Sql sql) {
        this.sql = sql;
    }

    Optional<Current> current(RenewalCode code) {
        return sql.first(
                "select t.id, t.valid_from, array(select " + Rows.SHARE
                        + " from parcels.owner_share s where s.owner_set = t.id order by s.place) as owners"
                        + " from parcels.owner_set t where t.code = ? order by t.id desc limit 1",
                row -> new Current(row.number("id"), row.date("valid_from"), Rows.owners(row.texts("owners"))),
                code);
    }

    /**
     * A new set is in force from its day, but never from a day before the set it follows: a deed that is reported late
     * keeps its own day in {@code since}.
     */
    void append(
            RenewalCode code,
            Optional<Current> before,
            List<Owner> owners,
            LocalDate validFrom,
            Origin origin,
            Instant at,
            String by) {
        LocalDate from = before.map(Current::validFrom)
                .filter(day -> day.isAfter(validFrom))
                .orElse(validFrom);
        long set = sql.one(
                """
                insert into parcels.owner_set (code, valid_from, kind, reference, deed_number, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?) returning id""",
                row -> row.number("id"),
                code,
                from,
                origin.kind(),
                origin.reference(),
                origin.deedNumber(),
                at,
                by);
        sql.runAll("""
                insert into parcels.owner_share (owner_set, place, party_kind, party_id, name, numerator, denominator,
                    since) values (?, ?, ?, ?, ?, ?, ?, ?)""", shareRows(set, owners));
    }

    static List<Object[]> shareRows(long of, List<Owner> owners) {
        List<Object[]> rows = new ArrayList<>();
        for (Owner owner : owners) {
            rows.add(new Object[] {
                of,
                rows.size() + 1,
                owner.party().kind(),
                owner.party(),
                PersianText.clean(owner.name()),
                owner.share().numerator(),
                owner.share().denominator(),
                owner.since()
            });
        }
        return rows;
    }

    /** What made a set: its kind, the reference that makes it one however often it is sent, and the deed. */
    record Origin(String kind, String reference, String deedNumber) {}

    /** Owners as a person entered them: named, each once, exactly the whole. */
    static void requireWhole(List<Owner> owners) {
        if (owners.isEmpty() || owners.size() > MOST_OWNERS) {
            throw Problem.invalid("parcels.no-owners", MOST_OWNERS).at("owners");
        }
        Set<PartyId> seen = new HashSet<>();
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (Owner owner : owners) {
            if (!seen.add(owner.party())) {
                throw Problem.invalid("parcels.owner-twice", owner.party()).at("owners");
            }
            if (PersianText.clean(owner.name()).isEmpty()) {
                throw Problem.invalid("parcels.owner-without-name", owner.party())
                        .at("owners");
            }
            BigInteger own = BigInteger.valueOf(owner.share().denominator());
            numerator = numerator
                    .multiply(own)
                    .add(BigInteger.valueOf(owner.share().numerator()).multiply(denominator));
            denominator = denominator.multiply(own);
        }
        if (!numerator.equals(denominator)) {
            BigInteger divisor = numerator.gcd(denominator);
            throw Problem.invalid(
                            "parcels.shares-do-not-add-up",
                            numerator.divide(divisor) + "/" + denominator.divide(divisor))
                    .at("owners");
        }
    }

    /**
     * The owners after the shares went from one side to the other.
     *
     * @throws Problem {@code parcels.not-the-owner}, {@code parcels.transfer-shares-differ}
     */
    static List<Owner> transferred(
            RenewalCode code, List<Owner> before, List<Owner> from, List<Owner> to, LocalDate deedDate) {
        Share given = sum(from);
        Share taken = sum(to);
        if (!given.equals(taken)) {
            throw Problem.invalid("parcels.transfer-shares-differ", given.toString(), taken.toString());
        }
        Map<PartyId, Owner> owners = new LinkedHashMap<>();
        before.forEach(owner -> owners.put(owner.party(), owner));
        for (Owner giver : from) {
            Owner held = owners.get(giver.party());
            int left = held == null ? -1 : held.share().compareTo(giver.share());
            if (left < 0) {
                throw Problem.conflict("parcels.not-the-owner", giver.party(), code);
            }
            if (left == 0) {
                owners.remove(giver.party());
            } else {
                owners.put(
                        giver.party(),
                        new Owner(held.party(), held.name(), held.share().minus(giver.share()), held.since()));
            }
        }
        for (Owner taker : to) {
            Owner held = owners.get(taker.party());
            owners.put(
                    taker.party(),
                    held == null
                            ? new Owner(taker.party(), taker.name(), taker.share(), deedDate)
                            : new Owner(held.party(), held.name(), held.share().plus(taker.share()), held.since()));
        }
        return List.copyOf(owners.values());
    }

    private static Share sum(List<Owner> owners) {
        return owners.stream()
                .map(Owner::share)
                .reduce(Share::plus)
                .orElseThrow(() -> Problem.invalid("parcels.no-owners", MOST_OWNERS));
    }

    /** Owners in one text of the audit journal. */
    static String text(List<Owner> owners) {
        return owners.stream()
                .map(owner -> owner.party() + " " + owner.name() + " " + owner.share())
                .collect(Collectors.joining("; "));
    }
}
