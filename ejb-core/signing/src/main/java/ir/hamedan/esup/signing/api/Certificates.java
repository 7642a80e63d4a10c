package ir.hamedan.esup.signing.api;

import ir.hamedan.esup.kernel.Page;
import java.util.Optional;

/**
 * Certificates, for the modules that answer people. What is issued stands in the register for ever: it is never changed
 * and never deleted, only superseded or revoked by a later signed row.
 */
public interface Certificates {
    /**
     * Renders, signs and registers a certificate in the caller's transaction. Idempotent by the reference of the
     * request: the same reference gives the certificate that was issued for it first, whatever else the request says.
     * The secret is told here and printed on the paper, and kept nowhere in the clear but in the paper itself.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.unavailable} when the key cannot be used; trying later is
     *     right
     */
    IssuedCertificate issue(CertificateRequest request);

    /** Whether the signer's key can sign now; it is tried. */
    boolean canSign(Signer signer);

    /**
     * A later answer takes this one's place. Repeating it changes nothing, nor does superseding what is revoked.
     *
     * @param byReference the reference of the request of the later answer
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.no-such-certificate}
     */
    void supersede(CertificateNumber number, String byReference);

    /**
     * Revokes a certificate with a reason that everybody who checks it will read. Repeating it changes nothing.
     *
     * @param reasonCode a stable code of the reason, such as {@code ISSUED_IN_ERROR}
     * @param reason one sentence for the reader
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.no-such-certificate}, {@code signing.reason-missing}
     */
    void revoke(CertificateNumber number, String reasonCode, String reason);

    /** The signed bytes, for the module that ordered the certificate: who may read them is decided there. */
    Optional<byte[]> pdf(CertificateNumber number);

    /** The signed bytes of any certificate, for the staff the register is open to. */
    Optional<byte[]> registered(CertificateNumber number);

    /** The register, newest first, for staff; the text is a number (or its beginning), a subject or a reference. */
    Page<CertificateRow> search(String text, Page.Request page);
}
