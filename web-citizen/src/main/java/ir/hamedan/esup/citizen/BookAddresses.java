package ir.hamedan.esup.citizen;

import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.web.ClauseAddress;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of published books: {@code /book/7}, {@code /book/7/chapter/2}, {@code /book/7/clause/12} and {@code
 * /book/7/table?zone=R121&use=DWELLING&row=13}; {@code /book/7/table.dmn} is the table for a DMN tool. A book never changes
 * and its number names no other one, so that each is a link for ever.
 */
@WebServlet({"/book", "/book/*"})
public class BookAddresses extends HttpServlet {
    static final String BOOK = "ir.hamedan.esup.citizen.book";
    static final String NUMBER = "ir.hamedan.esup.citizen.number";
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    @Inject
    transient RuleBooks books;

    @Inject
    transient Limits limits;

    static String of(long book) {
        return "/book/" + book;
    }

    static String clause(long book, String number) {
        return ClauseAddress.of(book, number);
    }

    static String chapter(long book, String number) {
        return of(book) + "/chapter/" + ClauseAddress.coded(number);
    }

    static String table(long book, String zone, String use, String row) {
        return of(book) + "/table?zone=" + ClauseAddress.coded(zone) + "&use=" + ClauseAddress.coded(use)
                + (row.isEmpty() ? "" : "&row=" + ClauseAddress.coded(row));
    }

    static String dmn(long book, String zone, String use) {
        return of(book) + "/table.dmn"
                + (zone.isEmpty() ? "" : "?zone=" + ClauseAddress.coded(zone) + "&use=" + ClauseAddress.coded(use));
    }

    /** What an address names. */
    record Place(long book, Optional<String> view, String number) {}

    /** The place of a path below {@code /book}; empty when it is none. */
    static Optional<Place> place(String path) {
        List<String> parts = List.of(path.replaceFirst("^/", "").split("/", 3));
        if (path.length() > LONGEST || !parts.get(0).matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        String part = parts.size() > 1 ? parts.get(1) : "";
        String number = parts.size() > 2 ? parts.get(2) : "";
        boolean numbered = part.equals("clause") || part.equals("chapter");
        Optional<String> view =
                switch (part) {
                    case "" -> Optional.of("book");
                    case "clause", "chapter", "table" -> Optional.of(part);
                    default -> Optional.empty();
                };
        boolean download = part.equals("table.dmn");
        if (view.isEmpty() && !download || numbered == number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(Long.parseLong(parts.get(0)), view, number));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo();
        if (path == null || path.equals("/")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", old(request.getParameter("id")));
            return;
        }
        Optional<Place> place = place(path);
        if (place.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        limits.count();
        if (place.get().view().isEmpty()) {
            send(place.get().book(), request, response);
            return;
        }
        request.setAttribute(BOOK, place.get().book());
        request.setAttribute(NUMBER, place.get().number());
        request.getRequestDispatcher("/WEB-INF/views/" + place.get().view().get() + ".xhtml")
                .forward(request, response);
    }

    /** Where a book named by a parameter is found; the list when it is no number. */
    static String old(String id) {
        return id != null && id.matches("[1-9][0-9]{0,17}") ? "/book/" + id : "/books";
    }

    private void send(long book, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String zone = given(request, "zone");
        String use = given(request, "use");
        byte[] dmn = zone.isEmpty() && use.isEmpty() ? books.dmn(book) : books.dmn(book, zone, use);
        String name = "book-" + book + (zone.isEmpty() ? "" : "-" + zone + "-" + use);
        response.setContentType("application/xml;charset=UTF-8");
        response.setContentLength(dmn.length);
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9_-]", "") + ".dmn\"");
        response.getOutputStream().write(dmn);
    }

    private static String given(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.length() > LONGEST ? "" : value;
    }
}
