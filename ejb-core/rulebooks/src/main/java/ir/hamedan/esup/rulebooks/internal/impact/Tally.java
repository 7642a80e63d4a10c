package ir.hamedan.esup.rulebooks.internal.impact;

import ir.hamedan.esup.rulebooks.api.ImpactReports.Dimension;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Reason;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Sum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sums of a piece. */
final class Tally {
    private record Key(Dimension dimension, String key, Outcome outcome, Reason reason) {}

    private final Map<Key, Sum> sums = new LinkedHashMap<>();

    void add(Comparison.Plot plot) {
        add(Dimension.ALL, "", plot.change());
        add(Dimension.REGION, Integer.toString(plot.code().region()), plot.change());
        add(Dimension.ZONE, plot.zone(), plot.change());
        plot.clauses().forEach(clause -> add(Dimension.CLAUSE, clause, plot.change()));
        plot.uses().forEach(use -> add(Dimension.USE, use.use(), use.change()));
    }

    private void add(Dimension dimension, String key, Comparison.Change change) {
        Comparison.Said before = change.before();
        Comparison.Said after = change.after();
        int density = change.isDecidedTwice() ? Long.compare(after.density(), before.density()) : 0;
        int buildable = change.isDecidedTwice() ? Long.compare(after.buildable(), before.buildable()) : 0;
        Sum one = new Sum(
                dimension,
                key,
                change.outcome(),
                change.reason(),
                1,
                density > 0 ? 1 : 0,
                density < 0 ? 1 : 0,
                buildable > 0 ? 1 : 0,
                buildable < 0 ? 1 : 0,
                before.buildable(),
                after.buildable());
        sums.merge(new Key(dimension, key, one.outcome(), one.reason()), one, Tally::plus);
    }

    private static Sum plus(Sum one, Sum other) {
        return new Sum(
                one.dimension(),
                one.key(),
                one.outcome(),
                one.reason(),
                one.parcels() + other.parcels(),
                one.densityUp() + other.densityUp(),
                one.densityDown() + other.densityDown(),
                one.buildableUp() + other.buildableUp(),
                one.buildableDown() + other.buildableDown(),
                one.buildableBefore() + other.buildableBefore(),
                one.buildableAfter() + other.buildableAfter());
    }

    List<Sum> sums() {
        return List.copyOf(sums.values());
    }
}
