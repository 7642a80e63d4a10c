package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.workbooks.SheetLines.Written;
import java.util.List;
import java.util.TreeMap;

/** Writes the parameters of a book as lines. */
final class ParameterLines {
    private final BookLines lines;

    private ParameterLines(BookLines lines) {
        this.lines = lines;
    }

    static void write(BookLines lines, Parameters parameters) {
        new ParameterLines(lines).write(parameters);
    }

    private void write(Parameters parameters) {
        add(ParameterName.STREET_WIDTH).text("value", parameters.street().name());
        number(ParameterName.STOREY_HEIGHT, parameters.storeyHeight());
        number(ParameterName.PILOTIS_HEIGHT, parameters.pilotisHeight());
        parameters.bonusLimits().forEach(limit -> add(ParameterName.BONUS_LIMIT)
                .text("of", limit.zone())
                .number("value", Measure.DENSITY, limit.density())
                .number("second", Measure.STOREYS, limit.storeys()));
        number(ParameterName.WHOLE_SHARE, parameters.wholeShare());
        number(ParameterName.LIGHT_WELL_AREA, parameters.lightWell().area());
        number(ParameterName.LIGHT_WELL_SIDE, parameters.lightWell().side());
        number(ParameterName.LIGHT_WELL_STOREYS, parameters.lightWell().upToStoreys());
        number(ParameterName.LIGHT_WELL_SHARE, parameters.lightWell().share());
        number(ParameterName.PROJECTION_STREET, parameters.projection().leastStreet());
        number(ParameterName.PROJECTION_SHARE, parameters.projection().share());
        number(ParameterName.PROJECTION_MOST, parameters.projection().most());
        number(ParameterName.PROJECTION_CLEAR_HEIGHT, parameters.projection().clearHeight());
        number(
                ParameterName.PARKING_SHORTAGE_SHARE,
                parameters.parkingShortage().share());
        number(
                ParameterName.PARKING_SHORTAGE_SPACES,
                parameters.parkingShortage().spaces());
        number(ParameterName.SHOP_PARKING_AREA, parameters.shopParkingArea());
        add(ParameterName.CHAMFER_MEASURE).text("value", parameters.chamfer().name());
        number(ParameterName.STATEMENT_MONTHS, parameters.statementMonths());
        new TreeMap<>(parameters.locks())
                .forEach((lock, effect) ->
                        add(ParameterName.LOCK).text("of", lock.name()).text("value", effect.name()));
        new TreeMap<NumberName, List<String>>(parameters.definitions())
                .forEach((name, clauses) ->
                        add(ParameterName.DEFINITION).text("of", name.name()).list("value", clauses));
    }

    private Written add(ParameterName name) {
        return lines.add(Sheet.PARAMETERS).text("name", name.key());
    }

    private void number(ParameterName name, long value) {
        add(name).number("value", name.measure().orElseThrow(), value);
    }
}
