package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.people.api.Actor;
import java.time.Instant;
import java.util.Set;

/**
 * What the gate needs to know of a person or machine at each request.
 *
 * @param active the account and its organisation both are
 * @param epoch count of the ends of trust: a session opened under another one is over
 * @param trustedSince when the secret of a machine last changed: older tokens are over; the epoch's start for a person
 */
public record Account(
        String username,
        boolean machine,
        String name,
        String organisation,
        Set<String> roles,
        boolean active,
        boolean mustChangePassword,
        long epoch,
        Instant trustedSince) {
    public Account {
        roles = Set.copyOf(roles);
    }

    /** The rights it has now: none as long as the password must be changed. */
    public Set<String> rights() {
        return mustChangePassword ? Set.of() : roles;
    }

    public Actor from(String address) {
        return new Actor(username, name, organisation, rights(), address);
    }
}
