package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateView;
import ir.hamedan.esup.signing.api.Inclusion;
import ir.hamedan.esup.signing.api.PdfVerdict;
import ir.hamedan.esup.signing.api.SignatureFacts;
import ir.hamedan.esup.signing.api.TreeHead;
import ir.hamedan.esup.signing.api.Verification;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Checks certificates for everybody. */
@Stateless
@PermitAll
public class VerificationBean implements Verification {
    private static final int LARGEST_PDF = 5_000_000;

    /** Looked for when nothing readable was typed, so that the refusal takes as long as any other. */
    private static final byte[] NOTHING = Digests.sha256();

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    private Register register;
    private SealedRegister sealed;

    @PostConstruct
    void open() {
        register = new Register(source);
        sealed = new SealedRegister(source);
    }

    @Override
    public CertificateView verify(String number, String secret) {
        Optional<byte[]> proof = proof(number, secret);
        Optional<Register.Entry> found = register.byProof(proof.orElse(NOTHING));
        return found.map(entry -> view(entry, clock.instant())).orElseThrow(() -> refusal(proof));
    }

    @Override
    public byte[] original(String number, String secret) {
        Optional<byte[]> proof = proof(number, secret);
        return register.pdfByProof(proof.orElse(NOTHING)).orElseThrow(() -> refusal(proof));
    }

    private static Optional<byte[]> proof(String number, String secret) {
        try {
            return Optional.of(Secret.parse(secret).proof(CertificateNumber.parse(number)));
        } catch (Problem mistyped) {
            return Optional.empty();
        }
    }

    private static Problem refusal(Optional<byte[]> proof) {
        return proof.isPresent()
                ? Problem.notFound("signing.no-such-certificate")
                : Problem.invalid("signing.mistyped").at("number");
    }

    private static CertificateView view(Register.Entry entry, Instant now) {
        JsonObject document = json(entry.document());
        return new CertificateView(
                entry.number(),
                entry.kind(),
                entry.signatureNumber(),
                entry.state(now),
                entry.issuedAt(),
                entry.validUntil(),
                document.getString("title"),
                document.getString("verdict"),
                document.getJsonObject("answer"),
                signature(entry),
                entry.revokedAt().or(entry::supersededAt),
                entry.reasonCode(),
                entry.reason(),
                entry.revokedBy(),
                entry.supersededBy());
    }

    private static SignatureFacts signature(Register.Entry entry) {
        return new SignatureFacts(entry.signer(), entry.algorithm(), entry.signedAt());
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public PdfVerdict verifyPdf(byte[] pdf) {
        if (pdf.length > LARGEST_PDF) {
            throw Problem.tooLarge("signing.pdf-too-large").at("pdf");
        }
        Optional<Register.Entry> same = register.byPdf(Digests.sha256(pdf));
        if (same.isPresent()) {
            return verdict(PdfVerdict.Verdict.OURS_UNCHANGED, same);
        }
        for (byte[] signature : PdfFacts.signatures(pdf)) {
            Optional<Register.Entry> ours = PdfSignature.parse(signature)
                    .flatMap(cms -> register.bySignedDigest(cms.digest())
                            .filter(signed -> cms.isBy(signed.certificate()))
                            .map(Register.Signed::entry));
            if (ours.isPresent()) {
                return verdict(PdfVerdict.Verdict.OURS_CHANGED, ours);
            }
        }
        return verdict(PdfVerdict.Verdict.NOT_OURS, Optional.empty());
    }

    private PdfVerdict verdict(PdfVerdict.Verdict verdict, Optional<Register.Entry> entry) {
        Instant now = clock.instant();
        return new PdfVerdict(
                verdict,
                entry.map(Register.Entry::number),
                entry.map(VerificationBean::signature),
                entry.map(found -> found.state(now)));
    }

    @Override
    public Optional<TreeHead> treeHead() {
        return sealed.head();
    }

    @Override
    public Optional<TreeHead> treeHead(long size) {
        return sealed.head(size);
    }

    @Override
    public Optional<Inclusion> inclusion(String number, String secret) {
        Optional<byte[]> proof = proof(number, secret);
        Register.Entry entry = register.byProof(proof.orElse(NOTHING)).orElseThrow(() -> refusal(proof));
        return sealed.inclusion(entry.number());
    }

    @Override
    public List<String> consistency(long firstSize, long secondSize) {
        return sealed.consistency(firstSize, secondSize);
    }
}
