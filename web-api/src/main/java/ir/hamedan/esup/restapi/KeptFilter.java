package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives an answer that was given lately once more, before anything is set in motion to make one. */
@WebFilter({"/parcels/*", "/rules"})
public class KeptFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Only by the container, which makes the one filter; it is never serialised. */
    @Inject
    transient KeptAnswers kept;

    @Inject
    transient Callers callers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Reply> answer = request.getMethod().equals("GET") ? kept.at(address(request)) : Optional.empty();
        if (answer.isEmpty() || !mayAsk()) {
            chain.doFilter(request, response);
            return;
        }
        answer.get().to(request, response);
    }

    /** Who asked too often is told so by what stands behind. */
    private boolean mayAsk() {
        try {
            callers.countPublic();
            return true;
        } catch (Problem tooOften) {
            return false;
        }
    }

    static String address(HttpServletRequest request) {
        return request.getRequestURI() + "?" + request.getQueryString();
    }
}
