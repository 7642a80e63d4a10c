package ir.hamedan.esup.kernel;

import java.util.Locale;
import java.util.stream.IntStream;

/** What the laws of the identifiers share: right identifiers from any body, and one digit changed. */
final class DigitsOf {
    private DigitsOf() {}

    /** The id with this body: of the ten check digits exactly one is right. */
    static NationalId nationalId(int body) {
        String digits = String.format(Locale.ROOT, "%09d", body == 0 ? 1 : body);
        return IntStream.rangeClosed(0, 9)
                .mapToObj(check -> digits + check)
                .filter(text -> accepts(() -> new NationalId(text)))
                .map(NationalId::new)
                .findFirst()
                .orElseGet(() -> new NationalId("0013542419"));
    }

    static LegalId legalId(long body) {
        String digits = String.format(Locale.ROOT, "%010d", body);
        return IntStream.rangeClosed(0, 9)
                .mapToObj(check -> digits + check)
                .filter(text -> accepts(() -> new LegalId(text)))
                .map(LegalId::new)
                .findFirst()
                .orElseGet(() -> new LegalId("10380284790"));
    }

    private static boolean accepts(Runnable making) {
        try {
            making.run();
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    static String changed(String text, int place, int by) {
        char digit = (char) ('0' + (text.charAt(place) - '0' + by) % 10);
        return text.substring(0, place) + digit + text.substring(place + 1);
    }
}
