package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.rulebooks.api.Amounts;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Condition;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.workbooks.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether overlay rules that are one rule in bands, such as a reduction by slope, meet at their ends. Rules that differ in
 * anything but bands are rules of their own, and so is one that leaves open what the other asks for: each of them may hold
 * beside the other.
 */
final class OverlayBands {
    /** Of a table that is wrong all over nobody reads more. */
    private static final int MOST_TOLD = 200;

    /** What a rule may have bands of, and the columns of it. */
    enum Side {
        VALUE("value"),
        DISTANCE("distance"),
        PLOT("plot"),
        STREET("street"),
        MERGED("merged");

        private final String column;

        Side(String column) {
            this.column = column;
        }

        Band of(Overlay rule) {
            Condition when = rule.when();
            return switch (this) {
                case VALUE -> when.value();
                case DISTANCE -> when.distance();
                case PLOT -> when.plot();
                case STREET -> when.street();
                case MERGED -> when.merged();
            };
        }

        Measure measure(Optional<LayerKind> layer) {
            return switch (this) {
                case VALUE -> OverlayReader.measureOf(layer);
                case DISTANCE -> Measure.LENGTH;
                case PLOT -> Measure.AREA;
                case STREET -> Measure.WIDTH;
                case MERGED -> Measure.COUNT;
            };
        }
    }

    private record Placed(Line line, Overlay rule) {}

    /** What rules have in common that can be one rule in bands. */
    private record Kind(
            Optional<LayerKind> layer,
            String grade,
            Effect effect,
            int leastShare,
            Set<String> zones,
            Set<String> uses,
            Set<String> streets) {
        static Kind of(Overlay rule) {
            Condition when = rule.when();
            return new Kind(
                    rule.layer(),
                    rule.grade(),
                    rule.effect(),
                    when.leastShare(),
                    when.zones(),
                    when.uses(),
                    when.streets());
        }

        Kind with(Effect other) {
            return new Kind(layer, grade, other, leastShare, zones, uses, streets);
        }
    }

    private final Map<Kind, List<Placed>> kinds = new LinkedHashMap<>();
    private int told;

    void add(Line line, Overlay rule) {
        kinds.computeIfAbsent(Kind.of(rule), kind -> new ArrayList<>()).add(new Placed(line, rule));
    }

    /** Tells of every two bands of one rule that both take effect on one plot. */
    void overlaps() {
        told = 0;
        for (List<Placed> rules : kinds.values()) {
            for (int second = 1; second < rules.size(); second++) {
                for (int first = 0; first < second && told < MOST_TOLD; first++) {
                    overlap(rules.get(first).rule(), rules.get(second));
                }
            }
        }
    }

    private void overlap(Overlay first, Placed second) {
        Overlay other = second.rule();
        List<Side> differ = new ArrayList<>();
        for (Side side : Side.values()) {
            Band one = side.of(first);
            Band two = side.of(other);
            if (!one.overlaps(two) || !one.equals(two) && (one.equals(Band.ANY) || two.equals(Band.ANY))) {
                return;
            }
            if (!one.equals(two)) {
                differ.add(side);
            }
        }
        if (!cannotBeMeant(first, other, differ)) {
            return;
        }
        told++;
        if (differ.isEmpty()) {
            second.line().fault("id", "rulebooks.fault.rules-same", first.id(), other.id());
            return;
        }
        Side side = differ.get(0);
        Measure measure = side.measure(other.layer());
        Band both = side.of(first).intersection(side.of(other)).orElseThrow();
        second.line()
                .fault(
                        side.column + "From",
                        "rulebooks.fault.rules-overlap",
                        first.id(),
                        other.id(),
                        measure.from(both),
                        measure.until(both));
    }

    /**
     * What adds up would count twice. Of caps the least counts: one inside another is meant, two that only reach into each
     * other are not. What forbids or asks for a report says the same twice.
     */
    private static boolean cannotBeMeant(Overlay first, Overlay other, List<Side> differ) {
        return switch (first.effect()) {
            case BONUS, CEDED_BONUS, REDUCTION -> !areAlternatives(first, other) && setTheSame(first, other);
            case CAP, STREET_WALL ->
                setTheSame(first, other)
                        && differ.stream().noneMatch(side -> isInside(side.of(first), side.of(other)))
                        && !differ.isEmpty();
            case ONLY_ZONE -> !first.amounts().zone().equals(other.amounts().zone());
            case LOCK, CAP_OF_MAP_HEIGHT, CAP_OF_MAP_LEVEL, OPEN_SPACE_ONLY, FORBIDDEN, REPORT -> false;
        };
    }

    private static boolean isInside(Band one, Band other) {
        return one.covers(other) || other.covers(one);
    }

    private static boolean areAlternatives(Overlay one, Overlay other) {
        String name = one.amounts().alternative();
        return !name.isEmpty() && name.equals(other.amounts().alternative());
    }

    private static boolean setTheSame(Overlay one, Overlay other) {
        List<OptionalInt> mine = amounts(one.amounts());
        List<OptionalInt> its = amounts(other.amounts());
        for (int i = 0; i < mine.size(); i++) {
            if (mine.get(i).isPresent() && its.get(i).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<OptionalInt> amounts(Amounts amounts) {
        return List.of(amounts.density(), amounts.coverage(), amounts.storeys(), amounts.height(), amounts.setback());
    }

    /** Tells of every hole between two bands of one rule; of no use while lines are left out. */
    void holes() {
        told = 0;
        for (Map.Entry<Kind, List<Placed>> entry : kinds.entrySet()) {
            for (Side side : Side.values()) {
                Map<Map<Side, Band>, List<Placed>> rows = new LinkedHashMap<>();
                for (Placed placed : entry.getValue()) {
                    rows.computeIfAbsent(others(placed.rule(), side), others -> new ArrayList<>())
                            .add(placed);
                }
                rows.forEach((others, row) -> holes(entry.getKey(), side, others, row));
            }
        }
    }

    private static Map<Side, Band> others(Overlay rule, Side side) {
        Map<Side, Band> others = new EnumMap<>(Side.class);
        for (Side one : Side.values()) {
            if (one != side) {
                others.put(one, one.of(rule));
            }
        }
        return others;
    }

    /** @param row rules that differ in nothing but one band */
    private void holes(Kind kind, Side side, Map<Side, Band> others, List<Placed> row) {
        List<Placed> sorted = row.stream()
                .filter(placed ->
                        side != Side.DISTANCE || !side.of(placed.rule()).equals(Condition.TOUCHING))
                .sorted(Comparator.comparing(placed -> side.of(placed.rule())))
                .toList();
        for (int i = 1; i < sorted.size() && told < MOST_TOLD; i++) {
            Placed next = sorted.get(i);
            long begin = side.of(next.rule()).from();
            Optional<Overlay> before = sorted.subList(0, i).stream()
                    .map(Placed::rule)
                    .filter(rule -> isOneRule(rule, next.rule()))
                    .max(Comparator.comparingLong(rule -> side.of(rule).until()));
            Optional<Band> hole = before.map(rule -> side.of(rule).until())
                    .filter(end -> end < begin)
                    .map(end -> new Band(end, begin));
            if (hole.isPresent() && !isFilled(kind, side, others, hole.get())) {
                told++;
                Measure measure = side.measure(kind.layer());
                next.line()
                        .fault(
                                side.column + "From",
                                "rulebooks.fault.rules-hole",
                                before.get().id(),
                                next.rule().id(),
                                measure.from(hole.get()),
                                measure.until(hole.get()));
            }
        }
    }

    /** Whether two rules say the same kind of thing: the same number, or the same that is needed. */
    private static boolean isOneRule(Overlay one, Overlay other) {
        return switch (one.effect()) {
            case REPORT -> one.needs().equals(other.needs());
            case BONUS, CEDED_BONUS, REDUCTION, CAP, STREET_WALL -> setTheSame(one, other);
            case LOCK, ONLY_ZONE, CAP_OF_MAP_HEIGHT, CAP_OF_MAP_LEVEL, OPEN_SPACE_ONLY, FORBIDDEN -> true;
        };
    }

    /** Whether rules of other effects lie in the hole and leave nothing of it, so that the book says something of it. */
    private boolean isFilled(Kind kind, Side side, Map<Side, Band> others, Band hole) {
        List<Band> fillings = Stream.of(Effect.values())
                .filter(effect -> effect != kind.effect())
                .flatMap(effect -> kinds.getOrDefault(kind.with(effect), List.of()).stream())
                .map(Placed::rule)
                .filter(rule -> others(rule, side).equals(others))
                .map(side::of)
                .filter(hole::covers)
                .sorted()
                .toList();
        long reached = hole.from();
        for (Band filling : fillings) {
            if (filling.from() > reached) {
                return false;
            }
            reached = Math.max(reached, filling.until());
        }
        return reached == hole.until();
    }
}
