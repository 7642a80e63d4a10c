package ir.hamedan.esup.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Persian text: what people type is folded for search and codes, what they read has Persian digits and separators. */
public final class PersianText {
    private PersianText() {}

    /**
     * Digits of the Persian (U+06F0) and Arabic (U+0660) rows as ASCII; spaces, ZWNJ, bidi marks and hyphens dropped.
     * For identifiers that are digits alone.
     */
    public static String digitsOnlyForm(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (!Character.isWhitespace(c) && !isInvisible(c) && c != '-' && c != '\u00A0' && c != '\u2010') {
                out.appendCodePoint(asciiDigit(c));
            }
        });
        return out.toString();
    }

    /**
     * A number, share or amount as it was typed: digits as ASCII, invisible marks dropped, blanks around it gone. Signs,
     * hyphens and inner blanks stay, for they change the value: {@code 1-1/6} must never be read as 11/6.
     */
    public static String value(String typed) {
        return asciiDigits(clean(typed)).replace("\u200C", "");
    }

    /** Only the digits changed to ASCII; everything else stays. */
    public static String asciiDigits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(asciiDigit(c)));
        return out.toString();
    }

    /** ASCII digits changed to Persian ones (U+06F0 to U+06F9). */
    public static String digits(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c >= '0' && c <= '9' ? c - '0' + 0x06F0 : c));
        return out.toString();
    }

    /** A decimal number as it was typed: its {@link #value}, with a point for the Persian decimal mark or a stroke. */
    public static String decimal(String typed) {
        return value(typed).replace('٫', '.').replace('/', '.');
    }

    /** A code, date or share kept in one left-to-right piece (U+2066 .. U+2069): in a Persian sentence its parts would turn round. */
    public static String isolated(String code) {
        return "\u2066" + code + "\u2069";
    }

    /** A whole number with Persian digits and the separator U+066C: ۱٬۲۳۴٬۵۶۷. */
    public static String number(long value) {
        return digits(
                String.format(Locale.ROOT, "%,d", value).replace(',', '\u066C').replace('-', '\u2212'));
    }

    /** An amount as it is written on a bill: ۱٬۲۳۴٬۵۶۷ ریال. */
    public static String amount(Rial rial) {
        return number(rial.amount()) + " ریال";
    }

    /**
     * The display form of text as people typed it: Arabic yeh and kaf become Persian, tatweel, diacritics, bidi
     * marks and control characters go, runs of spaces become one. ZWNJ stays. Source: domain guide, Persian interface.
     */
    public static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        // Composed first, so that an alef with a separate madda is the letter آ and not a bare alef.
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            int letter = persianLetter(c);
            boolean space = Character.isWhitespace(letter) || letter == 0x00A0;
            if (space) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (letter == 0x200C || !isInvisible(letter) && !isMark(letter)) {
                out.appendCodePoint(letter);
            }
        });
        return out.toString().strip();
    }

    /**
     * The search key of a text: cleaned, digits ASCII, ZWNJ and spaces dropped, alef forms made one, lower case. Two
     * texts a person would call the same have the same key.
     */
    public static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        clean(text).codePoints().forEach(c -> {
            if (c != 0x200C && !Character.isWhitespace(c)) {
                out.appendCodePoint(Character.toLowerCase(c == 'آ' ? 'ا' : asciiDigit(c)));
            }
        });
        return out.toString();
    }

    private static int asciiDigit(int c) {
        if (c >= 0x06F0 && c <= 0x06F9) {
            return c - 0x06F0 + '0';
        }
        return c >= 0x0660 && c <= 0x0669 ? c - 0x0660 + '0' : c;
    }

    private static int persianLetter(int c) {
        return switch (c) {
            case 0x064A, 0x0649 -> 0x06CC; // Arabic yeh and alef maksura
            case 0x0643 -> 0x06A9; // Arabic kaf
            case 0x0629, 0x06C0, 0x06D5, 0x06C1 -> 0x0647; // teh marbuta, heh with yeh above, ae, heh goal
            case 0x0623, 0x0625, 0x0671 -> 0x0627; // alef with hamza above or below, alef wasla
            default -> c;
        };
    }

    /** Harakat, hamza marks and tatweel: they carry no identity. */
    private static boolean isMark(int c) {
        return c >= 0x064B && c <= 0x065F || c == 0x0670 || c == 0x0640;
    }

    /** ZWNJ, ZWJ, bidi marks, embeddings and isolates, byte order mark, control characters and halves of surrogates. */
    private static boolean isInvisible(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || c >= 0x200B && c <= 0x200F
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2069
                || c == 0xFEFF;
    }
}
