package ir.hamedan.esup.citizen;

import ir.hamedan.esup.desk.api.CitizenDesk;
import ir.hamedan.esup.web.Download;
import ir.hamedan.esup.web.Parameters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The papers of the citizen who is logged in: a signed statement of rules at {@code /my/files/statement?id=}. */
@WebServlet("/my/files/*")
public class MyFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CitizenDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!String.valueOf(request.getPathInfo()).equals("/statement")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        long id = Parameters.whole(request, "id").orElse(0L);
        Download.send(response, "application/pdf", "rules-" + id + ".pdf", desk.ruleStatementPaper(id));
    }
}
