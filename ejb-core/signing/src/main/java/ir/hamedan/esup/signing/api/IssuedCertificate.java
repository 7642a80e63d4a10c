package ir.hamedan.esup.signing.api;

import java.time.Instant;

/**
 * A certificate as it was issued.
 *
 * @param secret 16 characters; with the number they open the certificate to whoever has both
 * @param signatureNumber the serial of the signature in the signing journal
 * @param verifyUrl the address under which it can be checked for ever
 */
public record IssuedCertificate(
        CertificateNumber number, String secret, long signatureNumber, String verifyUrl, Instant issuedAt) {}
