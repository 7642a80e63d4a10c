package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A claim on a land object for one levy and year.
 *
 * @param principal as it was posted
 * @param open what of the principal is not yet paid
 * @param accruedOn the day it came to be, such as 1 Farvardin
 * @param dueOn the last day on which it is paid in time
 * @param basis how the amount came about, for people
 */
public record Demand(
        long id,
        RenewalCode code,
        LevyKind levy,
        int year,
        Rial principal,
        Rial open,
        LocalDate accruedOn,
        LocalDate dueOn,
        Instant postedAt,
        String basis) {}
