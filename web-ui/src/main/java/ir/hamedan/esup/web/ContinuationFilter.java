package ir.hamedan.esup.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * A form that arrives after its session ended. The gate sends it on to the login page with 307, so that the browser
 * posts it again there, with the page it was for in {@code to}; here it is kept ({@link Kept}) and the login page opens.
 * The way back after the login is the gate's: to the page named in {@code to}, which {@link Refill} then fills.
 */
public class ContinuationFilter extends HttpFilter {
    /** Context parameter: the path of the login page inside the portal; a portal without one keeps nothing. */
    static final String LOGIN = "esup.web.login";

    private static final long serialVersionUID = 1L;

    /** Only by the container, which makes the one filter of a portal; it is never serialised. */
    @Inject
    transient Clock clock;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String login = getServletContext().getInitParameter(LOGIN);
        boolean arrived = "POST".equals(request.getMethod())
                && request.getServletPath().equals(login)
                && request.getParameter(Kept.MARK) != null;
        if (!arrived) {
            chain.doFilter(request, response);
            return;
        }
        String to = request.getParameter("to");
        if (to != null) {
            Kept.keep(request, Addresses.local(to), clock.instant());
        }
        String query = request.getQueryString();
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Addresses.path(request) + (query == null ? "" : "?" + query));
    }
}
