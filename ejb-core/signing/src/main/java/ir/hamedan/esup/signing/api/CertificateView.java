package ir.hamedan.esup.signing.api;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A certificate as the register has it, for whoever knows number and secret.
 *
 * @param answer the facts, as the caller of {@link Certificates#issue} gave them
 * @param changedAt when it was superseded or revoked
 * @param reasonCode why it was revoked
 * @param reason why it was revoked, in one sentence
 * @param revokedBy who signed the revocation
 * @param supersededBy the certificate that took its place, when there is one
 */
public record CertificateView(
        CertificateNumber number,
        CertificateKind kind,
        long signatureNumber,
        CertificateState state,
        Instant issuedAt,
        LocalDate validUntil,
        String title,
        String verdict,
        JsonObject answer,
        SignatureFacts signature,
        Optional<Instant> changedAt,
        Optional<String> reasonCode,
        Optional<String> reason,
        Optional<String> revokedBy,
        Optional<CertificateNumber> supersededBy) {}
