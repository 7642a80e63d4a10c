package ir.hamedan.esup.rulebooks.internal.answer;

import static ir.hamedan.esup.rulebooks.api.Answer.Because;

import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Steps 3 to 7 for one use: base rows, bonuses, reductions, the decision, and last of all the caps. */
final class Course {
    /** A row and the part of the parcel it stands for. */
    record Base(Row row, long area) {}

    private final Parameters parameters;
    private final Clauses titles;
    private final List<Applied> rules;
    final Running density;
    final Running coverage;
    final Running floors;
    final Running height;
    final Running setback;
    final Running openPerUnit;
    boolean pilotis;
    Set<Parking> parkings = new LinkedHashSet<>();
    final Running parking;
    Optional<Running> streetWall = Optional.empty();
    Optional<Running> topSetback = Optional.empty();
    Optional<Running> highestLevel = Optional.empty();

    /**
     * Step 3.
     *
     * @param bases one for each zone, never empty
     */
    Course(Parameters parameters, Clauses titles, List<Base> bases, List<Applied> rules) {
        this.parameters = parameters;
        this.titles = titles;
        this.rules = rules;
        density = weighted(bases);
        coverage = strictest(NumberName.COVERAGE, bases, Limits::coverage, false);
        floors = strictest(NumberName.FLOORS, bases, Limits::storeys, false);
        height = strictest(NumberName.HEIGHT, bases, Limits::height, false);
        setback = strictest(NumberName.FRONT_SETBACK, bases, Limits::frontSetback, true);
        openPerUnit = strictest(NumberName.OPEN_SPACE_PER_UNIT, bases, Limits::openPerUnit, true);
        pilotis = bases.stream().allMatch(base -> base.row().limits().pilotis());
        bases.forEach(base -> parkings.add(base.row().limits().parking()));
        parking = new Running(NumberName.PARKING, titles, 0, clauses(bases));
    }

    /** A course that begins with a decision: the book itself has no row here. */
    Course(Parameters parameters, Clauses titles, Decision decision, List<Applied> rules) {
        this.parameters = parameters;
        this.titles = titles;
        this.rules = rules;
        Limits limits = decision.limits();
        density = new Running(NumberName.DENSITY, titles, limits.density(), List.of());
        coverage = new Running(NumberName.COVERAGE, titles, limits.coverage(), List.of());
        floors = new Running(NumberName.FLOORS, titles, limits.storeys(), List.of());
        height = new Running(NumberName.HEIGHT, titles, limits.height(), List.of());
        setback = new Running(NumberName.FRONT_SETBACK, titles, limits.frontSetback(), List.of());
        openPerUnit = new Running(NumberName.OPEN_SPACE_PER_UNIT, titles, limits.openPerUnit(), List.of());
        parking = new Running(NumberName.PARKING, titles, 0, List.of());
        pilotis = limits.pilotis();
        parkings.add(limits.parking());
    }

    /** The band was chosen by the whole plot; of several zones density counts by area. */
    private Running weighted(List<Base> bases) {
        long area = bases.stream().mapToLong(Base::area).sum();
        long sum = bases.stream()
                .mapToLong(base -> Math.multiplyExact(
                        base.area(), (long) base.row().limits().density()))
                .sum();
        Running result = new Running(NumberName.DENSITY, titles, sum / area, clauses(bases));
        for (Base base : bases) {
            int own = base.row().limits().density();
            if (own != result.value()) {
                result.lose(
                        own, Because.SHARE_OF_ZONES, base.row().id(), base.row().clauses());
            }
        }
        return result;
    }

    private Running strictest(
            NumberName name, List<Base> bases, ToLongFunction<Limits> number, boolean greatestIsStrictest) {
        Comparator<Base> byValue =
                Comparator.comparingLong(base -> number.applyAsLong(base.row().limits()));
        Row strict = bases.stream()
                .min(greatestIsStrictest ? byValue.reversed() : byValue)
                .orElseThrow()
                .row();
        Running result = new Running(name, titles, number.applyAsLong(strict.limits()), strict.clauses());
        for (Base base : bases) {
            long own = number.applyAsLong(base.row().limits());
            if (own != result.value()) {
                result.lose(own, Because.STRICTER_ZONE, strict.id(), strict.clauses());
            }
        }
        return result;
    }

    private static List<String> clauses(List<Base> bases) {
        return bases.stream()
                .flatMap(base -> base.row().clauses().stream())
                .distinct()
                .toList();
    }

    /** Step 4: bonuses add up, within a limit. Where nothing may be built there is nothing to add to. */
    void bonuses(Site site, Plot plot, Given given) {
        if (density.value() == 0 || floors.value() == 0) {
            return;
        }
        Limit limit = Limit.of(parameters, site);
        for (Bonus bonus : Bonus.of(rules, plot, given)) {
            Overlay rule = bonus.rule();
            long add = Math.min(bonus.density(), limit.density());
            if (add < bonus.density()) {
                density.lose(density.value() + bonus.density(), Because.BONUS_LIMIT, rule.id(), rule.clauses());
            }
            density.become(density.value() + add, Because.BONUS, rule.id(), rule.clauses());
            long storeys = Math.min(bonus.storeys(), limit.storeys());
            if (storeys < bonus.storeys()) {
                floors.lose(floors.value() + bonus.storeys(), Because.BONUS_LIMIT, rule.id(), rule.clauses());
            }
            floors.become(floors.value() + storeys, Because.BONUS, rule.id(), rule.clauses());
            height.become(
                    height.value() + storeys * parameters.storeyHeight(), Because.BONUS, rule.id(), rule.clauses());
            limit = new Limit(limit.density() - add, limit.storeys() - storeys);
        }
    }

    /** Step 5: of one layer the parts of the plot count by area; layer after layer takes from what is left. */
    void reductions() {
        Map<String, List<Applied>> byLayer = new LinkedHashMap<>();
        for (Applied applied : rules) {
            if (applied.rule().effect() == Effect.REDUCTION) {
                String layer = applied.rule()
                        .layer()
                        .map(Enum::name)
                        .orElse(applied.rule().id());
                byLayer.computeIfAbsent(layer, key -> new ArrayList<>()).add(applied);
            }
        }
        byLayer.values().forEach(this::reduce);
    }

    private void reduce(List<Applied> layer) {
        long whole = layer.get(0).whole();
        long taken = 0;
        int storeys = 0;
        Set<String> ids = new LinkedHashSet<>();
        Set<String> clauses = new LinkedHashSet<>();
        for (Applied applied : layer) {
            taken += applied.rule().amounts().density().orElse(0) * applied.part();
            storeys = Math.max(storeys, applied.rule().amounts().storeys().orElse(0));
            ids.add(applied.rule().id());
            clauses.addAll(applied.rule().clauses());
        }
        long left = Math.max(0, 1000 * whole - taken);
        String by = String.join("+", ids);
        density.become(Math.multiplyExact(density.value(), left) / (1000 * whole), Because.REDUCTION, by, clauses);
        floors.become(Math.max(0, floors.value() - storeys), Because.REDUCTION, by, clauses);
    }

    /** Step 6: a decision stands instead of steps 3 to 5. */
    void decide(Decision decision) {
        Limits limits = decision.limits();
        replace(density, limits.density(), decision);
        replace(coverage, limits.coverage(), decision);
        replace(floors, limits.storeys(), decision);
        replace(height, limits.height(), decision);
        replace(setback, limits.frontSetback(), decision);
        replace(openPerUnit, limits.openPerUnit(), decision);
        replace(parking, 0, decision);
        pilotis = limits.pilotis();
        parkings = new LinkedHashSet<>(Set.of(limits.parking()));
    }

    private static void replace(Running number, long value, Decision decision) {
        number.replace(value, Because.DECISION, decision.number(), List.of());
    }

    /** Step 7: the least counts, always last. */
    void caps(OptionalInt groundLevel) {
        for (Applied applied : rules) {
            Overlay rule = applied.rule();
            switch (rule.effect()) {
                case CAP -> {
                    rule.amounts().density().ifPresent(limit -> cap(density, limit, rule));
                    rule.amounts().coverage().ifPresent(limit -> cap(coverage, limit, rule));
                    rule.amounts().storeys().ifPresent(limit -> cap(floors, limit, rule));
                    rule.amounts().height().ifPresent(limit -> capHeight(limit, rule));
                }
                case CAP_OF_MAP_HEIGHT -> capHeight(least(applied), rule);
                case CAP_OF_MAP_LEVEL -> {
                    long level = least(applied);
                    highestLevel = Optional.of(lower(highestLevel, NumberName.HIGHEST_LEVEL, level, rule));
                    if (groundLevel.isPresent()) {
                        capHeight(Math.max(0, level - groundLevel.getAsInt()), rule);
                    }
                }
                case OPEN_SPACE_ONLY -> nothing(Because.OPEN_SPACE_ONLY, rule);
                case FORBIDDEN -> nothing(Because.FORBIDDEN, rule);
                case STREET_WALL -> wall(rule);
                case LOCK, ONLY_ZONE, BONUS, CEDED_BONUS, REDUCTION, REPORT -> {}
            }
        }
    }

    private void wall(Overlay rule) {
        rule.amounts()
                .height()
                .ifPresent(most -> streetWall = Optional.of(lower(streetWall, NumberName.STREET_WALL, most, rule)));
        rule.amounts().setback().ifPresent(least -> {
            Running number =
                    topSetback.orElseGet(() -> new Running(NumberName.TOP_SETBACK, titles, least, rule.clauses()));
            if (least > number.value()) {
                number.replace(least, Because.CAP, rule.id(), rule.clauses());
            }
            topSetback = Optional.of(number);
        });
    }

    private Running lower(Optional<Running> before, NumberName name, long limit, Overlay rule) {
        Running number = before.orElseGet(() -> new Running(name, titles, limit, rule.clauses()));
        cap(number, limit, rule);
        return number;
    }

    private static long least(Applied applied) {
        return applied.concerns().stream().mapToLong(Site.Concern::value).min().orElse(0);
    }

    private static void cap(Running number, long limit, Overlay rule) {
        number.cap(limit, Because.CAP, rule.id(), rule.clauses());
    }

    /** A height that is lowered leaves room for fewer storeys; one that is not leaves them as the row has them. */
    private void capHeight(long limit, Overlay rule) {
        if (height.cap(limit, Because.CAP, rule.id(), rule.clauses())) {
            long room = height.value() - (pilotis ? parameters.pilotisHeight() : 0);
            long storeys = Math.max(0, room) / parameters.storeyHeight();
            floors.cap(storeys, Because.HEIGHT, rule.id(), rule.clauses());
        }
    }

    private void nothing(Because because, Overlay rule) {
        for (Running number : List.of(density, coverage, floors, height)) {
            number.cap(0, because, rule.id(), rule.clauses());
        }
    }

    /** What all bonuses together may still add. */
    private record Limit(long density, long storeys) {
        /** The strictest of the zones; a zone without a limit of its own has the one of all. */
        static Limit of(Parameters parameters, Site site) {
            long density = Long.MAX_VALUE;
            long storeys = Long.MAX_VALUE;
            for (Site.Zone zone : site.zones()) {
                for (Parameters.BonusLimit limit : parameters.bonusLimits()) {
                    boolean own = limit.zone().equals(zone.code());
                    boolean hasOwn = parameters.bonusLimits().stream()
                            .anyMatch(l -> l.zone().equals(zone.code()));
                    if (own || limit.zone().isEmpty() && !hasOwn) {
                        density = Math.min(density, limit.density());
                        storeys = Math.min(storeys, limit.storeys());
                    }
                }
            }
            return new Limit(density, storeys);
        }
    }
}
