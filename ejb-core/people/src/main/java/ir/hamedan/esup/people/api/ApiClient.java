package ir.hamedan.esup.people.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A machine that may use the interface for an organisation. */
public record ApiClient(
        String id, String name, String organisation, Set<String> roles, boolean active, Optional<Instant> lastUsed) {
    public ApiClient {
        roles = Set.copyOf(roles);
    }
}
