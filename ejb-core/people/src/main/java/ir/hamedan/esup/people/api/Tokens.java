package ir.hamedan.esup.people.api;

/** Access tokens for machines (OAuth 2.0 client credentials, RFC 6749 4.4). */
public interface Tokens {
    /** A signed JWT and its life in seconds. */
    record Token(String accessToken, long expiresIn) {}

    /**
     * {@code people.wrong-client} for an unknown, disabled or wrongly authenticated client, all in the same time;
     * {@code people.locked} after too many failures.
     */
    Token issue(String clientId, String secret, String address);
}
