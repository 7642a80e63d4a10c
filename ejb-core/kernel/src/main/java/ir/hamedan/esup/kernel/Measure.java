package ir.hamedan.esup.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A count, length or area as people type it: digits of any script, with a point or {@code ٫} before the decimals. */
public final class Measure {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    private Measure() {}

    /**
     * The number in units of its last decimal, such as centimetres for metres with two.
     *
     * @param decimals how many may be typed
     * @param most in the same units
     * @throws Problem {@code kernel.measure.missing}, {@code kernel.measure.not-a-number}, {@code kernel.measure.too-fine}, {@code
     *     kernel.measure.too-much} at the field
     */
    public static long read(String field, String typed, int decimals, long most) {
        String value = PersianText.decimal(typed).replace("٬", "");
        if (value.isEmpty()) {
            throw Problem.invalid("kernel.measure.missing").at(field);
        }
        if (!NUMBER.matcher(value).matches()) {
            throw Problem.invalid("kernel.measure.not-a-number").at(field);
        }
        BigDecimal kept = new BigDecimal(value).movePointRight(decimals);
        if (kept.stripTrailingZeros().scale() > 0) {
            throw Problem.invalid("kernel.measure.too-fine", decimals).at(field);
        }
        if (kept.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw Problem.invalid("kernel.measure.too-much", BigDecimal.valueOf(most, decimals))
                    .at(field);
        }
        return kept.longValueExact();
    }
}
