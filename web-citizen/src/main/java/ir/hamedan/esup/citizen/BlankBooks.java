package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.levies.api.LevyBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.web.Download;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The workbooks that books are written in, for everybody: empty ones at {@code /workbooks/fa/rule-book.xlsx} and {@code
 * levy-book.xlsx}, in English under {@code en}, and the demonstration books at {@code /workbooks/rule-book-demonstration.xlsx}
 * and {@code levy-book-demonstration.xlsx}. They are of this version of the product: each is made once and kept.
 */
@WebServlet("/workbooks/*")
public class BlankBooks extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** A file and the mark of its content. */
    private static final class Made {
        final byte[] bytes;
        final String tag;

        Made(byte[] bytes) {
            this.bytes = bytes;
            this.tag = '"' + Sha256.of(bytes) + '"';
        }
    }

    @Inject
    transient RuleBookOffice ruleBooks;

    @Inject
    transient LevyBookOffice levyBooks;

    @Inject
    transient Limits limits;

    private final transient Map<String, Made> kept = new ConcurrentHashMap<>();

    /** What makes the file at a path; empty when there is none. */
    Optional<Supplier<byte[]>> file(String path) {
        return switch (path) {
            case "/fa/rule-book.xlsx" -> Optional.of(() -> ruleBooks.template(Messages.PERSIAN));
            case "/en/rule-book.xlsx" -> Optional.of(() -> ruleBooks.template(Locale.ENGLISH));
            case "/fa/levy-book.xlsx" -> Optional.of(() -> levyBooks.template(Messages.PERSIAN));
            case "/en/levy-book.xlsx" -> Optional.of(() -> levyBooks.template(Locale.ENGLISH));
            case "/rule-book-demonstration.xlsx" -> Optional.of(() -> ruleBooks.demonstration());
            case "/levy-book-demonstration.xlsx" -> Optional.of(() -> levyBooks.demonstration());
            default -> Optional.empty();
        };
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Optional<Supplier<byte[]>> file = file(path);
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        limits.count();
        Made made = kept.computeIfAbsent(path, asked -> new Made(file.get().get()));
        response.setHeader("ETag", made.tag);
        response.setHeader("Cache-Control", "public, max-age=3600");
        if (made.tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        response.setContentType(Download.WORKBOOK);
        response.setContentLength(made.bytes.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getOutputStream().write(made.bytes);
    }
}
