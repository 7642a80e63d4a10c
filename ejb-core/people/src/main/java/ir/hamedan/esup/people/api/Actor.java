package ir.hamedan.esup.people.api;

import java.util.Set;

/**
 * Who is acting now: a person at a portal or a machine at the interface.
 *
 * @param username of the person, or id of the API client
 * @param name as it is shown
 * @param organisation id of the organisation it acts for
 * @param roles names of {@link ir.hamedan.esup.kernel.Roles}
 * @param address the network address the request came from, empty for the product's own work
 */
public record Actor(String username, String name, String organisation, Set<String> roles, String address) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
