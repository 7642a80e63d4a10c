package ir.hamedan.esup.demoprovider;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** The page at which the payer decides. */
@WebServlet("/pg/StartPay/*")
public class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Desk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Session> session = desk.provider().find(token(request));
        if (session.isEmpty()) {
            send(response, 404, Page.unknown(request.getContextPath()), "");
        } else if (session.get().state() == Session.State.IN_BANK) {
            send(response, 200, Page.pay(session.get(), request.getContextPath()), origin(session.get()));
        } else {
            send(response, 200, Page.over(session.get(), request.getContextPath()), "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String action = String.valueOf(request.getParameter("action"));
        Session.Mode mode = mode(request.getParameter("mode"));
        Optional<Session> session = action.equals("pay")
                ? desk.provider().pay(token(request), mode)
                : desk.provider().fail(token(request));
        if (session.isEmpty()) {
            send(response, 404, Page.unknown(request.getContextPath()), "");
            return;
        }
        boolean stays = action.equals("expire") || action.equals("pay") && mode == Session.Mode.NO_RETURN;
        URI next = stays
                ? URI.create(request.getContextPath() + "/pg/StartPay/"
                        + session.get().token())
                : Provider.way(session.get());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", next.toString());
    }

    private static String token(HttpServletRequest request) {
        String path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    private static Session.Mode mode(String asked) {
        return Arrays.stream(Session.Mode.values())
                .filter(mode -> mode.name().equals(asked))
                .findFirst()
                .orElse(Session.Mode.NORMAL);
    }

    private static String origin(Session session) {
        URI callback = URI.create(session.callback());
        return " " + callback.getScheme() + "://" + callback.getRawAuthority();
    }

    private static void send(HttpServletResponse response, int status, String page, String formTarget)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
                        + formTarget);
        response.getWriter().write(page);
    }
}
