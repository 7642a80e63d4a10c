package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Rial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule for delay, simple and never compounding.
 *
 * @param percent of the principal, a year or a month as the kind says
 * @param most percent of the principal that is never passed; nothing for no limit
 */
record Penalty(Kind kind, BigDecimal percent, BigDecimal most) {
    /** Over which time the percentage runs. */
    enum Kind {
        NONE,
        /** Article 14 of the Renewal Act: so much a year, in proportion to the delay. */
        ANNUAL,
        /** Article 10 of the Sustainable Revenue Act: so much a month, up to a limit. */
        MONTHLY
    }

    static final Penalty NOTHING = new Penalty(Kind.NONE, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final Pattern ANNUAL = Pattern.compile("ANNUAL_([0-9]{1,3}(?:\\.[0-9]{1,2})?)");
    private static final Pattern MONTHLY = Pattern.compile("MONTHLY_([0-9]{1,3}(?:\\.[0-9]{1,2})?)_MAX_([0-9]{1,3})");

    /**
     * Reads NONE, ANNUAL_9 or MONTHLY_2_MAX_24 (any numbers).
     *
     * @throws IllegalArgumentException for anything else
     */
    static Penalty parse(String value) {
        if (value.equals("NONE")) {
            return NOTHING;
        }
        Matcher annual = ANNUAL.matcher(value);
        if (annual.matches()) {
            return new Penalty(Kind.ANNUAL, new BigDecimal(annual.group(1)), BigDecimal.ZERO);
        }
        Matcher monthly = MONTHLY.matcher(value);
        if (monthly.matches()) {
            return new Penalty(Kind.MONTHLY, new BigDecimal(monthly.group(1)), new BigDecimal(monthly.group(2)));
        }
        throw new IllegalArgumentException("penalty " + value);
    }

    /** The charge for so many units of delay, rounded down to the rial once, at the end. */
    Rial of(Rial principal, Accrual accrual, long units) {
        BigDecimal perYear = kind == Kind.MONTHLY ? percent.multiply(BigDecimal.valueOf(12)) : percent;
        BigDecimal whole = BigDecimal.valueOf(principal.amount());
        long charge = whole.multiply(perYear)
                .multiply(BigDecimal.valueOf(units))
                .divide(BigDecimal.valueOf(100L * accrual.unitsPerYear()), 0, RoundingMode.DOWN)
                .longValueExact();
        if (most.signum() == 0) {
            return new Rial(charge);
        }
        long limit = whole.multiply(most)
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN)
                .longValueExact();
        return new Rial(Math.min(charge, limit));
    }
}
