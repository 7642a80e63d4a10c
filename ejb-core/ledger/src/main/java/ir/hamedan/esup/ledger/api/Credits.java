package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.Iban;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import java.util.List;

/** What stands to the credit of a land object, put to use. REVENUE_OFFICER. */
public interface Credits {
    /**
     * Settles lines from the credit of the object: whole lines in their order, as many as the credit pays. Open bills for
     * the same claims are replaced. Idempotent by key.
     *
     * @param lines of the object and of what stands on it, as they stand today
     * @return how much of the credit was used
     * @throws ir.hamedan.esup.kernel.Problem {@code ledger.credit-too-small} when it does not pay the first line, {@code
     *     ledger.claims-changed}, {@code ledger.bill-empty}, {@code ledger.key-reused}
     */
    Rial apply(String key, RenewalCode code, List<Bill.Line> lines);

    /**
     * Books that credit of the object is given back. Idempotent by key.
     *
     * @param letter the decision to give it back
     * @throws ir.hamedan.esup.kernel.Problem {@code ledger.credit-too-small}, {@code ledger.amount-not-positive}, {@code
     *     ledger.refund-without-letter}, {@code ledger.key-reused}
     */
    void refund(String key, RenewalCode code, Rial amount, Iban to, String letter);
}
