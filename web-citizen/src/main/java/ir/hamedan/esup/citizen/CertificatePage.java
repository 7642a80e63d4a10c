package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateView;
import ir.hamedan.esup.signing.api.Verification;
import ir.hamedan.esup.web.Shown;
import ir.hamedan.esup.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * What the register says of the certificate in the address. There are two negative answers: mistyped, and no certificate
 * with this number and secret.
 */
@Named
@RequestScoped
public class CertificatePage {
    static final String NUMBER = "ir.hamedan.esup.citizen.number";
    static final String SECRET = "ir.hamedan.esup.citizen.secret";

    @Inject
    Verification verification;

    @Inject
    Texts texts;

    @Inject
    Shown shown;

    @Inject
    HttpServletRequest request;

    private CertificateView certificate;
    private Problem refusal;

    private void read() {
        if (certificate != null || refusal != null) {
            return;
        }
        try {
            certificate = verification.verify(text(NUMBER), text(SECRET));
        } catch (Problem problem) {
            if (!problem.code().equals("signing.mistyped") && !problem.code().equals("signing.no-such-certificate")) {
                throw problem;
            }
            refusal = problem;
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private String text(String attribute) {
        return String.valueOf(request.getAttribute(attribute));
    }

    public boolean isFound() {
        read();
        return certificate != null;
    }

    public CertificateView getCertificate() {
        read();
        return certificate;
    }

    public String getKind() {
        return isFound() ? VerifyPage.kind(certificate.state()) : "bad";
    }

    public String getTitle() {
        return texts.get(
                "citizen.certificate.title." + (isFound() ? certificate.state().name() : refusal.code()));
    }

    /** What the state means for whoever holds the paper. */
    public String getSentence() {
        if (!isFound()) {
            return texts.problem(refusal);
        }
        return switch (certificate.state()) {
            case VALID -> texts.of("citizen.certificate.text.VALID", shown.date(certificate.validUntil()));
            case EXPIRED -> texts.of("citizen.certificate.text.EXPIRED", shown.date(certificate.validUntil()));
            case SUPERSEDED ->
                texts.of(
                        "citizen.certificate.text.SUPERSEDED",
                        shown.date(certificate.changedAt().orElse(null)));
            case REVOKED ->
                texts.of(
                        "citizen.certificate.text.REVOKED",
                        shown.date(certificate.changedAt().orElse(null)),
                        "\u2068" + certificate.reason().orElse("") + "\u2069");
        };
    }

    public List<AnswerFacts.Fact> getFacts() {
        return AnswerFacts.of(getCertificate().answer(), texts, shown);
    }

    /** The address of the signed original. */
    public String getPdf() {
        return "/v/" + text(NUMBER) + "/" + text(SECRET) + "/pdf";
    }
}
