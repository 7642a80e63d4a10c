package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.signing.api.CertificateRow;
import ir.hamedan.esup.signing.api.CertificateState;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The register of certificates. */
@Named("register")
@RequestScoped
public class CertificatesPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Certificates certificates;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<CertificateRow> rows;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        rows = certificates.search(text, Parameters.page(request, PAGE_SIZE));
    }

    public String tone(CertificateState state) {
        return switch (state) {
            case VALID -> "good";
            case EXPIRED -> "plain";
            case SUPERSEDED -> "info";
            case REVOKED -> "bad";
        };
    }

    public String getText() {
        return text;
    }

    public Page<CertificateRow> getRows() {
        return rows;
    }
}
