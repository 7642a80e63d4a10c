package ir.hamedan.esup.people.api;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets that are shown once. */
public final class Secrets {
    /** Without what looks alike when read from paper: 0 o, 1 l i. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A first password, 79 bits, in four groups to be typed from paper: {@code k7mq-2xwf-pe9c-hj4t}. */
    public static String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** A machine's secret: 256 bits, base64url. */
    public static String machine() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
