package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;

/**
 * What the QR code carries behind the verify address, so that a certificate can be checked without the city: the facts
 * in a short array of canonical JSON, and a signature of it by the signer's key. docs/certificates.md has the format.
 */
final class Payload {
    private static final int VERSION = 1;

    private Payload() {}

    /** {@code base64url(facts).base64url(signature)} */
    static String of(
            CertificateNumber number,
            CertificateRequest request,
            Instant issuedAt,
            long signatureNumber,
            String document,
            SigningKey key)
            throws GeneralSecurityException {
        byte[] facts = CanonicalJson.bytes(Json.createArrayBuilder()
                .add(VERSION)
                .add(number.digits())
                .add(request.subject())
                .add(issuedAt.toString())
                .add(request.validUntil().toString())
                .add(signatureNumber)
                .add(Digests.base64(Digests.sha256(document.getBytes(StandardCharsets.UTF_8))))
                .add(keyId(key.fingerprint()))
                .build());
        return Digests.base64(facts) + "." + Digests.base64(key.sign(facts));
    }

    /** The first eight bytes of the SHA-256 of the signer's certificate: enough to find it, not to trust it. */
    static String keyId(byte[] fingerprint) {
        return Digests.base64(Arrays.copyOf(fingerprint, 8));
    }
}
