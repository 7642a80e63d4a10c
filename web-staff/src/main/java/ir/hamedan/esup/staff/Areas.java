package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import java.math.BigDecimal;
import java.util.Optional;

/** Square metres as people type them: with a point, the Persian decimal mark or, as on many a deed, a slash. */
final class Areas {
    private Areas() {}

    /**
     * In hundredths; empty when nothing was typed.
     *
     * @throws Problem {@code staff.codes.area-wrong} at the field
     */
    static Optional<Long> typed(String field, String typed) {
        String digits = PersianText.decimal(typed);
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        if (!digits.matches("[0-9]{1,7}(\\.[0-9]{1,2})?")) {
            throw Problem.invalid("staff.codes.area-wrong").at(field);
        }
        return Optional.of(new BigDecimal(digits).movePointRight(2).longValueExact());
    }
}
