package ir.hamedan.esup.signing.api;

import java.time.Instant;

/**
 * Who signed, how and when.
 *
 * @param signer the name in the signer's key certificate
 * @param algorithm such as {@code SHA256withECDSA}
 */
public record SignatureFacts(String signer, String algorithm, Instant signedAt) {}
