package ir.hamedan.esup.parcels.internal.layers;

import java.io.IOException;
import java.io.Reader;
import java.io.StreamCorruptedException;

/**
 * JSON read piece by piece in bounded memory: a text is cut at {@value #LONGEST_TEXT} characters, and what is skipped is
 * neither kept nor counted on the stack, however deep it is nested. What is no JSON is a {@link StreamCorruptedException}
 * with the place in its message.
 */
final class JsonText {
    static final int LONGEST_TEXT = 2_000;

    private static final int END = -1;
    private static final int NONE = -2;

    private final Reader reader;
    private int ahead = NONE;
    private long place;

    JsonText(Reader reader) {
        this.reader = reader;
    }

    /** How many characters were read. */
    long place() {
        return place;
    }

    /** The next character that is no blank, left where it is; negative at the end. */
    int peek() throws IOException {
        int c = look();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\ufeff' && place == 0) {
            read();
            c = look();
        }
        return c;
    }

    /** Takes the character when it is the next one. */
    boolean take(char wanted) throws IOException {
        if (peek() != wanted) {
            return false;
        }
        read();
        return true;
    }

    void expect(char wanted) throws IOException {
        if (!take(wanted)) {
            throw broken();
        }
    }

    /** Whether a further member or element follows, in an object or array that was begun. */
    boolean more(boolean first, char end) throws IOException {
        if (take(end)) {
            return false;
        }
        if (!first) {
            expect(',');
        }
        return true;
    }

    /** The name of a member, and the colon after it. */
    String name() throws IOException {
        String name = text();
        expect(':');
        return name;
    }

    String text() throws IOException {
        expect('"');
        StringBuilder text = new StringBuilder();
        for (int c = read(); c != '"'; c = read()) {
            if (c < ' ') {
                throw broken();
            }
            char meant = c == '\\' ? escaped() : (char) c;
            if (text.length() < LONGEST_TEXT) {
                text.append(meant);
            }
        }
        return text.toString();
    }

    private char escaped() throws IOException {
        int c = read();
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(read(), 16);
                    if (digit < 0) {
                        throw broken();
                    }
                    code = code << 4 | digit;
                }
                yield (char) code;
            }
            default -> throw broken();
        };
    }

    boolean isNumberNext() throws IOException {
        int c = peek();
        return c == '-' || c >= '0' && c <= '9';
    }

    /** A number or one of the words true, false and null, as it is written. */
    String word() throws IOException {
        peek();
        StringBuilder word = new StringBuilder();
        for (int c = look(); isOfWord(c); c = look()) {
            read();
            if (word.length() < LONGEST_TEXT) {
                word.append((char) c);
            }
        }
        if (word.isEmpty()) {
            throw broken();
        }
        return word.toString();
    }

    private static boolean isOfWord(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c == 'E' || c == '+' || c == '-' || c == '.';
    }

    /** The number, or NaN for what only looks like one. */
    double number() throws IOException {
        String word = word();
        if (word.length() > 64) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Passes over a value of any size and depth. */
    void skip() throws IOException {
        long depth = 0;
        do {
            int c = peek();
            if (c == '{' || c == '[') {
                read();
                depth++;
            } else if (c == '}' || c == ']') {
                read();
                depth--;
            } else if (c == '"') {
                text();
            } else if (c == ',' || c == ':') {
                if (depth == 0) {
                    throw broken();
                }
                read();
            } else {
                word();
            }
            if (depth < 0) {
                throw broken();
            }
        } while (depth > 0);
    }

    StreamCorruptedException broken() {
        return new StreamCorruptedException(Long.toString(place));
    }

    private int look() throws IOException {
        if (ahead == NONE) {
            ahead = reader.read();
        }
        return ahead;
    }

    private int read() throws IOException {
        int c = look();
        if (c == END) {
            throw broken();
        }
        ahead = NONE;
        place++;
        return c;
    }
}
