package ir.hamedan.esup.permits.internal;

import ir.hamedan.esup.permits.api.Objection;
import ir.hamedan.esup.permits.api.Objection.Ground;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Answer.ClauseRef;
import ir.hamedan.esup.rulebooks.api.Answer.Figure;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Holds a plan against what the rules say of its use: every number that both have, and all that stands in the way. */
final class Examiner {
    private final Plan plan;
    private final Answer.UseAnswer rules;
    private final long book;
    private final List<Objection> objections = new ArrayList<>();
    private final List<NumberName> open = new ArrayList<>();

    Examiner(Plan plan, Answer.UseAnswer rules, long book) {
        this.plan = plan;
        this.rules = rules;
        this.book = book;
        if (!rules.numbers().isEmpty()) {
            compare();
        }
        ground(rules.verdict()).ifPresent(this::plain);
    }

    List<Objection> objections() {
        return objections;
    }

    /** Numbers the rules ask for that the plan alone does not show. */
    List<NumberName> open() {
        return open;
    }

    private static Optional<Ground> ground(Verdict verdict) {
        return switch (verdict) {
            case RULED, PROVISIONAL -> Optional.empty();
            case INFORMATION_ONLY, LOCKED -> Optional.of(Ground.LOCKED);
            case NOT_PERMITTED -> Optional.of(Ground.NOT_PERMITTED);
            case REFERRAL -> Optional.of(Ground.NO_RULE);
            case UNDECIDED, UNKNOWN_ZONE, NO_AREA, NO_DATA -> Optional.of(Ground.NOT_KNOWN);
        };
    }

    private void plain(Ground ground) {
        List<ClauseRef> clauses = rules.notPermitted().stream()
                .flatMap(zone -> zone.clauses().stream())
                .distinct()
                .toList();
        objections.add(Objection.plain(ground, book, clauses, ""));
    }

    private void compare() {
        coverage();
        most(NumberName.BUILDABLE_AREA, plan.floorArea(), NumberName.REACHABLE_DENSITY);
        most(NumberName.FLOORS, plan.storeys());
        most(NumberName.HEIGHT, plan.height());
        parking();
        least(NumberName.FRONT_SETBACK, plan.setback());
        openSpace();
        Stream.of(
                        NumberName.LIGHT_WELL,
                        NumberName.PROJECTION,
                        NumberName.STREET_WALL,
                        NumberName.TOP_SETBACK,
                        NumberName.HIGHEST_LEVEL)
                .filter(name -> rules.number(name).isPresent())
                .forEach(open::add);
    }

    /** The share of the plot that remains after the street took its part, rounded up: a hair more is more. */
    private void coverage() {
        OptionalLong plot = value(NumberName.EFFECTIVE_AREA);
        if (plot.isPresent() && plot.getAsLong() > 0) {
            most(NumberName.COVERAGE, -Math.floorDiv(-plan.groundArea() * 1000L, plot.getAsLong()));
        }
    }

    /**
     * Counted of the units and areas that are planned. Of rooms and shops the plan says nothing, and of several zones the answer
     * names the rule of one alone: what they may ask beyond stays open.
     */
    private void parking() {
        Optional<Figure> figure = rules.number(NumberName.PARKING);
        if (figure.isEmpty()) {
            return;
        }
        long amount = figure.get().basis().amount();
        long asked =
                switch (figure.get().basis().kind()) {
                    case PER_UNIT, PER_UNIT_AND_SHOP -> -Math.floorDiv(-plan.units() * amount, 100L);
                    case PER_AREA -> -Math.floorDiv(-(long) plan.floorArea(), amount);
                    default -> 0;
                };
        boolean whole =
                switch (figure.get().basis().kind()) {
                    case PER_UNIT, PER_AREA, NONE -> rules.rows().size() < 2;
                    default -> false;
                };
        if (plan.spaces() < asked) {
            object(Ground.LESS_THAN_ASKED, NumberName.PARKING, plan.spaces(), asked, List.of());
        } else if (!whole) {
            open.add(NumberName.PARKING);
        }
    }

    /** What is not built over, for each unit that is planned. */
    private void openSpace() {
        OptionalLong plot = value(NumberName.EFFECTIVE_AREA);
        OptionalLong each = value(NumberName.OPEN_SPACE_PER_UNIT);
        if (plot.isEmpty() || each.isEmpty()) {
            return;
        }
        long left = Math.max(0, plot.getAsLong() - plan.groundArea());
        long asked = each.getAsLong() * plan.units();
        if (left < asked) {
            object(
                    Ground.LESS_THAN_ASKED,
                    NumberName.OPEN_SPACE,
                    left,
                    asked,
                    rules.number(NumberName.OPEN_SPACE_PER_UNIT).get().clauses());
        }
    }

    private void most(NumberName name, long planned, NumberName... because) {
        OptionalLong allowed = value(name);
        if (allowed.isPresent() && planned > allowed.getAsLong()) {
            List<ClauseRef> more = Stream.of(because)
                    .flatMap(other -> rules.number(other).stream())
                    .flatMap(figure -> figure.clauses().stream())
                    .toList();
            object(Ground.MORE_THAN_ALLOWED, name, planned, allowed.getAsLong(), more);
        }
    }

    private void least(NumberName name, long planned) {
        OptionalLong asked = value(name);
        if (asked.isPresent() && planned < asked.getAsLong()) {
            object(Ground.LESS_THAN_ASKED, name, planned, asked.getAsLong(), List.of());
        }
    }

    private void object(Ground ground, NumberName name, long planned, long bound, List<ClauseRef> more) {
        List<ClauseRef> clauses = Stream.concat(
                        rules.number(name).stream().flatMap(figure -> figure.clauses().stream()), more.stream())
                .distinct()
                .toList();
        objections.add(new Objection(ground, Optional.of(name), planned, bound, isHard(name), book, clauses, ""));
    }

    /** Whether a cap made it what it is, or one of the numbers it is counted of: caps come after all decisions. */
    private boolean isHard(NumberName name) {
        Stream<NumberName> of = name == NumberName.BUILDABLE_AREA
                ? Stream.of(NumberName.DENSITY, NumberName.COVERAGE, NumberName.FLOORS)
                : Stream.of(name);
        return of.flatMap(one -> rules.number(one).stream())
                .flatMap(figure -> figure.lost().stream())
                .anyMatch(lost -> switch (lost.because()) {
                    case CAP, HEIGHT, FORBIDDEN, OPEN_SPACE_ONLY -> true;
                    case STRICTER_ZONE,
                            SHARE_OF_ZONES,
                            BONUS,
                            BONUS_LIMIT,
                            REDUCTION,
                            DECISION,
                            STOREYS_BIND,
                            SMALLER_AREA -> false;
                });
    }

    private OptionalLong value(NumberName name) {
        return rules.number(name).map(Figure::value).orElse(OptionalLong.empty());
    }
}
