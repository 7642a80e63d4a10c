package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import java.math.BigDecimal;

/** Numbers of papers as people type them: digits of any script, with a point, the Persian decimal mark or a slash. */
final class Measures {
    private Measures() {}

    /**
     * The number in units of its last decimal.
     *
     * @param decimals how many may be typed
     * @throws Problem {@code staff.planfact.number-needed}, {@code staff.planfact.number-wrong} at the field
     */
    static int typed(String field, String typed, int decimals) {
        String digits = PersianText.decimal(typed).replace('\u2212', '-');
        if (digits.isEmpty()) {
            throw Problem.invalid("staff.planfact.number-needed").at(field);
        }
        if (!digits.matches("-?[0-9]{1,6}(\\.[0-9]{1,2})?")) {
            throw wrong(field, decimals);
        }
        BigDecimal number = new BigDecimal(digits).movePointRight(decimals);
        if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(field, decimals);
        }
        return number.intValueExact();
    }

    private static Problem wrong(String field, int decimals) {
        return Problem.invalid(decimals == 0 ? "staff.planfact.whole-wrong" : "staff.planfact.number-wrong", decimals)
                .at(field);
    }
}
