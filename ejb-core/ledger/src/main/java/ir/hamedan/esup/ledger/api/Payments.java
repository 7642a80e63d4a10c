package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.PaymentId;
import java.net.URI;

/** Payment of bills through a payment service provider. The amount is always our own, never the browser's. */
public interface Payments {
    /** Where to send the payer. */
    record Redirect(String payment, URI location) {}

    /** Whether bills can be paid online here; without a payment service provider they are paid elsewhere by their ids. */
    boolean isAvailable();

    /**
     * Asks the provider for a token for the bill.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code ledger.unknown-bill}, {@code ledger.bill-paid}, {@code
     *     ledger.bill-lapsed}, {@code ledger.bill-replaced}, {@code ledger.provider-unavailable}, {@code ledger.payment-not-set-up},
     *     {@code ledger.too-many-payments}
     */
    Redirect start(BillId bill, PaymentId payment);

    /**
     * The payer is back: asks the provider, with the stored amount, whether it was paid, and books it once. Safe to call
     * any number of times and at once. While the provider does not answer the payment stays where it is, and the sweep
     * finds out. Money for a bill that can no longer be settled is sent back; only what was verified before that became
     * known is credited on account. {@code ledger.unknown-payment} for a token that is not ours.
     */
    Payment returned(String token, boolean providerSaysPaid);

    /** A payment and its receipt. Public by its unguessable id; {@code ledger.unknown-payment}. */
    Payment find(String id);

    /** Finds payments that were paid but never came back, and books or reverses them; tells how many. SYSTEM. */
    int sweep();
}
