package ir.hamedan.esup.signing.api;

import java.util.Optional;

/**
 * Whose hand signs: the seal of the office for an answer nobody's hand was in, else the officer who gave it.
 *
 * @param username of the officer; empty for the office
 * @param name of the officer, as it stands on the paper and in the officer's key; empty for the office
 */
public record Signer(Optional<String> username, String name) {
    /** The seal of the office. */
    public static Signer office() {
        return new Signer(Optional.empty(), "");
    }

    public static Signer officer(String username, String name) {
        if (username.isBlank() || username.length() > 100 || name.isBlank() || name.length() > 200) {
            throw new IllegalStateException("an officer signs with username and name");
        }
        return new Signer(Optional.of(username), name);
    }
}
