package ir.hamedan.esup.citizen;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What search engines may look at: the public pages, never a certificate, a bill or a receipt. */
@WebServlet({"/robots.txt", "/sitemap.xml"})
public class SearchEngines extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> PAGES = List.of(
            "/",
            "/places",
            "/map",
            "/books",
            "/verify",
            "/pay",
            "/help",
            "/help/verify",
            "/help/pay",
            "/help/rules",
            "/help/inquiry",
            "/help/safety",
            "/help/accessibility");

    @Inject
    transient PublicAddress addresses;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean robots = request.getServletPath().equals("/robots.txt");
        response.setContentType(robots ? "text/plain;charset=UTF-8" : "application/xml;charset=UTF-8");
        String base = addresses.of("");
        response.getWriter().write(robots ? robots(base) : sitemap(base));
    }

    static String robots(String base) {
        return """
                User-agent: *
                Disallow: /v/
                Disallow: /rules
                Disallow: /report
                Disallow: /follow
                Disallow: /bill
                Disallow: /receipt/
                Disallow: /pay/return
                Disallow: /my
                Disallow: /notary/
                Disallow: /staff/
                Disallow: /api/
                Sitemap: %s/sitemap.xml
                """.formatted(base);
    }

    static String sitemap(String base) {
        String pages = PAGES.stream()
                .map(page -> "  <url><loc>" + base + page + "</loc></url>\n")
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                %s</urlset>
                """.formatted(pages);
    }
}
