package ir.hamedan.esup.staff;

import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.web.Download;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.Parameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Files for officers: a document of an inquiry at {@code /files/document?id=&document=}, a certificate at {@code
 * /files/certificate?number=}; an empty workbook at {@code /files/rulebook-template}, the demonstration book at {@code -demonstration}, and of a rule book its file as it was
 * handed in, a workbook and its table as DMN at {@code /files/rulebook-file?id=}, {@code -workbook} and {@code -dmn}; the same of levy books
 * at {@code /files/levybook-template}, {@code -demonstration}, {@code -file?id=} and {@code -workbook}; the parcels
 * of an impact report at {@code /files/impact?id=}, and with {@code by=} its sums. Who may read them is decided by the modules.
 */
@WebServlet("/files/*")
public class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient InquiryDesk desk;

    @Inject
    transient Certificates certificates;

    @Inject
    transient RuleBookOffice books;

    @Inject
    transient LevyBookOffice levyBooks;

    @Inject
    transient ImpactReports impacts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/document" -> document(request, response);
            case "/certificate" -> certificate(request, response);
            case "/rulebook-template" ->
                Download.send(response, Download.WORKBOOK, "rule-book.xlsx", books.template(Language.of(request)));
            case "/rulebook-demonstration" ->
                Download.send(response, Download.WORKBOOK, "rule-book-demonstration.xlsx", books.demonstration());
            case "/rulebook-file" -> {
                RuleBookOffice.Draft book = book(request);
                Download.send(response, Download.WORKBOOK, book.fileName(), books.file(book.id()));
            }
            case "/rulebook-workbook" -> {
                RuleBookOffice.Draft book = book(request);
                Download.send(
                        response,
                        Download.WORKBOOK,
                        name(book) + ".xlsx",
                        books.workbook(book.id(), Language.of(request)));
            }
            case "/rulebook-dmn" -> {
                RuleBookOffice.Draft book = book(request);
                Download.send(response, "application/xml", name(book) + ".dmn", books.dmn(book.id()));
            }
            case "/levybook-template" ->
                Download.send(response, Download.WORKBOOK, "levy-book.xlsx", levyBooks.template(Language.of(request)));
            case "/levybook-demonstration" ->
                Download.send(response, Download.WORKBOOK, "levy-book-demonstration.xlsx", levyBooks.demonstration());
            case "/levybook-file" -> {
                LevyBookOffice.Draft book = levyBook(request);
                Download.send(response, Download.WORKBOOK, book.fileName(), levyBooks.file(book.id()));
            }
            case "/levybook-workbook" -> {
                LevyBookOffice.Draft book = levyBook(request);
                Download.send(
                        response,
                        Download.WORKBOOK,
                        "levy-book-" + book.year() + "-" + book.version() + ".xlsx",
                        levyBooks.workbook(book.id(), Language.of(request)));
            }
            case "/impact" -> impact(request, response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private RuleBookOffice.Draft book(HttpServletRequest request) {
        return books.draft(Parameters.whole(request, "id").orElse(0L));
    }

    private LevyBookOffice.Draft levyBook(HttpServletRequest request) {
        return levyBooks.draft(Parameters.whole(request, "id").orElse(0L));
    }

    private static String name(RuleBookOffice.Draft book) {
        return book.code() + "-" + book.version();
    }

    /** As many lines as the city has parcels: written as they are read. */
    private void impact(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ImpactReports.Report report =
                impacts.report(Parameters.whole(request, "id").orElse(0L));
        if (!report.isComplete()) {
            throw Problem.conflict("rulebooks.impact-unfinished");
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        Optional<ImpactReports.Dimension> by = ImpactPage.dimension(Parameters.text(request, "by"));
        String name = "impact-" + report.id()
                + by.map(one -> "-" + one.name().toLowerCase(Locale.ROOT)).orElse("");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        if (by.isPresent()) {
            impacts.csv(report.id(), by.get(), response.getOutputStream());
        } else {
            impacts.csv(report.id(), response.getOutputStream());
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
