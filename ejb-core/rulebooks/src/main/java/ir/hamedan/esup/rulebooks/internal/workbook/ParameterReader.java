package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.workbooks.Faults;
import ir.hamedan.esup.workbooks.Line;
import ir.hamedan.esup.workbooks.WorkbookFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the parameters of their lines. */
final class ParameterReader {
    private final WorkbookFile file;
    private final Faults faults;
    private final Known known;
    private final Map<ParameterName, Integer> numbers = new EnumMap<>(ParameterName.class);
    private Optional<Parameters.StreetWidth> street = Optional.empty();
    private Optional<Chamfer.Measure> chamfer = Optional.empty();
    private final List<Parameters.BonusLimit> bonusLimits = new ArrayList<>();
    private final Map<LockKind, Parameters.LockEffect> locks = new EnumMap<>(LockKind.class);
    private final Map<NumberName, List<String>> definitions = new EnumMap<>(NumberName.class);
    private final Set<String> seen = new HashSet<>();

    ParameterReader(WorkbookFile file, Faults faults, Known known) {
        this.file = file;
        this.faults = faults;
        this.known = known;
    }

    Optional<Parameters> read() {
        List<Line> lines = file.lines(Sheet.PARAMETERS);
        lines.forEach(this::line);
        if (!lines.stream().allMatch(line -> line.hasColumns(List.of("name", "of")))) {
            return Optional.empty();
        }
        if (!file.has(Sheet.PARAMETERS)) {
            return Optional.empty();
        }
        for (ParameterName name : ParameterName.values()) {
            // The limit of all zones bears no zone; those of single zones are not asked for.
            boolean needed = name.isOnce() || name == ParameterName.BONUS_LIMIT;
            if (needed && !seen.contains(name.key() + " ")) {
                faults.add(file.name(Sheet.PARAMETERS), 0, -1, "name", "rulebooks.fault.parameter-missing", name.key());
            }
        }
        return faults.count() == 0 ? Optional.of(parameters()) : Optional.empty();
    }

    private void line(Line line) {
        String typed = line.requiredCode("name");
        Optional<ParameterName> name = ParameterName.named(typed);
        if (name.isEmpty()) {
            if (!typed.isEmpty()) {
                line.fault("name", "rulebooks.fault.unknown-parameter", typed);
            }
            return;
        }
        String of = line.code("of");
        if (!seen.add(name.get().key() + " " + of) && line.hasColumn("of")) {
            line.fault("name", "twice", typed + " " + of);
        }
        if (!name.get().isOnce()) {
            ofSomething(line, name.get(), of);
        } else if (of.isEmpty()) {
            single(line, name.get());
        } else {
            line.fault("of", "rulebooks.fault.parameter-of-nothing", typed);
        }
    }

    private void single(Line line, ParameterName name) {
        if (name == ParameterName.STREET_WIDTH) {
            street = Optional.of(line.constant("value", Parameters.StreetWidth.class));
        } else if (name == ParameterName.CHAMFER_MEASURE) {
            chamfer = Optional.of(line.constant("value", Chamfer.Measure.class));
        } else {
            int number = line.integer("value", name.measure().orElseThrow());
            if (number < name.least() && !line.isWrong()) {
                line.fault("value", "not-positive", line.text("value"));
            }
            numbers.put(name, number);
        }
    }

    private void ofSomething(Line line, ParameterName name, String of) {
        if (name == ParameterName.BONUS_LIMIT) {
            known.needZones(line, "of", List.of(of));
            bonusLimits.add(new Parameters.BonusLimit(
                    of, line.integer("value", Measure.DENSITY), line.integer("second", Measure.STOREYS)));
        } else if (name == ParameterName.LOCK) {
            locks.put(line.constant("of", LockKind.class), line.constant("value", Parameters.LockEffect.class));
        } else {
            List<String> clauses = line.requiredCodes("value");
            known.needClauses(line, "value", clauses);
            definitions.put(line.constant("of", NumberName.class), clauses);
        }
    }

    private Parameters parameters() {
        return new Parameters(
                street.orElseThrow(),
                numbers.get(ParameterName.STOREY_HEIGHT),
                numbers.get(ParameterName.PILOTIS_HEIGHT),
                bonusLimits,
                numbers.get(ParameterName.WHOLE_SHARE),
                new Parameters.LightWell(
                        numbers.get(ParameterName.LIGHT_WELL_AREA),
                        numbers.get(ParameterName.LIGHT_WELL_SIDE),
                        numbers.get(ParameterName.LIGHT_WELL_STOREYS),
                        numbers.get(ParameterName.LIGHT_WELL_SHARE)),
                new Parameters.Projection(
                        numbers.get(ParameterName.PROJECTION_STREET),
                        numbers.get(ParameterName.PROJECTION_SHARE),
                        numbers.get(ParameterName.PROJECTION_MOST),
                        numbers.get(ParameterName.PROJECTION_CLEAR_HEIGHT)),
                new Parameters.ParkingShortage(
                        numbers.get(ParameterName.PARKING_SHORTAGE_SHARE),
                        numbers.get(ParameterName.PARKING_SHORTAGE_SPACES)),
                numbers.get(ParameterName.SHOP_PARKING_AREA),
                chamfer.orElseThrow(),
                locks,
                numbers.get(ParameterName.STATEMENT_MONTHS),
                definitions);
    }
}
