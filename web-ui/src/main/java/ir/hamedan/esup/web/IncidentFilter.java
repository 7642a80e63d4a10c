package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Gate;
import ir.hamedan.esup.people.api.Refusals;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The last net. A Problem nobody turned into a message becomes its status and its sentence; anything else is a fault of
 * ours: it gets an incident number, which the person sees and the log has beside the trace. What was forbidden goes into
 * the journal.
 */
public class IncidentFilter extends HttpFilter {
    static final String PROBLEM = "ir.hamedan.esup.web.problem";
    static final String INCIDENT = "ir.hamedan.esup.web.incident";
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(IncidentFilter.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Only by the container, which makes the one filter of a portal; it is never serialised. */
    @Inject
    transient Refusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (request.getAttribute(Gate.FAILURE) instanceof RuntimeException failure) {
                throw failure;
            }
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            answer(request, response, thrown);
        }
        refused(request, response)
                .ifPresent(reason -> refusals.record(request.getMethod() + " " + place(request), "", reason));
    }

    /** Why the request was forbidden, by a status or by a sentence on the page it came from. A login has its own record. */
    private static Optional<String> refused(HttpServletRequest request, HttpServletResponse response) {
        Object problem = request.getAttribute(PROBLEM);
        if (problem instanceof Problem told && told.kind() == Problem.Kind.FORBIDDEN) {
            return Optional.of(told.code()).filter(code -> request.getRemoteUser() != null);
        }
        return response.getStatus() == HttpServletResponse.SC_FORBIDDEN
                ? Optional.of("people.forbidden")
                : Optional.empty();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown)
            throws IOException {
        Failures.Failure failure = isUnreadableForm(thrown) ? Failures.UNREADABLE : Failures.of(thrown);
        if (failure.problem().isPresent()) {
            request.setAttribute(PROBLEM, failure.problem().get());
        } else if (failure.status() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            String number = number();
            request.setAttribute(INCIDENT, number);
            LOG.log(Level.ERROR, "incident " + number + " at " + request.getMethod() + " " + place(request), thrown);
        } else if (failure.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            LOG.log(Level.WARNING, "no connection for " + request.getMethod() + " " + place(request), thrown);
            response.setHeader("Retry-After", "10");
        }
        if (!response.isCommitted()) {
            response.sendError(failure.status());
        }
    }

    /** Payara says no more than this of a form with files that is beyond its limits or not well formed. */
    private static boolean isUnreadableForm(Throwable thrown) {
        return thrown instanceof ServletException && "Error in multipart initialization".equals(thrown.getMessage());
    }

    /** Where it happened, without what is secret in an address: the query, and what follows /v/. */
    static String place(HttpServletRequest request) {
        return request.getRequestURI().replaceFirst("^(.*/v/).*", "$1...");
    }

    /** Eight digits in two groups, easy to read out on the telephone. */
    private static String number() {
        return String.format(Locale.ROOT, "%04d-%04d", RANDOM.nextInt(10_000), RANDOM.nextInt(10_000));
    }
}
