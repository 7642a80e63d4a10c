package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateState;
import ir.hamedan.esup.signing.api.PdfVerdict;
import ir.hamedan.esup.signing.api.Verification;
import ir.hamedan.esup.web.Parameters;
import ir.hamedan.esup.web.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Checking a certificate by number and secret, or by the file itself. */
@Named
@RequestScoped
public class VerifyPage {
    /** A signed answer has some 100 kB; more than this is not ours. */
    static final int LARGEST_PDF = 5 << 20;

    @Inject
    Verification verification;

    @Inject
    Texts texts;

    @Inject
    Limits limits;

    @Inject
    HttpServletRequest request;

    private String number;
    private String secret;
    private Part pdf;
    private PdfVerdict verdict;

    /** The address on the paper may bring the number along. */
    @PostConstruct
    void load() {
        number = Parameters.text(request, "number");
    }

    /** Leads to the certificate's own address, the one in its QR code. */
    public String find() throws IOException {
        try {
            String digits = CertificateNumber.parse(number).digits();
            limits.count();
            verification.verify(digits, secret);
            Redirects.to("/v/" + digits + "/" + URLEncoder.encode(plain(secret), StandardCharsets.UTF_8));
        } catch (Problem problem) {
            throw problem.field().isPresent() ? problem : problem.at(field(problem));
        }
        return null;
    }

    private static String field(Problem problem) {
        return problem.code().equals("signing.mistyped") ? "number" : "";
    }

    /** Says whether the file is ours and unchanged; nothing of it is kept. */
    public String check() throws IOException {
        if (pdf.getSize() > LARGEST_PDF) {
            throw Problem.tooLarge("citizen.verify.too-large").at("pdf");
        }
        limits.count();
        try (InputStream in = pdf.getInputStream()) {
            verdict = verification.verifyPdf(in.readNBytes(LARGEST_PDF));
        } finally {
            pdf.delete();
        }
        return null;
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s\\-/]", "");
    }

    public PdfVerdict getVerdict() {
        return verdict;
    }

    public String getVerdictKind() {
        return switch (verdict.verdict()) {
            case OURS_UNCHANGED -> kind(verdict.state().orElse(CertificateState.VALID));
            case OURS_CHANGED, NOT_OURS -> "bad";
        };
    }

    public String getVerdictTitle() {
        return texts.get("citizen.verify.verdict." + verdict.verdict());
    }

    public String getVerdictText() {
        return texts.get("citizen.verify.verdict." + verdict.verdict() + ".text");
    }

    public String getStateKind() {
        return kind(verdict.state().orElseThrow());
    }

    /** The colour and icon of a certificate's state. */
    static String kind(CertificateState state) {
        return switch (state) {
            case VALID -> "good";
            case EXPIRED, SUPERSEDED -> "care";
            case REVOKED -> "bad";
        };
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getSecret() {
        return secret;
    }

    public void setSecret(String secret) {
        this.secret = secret;
    }

    public Part getPdf() {
        return pdf;
    }

    public void setPdf(Part pdf) {
        this.pdf = pdf;
    }
}
