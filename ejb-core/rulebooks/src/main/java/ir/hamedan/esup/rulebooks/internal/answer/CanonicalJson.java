package ir.hamedan.esup.rulebooks.internal.answer;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.TreeMap;

/**
 * The one byte form of an answer, as RFC 8785 (JCS) has it for the values an answer is made of: decimals of at most fifteen
 * digits between a millionth and 10^15, which every reader writes the same way. Others are refused.
 */
final class CanonicalJson {
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
    private static final String SHORT_LETTERS = "btnfr\"\\";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static String text(JsonValue value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> write((JsonObject) value);
            case ARRAY -> write((JsonArray) value);
            case STRING -> quote(((JsonString) value).getString());
            case NUMBER -> out.append(number(((JsonNumber) value).bigDecimalValue()));
            case TRUE -> out.append("true");
            case FALSE -> out.append("false");
            case NULL -> out.append("null");
        }
    }

    private void write(JsonObject object) {
        // String.compareTo orders by UTF-16 code units, as the RFC asks.
        char before = '{';
        for (var member : new TreeMap<>(object).entrySet()) {
            out.append(before);
            quote(member.getKey());
            out.append(':');
            write(member.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void write(JsonArray array) {
        char before = '[';
        for (JsonValue element : array) {
            out.append(before);
            write(element);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static String number(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.precision() - shortest.scale() > MOST_DIGITS
                || shortest.precision() > MOST_DIGITS
                || shortest.scale() > MOST_DECIMALS) {
            throw new IllegalStateException("a number readers would not write alike: " + number);
        }
        return shortest.toPlainString();
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int escape = SHORT_ESCAPES.indexOf(c);
            if (escape >= 0) {
                out.append('\\').append(SHORT_LETTERS.charAt(escape));
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
