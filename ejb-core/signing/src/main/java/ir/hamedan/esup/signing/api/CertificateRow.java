package ir.hamedan.esup.signing.api;

import java.time.Instant;
import java.time.LocalDate;

/** One line of the register, for the list of the staff. */
public record CertificateRow(
        CertificateNumber number,
        CertificateKind kind,
        String subject,
        String reference,
        CertificateState state,
        Instant issuedAt,
        LocalDate validUntil,
        String signer,
        long signatureNumber) {}
