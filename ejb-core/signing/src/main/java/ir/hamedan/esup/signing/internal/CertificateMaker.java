package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;

/** Makes the signed document of a certificate: everything but its row in the register. */
@ApplicationScoped
public class CertificateMaker {
    @Inject
    SigningKeys keys;

    private final PaperRenderer renderer = new PaperRenderer();

    /** The signed document, and what the register shall know of it. */
    record Made(Draft draft, PdfSigner.Signed signed, SigningKey key) {}

    /**
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.unavailable}
     */
    Made make(CertificateRequest request, CertificateNumber number, long signatureNumber, Instant issuedAt) {
        return keys.use(
                request.signer(),
                issuedAt,
                key -> make(request, number, Secret.fresh(), signatureNumber, issuedAt, key));
    }

    private Made make(
            CertificateRequest request,
            CertificateNumber number,
            Secret secret,
            long signatureNumber,
            Instant issuedAt,
            SigningKey key)
            throws GeneralSecurityException, IOException {
        String document = CanonicalJson.text(document(request, number, signatureNumber, issuedAt, key));
        String url = keys.config().publicUrl() + "/v/" + number + "/" + secret.text();
        Draft draft = new Draft(
                number,
                secret,
                signatureNumber,
                issuedAt,
                request.validUntil(),
                request.paper(),
                document,
                url,
                url + "#" + Payload.of(number, request, issuedAt, signatureNumber, document, key),
                key.signer(),
                keys.config().demo());
        return new Made(draft, PdfSigner.sign(renderer.pdf(draft), draft, key), key);
    }

    /** All that is certified, without the secret: it is attached to the PDF, and its hash stands in the QR code. */
    private static JsonObject document(
            CertificateRequest request,
            CertificateNumber number,
            long signatureNumber,
            Instant issuedAt,
            SigningKey key) {
        return Json.createObjectBuilder()
                .add("version", 1)
                .add("number", number.digits())
                .add("kind", request.kind().name())
                .add("region", request.region())
                .add("subject", request.subject())
                .add("issuedAt", issuedAt.toString())
                .add("validUntil", request.validUntil().toString())
                .add("signatureNumber", signatureNumber)
                .add("signer", key.signer())
                .add("title", request.paper().title())
                .add("verdict", request.paper().verdict())
                .add("answer", request.answer())
                .build();
    }
}
