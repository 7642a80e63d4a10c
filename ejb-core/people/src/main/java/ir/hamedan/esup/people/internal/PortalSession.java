package ir.hamedan.esup.people.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a session of a portal remembers of its login. Only texts and numbers: a session may wander to another node.
 *
 * @param openedAt when the login was
 * @param seenAt of the request before, to the half minute
 * @param epoch of the account at the login
 */
record PortalSession(String username, Instant openedAt, Instant seenAt, long epoch) {
    private static final String USER = "esup.user";
    private static final String OPENED = "esup.opened";
    private static final String SEEN = "esup.seen";
    private static final String EPOCH = "esup.epoch";
    private static final String TARGET = "esup.target";
    /** Writing at every request would send every session over the network every time. */
    private static final Duration COARSE = Duration.ofSeconds(30);

    static Optional<PortalSession> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(USER) == null) {
            return Optional.empty();
        }
        return Optional.of(new PortalSession(
                (String) session.getAttribute(USER),
                Instant.ofEpochMilli((Long) session.getAttribute(OPENED)),
                Instant.ofEpochMilli((Long) session.getAttribute(SEEN)),
                (Long) session.getAttribute(EPOCH)));
    }

    /** Opens it under a new session id: what anybody planted before the login is worth nothing. */
    static void open(HttpServletRequest request, Account account, Instant now, Duration idle) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(USER, account.username());
        session.setAttribute(OPENED, now.toEpochMilli());
        session.setAttribute(SEEN, now.toEpochMilli());
        session.setAttribute(EPOCH, account.epoch());
        // The container must not forget it before the gate does.
        session.setMaxInactiveInterval((int) idle.plusMinutes(5).toSeconds());
    }

    static void setEpoch(HttpServletRequest request, long epoch) {
        request.getSession(true).setAttribute(EPOCH, epoch);
    }

    static void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    void seen(HttpServletRequest request, Instant now) {
        if (Duration.between(seenAt, now).compareTo(COARSE) > 0) {
            request.getSession(false).setAttribute(SEEN, now.toEpochMilli());
        }
    }

    /** Keeps the page somebody asked for, without the context path, to come back to after the login. */
    static void remember(HttpServletRequest request, String target) {
        request.getSession(true).setAttribute(TARGET, target);
    }

    /** The page kept, once. */
    static Optional<String> takeTarget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(TARGET) == null) {
            return Optional.empty();
        }
        String target = (String) session.getAttribute(TARGET);
        session.removeAttribute(TARGET);
        return Optional.of(target);
    }
}
