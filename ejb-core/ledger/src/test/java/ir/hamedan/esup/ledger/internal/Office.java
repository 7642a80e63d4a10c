package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.testing.Fired;
import ir.hamedan.esup.testing.HandClock;
import ir.hamedan.esup.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The ledger on a fresh database, on 3 Azar 1405 at noon until the test moves its clock. */
final class Office {
    static final RenewalCode HOUSE = RenewalCode.parse("1-5-67-15");
    static final RenewalCode SHOP = RenewalCode.parse("1-5-67-15-1-0-2");
    static final LocalDate TODAY = new PersianDate(1405, 9, 3).toLocalDate();
    static final LocalDate DEADLINE = TODAY.plusDays(10);

    final TestDatabase database = TestDatabase.fresh();
    final Fired<Audited> audit = new Fired<>();
    final HandClock clock =
            new HandClock(TODAY.atTime(12, 0).atZone(PersianDate.TEHRAN).toInstant());
    final DemandsBean demands = new DemandsBean();
    final BillsBean bills = new BillsBean();
    final BooksBean books = new BooksBean();
    final CreditsBean credits = new CreditsBean();

    @SuppressWarnings("UnnecessaryAssignment") // the container injects them otherwise
    Office() {
        demands.source = database.application();
        demands.clock = clock;
        demands.audit = audit;
        bills.source = database.application();
        bills.clock = clock;
        bills.audit = audit;
        bills.company = 113;
        bills.service = 6;
        books.source = database.application();
        credits.source = database.application();
        credits.clock = clock;
        credits.books = books;
        credits.audit = audit;
    }

    Sql sql() {
        return new Sql(database.application());
    }

    /** The renewal levy of a year on an object. */
    Demand renewal(RenewalCode code, int year, long principal) {
        return database.transaction(() -> demands.post(new Demands.NewDemand(
                "renewal:" + year + ":" + code,
                code,
                LevyKind.RENEWAL,
                year,
                Rial.of(principal),
                PersianDate.firstDayOf(year),
                PersianDate.lastDayOf(year),
                "test")));
    }

    /** A line for all that is open of a claim. */
    static Bill.Line line(Demand demand, long penalty, long reward) {
        return new Bill.Line(
                demand.id(),
                demand.levy(),
                demand.year(),
                demand.open(),
                Rial.of(penalty),
                Rial.of(reward),
                Rial.of(demand.open().amount() + penalty - reward),
                "rule");
    }

    List<Bill> issue(String reference, RenewalCode code, Bill.Line... lines) {
        return database.transaction(() -> bills.issue(reference, code, Arrays.asList(lines), DEADLINE));
    }

    /** What all transfers of the ledger say is owed, which must be what the claims say is open. */
    long receivable() {
        return sql().one("""
                        select coalesce(sum(case when d.kind = 'RECEIVABLE' then t.amount else 0 end
                            - case when c.kind = 'RECEIVABLE' then t.amount else 0 end), 0)::bigint as sum
                        from ledger.transfer t
                        join ledger.account d on d.id = t.debit join ledger.account c on c.id = t.credit
                        """, row -> row.number("sum"));
    }

    long open() {
        return sql().one(
                        "select coalesce(sum(principal - settled), 0)::bigint as sum from ledger.demand",
                        row -> row.number("sum"));
    }
}
