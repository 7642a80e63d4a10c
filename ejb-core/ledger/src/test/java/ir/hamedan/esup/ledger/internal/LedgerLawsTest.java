package ir.hamedan.esup.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.testing.Form;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever is done to the ledger, in whatever order: it balances, and nothing is paid twice. */
class LedgerLawsTest {
    private static final List<RenewalCode> CODES = List.of(Office.HOUSE, Office.SHOP, RenewalCode.parse("2-1-1-1"));

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void any_sequence_of_postings_corrections_bills_and_payments_balances(@ForAll long seed) {
        Cashier cashier = new Cashier();
        Random random = new Random(seed);
        List<String> tokens = new ArrayList<>();
        for (int step = 0; step < Form.of(30, 600); step++) {
            step(cashier, random, step, tokens);
            if (step % 6 == 5) {
                assertBalanced(cashier);
            }
        }
    }

    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void so_does_any_interleaving(@ForAll long seed) throws Exception {
        Cashier cashier = new Cashier();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> people = new ArrayList<>();
            for (int person = 0; person < 6; person++) {
                Random random = new Random(seed + person);
                int first = person * 1_000;
                people.add(() -> {
                    List<String> tokens = new ArrayList<>();
                    for (int step = 0; step < Form.of(8, 120); step++) {
                        step(cashier, random, first + step, tokens);
                    }
                    return null;
                });
            }
            for (Future<Void> person : threads.invokeAll(people)) {
                person.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertBalanced(cashier);
    }

    private static void step(Cashier cashier, Random random, int step, List<String> tokens) {
        Office office = cashier.office;
        RenewalCode code = CODES.get(random.nextInt(CODES.size()));
        try {
            switch (random.nextInt(7)) {
                case 0, 1 -> office.renewal(code, 1390 + random.nextInt(16), 1 + random.nextInt(5_000_000));
                case 2 -> correct(office, random, code, step);
                case 3, 4 -> tokens.addAll(payAll(cashier, random, code, step));
                case 5 -> cashier.payments.sweep();
                default -> office.clock.pass(Duration.ofHours(random.nextInt(12)));
            }
            if (!tokens.isEmpty() && random.nextBoolean()) {
                cashier.payments.returned(tokens.get(random.nextInt(tokens.size())), random.nextBoolean());
            }
        } catch (Problem refused) {
            // A refusal changes nothing, which the balance below shows.
            assertTrue(refused.code().startsWith("ledger."), refused.code());
        }
    }

    private static void correct(Office office, Random random, RenewalCode code, int step) {
        for (Demand demand : office.demands.open(code)) {
            office.database.transaction(() -> office.demands.correct(
                    "c" + step + "-" + demand.id(), demand.id(), Rial.of(random.nextInt(5_000_000)), ""));
        }
    }

    private static List<String> payAll(Cashier cashier, Random random, RenewalCode code, int step) {
        Bill.Line[] lines = cashier.office.demands.open(code).stream()
                .map(demand -> Office.line(
                        demand,
                        random.nextInt(1_000),
                        random.nextInt((int) demand.open().amount() + 1)))
                .toArray(Bill.Line[]::new);
        List<String> tokens = new ArrayList<>();
        for (Bill bill : cashier.office.database.transaction(() -> cashier.office.bills.issue(
                "r" + step,
                code,
                List.of(lines),
                LocalDate.ofInstant(cashier.office.clock.instant(), ir.hamedan.esup.kernel.PersianDate.TEHRAN)
                        .plusDays(1)))) {
            tokens.add(cashier.paid(bill));
        }
        return tokens;
    }

    private static void assertBalanced(Cashier cashier) {
        Office office = cashier.office;
        assertEquals(office.open(), office.receivable(), "what transfers say is owed is what the claims say is open");
        record Sums(long verified, long booked, long bookings, long attempts, long credits) {}
        Sums sums = office.sql()
                .one(
                        """
                        select
                            (select coalesce(sum(p.amount), 0)::bigint from ledger.payment p where p.state = 'BOOKED') as verified,
                            (select coalesce(sum(t.amount), 0)::bigint from ledger.transfer t
                                where t.debit = 401) as booked,
                            (select count(*) from ledger.posting where kind in ('PAYMENT', 'ON_ACCOUNT')) as bookings,
                            (select count(*) from ledger.payment where state = 'BOOKED') as attempts,
                            (select count(*) from ledger.bill b where b.state = 'PAID') as credits
                        """,
                        row -> new Sums(
                                row.number("verified"),
                                row.number("booked"),
                                row.number("bookings"),
                                row.number("attempts"),
                                row.number("credits")));
        assertEquals(sums.verified(), sums.booked(), "every verified rial is booked once");
        assertEquals(sums.attempts(), sums.bookings());
        assertEquals(sums.credits(), cashier.billPaid.all().size());
        assertTrue(office.demands.open(Office.HOUSE).stream()
                .noneMatch(demand -> demand.open().isNegative()));
    }
}
