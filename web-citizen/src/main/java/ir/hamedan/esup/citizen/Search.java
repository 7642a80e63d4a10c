package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.BiFunction;

/** What was looked for in books with {@code q=}, and where it was found; a refusal is shown at its field. */
public record Search(String text, Page<Found> found) {
    /** Looks for what the address asks for, if anything, in pages of this size. */
    static Search of(HttpServletRequest request, int size, BiFunction<String, Page.Request, Page<Found>> books) {
        String text = Parameters.text(request, "q");
        Page.Request page = Parameters.page(request, size);
        if (!text.isEmpty()) {
            try {
                return new Search(text, books.apply(text, page));
            } catch (Problem problem) {
                FormProblems.show(List.of(problem.at("q")));
            }
        }
        return new Search(text, new Page<>(List.of(), 0, page));
    }

    public boolean isAsked() {
        return !text.isEmpty();
    }
}
