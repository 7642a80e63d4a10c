package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import java.time.LocalDate;
import java.util.List;

/** The books, read by the revenue office and auditors. */
public interface Books {
    /** The sums of an account over a span of days. */
    record Balance(String account, String name, Rial debit, Rial credit) {}

    /** Every account that moved between the two days, both included; debits and credits of all are equal. */
    List<Balance> trialBalance(LocalDate from, LocalDate to);

    /** One movement of the account of a land object. */
    record Movement(LocalDate day, String kind, String reference, String debit, String credit, Rial amount) {}

    /** The movements of the object, the latest first. */
    Page<Movement> statement(RenewalCode code, Page.Request page);

    /** What was paid above the claims of the object and stands to its credit. */
    Rial onAccount(RenewalCode code);
}
