package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.BillPaid;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Payment;
import ir.hamedan.esup.ledger.api.Payments;
import ir.hamedan.esup.testing.Fired;
import java.time.Duration;

/** The payments of an office, with a provider in memory; each step of the desk is a transaction, as in the container. */
final class Cashier {
    final Office office = new Office();
    final TestProvider provider = new TestProvider();
    final Fired<BillPaid> billPaid = new Fired<>();
    /** The node dies after the provider's answer and before the booking. */
    volatile boolean dying;

    final PaymentDesk desk = new PaymentDesk() {
        @Override
        public Claim claim(String id) {
            return office.database.transaction(() -> super.claim(id));
        }

        @Override
        public void book(String id, PaymentProvider.Answer answer) {
            if (dying) {
                throw new IllegalStateException("the node died");
            }
            office.database.inTransaction(() -> super.book(id, answer));
        }
    };
    final PaymentsBean payments = new PaymentsBean();

    @SuppressWarnings("UnnecessaryAssignment") // the container injects them otherwise
    Cashier() {
        desk.source = office.database.application();
        desk.clock = office.clock;
        desk.audit = office.audit;
        desk.billPaid = billPaid;
        desk.firstCheck = Duration.ofSeconds(45);
        payments.desk = desk;
        payments.provider = provider;
        payments.clock = office.clock;
        payments.publicUrl = "http://esup.test";
        payments.giveUp = Duration.ofMinutes(20);
    }

    /** A bill for a claim of 1,000,500 with a charge of 90,000 on it. */
    Bill bill() {
        Demand demand = office.renewal(Office.HOUSE, 1404, 1_000_500);
        return office.issue("inquiry-1", Office.HOUSE, Office.line(demand, 90_000, 0))
                .get(0);
    }

    /** What came from the provider so far, in rials. */
    long cash() {
        return office.books.trialBalance(Office.TODAY, Office.TODAY).stream()
                .filter(balance -> balance.account().equals("PROVIDER"))
                .mapToLong(balance -> balance.debit().amount())
                .sum();
    }

    Payments.Redirect start(Bill bill) {
        return payments.start(bill.billId(), bill.paymentId());
    }

    /** Starts and pays at the provider; returns the token. */
    String paid(Bill bill) {
        String token = "A" + start(bill).payment();
        provider.pay(token);
        return token;
    }

    Bill now(Bill bill) {
        return office.bills.find(bill.billId(), bill.paymentId());
    }

    Payment.State state(String token) {
        return payments.find(token.substring(1)).state();
    }
}
