package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.RenewalCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An inquiry in a list. */
public record InquiryRow(
        String id,
        InquiryState state,
        RenewalCode parcel,
        DealKind deal,
        String office,
        String firstTransferor,
        String letterNumber,
        Instant filedAt,
        Optional<LocalDate> dueBy,
        Optional<String> officer,
        boolean awaitsSecondSigner) {}
