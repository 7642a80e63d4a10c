package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Paper;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A certificate before it is set and signed.
 *
 * @param document the canonical JSON that is certified and attached
 * @param verifyUrl what the reader may open, with number and secret
 * @param qr the verify address with the signed payload behind it
 * @param signer the name in the signer's key certificate
 */
record Draft(
        CertificateNumber number,
        Secret secret,
        long signatureNumber,
        Instant issuedAt,
        LocalDate validUntil,
        Paper paper,
        String document,
        String verifyUrl,
        String qr,
        String signer,
        boolean demo) {}
