package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.people.api.Gate;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one gate of the application. An EAR is one CDI application, in which a second mechanism would make every request
 * ambiguous; so this one, by its priority, stands before the MP-JWT mechanism of the server, decides by the address and
 * hands the machines to that one. The account is read again at every request: a changed role or a closed account works
 * at once.
 */
@Alternative
@Priority(10)
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {
    private static final String MACHINES = "/api";
    private static final int LONGEST_TARGET = 2000;
    private static final int TEMPORARY_REDIRECT = 307;

    @Inject
    @ConfigProperty(name = "esup.trusted-proxies")
    Optional<String> trustedProxies;

    @Inject
    Caller caller;

    @Inject
    Accounts accounts;

    @Inject
    SessionLimits limits;

    @Inject
    MachineGate machines;

    @Inject
    Clock clock;

    private Addresses addresses;

    @PostConstruct
    void readProxies() {
        addresses = new Addresses(trustedProxies.orElse(""));
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        caller.comesFrom(addresses.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For")));
        try {
            return pass(request, response, context);
        } catch (RuntimeException e) {
            // Nothing that could answer stands before the gate: the container would say 500 without a word.
            request.setAttribute(Gate.FAILURE, e);
            return context.doNothing();
        }
    }

    private AuthenticationStatus pass(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getContextPath().equals(MACHINES)) {
            return machines.validate(request, response, context);
        }
        Optional<Portal> portal = Portal.at(request.getContextPath(), path(request));
        return portal.isPresent() ? portal(portal.get(), request, response, context) : context.doNothing();
    }

    private AuthenticationStatus portal(
            Portal portal, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = path(request);
        if (Portal.isResource(path)) {
            return context.doNothing();
        }
        // What a person saw behind the login does not come back with the browser's back button.
        response.setHeader("Cache-Control", "no-store");
        Optional<PortalSession> session = PortalSession.of(request);
        if (session.isEmpty()) {
            return portal.isOpen(path) ? context.doNothing() : toLogin(portal, request, response, context, "");
        }
        Instant now = clock.instant();
        Optional<Account> account = accounts.find(session.get().username()).filter(Account::active);
        String over = endOf(portal, session.get(), account, now);
        if (!over.isEmpty()) {
            PortalSession.close(request);
            return portal.isOpen(path) ? context.doNothing() : toLogin(portal, request, response, context, over);
        }
        session.get().seen(request, now);
        return enter(portal, account.get(), path, request, response, context);
    }

    /** Why the session is over, or an empty text while it is not. */
    private String endOf(Portal portal, PortalSession session, Optional<Account> account, Instant now) {
        if (limits.isIdle(session, now)) {
            return "idle";
        }
        if (limits.isOver(session, now)) {
            return "ended";
        }
        boolean same = account.isPresent()
                && account.get().epoch() == session.epoch()
                && portal.isFor(account.get().roles());
        return same ? "" : "changed";
    }

    private AuthenticationStatus enter(
            Portal portal,
            Account account,
            String path,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context) {
        boolean atDoor = portal.isOpen(path) || path.equals(portal.password());
        if (account.mustChangePassword() && !atDoor) {
            return redirect(request, response, portal.password());
        }
        caller.is(account);
        return context.notifyContainerAboutLogin(new CallerPrincipal(account.username()), account.rights());
    }

    private static AuthenticationStatus toLogin(
            Portal portal,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpMessageContext context,
            String reason) {
        // A form that was sent is not sent again after the login: its page is shown, filled by the portal. The address
        // of the form says which page, such as that of one inquiry.
        String query = request.getQueryString();
        String target = path(request) + (query == null ? "" : "?" + query);
        if (target.length() <= LONGEST_TARGET) {
            // By its file name a page may lie beside the path of the session.
            PortalSession.remember(request, target.replaceFirst("\\.xhtml(?=\\?|$)", ""));
        }
        String login = portal.login() + "?" + Gate.REASON + "=" + reason;
        return request.getMethod().equals("POST")
                ? handOver(request, response, login, target)
                : redirect(request, response, reason.isEmpty() ? portal.login() : login);
    }

    /** Lets the browser post the form once more to the login page, where the portal keeps what was typed. */
    private static AuthenticationStatus handOver(
            HttpServletRequest request, HttpServletResponse response, String login, String target) {
        String to = URLEncoder.encode(request.getContextPath() + target, StandardCharsets.UTF_8);
        response.setStatus(TEMPORARY_REDIRECT);
        response.setHeader("Location", request.getContextPath() + login + "&to=" + to);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static AuthenticationStatus redirect(
            HttpServletRequest request, HttpServletResponse response, String page) {
        // A path alone: behind a TLS proxy the server would make another scheme of it.
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getContextPath() + page);
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The path inside the portal as the container maps it: decoded, without dots and parameters. */
    private static String path(HttpServletRequest request) {
        String inside = request.getPathInfo();
        return request.getServletPath() + (inside == null ? "" : inside);
    }
}
