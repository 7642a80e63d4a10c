package ir.hamedan.esup.levies.api;

/** What a line of a levy book counts; P is the price of a square metre. */
public enum LevyFormula {
    /** Floor area within the density x factor x P, less {@code areaEach} for each parking space provided. */
    FLOOR,
    /** Floor area over the density x factor x P, by a decision of the Article 5 commission alone. */
    EXCESS,
    /** Area of balconies and projections x factor x P. */
    PROJECTION,
    /** Missing parking spaces x {@code areaEach} x factor x P. */
    PARKING,
    /** All floor area of a building divided into apartments x factor x P. */
    SUBDIVISION,
    /**
     * Trade frontage (پذیره): area of a unit x factor x P x (span / standard span) x (height / standard height) x
     * units, either ratio at least one and at most {@link #MOST_RATIO}.
     */
    FRONTAGE,
    /** Supervision fee: a share of the levies before it. */
    SUPERVISION,
    /** A discount for those entitled to it who claim it: a share of the levies. */
    DISCOUNT,
    /** A discount for paying at once: a share of the levies. */
    AT_ONCE,
    /** Payment in instalments after a down payment, which is a share of what is to be paid. */
    INSTALMENTS;

    /** How often span and height of a trade unit may be the standard. */
    public static final int MOST_RATIO = 3;

    /** Whether it is no levy but how a sum of levies may be paid. */
    public boolean isTerm() {
        return this == DISCOUNT || this == AT_ONCE || this == INSTALMENTS;
    }

    /** Whether a book has one line of it at most. */
    public boolean isOnce() {
        return this == SUPERVISION || this == AT_ONCE || this == INSTALMENTS;
    }

    /** The greatest factor, per mille. */
    public int mostPerMille() {
        return switch (this) {
            case FLOOR, EXCESS, PROJECTION, PARKING, SUBDIVISION, FRONTAGE -> LevyBook.MOST_PER_MILLE;
            case SUPERVISION -> LevyBook.MOST_SUPERVISION;
            case DISCOUNT, AT_ONCE, INSTALMENTS -> LevyBook.WHOLE;
        };
    }
}
