package ir.hamedan.esup.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.BillPaid;
import ir.hamedan.esup.ledger.api.Books;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Payment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PaymentsTest {
    final Cashier cashier = new Cashier();
    final Office office = cashier.office;

    @Test
    void a_paid_bill_is_booked_in_double_entry_and_told() {
        Bill bill = cashier.bill();

        String token = cashier.paid(bill);
        Payment payment = cashier.payments.returned(token, true);

        assertEquals(Payment.State.BOOKED, payment.state());
        assertEquals(Optional.of("T" + token), payment.trace());
        assertEquals(Optional.of("603799******0012"), payment.maskedCard());
        assertEquals(Rial.of(1_091_000), payment.amount());
        assertFalse(payment.onAccount());
        assertEquals(Bill.State.PAID, payment.bill().state());
        assertEquals(payment, cashier.payments.find(payment.id()));
        assertEquals(List.of(new BillPaid(bill.number(), "inquiry-1", Office.HOUSE)), cashier.billPaid.all());
        assertEquals(0, office.receivable());
        assertEquals(Rial.of(500), office.books.onAccount(Office.HOUSE));
        assertEquals(
                List.of(
                        "RECEIVABLE.RENEWAL>PENALTY 90000",
                        "PROVIDER>RECEIVABLE.RENEWAL 1090500",
                        "PROVIDER>ON_ACCOUNT 500"),
                movements().stream().limit(3).toList());
    }

    private List<String> movements() {
        return office.books.statement(Office.HOUSE, new Page.Request(0, 50)).rows().stream()
                .map(m -> m.debit() + ">" + m.credit() + " " + m.amount())
                .toList();
    }

    @Test
    void the_redirect_leads_to_the_provider_with_our_amount() {
        Bill bill = cashier.bill();

        var redirect = cashier.start(bill);

        assertEquals(URI.create("http://provider.test/A" + redirect.payment()), redirect.location());
        assertEquals(bill.amount(), cashier.provider.amounts.get("A" + redirect.payment()));
        assertEquals(
                Payment.State.REDIRECTED,
                cashier.payments.find(redirect.payment()).state());
    }

    @Test
    void returned_any_number_of_times_it_is_booked_once() {
        String token = cashier.paid(cashier.bill());

        Payment first = cashier.payments.returned(token, true);
        Payment again = cashier.payments.returned(token, true);
        Payment refreshed = cashier.payments.returned(token, false);

        assertEquals(first, again);
        assertEquals(first, refreshed);
        assertEquals(1, cashier.billPaid.all().size());
        assertEquals(1_091_000, cashier.cash());
    }

    @Test
    void callbacks_and_sweeps_at_once_book_once() throws Exception {
        String token = cashier.paid(cashier.bill());
        office.clock.pass(Duration.ofMinutes(1));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> cashier.payments.returned(token, true));
                calls.add(cashier.payments::sweep);
            }
            for (Future<Object> call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertEquals(Payment.State.BOOKED, cashier.state(token));
        assertEquals(1, cashier.billPaid.all().size());
        assertEquals(1_091_000, cashier.cash());
        assertEquals(1, cashier.provider.verified.get());
    }

    @Test
    void a_payer_who_never_came_back_is_found_by_the_sweep() {
        String token = cashier.paid(cashier.bill());
        assertEquals(0, cashier.payments.sweep());

        office.clock.pass(Duration.ofMinutes(1));

        assertEquals(1, cashier.payments.sweep());
        assertEquals(Payment.State.BOOKED, cashier.state(token));
        assertEquals(0, cashier.payments.sweep());
    }

    @Test
    void the_provider_is_asked_again_each_time_after_twice_as_long() {
        String token = "A" + cashier.start(cashier.bill()).payment();
        office.clock.pass(cashier.desk.firstCheck);
        assertEquals(0, cashier.payments.sweep());
        office.clock.pass(cashier.desk.firstCheck);
        assertEquals(0, cashier.payments.sweep());
        cashier.provider.pay(token);

        office.clock.pass(cashier.desk.firstCheck.multipliedBy(2).minusSeconds(1));
        assertEquals(0, cashier.payments.sweep());
        office.clock.pass(Duration.ofSeconds(1));
        assertEquals(1, cashier.payments.sweep());
    }

    @Test
    void money_verified_before_a_crash_is_booked_after_it() {
        Bill bill = cashier.bill();
        String token = cashier.paid(bill);
        cashier.provider.verify(token, bill.amount());
        office.clock.pass(Duration.ofMinutes(1));

        assertEquals(1, cashier.payments.sweep());
        assertEquals(Payment.State.BOOKED, cashier.state(token));
        assertEquals(
                Optional.of("T" + token),
                cashier.payments.find(token.substring(1)).trace());
    }

    @Test
    void while_the_provider_does_not_answer_nothing_is_decided() {
        String token = cashier.paid(cashier.bill());
        cashier.provider.down = true;

        assertEquals(
                Payment.State.REDIRECTED, cashier.payments.returned(token, true).state());
        for (int i = 0; i < 20; i++) {
            office.clock.pass(Duration.ofMinutes(15));
            cashier.payments.sweep();
        }
        assertEquals(Payment.State.REDIRECTED, cashier.state(token));

        cashier.provider.down = false;
        office.clock.pass(Duration.ofMinutes(15));
        cashier.payments.sweep();
        assertEquals(Payment.State.BOOKED, cashier.state(token));
    }

    @Test
    void a_browser_that_claims_payment_is_not_believed() {
        String token = "A" + cashier.start(cashier.bill()).payment();

        assertEquals(
                Payment.State.REDIRECTED, cashier.payments.returned(token, true).state());
        assertEquals(
                Payment.State.REDIRECTED,
                cashier.payments.returned(token, false).state());

        cashier.provider.pay(token);
        assertEquals(
                Payment.State.BOOKED, cashier.payments.returned(token, false).state());
    }

    @Test
    void a_cancelled_payment_is_cancelled_and_the_bill_stays_open() {
        Bill bill = cashier.bill();
        String token = "A" + cashier.start(bill).payment();
        cashier.provider.states.put(token, PaymentProvider.Verdict.NOT_PAID);

        assertEquals(
                Payment.State.CANCELLED, cashier.payments.returned(token, false).state());
        assertEquals(Bill.State.OPEN, cashier.now(bill).state());
        assertEquals(office.open(), office.receivable());
    }

    @Test
    void money_that_came_after_all_is_booked_even_when_we_had_given_up() {
        String token = "A" + cashier.start(cashier.bill()).payment();
        office.clock.pass(Duration.ofMinutes(21));
        cashier.payments.sweep();
        assertEquals(Payment.State.FAILED, cashier.state(token));

        cashier.provider.pay(token);

        assertEquals(
                Payment.State.BOOKED, cashier.payments.returned(token, true).state());
    }

    @Test
    void another_amount_than_ours_is_never_booked_and_raises_an_alarm() {
        Bill bill = cashier.bill();
        String token = "A" + cashier.start(bill).payment();
        cashier.provider.pay(token, Rial.of(1_000));

        assertEquals(
                Payment.State.FAILED, cashier.payments.returned(token, true).state());
        assertEquals(Bill.State.OPEN, cashier.now(bill).state());
        assertEquals(0, cashier.cash());
        assertTrue(office.audit.all().stream().anyMatch(a -> a.action().equals("ledger.payment-amount-differs")));
    }

    @Test
    void what_the_provider_reversed_is_reversed_and_stays_so() {
        String token = "A" + cashier.start(cashier.bill()).payment();
        cashier.provider.reverse(token);
        office.clock.pass(Duration.ofMinutes(1));

        cashier.payments.sweep();

        assertEquals(Payment.State.REVERSED, cashier.state(token));
        assertEquals(
                Payment.State.REVERSED, cashier.payments.returned(token, true).state());
    }

    @Test
    void a_bill_that_is_paid_lapsed_or_replaced_is_not_started() {
        Bill bill = cashier.bill();
        Demand demand = office.demands.open(Office.HOUSE).get(0);
        Bill next = office.issue("inquiry-2", Office.HOUSE, Office.line(demand, 90_000, 0))
                .get(0);
        assertRefused("ledger.bill-replaced", bill);
        cashier.payments.returned(cashier.paid(next), true);
        assertRefused("ledger.bill-paid", next);

        Demand other = office.renewal(Office.SHOP, 1404, 5_000);
        Bill late =
                office.issue("inquiry-3", Office.SHOP, Office.line(other, 0, 0)).get(0);
        office.clock.pass(Duration.ofDays(11));
        assertRefused("ledger.bill-lapsed", late);
    }

    private void assertRefused(String code, Bill bill) {
        assertEquals(
                code, assertThrows(Problem.class, () -> cashier.start(bill)).code());
    }

    @Test
    void who_set_out_before_the_deadline_has_paid_the_bill_after_it() {
        Bill bill = cashier.bill();
        office.clock.pass(Duration.ofDays(10).plusHours(11));
        String token = cashier.paid(bill);
        office.clock.pass(Duration.ofHours(2));
        assertEquals(Bill.State.LAPSED, cashier.now(bill).state());

        assertFalse(cashier.payments.returned(token, true).onAccount());
        assertEquals(Bill.State.PAID, cashier.now(bill).state());
    }

    @Test
    void who_was_at_the_provider_when_the_bill_was_replaced_pays_it_and_the_new_one_ends() {
        Bill bill = cashier.bill();
        String token = cashier.paid(bill);
        Demand demand = office.demands.open(Office.HOUSE).get(0);
        Bill next = office.issue("inquiry-2", Office.HOUSE, Office.line(demand, 90_000, 0))
                .get(0);

        assertFalse(cashier.payments.returned(token, true).onAccount());

        assertEquals(Bill.State.PAID, cashier.now(bill).state());
        assertEquals(Bill.State.REPLACED, cashier.now(next).state());
        assertEquals(0, office.open());
    }

    @Test
    void several_bills_of_one_claim_are_paid_one_by_one() {
        Demand large = office.renewal(Office.HOUSE, 1404, 250_000_000_001L);
        List<Bill> bills = office.issue("r", Office.HOUSE, Office.line(large, 0, 0));

        for (Bill bill : bills) {
            assertEquals(Bill.State.OPEN, cashier.now(bill).state());
            cashier.payments.returned(cashier.paid(bill), true);
            assertEquals(office.open(), office.receivable());
        }

        assertEquals(0, office.open());
        assertEquals(bills.size(), cashier.billPaid.all().size());
    }

    @Test
    void a_provider_that_gives_no_token_is_said_so_and_leaves_the_bill_open() {
        Bill bill = cashier.bill();
        cashier.provider.down = true;

        assertRefused("ledger.provider-unavailable", bill);
        assertEquals(Bill.State.OPEN, cashier.now(bill).state());
    }

    @Test
    void a_bill_is_started_only_so_often_in_an_hour() {
        Bill bill = cashier.bill();
        for (int i = 0; i < 30; i++) {
            cashier.start(bill);
        }

        assertRefused("ledger.too-many-payments", bill);
        office.clock.pass(Duration.ofHours(2));
        cashier.start(bill);
    }

    @Test
    void a_token_or_receipt_that_is_not_ours_is_unknown() {
        assertEquals(
                "ledger.unknown-payment",
                assertThrows(Problem.class, () -> cashier.payments.returned("A1", true))
                        .code());
        assertEquals(
                "ledger.unknown-payment",
                assertThrows(Problem.class, () -> cashier.payments.find("1")).code());
    }

    @Test
    void debits_and_credits_of_the_trial_balance_are_equal_and_named() {
        cashier.payments.returned(cashier.paid(cashier.bill()), true);

        List<Books.Balance> balances = office.books.trialBalance(Office.TODAY.minusYears(2), Office.TODAY);

        assertEquals(
                balances.stream().mapToLong(b -> b.debit().amount()).sum(),
                balances.stream().mapToLong(b -> b.credit().amount()).sum());
        assertTrue(balances.stream().anyMatch(b -> b.name().equals("مطالبات عوارض نوسازی")));
    }
}
