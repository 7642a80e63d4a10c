package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.PasswordHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords, at most as many at once as the machine has cores: hashing is slow on purpose, and a flood of logins
 * must not stop everything else.
 */
@ApplicationScoped
public class Passwords {
    private static final long PATIENCE_SECONDS = 5;

    /** Compared where there is no account, so that an unknown name takes as long as a known one. */
    private static final PasswordHash NOBODY = new PasswordHash(
            "pbkdf2-sha256$" + PasswordHash.ROUNDS + "$" + "A".repeat(22) + "==$" + "A".repeat(43) + "=");

    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);

    /** Hashes a new password. */
    public PasswordHash hash(String password) {
        return inTurn(() -> PasswordHash.of(password));
    }

    public boolean matches(PasswordHash kept, String password) {
        return inTurn(() -> kept.matches(password));
    }

    /** Takes the time of a comparison and is false. */
    public boolean matchesNobody(String password) {
        inTurn(() -> NOBODY.matches(password));
        return false;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.unavailable("people.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("people.busy");
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
