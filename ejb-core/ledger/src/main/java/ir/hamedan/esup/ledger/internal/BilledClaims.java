package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of a bill beside the claims they ask for. */
final class BilledClaims {
    private final Sql sql;

    BilledClaims(Sql sql) {
        this.sql = sql;
    }

    /** Locks the files of the bill and of its claims in the order of their numbers; returns that of the bill. */
    long lock(long bill) {
        sql.list("""
                        select f.number from ledger.file f
                        where f.number in (select b.file from ledger.bill b where b.number = ?
                            union all select d.file from ledger.bill_line l join ledger.demand d on d.id = l.demand
                            where l.bill = ?)
                        order by f.number for no key update
                        """, row -> row.number("number"), bill, bill);
        return sql.one("select file from ledger.bill where number = ?", row -> row.number("file"), bill);
    }

    List<Booking.Line> lines(long bill) {
        return sql.list(
                """
                        select l.demand, l.levy, d.file, l.principal, l.penalty, l.reward, d.principal - d.settled as open
                        from ledger.bill_line l join ledger.demand d on d.id = l.demand
                        where l.bill = ? order by l.place
                        """,
                row -> new Booking.Line(
                        row.number("demand"),
                        row.text("levy"),
                        row.number("file"),
                        row.rial("principal"),
                        row.rial("penalty"),
                        row.rial("reward"),
                        row.rial("open")),
                bill);
    }

    /** The lines with what other attempts that are being verified leave open of their claims. */
    List<Booking.Line> besideOthers(String id, List<Booking.Line> lines) {
        Map<Long, Rial> held = new HashMap<>();
        sql.list(
                """
                        select l.demand, sum(l.principal)::bigint as principal
                        from ledger.payment p join ledger.bill_line l on l.bill = p.bill
                        where p.id <> ? and p.claimed_at is not null and p.state = 'REDIRECTED' and l.demand = any (?)
                        group by l.demand
                        """,
                row -> held.put(row.number("demand"), row.rial("principal")),
                id,
                lines.stream().map(Booking.Line::demand).toList());
        return lines.stream()
                .map(line -> line.withOpen(line.open().minus(held.getOrDefault(line.demand(), Rial.ZERO))))
                .toList();
    }
}
