package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Users;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be: long, and not what everybody tries first. No classes of characters are asked for, as NIST SP
 * 800-63B advises: they make passwords worse.
 */
final class PasswordPolicy {
    static final int SHORTEST = Users.SHORTEST_PASSWORD;
    static final int LONGEST = 200;

    /** The commonest of at least ten characters, without case and after a final run of digits and signs is taken off. */
    private static final Set<String> COMMON_WORDS = Set.of(
            "password",
            "passw0rd",
            "p@ssword",
            "p@ssw0rd",
            "qwerty",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "iloveyou",
            "welcome",
            "admin",
            "administrator",
            "letmein",
            "abc",
            "abcd",
            "abcdef",
            "user",
            "test",
            "hamedan",
            "esup",
            "iran",
            "tehran",
            "shahrdari",
            "shahrdar",
            "salam",
            "allah",
            "mohammad",
            "changeme",
            "default",
            "secret",
            "qazwsx",
            "qazwsxedc",
            "1qaz2wsx",
            "1q2w3e4r",
            "1q2w3e4r5t",
            "zaq12wsx",
            "dragon",
            "monkey",
            "football",
            "persepolis",
            "esteghlal",
            "ramz",
            "رمز",
            "سلام",
            "همدان",
            "شهرداری");

    private PasswordPolicy() {}

    /**
     * Refuses a weak password: {@code people.weak-password.short}, {@code .long}, {@code .name}, {@code .common}, each
     * at the field {@code wanted}.
     */
    static void check(String wanted, String username, String nationalId) {
        int length = wanted.codePointCount(0, wanted.length());
        if (length < SHORTEST) {
            throw Problem.invalid("people.weak-password.short", SHORTEST).at("wanted");
        }
        if (length > LONGEST) {
            throw Problem.invalid("people.weak-password.long", LONGEST).at("wanted");
        }
        String folded = PersianText.fold(wanted).toLowerCase(Locale.ROOT);
        if (folded.contains(username) || !nationalId.isEmpty() && folded.contains(nationalId)) {
            throw Problem.invalid("people.weak-password.name").at("wanted");
        }
        String word = folded.replaceAll("[^\\p{L}]+$", "");
        boolean fewCharacters = folded.codePoints().distinct().count() < 4;
        if (word.isEmpty() || fewCharacters || COMMON_WORDS.contains(word) || COMMON_WORDS.contains(folded)) {
            throw Problem.invalid("people.weak-password.common").at("wanted");
        }
    }
}
