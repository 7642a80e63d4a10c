package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateNumber;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * What opens a certificate together with its number: 80 random bits in 16 characters of Crockford's base32, which has no
 * I, L, O and U. Who types an O, I or L is understood.
 */
record Secret(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    Secret {
        if (!text.matches("[" + ALPHABET + "]{" + LENGTH + "}")) {
            throw Problem.invalid("signing.mistyped");
        }
    }

    static Secret fresh() {
        StringBuilder text = new StringBuilder(LENGTH);
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        for (byte b : bytes) {
            text.append(ALPHABET.charAt(b & 31));
        }
        return new Secret(text.toString());
    }

    /** Reads a secret as people type it: either case, digits of all scripts, any separators. */
    static Secret parse(String typed) {
        String plain = typed == null || typed.length() > 100 ? "" : PersianText.digitsOnlyForm(typed);
        return new Secret(plain.toUpperCase(Locale.ROOT)
                .replaceAll("[/\\\\._\\u2011-\\u2015]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /** As printed, in four groups. */
    String grouped() {
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    /**
     * What the register keeps instead of the secret. It binds the number, so that one lookup by it answers for both:
     * an unknown number and a wrong secret are the same miss, and take the same time. 80 random bits need no slow hash.
     */
    byte[] proof(CertificateNumber number) {
        return Digests.sha256(("esup-certificate\n" + number + "\n" + text).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "secret";
    }
}
