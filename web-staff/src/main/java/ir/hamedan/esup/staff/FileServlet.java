package ir.hamedan.esup.staff;

import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.web.Download;
import ir.hamedan.esup.web.Parameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Files for officers: a document of an inquiry at {@code /files/document?id=&document=}, a certificate at {@code
 * /files/certificate?number=}. Who may read them is decided by the modules.
 */
@WebServlet("/files/*")
public class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient InquiryDesk desk;

    @Inject
    transient Certificates certificates;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/document" -> document(request, response);
            case "/certificate" -> certificate(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void document(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Parameters.text(request, "id");
        String number = PersianText.digitsOnlyForm(Parameters.text(request, "document"));
        InquiryView.Document document = desk.get(id).documents().stream()
                .filter(held -> Long.toString(held.id()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("staff.document.unknown"));
        Download.send(response, document.type(), document.name(), desk.document(id, document.id()));
    }

    private void certificate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CertificateNumber number = CertificateNumber.parse(Parameters.text(request, "number"));
        byte[] pdf = certificates.registered(number).orElseThrow(() -> Problem.notFound("staff.certificate.unknown"));
        Download.send(response, "application/pdf", "certificate-" + number + ".pdf", pdf);
    }
}
