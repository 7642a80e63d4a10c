package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.kernel.Csv;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The filtered list as a file for spreadsheets, at most {@value #MOST_ROWS} rows. */
@WebServlet("/inquiries.csv")
public class ExportServlet extends HttpServlet {
    static final int MOST_ROWS = 10_000;
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS =
            List.of("id", "state", "parcel", "deal", "transferor", "letter", "filed-on", "due-by");

    @Inject
    transient Inquiries inquiries;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Messages messages = Messages.in(Language.of(request));
        Inquiries.Query query = Filter.of(request).query();
        Page<InquiryRow> page = inquiries.search(query, new Page.Request(0, Page.LARGEST));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"inquiries.csv\"");
        Writer out = response.getWriter();
        out.write(Csv.BOM);
        out.write(Csv.row(COLUMNS.stream()
                .map(column -> messages.text("notary.column." + column))
                .toList()));
        for (int written = 0; written < MOST_ROWS; ) {
            for (InquiryRow row : page.rows()) {
                out.write(Csv.row(cells(messages, row)));
                written++;
            }
            if (!page.hasNext()) {
                return;
            }
            page = inquiries.search(query, new Page.Request(page.request().number() + 1, Page.LARGEST));
        }
    }

    private static List<String> cells(Messages messages, InquiryRow row) {
        return List.of(
                row.id(),
                messages.label("inquiries", row.state()),
                row.parcel() == null ? "" : row.parcel().text(),
                row.deal() == null ? "" : messages.label("inquiries", row.deal()),
                row.firstTransferor() == null ? "" : row.firstTransferor(),
                row.letterNumber() == null ? "" : row.letterNumber(),
                PersianDate.of(row.filedAt()).text(),
                row.dueBy().map(day -> PersianDate.of(day).text()).orElse(""));
    }
}
