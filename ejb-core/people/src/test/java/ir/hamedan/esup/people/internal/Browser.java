package ir.hamedan.esup.people.internal;

import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A browser at one portal: it keeps the session and tells in a line what the gate did with a request. */
final class Browser {
    private final City city;
    private final LoginMechanism mechanism;
    private final String root;
    private Map<String, Object> session;
    private int sessionNumber;
    private final Map<String, Object> kept = new HashMap<>();

    Browser(City city, LoginMechanism mechanism, String root) {
        this.city = city;
        this.mechanism = mechanism;
        this.root = root;
    }

    /** The request, as the gate and the login page see it. */
    HttpServletRequest request(String method, String path, String query) {
        return fake(HttpServletRequest.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getContextPath" -> root;
            case "getServletPath" -> path;
            case "getMethod" -> method;
            case "getQueryString" -> query;
            case "getRemoteAddr" -> "10.1.2.3";
            case "getSession" -> session(arguments == null || (Boolean) arguments[0]);
            case "changeSessionId" -> "session-" + ++sessionNumber;
            case "getHeader", "getPathInfo" -> null;
            case "setAttribute" -> {
                kept.put((String) arguments[0], arguments[1]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    private HttpSession session(boolean create) {
        if (session == null && !create) {
            return null;
        }
        if (session == null) {
            session = new HashMap<>();
            sessionNumber++;
        }
        return fake(HttpSession.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getAttribute" -> session.get((String) arguments[0]);
            case "setAttribute" -> session.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> session.remove((String) arguments[0]);
            case "setMaxInactiveInterval" -> null;
            case "invalidate" -> {
                session = null;
                yield null;
            }
            default -> throw new UnsupportedOperationException(called.getName());
        });
    }

    /** Which session it has, 0 for none so far. */
    int sessionNumber() {
        return sessionNumber;
    }

    boolean hasSession() {
        return session != null;
    }

    /** What the gate left for those behind it. */
    Map<String, Object> kept() {
        return kept;
    }

    String get(String path) {
        return send("GET", path, null);
    }

    /** What the gate did: {@code nothing}, {@code to <address>}, or {@code as <name> <roles>}. */
    String send(String method, String path, String query) {
        city.as("ANONYMOUS");
        mechanism.caller = city.actors.caller;
        StringBuilder outcome = new StringBuilder();
        HttpServletResponse response = fake(HttpServletResponse.class, (proxy, called, arguments) -> {
            switch (called.getName()) {
                case "setStatus" -> outcome.append(arguments[0].equals(302) ? "" : arguments[0] + " ");
                case "setHeader" -> {
                    if (arguments[0].equals("Location")) {
                        outcome.append("to ").append(arguments[1]);
                    }
                }
                default -> throw new UnsupportedOperationException(called.getName());
            }
            return null;
        });
        try {
            mechanism.validateRequest(request(method, path, query), response, context(outcome));
        } catch (AuthenticationException e) {
            throw new IllegalStateException(e);
        }
        return outcome.toString();
    }

    private HttpMessageContext context(StringBuilder outcome) {
        return fake(HttpMessageContext.class, (proxy, called, arguments) -> {
            if (called.getName().equals("doNothing")) {
                outcome.append("nothing");
                return AuthenticationStatus.NOT_DONE;
            }
            if (called.getName().equals("notifyContainerAboutLogin")) {
                String name = ((Principal) arguments[0]).getName();
                outcome.append("as ").append(name).append(' ').append(new TreeSet<>((Set<?>) arguments[1]));
                city.actors.name = name;
                return AuthenticationStatus.SUCCESS;
            }
            throw new UnsupportedOperationException(called.getName());
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer));
    }
}
