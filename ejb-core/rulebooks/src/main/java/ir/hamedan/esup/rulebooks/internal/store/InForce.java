package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.internal.plan.Laid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What an answer stands on: the book in force, and what planners laid down for the parcel. One statement for both. */
public interface InForce {
    /** A book, and what was laid down beside it. */
    record Basis(RuleBooks.Published book, Laid laid) {}

    /** Empty when no book was in force; without a parcel nothing is laid down. */
    Optional<Basis> basis(Optional<RenewalCode> parcel, LocalDate on, Instant known);
}
