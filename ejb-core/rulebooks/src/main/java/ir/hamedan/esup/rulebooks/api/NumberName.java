package ir.hamedan.esup.rulebooks.api;

/** The numbers of an answer, in the order in which they are told. */
public enum NumberName {
    DENSITY("density", Unit.PERCENT),
    COVERAGE("coverage", Unit.PERCENT),
    FLOORS("floors", Unit.STOREYS),
    HEIGHT("height", Unit.METRES),
    PARKING("parking", Unit.SPACES),
    PARKING_SHORTAGE("parkingShortage", Unit.SPACES),
    FRONT_SETBACK("frontSetback", Unit.METRES),
    WIDENING_AREA("wideningArea", Unit.SQUARE_METRES),
    CHAMFER_AREA("chamferArea", Unit.SQUARE_METRES),
    EFFECTIVE_AREA("effectiveArea", Unit.SQUARE_METRES),
    REACHABLE_DENSITY("reachableDensity", Unit.PERCENT),
    BUILDABLE_AREA("buildableArea", Unit.SQUARE_METRES),
    UNITS("units", Unit.UNITS),
    OPEN_SPACE("openSpace", Unit.SQUARE_METRES),
    OPEN_SPACE_PER_UNIT("openSpacePerUnit", Unit.SQUARE_METRES),
    LIGHT_WELL("lightWell", Unit.SQUARE_METRES),
    PROJECTION("projection", Unit.METRES),
    STREET_WALL("streetWall", Unit.METRES),
    TOP_SETBACK("topSetback", Unit.METRES),
    HIGHEST_LEVEL("highestLevel", Unit.METRES);

    /** What the whole number of a value counts. */
    public enum Unit {
        /** The value is per mille: tenths of a percent. */
        PERCENT(1),
        /** The value is centimetres. */
        METRES(2),
        /** The value is hundredths of a square metre. */
        SQUARE_METRES(2),
        STOREYS(0),
        SPACES(0),
        UNITS(0);

        private final int decimals;

        Unit(int decimals) {
            this.decimals = decimals;
        }

        /** How many of the last digits of a value stand behind the point. */
        public int decimals() {
            return decimals;
        }
    }

    private final String key;
    private final Unit unit;

    NumberName(String key, Unit unit) {
        this.key = key;
        this.unit = unit;
    }

    /** Its name in documents for machines. */
    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }
}
