package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.time.LocalDate;
import java.util.Optional;

/** A lock on a land object, with the letter that asked for it. */
public record Lock(
        long id,
        RenewalCode code,
        LockKind kind,
        String authority,
        String letter,
        LocalDate from,
        Optional<LocalDate> until) {}
