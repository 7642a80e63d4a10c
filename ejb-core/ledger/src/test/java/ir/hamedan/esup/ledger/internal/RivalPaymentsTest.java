package ir.hamedan.esup.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Payment;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Several payers of one bill, and payments whose node dies: money is taken once, for what it settles. */
class RivalPaymentsTest {
    final Cashier cashier = new Cashier();
    final Office office = cashier.office;

    @Test
    void of_two_payments_of_one_bill_at_once_one_settles_it_and_the_other_goes_back() throws Exception {
        Bill bill = cashier.bill();
        List<String> tokens = List.of(cashier.paid(bill), cashier.paid(bill));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Payment>> calls = tokens.stream()
                    .<Callable<Payment>>map(token -> () -> cashier.payments.returned(token, true))
                    .toList();
            for (Future<Payment> call : threads.invokeAll(calls)) {
                call.get();
            }
        } finally {
            threads.shutdownNow();
        }

        office.clock.pass(Duration.ofMinutes(1));
        cashier.payments.sweep();

        assertEquals(
                Set.of(Payment.State.BOOKED, Payment.State.REVERSED),
                tokens.stream().map(cashier::state).collect(Collectors.toSet()));
        assertEquals(1, cashier.provider.verified.get());
        assertEquals(1, cashier.billPaid.all().size());
        assertEquals(1_091_000, cashier.cash());
        assertEquals(Rial.of(500), office.books.onAccount(Office.HOUSE));
        assertEquals(0, office.receivable());
    }

    @Test
    void money_for_a_bill_that_was_paid_meanwhile_goes_back() {
        Bill bill = cashier.bill();
        String late = cashier.paid(bill);
        cashier.payments.returned(cashier.paid(bill), true);

        assertEquals(
                Payment.State.REVERSED, cashier.payments.returned(late, true).state());
        assertEquals(1, cashier.provider.verified.get());
    }

    @Test
    void who_only_claims_to_have_paid_holds_up_nobody() {
        Bill bill = cashier.bill();
        String idle = "A" + cashier.start(bill).payment();
        cashier.payments.returned(idle, true);

        assertEquals(
                Payment.State.BOOKED,
                cashier.payments.returned(cashier.paid(bill), true).state());
    }

    @Test
    void while_one_payment_is_being_verified_another_of_the_bill_waits() {
        Bill bill = cashier.bill();
        String first = cashier.paid(bill);
        String second = cashier.paid(bill);
        cashier.dying = true;
        assertThrows(IllegalStateException.class, () -> cashier.payments.returned(first, true));

        assertEquals(
                Payment.State.REDIRECTED,
                cashier.payments.returned(second, true).state());
        cashier.dying = false;
        office.clock.pass(Duration.ofMinutes(1));
        cashier.payments.sweep();
        office.clock.pass(Duration.ofMinutes(10));
        cashier.payments.sweep();

        assertEquals(Payment.State.BOOKED, cashier.state(first));
        assertEquals(Payment.State.REVERSED, cashier.state(second));
        assertEquals(1_091_000, cashier.cash());
    }

    @Test
    void money_verified_after_we_had_given_up_is_booked_even_after_a_crash() {
        String token = "A" + cashier.start(cashier.bill()).payment();
        office.clock.pass(Duration.ofMinutes(21));
        cashier.payments.sweep();
        assertEquals(Payment.State.FAILED, cashier.state(token));
        cashier.provider.pay(token);
        cashier.dying = true;
        assertThrows(IllegalStateException.class, () -> cashier.payments.returned(token, true));
        assertEquals(1, cashier.provider.verified.get());

        cashier.dying = false;
        office.clock.pass(Duration.ofMinutes(15));
        cashier.payments.sweep();

        assertEquals(Payment.State.BOOKED, cashier.state(token));
    }
}
