package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
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
     * @throws Problem {@code web.measure.missing}, {@code web.measure.not-a-number}, {@code web.measure.too-fine}, {@code
     *     web.measure.too-much} at the field
     */
    public static long read(String field, String typed, int decimals, long most) {
        String value = PersianText.decimal(typed).replace("٬", "");
        if (value.isEmpty()) {
            throw Problem.invalid("web.measure.missing").at(field);
        }
        if (!NUMBER.matcher(value).matches()) {
            throw Problem.invalid("web.measure.not-a-number").at(field);
        }
        BigDecimal kept = new BigDecimal(value).movePointRight(decimals);
        if (kept.stripTrailingZeros().scale() > 0) {
            throw Problem.invalid("web.measure.too-fine", decimals).at(field);
        }
        if (kept.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw Problem.invalid("web.measure.too-much", BigDecimal.valueOf(most, decimals))
                    .at(field);
        }
        return kept.longValueExact();
    }
}
