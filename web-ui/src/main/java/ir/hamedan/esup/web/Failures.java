package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Causes;
import ir.hamedan.esup.kernel.Problem;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What an exception means to the person whose request it ended. */
final class Failures {
    private Failures() {}

    /** A status, and the Problem behind it where there is one. */
    record Failure(int status, Optional<Problem> problem) {}

    /** A form with files beyond the limits of the portal. */
    static final Failure UNREADABLE = new Failure(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, Optional.empty());

    /** All connections to the database are in use, or it is not there: the same request may well pass later. */
    private static final Failure BUSY = new Failure(HttpServletResponse.SC_SERVICE_UNAVAILABLE, Optional.empty());

    static Failure of(Throwable thrown) {
        return Causes.of(thrown)
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .orElseGet(() -> new Failure(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Optional.empty()));
    }

    private static Optional<Failure> known(Throwable cause) {
        if (cause instanceof Problem problem) {
            return Optional.of(refused(problem));
        }
        if (cause instanceof EJBAccessException || cause instanceof AccessLocalException) {
            return Optional.of(new Failure(HttpServletResponse.SC_FORBIDDEN, Optional.empty()));
        }
        if (cause instanceof ResourceAllocationException) {
            return Optional.of(BUSY);
        }
        return cause instanceof OptimisticLockException
                ? Optional.of(refused(Problem.conflict("web.changed-meanwhile")))
                : Optional.empty();
    }

    private static Failure refused(Problem problem) {
        return new Failure(problem.kind().status(), Optional.of(problem));
    }
}
