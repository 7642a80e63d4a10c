package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Programs of others judge what we sign. */
class ForeignJudgesTest {
    private static final Path FOLDER = World.folder();
    private static final CertificateNumber NUMBER =
            CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 4711);

    private static CertificateMaker.Made elliptic;
    private static CertificateMaker.Made rsa;

    @BeforeAll
    static void make() throws Exception {
        elliptic = made("ecdsa");
        rsa = made("rsa");
        Files.write(FOLDER.resolve("ecdsa.pdf"), elliptic.signed().pdf());
        Files.write(FOLDER.resolve("rsa.pdf"), rsa.signed().pdf());
    }

    private static CertificateMaker.Made made(String algorithm) {
        CertificateMaker maker = new CertificateMaker();
        maker.keys = SigningKeys.with(World.config(algorithm, FOLDER.resolve("keys-" + algorithm)));
        return maker.make(Papers.clearance("inquiry:1"), NUMBER, 4711, Papers.NOW);
    }

    private static CertificateMaker.Made of(String algorithm) {
        return algorithm.equals("rsa") ? rsa : elliptic;
    }

    private static X509Certificate root(CertificateMaker.Made made) {
        return made.key().chain().get(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa", "rsa"})
    void poppler_finds_the_signature_valid_over_the_whole_document(String algorithm) throws Exception {
        String verdict =
                Tool.run("pdfsig", "-nocert", FOLDER.resolve(algorithm + ".pdf").toString());

        assertTrue(verdict.contains("Signature Validation: Signature is Valid."), verdict);
        assertTrue(verdict.contains("Signature Type: ETSI.CAdES.detached"), verdict);
        assertTrue(verdict.contains("Total document signed"), verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa", "rsa"})
    void openssl_verifies_the_signature_up_to_our_root(String algorithm) throws Exception {
        CertificateMaker.Made made = of(algorithm);
        Path cms = Files.write(FOLDER.resolve(algorithm + ".cms"), made.signed().cms());
        Path content = Files.write(
                FOLDER.resolve(algorithm + ".content"),
                signedRanges(made.signed().pdf()));
        Path anchor = Files.writeString(FOLDER.resolve(algorithm + ".pem"), pem(root(made)));

        String verdict = Tool.run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                cms.toString(),
                "-content",
                content.toString(),
                "-CAfile",
                anchor.toString(),
                "-purpose",
                "any",
                "-attime",
                Long.toString(Papers.NOW.getEpochSecond() + 60),
                "-out",
                "/dev/null");

        assertTrue(verdict.contains("Verification successful") || verdict.contains("CMS Verification"), verdict);
        String printed =
                Tool.run("openssl", "cms", "-cmsout", "-print", "-noout", "-inform", "DER", "-in", cms.toString());
        assertTrue(printed.contains("id-smime-aa-signingCertificateV2"), printed);
        assertFalse(printed.contains("signingTime"), printed);
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** What the byte range of the signature covers. */
    static byte[] signedRanges(byte[] pdf) {
        Matcher range = Pattern.compile("/ByteRange \\[(\\d+) (\\d+) (\\d+) (\\d+)\\s*]")
                .matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        assertTrue(range.find());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; i <= 3; i += 2) {
            out.write(pdf, Integer.parseInt(range.group(i)), Integer.parseInt(range.group(i + 1)));
        }
        return out.toByteArray();
    }

    @Test
    void vera_pdf_finds_pdf_a_3u() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var foundry = Foundries.defaultInstance();
                var parser = foundry.createParser(
                        new ByteArrayInputStream(elliptic.signed().pdf()), PDFAFlavour.PDFA_3_U);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_U, false)) {
            var result = validator.validate(parser);
            assertTrue(result.isCompliant(), () -> result.getTestAssertions().toString());
            assertTrue(result.getTotalAssertions() > 500, "it looked at " + result.getTotalAssertions());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa", "rsa"})
    void the_eu_reference_validator_finds_pades_baseline_b_under_our_anchor(String algorithm) throws Exception {
        CertificateMaker.Made made = of(algorithm);
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(root(made)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setCrlSource(new ExternalResourcesCRLSource(new ByteArrayInputStream(revocationList(algorithm))));
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(
                new InMemoryDocument(made.signed().pdf(), "certificate.pdf"));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(Papers.NOW.plusSeconds(60)));

        SimpleReport report = validator.validateDocument().getSimpleReport();
        String id = report.getFirstSignatureId();

        assertEquals(SignatureLevel.PAdES_BASELINE_B, report.getSignatureFormat(id));
        assertEquals(
                Indication.TOTAL_PASSED,
                report.getIndication(id),
                () -> report.getSubIndication(id) + " "
                        + report.getAdESValidationErrors(id).stream()
                                .map(message -> message.getValue())
                                .toList());
    }

    /** What the root says of the keys it vouches for: none is revoked. */
    private static byte[] revocationList(String algorithm) throws Exception {
        DemoKeys demo = new DemoKeys(FOLDER.resolve("keys-" + algorithm), algorithm, "office");
        KeyStore store = demo.open(Papers.NOW);
        PrivateKey key = (PrivateKey) store.getKey(DemoKeys.ROOT, demo.password());
        X509Certificate root = (X509Certificate) store.getCertificate(DemoKeys.ROOT);
        JcaX509v2CRLBuilder list =
                new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), Date.from(Papers.NOW.plusSeconds(30)));
        list.setNextUpdate(Date.from(Papers.NOW.plusSeconds(86_400)));
        list.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(root));
        String by = algorithm.equals("rsa") ? "SHA256withRSA" : "SHA256withECDSA";
        return list.build(new JcaContentSignerBuilder(by).build(key)).getEncoded();
    }

    @Test
    void both_barcodes_are_read_from_the_picture_of_the_paper() throws Exception {
        Path picture = FOLDER.resolve("page");
        Tool.run(
                "pdftoppm",
                "-r",
                "200",
                "-png",
                "-singlefile",
                FOLDER.resolve("ecdsa.pdf").toString(),
                picture.toString());

        String read = Tool.run("zbarimg", "-q", picture + ".png");

        assertTrue(read.contains("CODE-128:" + NUMBER), read);
        assertTrue(read.contains("QR-Code:" + elliptic.draft().qr()), read);
    }

    @Test
    void the_payload_in_the_qr_code_is_checked_without_the_city() {
        String[] parts = elliptic.draft().qr().split("#")[1].split("\\.");
        byte[] facts = Base64.getUrlDecoder().decode(parts[0]);
        byte[] signature = Base64.getUrlDecoder().decode(parts[1]);

        assertTrue(SigningKey.verifies(elliptic.key().certificate(), facts, signature));
        String text = new String(facts, StandardCharsets.UTF_8);
        assertTrue(
                text.startsWith(
                        "[1,\"" + NUMBER + "\",\"1-5-67-15-0-0-0\",\"2026-11-24T05:33:10Z\",\"2026-12-24\",4711,"),
                text);
        facts[5] ^= 1;
        assertFalse(SigningKey.verifies(elliptic.key().certificate(), facts, signature));
    }
}
