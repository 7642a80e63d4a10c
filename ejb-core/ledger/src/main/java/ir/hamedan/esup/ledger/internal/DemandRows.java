package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import java.sql.SQLException;

/** How claims are read, and which codes stand on an object. */
final class DemandRows {
    static final String SELECT = """
            select d.id, f.code, d.levy, d.year, d.principal, d.settled, d.accrued_on, d.due_on, d.posted_at, d.basis,
                f.sort_key
            from ledger.file f join ledger.demand d on d.file = f.number
            """;

    private DemandRows() {}

    static Demand read(Sql.Row row) throws SQLException {
        Rial principal = row.rial("principal");
        return new Demand(
                row.number("id"),
                row.code("code"),
                row.constant(LevyKind.class, "levy"),
                row.integer("year"),
                principal,
                principal.minus(row.rial("settled")),
                row.date("accrued_on"),
                row.date("due_on"),
                row.instant("posted_at"),
                row.text("basis"));
    }

    /** The beginning that the sort keys of the object and of everything on it have in common, and no other has. */
    static String prefix(RenewalCode code) {
        int parts =
                switch (code.level()) {
                    case BLOCK -> 3;
                    case PARCEL -> 4;
                    case BUILDING -> 5;
                    case APARTMENT -> 6;
                    case SHOP -> 7;
                };
        return code.sortKey().substring(0, parts * 6);
    }

    /** The beginning of all keys a reach has. */
    static String low(Demands.Reach reach) {
        return reach.whole() ? prefix(reach.code()) : reach.code().sortKey();
    }

    /** A text above every key with the prefix and below every other that follows: digits end before the colon. */
    static String above(String prefix) {
        return prefix + ":";
    }
}
