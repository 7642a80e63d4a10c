package ir.hamedan.esup.rulebooks.internal.workbook;

import java.util.Arrays;
import java.util.Optional;

/** The lines of the sheet of parameters. */
enum ParameterName {
    STREET_WIDTH("streetWidth", true),
    STOREY_HEIGHT("storeyHeight", Measure.HEIGHT, 1),
    PILOTIS_HEIGHT("pilotisHeight", Measure.HEIGHT, 1),
    /** Of a zone, or of all without one; the value is density, the second number storeys. */
    BONUS_LIMIT("bonusLimit", false),
    WHOLE_SHARE("wholeShare", Measure.SHARE, 1),
    LIGHT_WELL_AREA("lightWellArea", Measure.OPEN_SPACE, 0),
    LIGHT_WELL_SIDE("lightWellSide", Measure.HEIGHT, 0),
    LIGHT_WELL_STOREYS("lightWellStoreys", Measure.STOREYS, 0),
    LIGHT_WELL_SHARE("lightWellShare", Measure.SHARE, 0),
    PROJECTION_STREET("projectionStreet", Measure.WIDTH, 0),
    PROJECTION_SHARE("projectionShare", Measure.SHARE, 0),
    PROJECTION_MOST("projectionMost", Measure.HEIGHT, 0),
    PROJECTION_CLEAR_HEIGHT("projectionClearHeight", Measure.HEIGHT, 0),
    PARKING_SHORTAGE_SHARE("parkingShortageShare", Measure.SHARE, 0),
    PARKING_SHORTAGE_SPACES("parkingShortageSpaces", Measure.COUNT, 0),
    SHOP_PARKING_AREA("shopParkingArea", Measure.OPEN_SPACE, 1),
    CHAMFER_MEASURE("chamferMeasure", true),
    STATEMENT_MONTHS("statementMonths", Measure.COUNT, 1),
    /** Of a kind of lock; the value is what it does. */
    LOCK("lock", false),
    /** Of a number; the value are numbers of clauses. */
    DEFINITION("definition", false);

    private final String key;
    private final boolean once;
    private final Optional<Measure> measure;
    private final int least;

    ParameterName(String key, boolean once) {
        this.key = key;
        this.once = once;
        this.measure = Optional.empty();
        this.least = 0;
    }

    ParameterName(String key, Measure measure, int least) {
        this.key = key;
        this.once = true;
        this.measure = Optional.of(measure);
        this.least = least;
    }

    /** What its number counts; empty when it is no number. */
    Optional<Measure> measure() {
        return measure;
    }

    /** The least number that is no mistake. */
    int least() {
        return least;
    }

    String key() {
        return key;
    }

    /** Whether there is exactly one line of it, which is of nothing in particular. */
    boolean isOnce() {
        return once;
    }

    static Optional<ParameterName> named(String key) {
        return Arrays.stream(values()).filter(name -> name.key.equals(key)).findFirst();
    }
}
