package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Problem;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What an exception means to the person whose request it ended. */
final class Failures {
    private static final int DEEPEST = 20;

    private Failures() {}

    /** A status, and the Problem behind it where there is one. */
    record Failure(int status, Optional<Problem> problem) {}

    /** A form with files beyond the limits of the portal. */
    static final Failure UNREADABLE = new Failure(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Optional.empty());

    static Failure of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof Problem problem) {
                return new Failure(problem.kind().status(), Optional.of(problem));
            }
            if (cause instanceof EJBAccessException || cause instanceof AccessLocalException) {
                return new Failure(HttpServletResponse.SC_FORBIDDEN, Optional.empty());
            }
            if (cause instanceof OptimisticLockException) {
                Problem faster = Problem.conflict("web.changed-meanwhile");
                return new Failure(faster.kind().status(), Optional.of(faster));
            }
            cause = cause.getCause();
        }
        return new Failure(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Optional.empty());
    }
}
