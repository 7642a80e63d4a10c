package ir.hamedan.esup.people.api;

import ir.hamedan.esup.kernel.Page;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts of people. The administrator keeps all of them; a notary keeps the deputies and clerks of the own office
 * and sees no other.
 */
public interface Users {
    /** Characters a password has at least. */
    int SHORTEST_PASSWORD = 10;

    /** A new account; its first password is returned once and must be changed at the first login. */
    record NewUser(String username, String fullName, String nationalId, String organisation, Set<String> roles) {}

    /** An account and the password that is shown this once. */
    record Credentials(User user, String password) {}

    /** {@code people.username-taken}, {@code people.role-not-yours-to-give}, {@code people.unknown-organisation}. */
    Credentials create(NewUser user);

    /**
     * Another name or organisation, by an administrator; {@code people.role-not-for-organisation} when the account has a role
     * the new one cannot have: take it away first.
     */
    User change(String username, String fullName, String organisation, long version);

    User changeRoles(String username, Set<String> roles, long version);

    User setActive(String username, boolean active, long version);

    /** A new password that is shown this once; it lifts a lock. */
    Credentials resetPassword(String username);

    /** The caller's own; {@code people.wrong-password}, {@code people.weak-password}. */
    void changeOwnPassword(String current, String wanted);

    Optional<User> find(String username);

    /** By folded part of name or username; an administrator sees all, a notary the own office. */
    Page<User> search(String text, Page.Request page);
}
