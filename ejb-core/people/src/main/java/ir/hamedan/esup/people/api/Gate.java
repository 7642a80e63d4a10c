package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The door of the portals under {@code /notary}, {@code /staff} and, among the public pages, {@code /my}: what their login
 * page calls. Injected as a CDI bean.
 *
 * <p>Everything under these roots is closed by itself; the portal declares no security constraint and no mechanism.
 * Open without a login are only {@code /login}, {@code /help} and everything under {@code /help/},
 * everything under {@code /error}, and the resources ({@code /ui/}, {@code /jakarta.faces.resource/}). Who is not logged in, or no
 * longer, and asks for another page is sent to {@code /login} and comes back to that page afterwards; a form is sent on there
 * with 307 and the page it was for in {@code to}. Who must
 * change the password is sent to {@code /password} and has no right anywhere else until it is done.
 *
 * <p>A login page is:
 * <pre>{@code
 * String home = gate.enter(request, username, password);    // Problem: shown as the error of the form
 * external.redirect(home);
 * }</pre>
 * a logout button {@code gate.leave(request)}, then a redirect to what it returns; the password page {@code
 * gate.changePassword(request, current, wanted)}, then a redirect to what it returns.
 */
public interface Gate {
    /** Query parameter of the login page that tells why one is there: {@code idle}, {@code ended} or {@code changed}. */
    String REASON = "reason";

    /**
     * Request attribute, a {@link RuntimeException}: why the gate could not find out who is asking, such as no connection to
     * the database. The request goes on as nobody's, and the first filter behind the gate throws it.
     */
    String FAILURE = "ir.hamedan.esup.people.gate-failure";

    /**
     * Checks name and password, at the portal of citizens also the national id as the name, and opens a session of this portal under a new session id.
     *
     * @return the address to redirect to, with the context path: the page first asked for, else the home of the portal;
     *     always of this portal, whatever anybody put into the request
     * @throws Problem {@code people.wrong-credentials}, {@code people.locked} and {@code people.busy} as {@link
     *     Login#check}; {@code people.not-this-portal} when no role of the account belongs here
     */
    String enter(HttpServletRequest request, String username, String password);

    /**
     * Ends the session, if there is one.
     *
     * @return the address of the login page
     */
    String leave(HttpServletRequest request);

    /**
     * Changes the caller's own password. The session goes on; all other sessions of the account end.
     *
     * @return the address to redirect to, as {@link #enter}
     * @throws Problem {@code people.wrong-password}, {@code people.weak-password.*}, {@code people.locked}
     */
    String changePassword(HttpServletRequest request, String current, String wanted);
}
