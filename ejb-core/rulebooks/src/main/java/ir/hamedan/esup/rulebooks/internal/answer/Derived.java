package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Answer.Basis;
import ir.hamedan.esup.rulebooks.api.Answer.BasisKind;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Step 8: what follows from plot, density, coverage and storeys. */
final class Derived {
    /** What may be built is told in whole square metres. */
    private static final long SQUARE_METRE = 100;

    private final Parameters parameters;
    private final Clauses titles;
    private final Plot plot;
    private final Use use;
    private final Course course;
    private final long reachable;
    private final long buildable;
    private final long ground;
    private final OptionalLong units;

    Derived(Parameters parameters, Clauses titles, Plot plot, Use use, Course course) {
        this.parameters = parameters;
        this.titles = titles;
        this.plot = plot;
        this.use = use;
        this.course = course;
        reachable = Math.min(course.density.value(), byStoreys());
        long exact = Math.multiplyExact(plot.effective(), reachable) / 1000;
        buildable = exact / SQUARE_METRE * SQUARE_METRE;
        ground = Math.multiplyExact(plot.effective(), course.coverage.value()) / 1000;
        units = units();
    }

    private long byStoreys() {
        return course.coverage.value() * course.floors.value();
    }

    private OptionalLong units() {
        if (course.openPerUnit.value() == 0 || !use.builds()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(buildable == 0 ? 0 : (plot.effective() - ground) / course.openPerUnit.value());
    }

    /** All numbers, in the order of their names. */
    List<Answer.Figure> numbers(Given given) {
        List<Answer.Figure> all = new ArrayList<>();
        all.add(course.density.number(Basis.RULE));
        all.add(course.coverage.number(Basis.RULE));
        all.add(course.floors.number(new Basis(course.pilotis ? BasisKind.PILOTIS : BasisKind.NO_PILOTIS, 0)));
        all.add(course.height.number(Basis.RULE));
        all.add(course.setback.number(Basis.RULE));
        parking(given, all);
        all.addAll(plot.numbers(titles));
        all.add(reachable());
        all.add(plain(NumberName.BUILDABLE_AREA, buildable, Basis.RULE));
        all.add(plain(NumberName.OPEN_SPACE, plot.effective() - ground, Basis.RULE));
        if (units.isPresent()) {
            long open = course.openPerUnit.value();
            all.add(course.openPerUnit.number(Basis.RULE));
            all.add(new Running(NumberName.UNITS, titles, 0, course.openPerUnit.clauses())
                    .number(units, new Basis(BasisKind.OPEN_SPACE, open)));
        }
        lightWell(all);
        projection(all);
        course.streetWall.ifPresent(number -> all.add(number.number(Basis.RULE)));
        course.topSetback.ifPresent(number -> all.add(number.number(Basis.RULE)));
        course.highestLevel.ifPresent(number -> all.add(number.number(Basis.RULE)));
        all.sort(Comparator.comparing(Answer.Figure::name));
        return all;
    }

    private Answer.Figure plain(NumberName name, long value, Basis basis) {
        return new Running(name, titles, value, List.of()).number(basis);
    }

    /** Density and coverage times storeys: the smaller one binds, and what density lost on its way is lost here too. */
    private Answer.Figure reachable() {
        boolean storeysBind = byStoreys() < course.density.value();
        List<String> clauses = new ArrayList<>(storeysBind ? course.coverage.clauses() : course.density.clauses());
        if (storeysBind) {
            clauses.addAll(course.floors.clauses());
        }
        Running number = new Running(NumberName.REACHABLE_DENSITY, titles, reachable, clauses);
        number.inherit(course.density.lost());
        if (storeysBind) {
            number.lose(course.density.value(), Answer.Because.STOREYS_BIND, "", clauses);
        }
        return number.number(new Basis(storeysBind ? BasisKind.STOREYS_BIND : BasisKind.DENSITY_BINDS, 0));
    }

    /** Of several zones the one that asks for the most spaces. */
    private void parking(Given given, List<Answer.Figure> all) {
        OptionalLong most = OptionalLong.of(0);
        Basis basis = new Basis(BasisKind.NONE, 0);
        for (Parking parking : course.parkings) {
            OptionalLong spaces = spaces(parking, given);
            if (parking.kind() != Parking.Kind.NONE
                    && most.isPresent()
                    && (spaces.isEmpty() || spaces.getAsLong() >= most.getAsLong())) {
                most = spaces;
                basis = new Basis(basisKind(parking.kind()), parking.amount());
            }
        }
        all.add(course.parking.number(most, basis));
        if (most.isPresent()) {
            Parameters.ParkingShortage shortage = parameters.parkingShortage();
            long waived = Math.min(most.getAsLong() * shortage.share() / 1000, shortage.spaces());
            all.add(plain(NumberName.PARKING_SHORTAGE, waived, Basis.RULE));
        }
    }

    private OptionalLong spaces(Parking parking, Given given) {
        return switch (parking.kind()) {
            case NONE -> OptionalLong.of(0);
            case PER_UNIT ->
                units.isPresent()
                        ? OptionalLong.of(roundedUp(units.getAsLong() * parking.amount(), 100))
                        : OptionalLong.empty();
            case PER_UNIT_AND_SHOP ->
                units.isPresent()
                        ? OptionalLong.of(withShops(units.getAsLong() * parking.amount()))
                        : OptionalLong.empty();
            case PER_AREA -> OptionalLong.of(roundedUp(buildable, parking.amount()));
            case PER_ROOMS ->
                given.rooms().isPresent()
                        ? OptionalLong.of(roundedUp(given.rooms().getAsInt(), parking.amount()))
                        : OptionalLong.empty();
        };
    }

    /** Spaces of units and of shops are added before they are rounded up. */
    private long withShops(long hundredths) {
        long storeys = Math.min(use.shopStoreys(), course.floors.value());
        long shops = Math.min(buildable, ground * storeys);
        return roundedUp(hundredths * parameters.shopParkingArea() + shops * 100, 100L * parameters.shopParkingArea());
    }

    private static long roundedUp(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    private static BasisKind basisKind(Parking.Kind kind) {
        return switch (kind) {
            case NONE -> BasisKind.NONE;
            case PER_UNIT -> BasisKind.PER_UNIT;
            case PER_UNIT_AND_SHOP -> BasisKind.PER_UNIT_AND_SHOP;
            case PER_AREA -> BasisKind.PER_AREA;
            case PER_ROOMS -> BasisKind.PER_ROOMS;
        };
    }

    private void lightWell(List<Answer.Figure> all) {
        if (!use.builds() || course.floors.value() == 0) {
            return;
        }
        Parameters.LightWell well = parameters.lightWell();
        boolean low = course.floors.value() <= well.upToStoreys();
        long area = low ? well.area() : Math.multiplyExact(plot.effective(), (long) well.share()) / 1000;
        Basis basis =
                low ? new Basis(BasisKind.LEAST_SIDE, well.side()) : new Basis(BasisKind.SHARE_OF_PLOT, well.share());
        all.add(plain(NumberName.LIGHT_WELL, area, basis));
    }

    private void projection(List<Answer.Figure> all) {
        if (plot.width().isEmpty()) {
            return;
        }
        Parameters.Projection rule = parameters.projection();
        long width = plot.width().getAsLong();
        long depth = width < rule.leastStreet() ? 0 : Math.min(width * rule.share() / 1000, rule.most());
        all.add(plain(NumberName.PROJECTION, depth, new Basis(BasisKind.CLEAR_HEIGHT, rule.clearHeight())));
    }
}
