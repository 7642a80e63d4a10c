package ir.hamedan.esup.people.api;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-256, 600,000 rounds and a salt of 128 bits (OWASP 2023), which takes a
 * core about a third of a second. Machines' secrets are 256 random bits: nobody can guess them, so they need no slow hash
 * and are kept as plain SHA-256.
 *
 * @param text {@code pbkdf2-sha256$rounds$salt$hash}
 */
public record PasswordHash(String text) {
    public static final int ROUNDS = 600_000;

    private static final String KIND = "pbkdf2-sha256";
    private static final SecureRandom RANDOM = new SecureRandom();

    public PasswordHash {
        if (!text.matches("pbkdf2-sha256\\$[1-9][0-9]{0,8}\\$[A-Za-z0-9+/]{22}==\\$[A-Za-z0-9+/]{43}=")) {
            throw new IllegalArgumentException("not a kept password");
        }
    }

    /** Hashes a password under a new salt. Slow on purpose. */
    public static PasswordHash of(String password) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new PasswordHash(
                KIND + "$" + ROUNDS + "$" + base64(salt) + "$" + base64(derive(password, salt, ROUNDS)));
    }

    /** Compares in a time that does not depend on where they differ. */
    public boolean matches(String password) {
        String[] parts = text.split("\\$");
        byte[] salt = Base64.getDecoder().decode(parts[2]);
        byte[] kept = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(kept, derive(password, salt, Integer.parseInt(parts[1])));
    }

    /** Made with fewer rounds than are asked for today. */
    public boolean isOutdated() {
        return Integer.parseInt(text.split("\\$")[1]) < ROUNDS;
    }

    /** The kept form of a machine's secret: SHA-256 in hexadecimal. */
    public static String ofSecret(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing of it in a log. */
    @Override
    public String toString() {
        return "PasswordHash";
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
