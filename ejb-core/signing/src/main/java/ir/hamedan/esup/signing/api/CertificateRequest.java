package ir.hamedan.esup.signing.api;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What shall be certified.
 *
 * @param reference the caller's own key, at most 100 characters, such as {@code inquiry:4711}
 * @param region 1 to 4, or 0 for the city as a whole
 * @param subject what it is about, such as a renewal code; staff find it by this
 * @param validUntil the last day it holds
 * @param answer the facts, as machines read them; whole numbers or texts, no secret among them
 * @param paper the same facts, as people read them
 * @param signer whose hand signs
 */
public record CertificateRequest(
        String reference,
        CertificateKind kind,
        int region,
        String subject,
        LocalDate validUntil,
        JsonObject answer,
        Paper paper,
        Signer signer) {
    public CertificateRequest {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(validUntil);
        Objects.requireNonNull(answer);
        Objects.requireNonNull(paper);
        Objects.requireNonNull(signer);
        if (reference.isBlank() || reference.length() > 100 || subject.length() > 100) {
            throw new IllegalStateException("reference or subject of a certificate: " + reference + " " + subject);
        }
    }
}
