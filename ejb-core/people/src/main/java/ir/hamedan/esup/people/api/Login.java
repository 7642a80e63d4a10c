package ir.hamedan.esup.people.api;

/** The gate of the portals. The session cookie of the portal carries the rest. */
public interface Login {
    /**
     * Checks a name and password. Refusals are counted and delay the next try by a growing time.
     *
     * @return who is let in
     * @throws ir.hamedan.esup.kernel.Problem {@code people.wrong-credentials} for unknown, disabled and mistyped alike,
     *     in the same time; {@code people.locked} with the instant of the end
     */
    Actor check(String username, String password, String address);
}
