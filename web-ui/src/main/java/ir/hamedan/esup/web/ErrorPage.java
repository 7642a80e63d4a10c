package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The page of every status that is an error, in the reader's language: what happened, what to do, and for a fault of
 * ours the incident number. Plain HTML without Faces, so that it stands when Faces does not.
 */
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int LARGEST_STATUS = 599;
    private static final int LONGEST_SEARCH = 100;

    // Not injected: in an EAR of several portals the server finds the beans of this jar for one of them only.
    private transient Ui ui;

    @Override
    public void init() {
        ui = Ui.of(getServletContext());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asked = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
        int status = asked ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : NOT_FOUND;
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(page(request, Math.min(status, LARGEST_STATUS)));
    }

    private String page(HttpServletRequest request, int status) {
        Messages messages = Messages.in(Language.of(request));
        boolean persian = "fa".equals(messages.locale().getLanguage());
        String kind = kind(status);
        String title = messages.text("web.error." + kind + ".title");
        String city = messages.text("web.city");
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s"><head><meta charset="UTF-8"><title>%s – %s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <link rel="icon" href="%s" type="image/svg+xml"><link rel="stylesheet" href="%s"></head>
                <body><header class="top"><div class="wide"><a class="brand" href="%s/"><img src="%s" alt="" width="43" height="43">
                <span><b>%s</b><span>%s</span></span></a></div></header>
                <main id="main" class="page wide narrow-page"><h1>%s</h1>%s%s<p><a href="%s/">%s</a></p></main></body></html>
                """.formatted(
                        persian ? "fa" : "en",
                        persian ? "rtl" : "ltr",
                        title,
                        city,
                        ui.file("mark.svg"),
                        ui.file("esup.css"),
                        request.getContextPath(),
                        ui.file("mark.svg"),
                        city,
                        messages.text("web.product"),
                        title,
                        body(request, messages, kind),
                        isAtPublicPage(request, kind) ? search(messages, request.getParameter("code")) : "",
                        request.getContextPath(),
                        messages.text("web.error.home"));
    }

    private static String body(HttpServletRequest request, Messages messages, String kind) {
        if (request.getAttribute(IncidentFilter.PROBLEM) instanceof Problem problem) {
            return paragraph(messages.text(problem));
        }
        String what = paragraph(messages.text("web.error." + kind + ".text"));
        return request.getAttribute(IncidentFilter.INCIDENT) instanceof String incident
                ? what + paragraph(messages.text("web.error.incident", PersianText.isolated(incident)))
                : what;
    }

    /** A page of the public portal, at the root of the city, that was asked for something there is not. */
    private static boolean isAtPublicPage(HttpServletRequest request, String kind) {
        return request.getContextPath().isEmpty() && (kind.equals("not-found") || kind.equals("not-understood"));
    }

    /** The search of the home page, with the code that was asked for, to be mended. */
    static String search(Messages messages, String code) {
        String typed = code == null ? "" : code.substring(0, Math.min(code.length(), LONGEST_SEARCH));
        return """
                <form class="search" method="get" action="/places" role="search"><div class="row"><div class="field">\
                <label for="q">%s</label><input id="q" name="q" type="search" maxlength="%s" value="%s"></div>\
                <div class="actions"><button>%s</button></div></div></form>""".formatted(
                        messages.text("web.error.search"), LONGEST_SEARCH, escaped(typed), messages.text("web.search"));
    }

    /** The kinds of error pages: what a person can do about it differs, not the exact status. */
    static String kind(int status) {
        return switch (status) {
            case 401, 403 -> "forbidden";
            case 404, 410 -> "not-found";
            case 409, 412 -> "conflict";
            case 413 -> "too-large";
            case 429 -> "too-many";
            case 503 -> "unavailable";
            default -> status >= 500 ? "fault" : "not-understood";
        };
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
