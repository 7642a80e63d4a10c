package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Gate;
import ir.hamedan.esup.people.api.Login;
import ir.hamedan.esup.people.api.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;

/** Opens and closes the sessions which {@link LoginMechanism} then reads at each request. */
@ApplicationScoped
public class GateBean implements Gate {
    @Inject
    Login login;

    @Inject
    Users users;

    @Inject
    Accounts accounts;

    @Inject
    Caller caller;

    @Inject
    JournalWriter journal;

    @Inject
    SessionLimits limits;

    @Inject
    Clock clock;

    @Override
    public String enter(HttpServletRequest request, String username, String password) {
        Portal portal = portal(request);
        String name = login.check(portal.username(username), password, caller.address())
                .username();
        Account account = accounts.find(name).orElseThrow(() -> Problem.unauthenticated("people.wrong-credentials"));
        if (account.machine() || !portal.isFor(account.roles())) {
            journal.refusedTo(
                    account.from(caller.address()),
                    "people.login",
                    request.getContextPath() + portal.door(),
                    "people.not-this-portal");
            throw Problem.forbidden("people.not-this-portal");
        }
        PortalSession.open(request, account, clock.instant(), limits.idle());
        String page = account.mustChangePassword()
                ? portal.password()
                : PortalSession.takeTarget(request).orElse(portal.home());
        return request.getContextPath() + page;
    }

    @Override
    public String leave(HttpServletRequest request) {
        PortalSession.of(request)
                .flatMap(open -> accounts.find(open.username()))
                .ifPresent(account -> journal.doneBy(
                        account.from(caller.address()), Audited.of("people.logout", account.username(), Map.of())));
        PortalSession.close(request);
        return request.getContextPath() + portal(request).login();
    }

    @Override
    public String changePassword(HttpServletRequest request, String current, String wanted) {
        users.changeOwnPassword(current, wanted);
        PortalSession.of(request)
                .flatMap(open -> accounts.find(open.username()))
                .ifPresent(account -> PortalSession.setEpoch(request, account.epoch()));
        return request.getContextPath()
                + PortalSession.takeTarget(request).orElse(portal(request).home());
    }

    private static Portal portal(HttpServletRequest request) {
        String path = request.getServletPath();
        return Portal.at(request.getContextPath(), path)
                .orElseThrow(() -> new IllegalStateException("no login at " + request.getContextPath() + path));
    }
}
