package ir.hamedan.esup.workbooks;

import java.math.BigDecimal;

/** How the numbers of a column are written, and the greatest that is no mistake. */
public interface NumberForm {
    /** How many decimals people may write; the number is kept without them. */
    int decimals();

    /** The greatest number, as it is kept. */
    long most();

    /** As people write it. */
    default BigDecimal shown(long value) {
        return BigDecimal.valueOf(value, decimals());
    }
}
