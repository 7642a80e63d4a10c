package ir.hamedan.esup.people.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A person with an account. */
public record User(
        String username,
        String fullName,
        String nationalId,
        String organisation,
        Set<String> roles,
        boolean active,
        boolean mustChangePassword,
        Optional<Instant> lockedUntil,
        long version) {
    public User {
        roles = Set.copyOf(roles);
    }
}
