package ir.hamedan.esup.signing.internal;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic-script letters by the Presentation Forms A and B, which the font has. ICU's own shaper knows only form
 * B and leaves the Persian letters apart. Marks are transparent, ZWNJ breaks, lam and alef become one.
 */
final class PersianShaping implements BidiReorderer {
    private static final char ZWNJ = '\u200C';
    private static final char TATWEEL = '\u0640';
    private static final char LAM = '\u0644';

    /** Letter to its forms: isolated, final, and for those that join on both sides initial, medial. */
    private static final Map<Character, char[]> FORMS = forms();

    /** Alef forms to the isolated form of their ligature with lam; the final form follows it. */
    private static final Map<Character, Character> LAM_ALEF =
            Map.of('\u0622', '\uFEF5', '\u0623', '\uFEF7', '\u0625', '\uFEF9', '\u0627', '\uFEFB');

    /** Presentation form to the letter it stands for. */
    private static final Map<Character, Character> LETTERS = letters();

    private static Map<Character, char[]> forms() {
        Map<Character, char[]> forms = new HashMap<>();
        char form = '\uFE80';
        // U+0621 to U+064A stand in form B in their order; hamza has one form, these have two, all others four.
        String twoForms = "\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0649";
        for (char letter = '\u0621'; letter <= '\u064A'; letter++) {
            if (letter > '\u063A' && letter < '\u0641') {
                continue;
            }
            int count = letter == '\u0621' ? 1 : twoForms.indexOf(letter) >= 0 ? 2 : 4;
            forms.put(letter, row(form, count));
            form += (char) count;
        }
        forms.put('پ', row('\uFB56', 4));
        forms.put('چ', row('\uFB7A', 4));
        forms.put('ژ', row('\uFB8A', 2));
        forms.put('ک', row('\uFB8E', 4));
        forms.put('گ', row('\uFB92', 4));
        forms.put('ی', row('\uFBFC', 4));
        forms.put('\u06C0', new char[] {'\u06C0', '\uFBA5'});
        return forms;
    }

    private static char[] row(char first, int count) {
        char[] row = new char[count];
        for (int i = 0; i < count; i++) {
            row[i] = (char) (first + i);
        }
        return row;
    }

    private static Map<Character, Character> letters() {
        Map<Character, Character> letters = new HashMap<>();
        FORMS.forEach((letter, forms) -> {
            for (char form : forms) {
                letters.put(form, letter);
            }
        });
        return letters;
    }

    /**
     * The text with its letters for their presentation forms: what a reader of the PDF copies and searches. Lam-alef
     * stays one character, because readers turn right-to-left text around glyph by glyph and would swap the two.
     */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(LETTERS.getOrDefault(c, c).charValue());
        }
        return out.toString();
    }

    @Override
    public String shapeText(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char[] forms = FORMS.get(c);
            if (forms == null) {
                out.append(c);
                continue;
            }
            boolean joinsBefore = joinsForward(before(text, i));
            int next = afterMarks(text, i);
            if (c == LAM && next < text.length() && LAM_ALEF.containsKey(text.charAt(next))) {
                out.append((char) (LAM_ALEF.get(text.charAt(next)) + (joinsBefore ? 1 : 0)));
                out.append(text, i + 1, next);
                i = next;
                continue;
            }
            boolean joinsAfter = forms.length == 4 && next < text.length() && joinsBackward(text.charAt(next));
            out.append(forms[joinsAfter ? (joinsBefore ? 3 : 2) : joinsBefore && forms.length > 1 ? 1 : 0]);
        }
        return out.toString();
    }

    private static char before(String text, int index) {
        int i = index - 1;
        while (i >= 0 && isMark(text.charAt(i))) {
            i--;
        }
        return i < 0 ? ' ' : text.charAt(i);
    }

    private static int afterMarks(String text, int index) {
        int i = index + 1;
        while (i < text.length() && isMark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether a letter holds out its hand to the one after it. */
    private static boolean joinsForward(char c) {
        char[] forms = FORMS.get(c);
        return c == TATWEEL || c == '\u200D' || forms != null && forms.length == 4;
    }

    private static boolean joinsBackward(char c) {
        char[] forms = FORMS.get(c);
        return c != ZWNJ && (c == TATWEEL || c == '\u200D' || forms != null && forms.length > 1);
    }

    private static boolean isMark(char c) {
        return c >= '\u064B' && c <= '\u065F' || c == '\u0670';
    }

    @Override
    public String deshapeText(String text) {
        return plain(text);
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
