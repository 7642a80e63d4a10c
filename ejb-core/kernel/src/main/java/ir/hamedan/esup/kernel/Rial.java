package ir.hamedan.esup.kernel;

import java.util.regex.Pattern;

/** Money: a whole number of rials. May be negative in differences; every sum is checked for overflow. */
public record Rial(long amount) implements Comparable<Rial> {
    public static final Rial ZERO = new Rial(0);

    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}([,٬،. ])[0-9]{3}(?:\\1[0-9]{3})*");

    public static Rial of(long amount) {
        return new Rial(amount);
    }

    /**
     * Reads an amount of whole rials in digits of any script. Separators are taken where thousands end, so that 1.5 is
     * not read as 15.
     *
     * @throws Problem {@code kernel.rial.malformed}
     */
    public static Rial parse(String typed) {
        String value = PersianText.value(typed == null ? "" : typed);
        String digits = GROUPED.matcher(value).matches() ? value.replaceAll("[^0-9]", "") : value;
        if (!digits.matches("[0-9]{1,15}")) {
            throw Problem.invalid("kernel.rial.malformed", value);
        }
        return new Rial(Long.parseLong(digits));
    }

    public Rial plus(Rial other) {
        return new Rial(Math.addExact(amount, other.amount));
    }

    public Rial minus(Rial other) {
        return new Rial(Math.subtractExact(amount, other.amount));
    }

    /** This amount times numerator / denominator, rounded down to the rial (towards zero for positive amounts). */
    public Rial timesRoundedDown(long numerator, long denominator) {
        return new Rial(java.math.BigInteger.valueOf(amount)
                .multiply(java.math.BigInteger.valueOf(numerator))
                .divide(java.math.BigInteger.valueOf(denominator))
                .longValueExact());
    }

    /** The smallest multiple of the unit that is not below this amount: bills are payable in thousands of rial. */
    public Rial roundedUpTo(long unit) {
        return new Rial(Math.multiplyExact(-Math.floorDiv(Math.negateExact(amount), unit), unit));
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    @Override
    public int compareTo(Rial other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return Long.toString(amount);
    }
}
