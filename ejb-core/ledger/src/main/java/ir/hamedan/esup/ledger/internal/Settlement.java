package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import java.util.List;

/** What settling lines does to claims and bills; the caller holds the files of the claims. */
final class Settlement {
    private Settlement() {}

    static void of(List<Bill.Line> lines, Sql sql) {
        List<Long> demands = lines.stream().map(Bill.Line::demand).toList();
        sql.run(
                """
                update ledger.demand d set settled = d.settled + l.principal
                from (select demand, sum(principal) as principal from unnest(?, ?) as l (demand, principal)
                    group by demand) as l
                where d.id = l.demand
                """,
                demands,
                lines.stream().map(line -> line.principal().amount()).toList());
        // Other bills that ask for what is no longer open cannot be paid any more.
        sql.run("""
                update ledger.bill b set state = 'REPLACED'
                where b.state = 'OPEN' and b.number in (
                    select l.bill from ledger.bill_line l join ledger.demand d on d.id = l.demand
                    where l.demand = any (?) and d.principal - d.settled < l.principal)
                """, demands);
    }
}
