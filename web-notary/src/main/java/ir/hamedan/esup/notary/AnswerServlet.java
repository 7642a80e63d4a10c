package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The files of an inquiry of the own office: the signed answer at {@code /files/answer?id=}, a document that was handed
 * in at {@code /files/document?id=&document=}. Whose they are is checked by the inquiries themselves.
 */
@WebServlet("/files/*")
public class AnswerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Inquiries inquiries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Draft.text(request.getParameter("id"));
        switch (String.valueOf(request.getPathInfo())) {
            case "/answer" -> Download.send(response, "application/pdf", "answer-" + id + ".pdf", inquiries.pdf(id));
            case "/document" -> document(id, request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void document(String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String number = Draft.text(request.getParameter("document"));
        InquiryView.Document document = inquiries.get(id).documents().stream()
                .filter(held -> Long.toString(held.id()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("notary.document.unknown"));
        Download.send(response, document.type(), document.name(), inquiries.document(id, document.id()));
    }
}
