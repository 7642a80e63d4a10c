package ir.hamedan.esup.kernel;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact fraction of a whole property, more than nothing and at most all of it, in lowest terms. Deeds write it as
 * dang (1/6), shaeer (1/96), habbeh (1/72) or so many shares of so many.
 */
public record Share(long numerator, long denominator) implements Comparable<Share> {
    public static final Share WHOLE = new Share(1, 1);

    /** The units of a deed and how many of each make the whole. */
    public enum Unit {
        DANG(6),
        HABBEH(72),
        SHAEER(96);

        private final int whole;

        Unit(int whole) {
            this.whole = whole;
        }

        public int whole() {
            return whole;
        }
    }

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})(?: ?[/\u2044] ?(\\d{1,12}))?");

    public Share {
        if (numerator <= 0 || denominator <= 0 || numerator > denominator) {
            throw Problem.invalid("kernel.share.out-of-range", numerator + "/" + denominator);
        }
        long divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    /**
     * Reads a fraction such as {@code 3/6}, or {@code 1} for the whole, in digits of any script.
     *
     * @throws Problem {@code kernel.share.malformed}, or {@code kernel.share.out-of-range} when above the whole
     */
    public static Share parse(String typed) {
        Matcher form = FORM.matcher(PersianText.value(typed == null ? "" : typed));
        if (!form.matches()) {
            throw Problem.invalid("kernel.share.malformed", typed == null ? "" : typed);
        }
        return new Share(Long.parseLong(form.group(1)), form.group(2) == null ? 1 : Long.parseLong(form.group(2)));
    }

    public static Share of(long count, Unit unit) {
        return new Share(count, unit.whole());
    }

    /**
     * The sum of both.
     *
     * @throws Problem {@code kernel.share.out-of-range} when it is above the whole or too fine to be kept
     */
    public Share plus(Share other) {
        BigInteger n = big(numerator)
                .multiply(big(other.denominator))
                .add(big(other.numerator).multiply(big(denominator)));
        return lowest(n, big(denominator).multiply(big(other.denominator)));
    }

    /**
     * What remains of this share after the other is given away.
     *
     * @throws Problem {@code kernel.share.out-of-range} when nothing remains
     */
    public Share minus(Share other) {
        BigInteger n = big(numerator)
                .multiply(big(other.denominator))
                .subtract(big(other.numerator).multiply(big(denominator)));
        return lowest(n, big(denominator).multiply(big(other.denominator)));
    }

    private static Share lowest(BigInteger n, BigInteger d) {
        if (n.signum() <= 0 || n.compareTo(d) > 0) {
            throw Problem.invalid("kernel.share.out-of-range", n + "/" + d);
        }
        BigInteger divisor = n.gcd(d);
        if (d.divide(divisor).bitLength() > 63) {
            // Finer than any deed: a made-up input, not a sum that a register could hold.
            throw Problem.invalid("kernel.share.out-of-range", n + "/" + d);
        }
        return new Share(n.divide(divisor).longValueExact(), d.divide(divisor).longValueExact());
    }

    public boolean isWhole() {
        return numerator == denominator;
    }

    @Override
    public int compareTo(Share other) {
        return big(numerator)
                .multiply(big(other.denominator))
                .compareTo(big(other.numerator).multiply(big(denominator)));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    /** The fraction as deeds write it, such as {@code 1/2}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
