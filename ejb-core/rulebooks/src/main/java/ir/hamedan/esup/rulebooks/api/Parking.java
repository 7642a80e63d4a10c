package ir.hamedan.esup.rulebooks.api;

/**
 * What a number of parking spaces is counted from.
 *
 * @param amount of which unit, {@link Kind} says
 */
public record Parking(Kind kind, long amount) {
    /** The base of the count. */
    public enum Kind {
        /** None are asked for; the amount is zero. */
        NONE,
        /** Hundredths of a space for each unit. */
        PER_UNIT,
        /** Hundredths of a space for each unit, and for the shops one for each {@link Parameters#shopParkingArea}. */
        PER_UNIT_AND_SHOP,
        /** One space for so many hundredths of a square metre that may be built. */
        PER_AREA,
        /** One space for so many rooms; without the number of rooms the basis is all there is to say. */
        PER_ROOMS
    }

    public static final Parking NONE = new Parking(Kind.NONE, 0);

    public Parking {
        if (kind == Kind.NONE ? amount != 0 : amount <= 0) {
            throw new IllegalArgumentException("parking " + kind + " " + amount);
        }
    }
}
