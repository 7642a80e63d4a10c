package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Gate;
import ir.hamedan.esup.people.api.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** The way into a portal, out of it, and to a new password. */
@Named("login")
@RequestScoped
public class LoginPage {
    private static final Set<String> REASONS = Set.of("idle", "ended", "changed");

    @Inject
    Gate gate;

    @Inject
    HttpServletRequest request;

    private String username;
    private String password;
    private String current;
    private String wanted;
    private String again;

    public void enter() {
        go(gate.enter(request, username == null ? "" : username.strip(), password == null ? "" : password));
    }

    public void leave() {
        go(gate.leave(request));
    }

    public void changePassword() {
        if (wanted == null || !wanted.equals(again)) {
            throw Problem.invalid("web.password.differ").at("again");
        }
        String next = gate.changePassword(request, current == null ? "" : current, wanted);
        FormProblems.news("web.password.changed");
        go(next);
    }

    private static void go(String address) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why one is here again, as the key of a text; empty at a first visit. */
    public String getReason() {
        String reason = request.getParameter(Gate.REASON);
        return reason != null && REASONS.contains(reason) ? "web.login.reason." + reason : "";
    }

    /** Characters a new password has at least. */
    public int getShortest() {
        return Users.SHORTEST_PASSWORD;
    }

    /** Whether what was typed into a form waits for this login. */
    public boolean isKept() {
        return Kept.isWaiting(request);
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
