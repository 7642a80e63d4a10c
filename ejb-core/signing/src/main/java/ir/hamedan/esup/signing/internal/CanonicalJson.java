package ir.hamedan.esup.signing.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/**
 * The one byte form of a JSON value, as RFC 8785 (JCS) defines it, so that a signature over it can be checked from the
 * value alone. Whole numbers beyond 2^53 are refused: other readers would round them (write them as texts).
 */
final class CanonicalJson {
    private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(1L << 53);
    private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
    private static final String SHORT_LETTERS = "btnfr\"\\";

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static String text(JsonValue value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    static byte[] bytes(JsonValue value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> write((JsonObject) value);
            case ARRAY -> write((JsonArray) value);
            case STRING -> quote(((JsonString) value).getString());
            case NUMBER -> write((JsonNumber) value);
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

    private void write(JsonNumber number) {
        if (number.isIntegral() && number.bigDecimalValue().abs().compareTo(LARGEST_WHOLE) > 0) {
            throw new IllegalStateException("a whole number beyond 2^53 in JSON: " + number);
        }
        out.append(ecmaScript(number.doubleValue()));
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
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new IllegalStateException("half a character in JSON");
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** A number as ECMAScript's Number.prototype.toString writes it. */
    static String ecmaScript(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalStateException("not a JSON number: " + value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + place(digits, point);
    }

    private static String place(String digits, int point) {
        if (point >= digits.length() && point <= 21) {
            return digits + "0".repeat(point - digits.length());
        }
        if (point > 0 && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > -6 && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        int exponent = point - 1;
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }

    /** The shortest decimal that reads back as the value, the nearest of those: Double.toString of Java 17 is not always. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; precision <= 17; precision++) {
            BigDecimal best = null;
            for (RoundingMode mode :
                    new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.CEILING, RoundingMode.FLOOR}) {
                BigDecimal candidate = exact.round(new MathContext(precision, mode));
                if (candidate.doubleValue() == value && (best == null || nearer(candidate, best, exact))) {
                    best = candidate;
                }
            }
            if (best != null) {
                return best;
            }
        }
        throw new IllegalStateException("17 digits always suffice: " + value);
    }

    private static boolean nearer(BigDecimal candidate, BigDecimal best, BigDecimal exact) {
        return candidate.subtract(exact).abs().compareTo(best.subtract(exact).abs()) < 0;
    }
}
