package ir.hamedan.esup.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Iban;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CreditsTest {
    private static final Iban ACCOUNT = Iban.parse("IR380170000000100000000001");

    final Cashier cashier = new Cashier();
    final Office office = cashier.office;

    /** 1,091,000 and the 500 of the rounding, on account of the house: verified by the provider, but too late. */
    private Rial credit() {
        Bill bill = cashier.bill();
        String late = cashier.paid(bill);
        cashier.provider.verify(late, bill.amount());
        cashier.payments.returned(cashier.paid(bill), true);
        office.clock.pass(Duration.ofMinutes(1));
        cashier.payments.sweep();
        Rial credit = office.books.onAccount(Office.HOUSE);
        assertEquals(Rial.of(1_091_500), credit);
        return credit;
    }

    private Rial apply(String key, Bill.Line... lines) {
        return office.database.transaction(() -> office.credits.apply(key, Office.HOUSE, Arrays.asList(lines)));
    }

    private void refund(String key, long amount, String letter) {
        office.database.inTransaction(() -> office.credits.refund(key, Office.HOUSE, Rial.of(amount), ACCOUNT, letter));
    }

    private List<String> latest(int count) {
        return office.books.statement(Office.HOUSE, new Page.Request(0, count)).rows().stream()
                .map(m -> m.kind() + " " + m.debit() + ">" + m.credit() + " " + m.amount())
                .toList();
    }

    @Test
    void credit_settles_whole_claims_in_their_order_and_replaces_their_bills() {
        credit();
        Demand own = office.renewal(Office.HOUSE, 1405, 600_000);
        Demand shop = office.renewal(Office.SHOP, 1405, 400_000);
        Demand next = office.renewal(Office.SHOP, 1404, 200_000);
        Bill bill = office.issue("i", Office.HOUSE, Office.line(own, 0, 0)).get(0);

        Rial used = apply("k", Office.line(own, 10_000, 0), Office.line(shop, 0, 40_000), Office.line(next, 0, 0));

        assertEquals(Rial.of(970_000), used);
        assertEquals(Rial.of(121_500), office.books.onAccount(Office.HOUSE));
        assertEquals(Bill.State.REPLACED, cashier.now(bill).state());
        assertEquals(200_000, office.open());
        assertEquals(office.open(), office.receivable());
        assertEquals(Rial.ZERO, office.books.onAccount(Office.SHOP));
        assertEquals(
                List.of(
                        "APPLY_CREDIT RECEIVABLE.RENEWAL>PENALTY 10000",
                        "APPLY_CREDIT ON_ACCOUNT>RECEIVABLE.RENEWAL 610000",
                        "APPLY_CREDIT ON_ACCOUNT>TRANSIT 360000"),
                latest(3));
        assertEquals(0L, (long) office.sql().one("""
                        select coalesce(sum(case when d.kind = 'TRANSIT' then t.amount else 0 end
                            - case when c.kind = 'TRANSIT' then t.amount else 0 end), 0)::bigint as sum
                        from ledger.transfer t
                        join ledger.account d on d.id = t.debit join ledger.account c on c.id = t.credit
                        """, row -> row.number("sum")));
        assertTrue(office.audit.all().stream().anyMatch(a -> a.action().equals("ledger.credit-applied")));
    }

    @Test
    void the_same_key_applies_and_refunds_once() {
        credit();
        Demand own = office.renewal(Office.HOUSE, 1405, 600_000);

        assertEquals(apply("k", Office.line(own, 0, 0)), apply("k", Office.line(own, 0, 0)));
        refund("r", 100_000, "12/34");
        refund("r", 100_000, "12/34");

        assertEquals(Rial.of(391_500), office.books.onAccount(Office.HOUSE));
        assertRefused("ledger.key-reused", () -> refund("r", 100_001, "12/34"));
        assertRefused("ledger.key-reused", () -> refund("k", 100_000, "12/34"));
    }

    @Test
    void a_refund_goes_from_the_credit_to_the_bank() {
        credit();

        refund("r", 1_091_500, "12/34");

        assertEquals(Rial.ZERO, office.books.onAccount(Office.HOUSE));
        assertEquals(List.of("REFUND ON_ACCOUNT>BANK 1091500"), latest(1));
        assertTrue(office.audit.all().stream().anyMatch(a -> a.action().equals("ledger.credit-refunded")));
    }

    @Test
    void more_than_the_credit_wrong_claims_and_missing_letters_are_refused_and_leave_nothing() {
        assertRefused("ledger.credit-too-small", () -> refund("r", 1, "12/34"));
        credit();
        Demand own = office.renewal(Office.HOUSE, 1405, 500_000);
        Bill.Line line = Office.line(own, 0, 0);

        assertRefused("ledger.credit-too-small", () -> refund("r", 1_091_501, "12/34"));
        assertRefused("ledger.amount-not-positive", () -> refund("r", 0, "12/34"));
        assertRefused("ledger.refund-without-letter", () -> refund("r", 1, " "));
        assertRefused("ledger.bill-empty", () -> apply("k"));
        assertRefused("ledger.credit-too-small", () -> apply("k", Office.line(own, 600_000, 0)));
        assertRefused("ledger.claims-changed", () -> apply("k", line, line));
        apply("k", line);
        assertRefused("ledger.claims-changed", () -> apply("l", Office.line(own, 0, 200_000)));
        assertEquals(Rial.of(591_500), office.books.onAccount(Office.HOUSE));
    }

    private static void assertRefused(String code, Runnable work) {
        assertEquals(code, assertThrows(Problem.class, work::run).code());
    }

    @Test
    void credit_asked_for_many_times_at_once_is_given_once() throws Exception {
        credit();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int given = 0;
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String key = "r" + i;
                calls.add(() -> {
                    try {
                        refund(key, 1_000_000, "12/34");
                        return true;
                    } catch (Problem refused) {
                        return false;
                    }
                });
            }
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                given += call.get() ? 1 : 0;
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(1, given);
        assertEquals(Rial.of(91_500), office.books.onAccount(Office.HOUSE));
    }
}
