package ir.hamedan.esup.rulebooks.internal.workbook;

import java.util.Arrays;
import java.util.Optional;

/** The lines of the sheet of parameters. */
enum ParameterName {
    STREET_WIDTH("streetWidth", true),
    STOREY_HEIGHT("storeyHeight", true),
    PILOTIS_HEIGHT("pilotisHeight", true),
    /** Of a zone, or of all without one; the value is density, the second number storeys. */
    BONUS_LIMIT("bonusLimit", false),
    WHOLE_SHARE("wholeShare", true),
    LIGHT_WELL_AREA("lightWellArea", true),
    LIGHT_WELL_SIDE("lightWellSide", true),
    LIGHT_WELL_STOREYS("lightWellStoreys", true),
    LIGHT_WELL_SHARE("lightWellShare", true),
    PROJECTION_STREET("projectionStreet", true),
    PROJECTION_SHARE("projectionShare", true),
    PROJECTION_MOST("projectionMost", true),
    PROJECTION_CLEAR_HEIGHT("projectionClearHeight", true),
    PARKING_SHORTAGE_SHARE("parkingShortageShare", true),
    PARKING_SHORTAGE_SPACES("parkingShortageSpaces", true),
    SHOP_PARKING_AREA("shopParkingArea", true),
    CHAMFER_MEASURE("chamferMeasure", true),
    STATEMENT_MONTHS("statementMonths", true),
    /** Of a kind of lock; the value is what it does. */
    LOCK("lock", false),
    /** Of a number; the value are numbers of clauses. */
    DEFINITION("definition", false);

    private final String key;
    private final boolean once;

    ParameterName(String key, boolean once) {
        this.key = key;
        this.once = once;
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
