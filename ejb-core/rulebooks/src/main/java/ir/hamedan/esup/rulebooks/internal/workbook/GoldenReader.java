package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.workbooks.Line;
import ir.hamedan.esup.workbooks.WorkbookFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes golden parcels of their lines, and of the lines of what lies on and around them. */
final class GoldenReader {
    private static final String NONE = "-";

    private final WorkbookFile file;
    private final Known known;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Map<NumberName, Answer.Basis>> bases = new HashMap<>();
    private final Map<String, List<Site.Zone>> zones = new HashMap<>();
    private final Map<String, List<Site.Frontage>> frontages = new HashMap<>();
    private final Map<String, List<Site.Corner>> corners = new HashMap<>();
    private final Map<String, List<Site.Concern>> concerns = new HashMap<>();

    GoldenReader(WorkbookFile file, Known known) {
        this.file = file;
        this.known = known;
    }

    List<Golden> all() {
        for (Line line : file.lines(Sheet.GOLDENS)) {
            Known.once(line, "id", line.requiredCode("id"), ids);
        }
        bases();
        around();
        List<Golden> all = new ArrayList<>();
        for (Line line : file.lines(Sheet.GOLDENS)) {
            Golden golden = golden(line);
            if (!line.isWrong()) {
                all.add(golden);
            }
        }
        return all;
    }

    private void bases() {
        for (Line line : file.lines(Sheet.GOLDEN_BASES)) {
            String golden = of(line);
            NumberName name = line.constant("number", NumberName.class);
            Answer.Basis basis = basis(line);
            Map<NumberName, Answer.Basis> all = bases.computeIfAbsent(golden, id -> new EnumMap<>(NumberName.class));
            if (all.putIfAbsent(name, basis) != null && line.hasColumn("golden")) {
                line.fault("number", "twice", name.name());
            }
        }
    }

    /** What a number is counted from; the amount goes with it exactly where the kind has one. */
    private static Answer.Basis basis(Line line) {
        Answer.BasisKind kind = line.constant("basis", Answer.BasisKind.class);
        if (!line.hasColumn("basis")) {
            return new Answer.Basis(kind, 0);
        }
        if (kind.decimals().isPresent()) {
            return new Answer.Basis(kind, line.number("amount", measureOf(kind)));
        }
        if (!line.text("amount").isEmpty()) {
            line.fault("amount", "rulebooks.fault.basis-without-amount", kind.name());
        }
        return new Answer.Basis(kind, 0);
    }

    static Measure measureOf(Answer.BasisKind kind) {
        return switch (kind) {
            case PER_UNIT, PER_UNIT_AND_SHOP -> Measure.SPACES;
            case PER_AREA, OPEN_SPACE -> Measure.OPEN_SPACE;
            case LEAST_SIDE, CLEAR_HEIGHT -> Measure.LENGTH;
            case SHARE_OF_PLOT -> Measure.SHARE;
            case PER_ROOMS, RULE, PILOTIS, NO_PILOTIS, NONE, DEED, SURVEY, DENSITY_BINDS, STOREYS_BIND -> Measure.COUNT;
        };
    }

    /** The golden parcel that a line is of. */
    private String of(Line line) {
        String golden = line.requiredCode("golden");
        line.mustBeKnown("golden", List.of(golden), Known.among(ids), "rulebooks.fault.unknown-golden");
        return golden;
    }

    private void around() {
        each(
                Sheet.GOLDEN_ZONES,
                zones,
                line -> new Site.Zone(
                        line.requiredCode("code"), line.required("name"), line.number("area", Measure.AREA)));
        each(
                Sheet.GOLDEN_FRONTAGES,
                frontages,
                line -> new Site.Frontage(
                        line.requiredCode("street"),
                        line.required("name"),
                        line.integer("width", Measure.WIDTH),
                        line.integer("plannedWidth", Measure.WIDTH),
                        line.integer("length", Measure.LENGTH),
                        line.number("widening", Measure.AREA, 0)));
        each(
                Sheet.GOLDEN_CORNERS,
                corners,
                line -> new Site.Corner(
                        line.requiredCode("street"),
                        line.requiredCode("other"),
                        line.integer("angle", Measure.DEGREES)));
        each(Sheet.GOLDEN_CONCERNS, concerns, line -> {
            LayerKind layer = line.constant("layer", LayerKind.class);
            return new Site.Concern(
                    layer,
                    line.requiredCode("feature"),
                    line.text("name"),
                    line.code("grade"),
                    line.hasColumn("layer") ? line.number("value", OverlayReader.measureOf(Optional.of(layer)), 0) : 0,
                    line.number("area", Measure.AREA, 0),
                    line.number("distance", Measure.LENGTH, 0));
        });
    }

    private <T> void each(Sheet sheet, Map<String, List<T>> into, Function<Line, T> reader) {
        for (Line line : file.lines(sheet)) {
            into.computeIfAbsent(of(line), id -> new ArrayList<>()).add(reader.apply(line));
        }
    }

    private Golden golden(Line line) {
        String id = line.code("id");
        String use = line.requiredCode("use");
        known.needUses(line, "use", List.of(use));
        Map<NumberName, Long> expected = new EnumMap<>(NumberName.class);
        for (NumberName name : NumberName.values()) {
            String column = Sheet.expected(name);
            if (!line.text(column).isEmpty()) {
                expected.put(name, line.number(column, measureOf(name), 0));
            }
        }
        return new Golden(
                id,
                line.required("title"),
                site(line, id),
                given(line),
                use,
                line.constant("verdict", Verdict.class),
                expected,
                bases.getOrDefault(id, Map.of()));
    }

    static Measure measureOf(NumberName name) {
        return switch (name.unit()) {
            case PERCENT -> Measure.DENSITY;
            case METRES -> Measure.LENGTH;
            case SQUARE_METRES -> Measure.AREA;
            case STOREYS, SPACES, UNITS -> Measure.COUNT;
        };
    }

    private Site site(Line line, String id) {
        LocalDate on = line.date("on");
        List<Site.Concern> near = concerns.getOrDefault(id, List.of());
        Set<LayerKind> noData = set(line, "noData", LayerKind.class);
        return new Site(
                parcel(line),
                on,
                instant(line, on),
                line.number("deedArea", Measure.AREA, 0),
                line.number("area", Measure.AREA, 0),
                zones.getOrDefault(id, List.of()),
                frontages.getOrDefault(id, List.of()),
                corners.getOrDefault(id, List.of()),
                near,
                clear(line, near, noData),
                noData,
                List.of());
    }

    private static Set<LayerKind> clear(Line line, List<Site.Concern> near, Set<LayerKind> noData) {
        if (line.text("clear").equals(NONE)) {
            return Set.of();
        }
        return line.text("clear").isEmpty() ? elsewhere(near, noData) : set(line, "clear", LayerKind.class);
    }

    /** The layers that are neither without data nor among what lies near. */
    static Set<LayerKind> elsewhere(List<Site.Concern> near, Set<LayerKind> noData) {
        Set<LayerKind> rest = EnumSet.allOf(LayerKind.class);
        rest.removeAll(noData);
        near.forEach(concern -> rest.remove(concern.layer()));
        return rest;
    }

    private static Optional<RenewalCode> parcel(Line line) {
        String code = line.code("parcel");
        try {
            return code.isEmpty() ? Optional.empty() : Optional.of(RenewalCode.parse(code));
        } catch (Problem malformed) {
            line.fault("parcel", "rulebooks.fault.not-a-renewal-code", code);
            return Optional.empty();
        }
    }

    private static Instant instant(Line line, LocalDate on) {
        String typed = PersianText.value(line.text("known"));
        Instant noon = on.atTime(LocalTime.NOON).atZone(PersianDate.TEHRAN).toInstant();
        try {
            return typed.isEmpty() ? noon : Instant.parse(typed);
        } catch (DateTimeParseException e) {
            line.fault("known", "rulebooks.fault.not-an-instant", typed);
            return noon;
        }
    }

    private Given given(Line line) {
        int merged = Math.toIntExact(line.number("mergedPlots", Measure.COUNT, 1));
        if (merged == 0) {
            line.fault("mergedPlots", "not-positive", line.text("mergedPlots"));
        }
        return new Given(
                set(line, "locks", LockKind.class),
                Math.max(1, merged),
                line.number("ceded", Measure.AREA, 0),
                decision(line),
                line.optional("groundLevel", Measure.LENGTH),
                line.optional("rooms", Measure.COUNT));
    }

    private static Optional<Decision> decision(Line line) {
        if (line.text("decisionNumber").isEmpty()) {
            boolean begun = Sheet.GOLDENS.columns().stream()
                    .anyMatch(column ->
                            column.startsWith("decision") && !line.text(column).isEmpty());
            if (begun) {
                line.fault("decisionNumber", "empty");
            }
            return Optional.empty();
        }
        return Optional.of(new Decision(
                line.required("decisionNumber"),
                line.date("decisionDate"),
                line.text("decisionMap"),
                BookReader.limits(line, Sheet::ofDecision)));
    }

    private static <E extends Enum<E>> Set<E> set(Line line, String field, Class<E> type) {
        Set<E> all = EnumSet.noneOf(type);
        all.addAll(line.constants(field, line.codes(field), type));
        return all;
    }
}
