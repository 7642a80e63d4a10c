package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.levies.api.LevyBook;
import ir.hamedan.esup.levies.api.LevyBook.Factor;
import ir.hamedan.esup.levies.api.LevyFormula;
import ir.hamedan.esup.levies.api.LevyUse;
import ir.hamedan.esup.workbooks.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The factors of one line while they are read: for every use, every number of storeys and every area there must be exactly
 * one of the narrowest name of the use. Where there is none, or two of a name, it is told with the region.
 */
final class FactorTable {
    /** Storeys and areas, half-open, for which something is wrong. */
    record Region(int storeysFrom, int storeysUntil, long areaFrom, long areaUntil) {}

    private record Row(Factor factor, Line line) {}

    private final String code;
    private final Line defined;
    private final Optional<LevyBook.Line> bare;
    private final List<Row> rows = new ArrayList<>();
    private boolean spoiled;

    /**
     * @param defined the line of the sheet
     * @param bare without factors; empty when something is wrong with it
     */
    FactorTable(String code, Line defined, Optional<LevyBook.Line> bare) {
        this.code = code;
        this.defined = defined;
        this.bare = bare;
    }

    String code() {
        return code;
    }

    /** What the line counts by; empty when something is wrong with it. */
    Optional<LevyFormula> formula() {
        return bare.map(LevyBook.Line::formula);
    }

    /** A row of it could not be read: what is missing is known already. */
    void spoil() {
        spoiled = true;
    }

    void add(Factor factor, Line line) {
        if (rows.size() == LevyBook.MOST_FACTORS) {
            line.fault("line", "too-many-rows", LevyBook.MOST_FACTORS);
            spoiled = true;
            return;
        }
        for (Row before : rows) {
            if (before.factor().overlaps(factor)) {
                Region both = common(before.factor(), factor);
                line.fault(
                        "factor",
                        "levies.fault.factors-overlap",
                        arguments(factor.use(), both, before.line().row()));
                spoiled = true;
                return;
            }
        }
        rows.add(new Row(factor, line));
    }

    private static Region common(Factor one, Factor other) {
        return new Region(
                Math.max(one.storeysFrom(), other.storeysFrom()),
                Math.min(one.storeysUntil(), other.storeysUntil()),
                Math.max(one.areaFrom(), other.areaFrom()),
                Math.min(one.areaUntil(), other.areaUntil()));
    }

    /** Tells every region without a factor; of a line that is off none is asked for. */
    void check(Collection<LevyUse> uses) {
        if (spoiled || bare.isEmpty() || !bare.get().on()) {
            return;
        }
        Map<Region, List<String>> gaps = new LinkedHashMap<>();
        for (LevyUse use : uses) {
            for (Region gap : gaps(factors(), use)) {
                gaps.computeIfAbsent(gap, none -> new ArrayList<>()).add(use.code());
            }
        }
        gaps.forEach((gap, codes) -> defined.fault(
                "code", "levies.fault.factor-gap", arguments(String.join("، ", codes), gap, defined.row())));
    }

    private Object[] arguments(String uses, Region region, int row) {
        return new Object[] {
            code,
            uses,
            region.storeysFrom(),
            region.storeysUntil() == Factor.NO_STOREYS_END ? "open" : region.storeysUntil(),
            metres(region.areaFrom()),
            region.areaUntil() == Factor.NO_AREA_END ? "open" : metres(region.areaUntil()),
            row
        };
    }

    private static String metres(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    private List<Factor> factors() {
        return rows.stream().map(Row::factor).toList();
    }

    /** The line with its factors; empty when something is wrong with it. */
    Optional<LevyBook.Line> line() {
        return bare.map(line -> line.with(factors()));
    }

    /** What no factor covers for a use, by its own name or one that includes it; as few regions as storeys allow. */
    static List<Region> gaps(List<Factor> table, LevyUse use) {
        List<Factor> fitting = table.stream()
                .filter(factor -> factor.use().equals(use.code())
                        || factor.use().equals(Factor.ANY)
                        || factor.use().equals(use.dwelling() ? Factor.DWELLING : Factor.OTHER))
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, Factor.NO_STOREYS_END));
        fitting.forEach(factor -> cuts.addAll(List.of(factor.storeysFrom(), factor.storeysUntil())));
        List<Region> gaps = new ArrayList<>();
        List<Region> below = List.of();
        for (int from : cuts.headSet(Factor.NO_STOREYS_END)) {
            List<Region> strip = strip(fitting, from, cuts.higher(from));
            below = joined(below, strip, gaps);
        }
        gaps.addAll(below);
        return gaps;
    }

    /** Regions that go on from the storeys below; those that end there are kept. */
    private static List<Region> joined(List<Region> below, List<Region> strip, List<Region> kept) {
        List<Region> open = new ArrayList<>();
        List<Region> left = new ArrayList<>(below);
        for (Region gap : strip) {
            Optional<Region> same = below.stream()
                    .filter(one -> one.areaFrom() == gap.areaFrom() && one.areaUntil() == gap.areaUntil())
                    .findFirst();
            same.ifPresent(left::remove);
            open.add(new Region(
                    same.map(Region::storeysFrom).orElse(gap.storeysFrom()),
                    gap.storeysUntil(),
                    gap.areaFrom(),
                    gap.areaUntil()));
        }
        kept.addAll(left);
        return open;
    }

    private static List<Region> strip(List<Factor> fitting, int from, int until) {
        List<Factor> here = fitting.stream()
                .filter(factor -> factor.storeysFrom() <= from && until <= factor.storeysUntil())
                .sorted((one, other) -> Long.compare(one.areaFrom(), other.areaFrom()))
                .toList();
        List<Region> gaps = new ArrayList<>();
        long covered = 0;
        for (Factor factor : here) {
            if (factor.areaFrom() > covered) {
                gaps.add(new Region(from, until, covered, factor.areaFrom()));
            }
            covered = Math.max(covered, factor.areaUntil());
        }
        if (covered < Factor.NO_AREA_END) {
            gaps.add(new Region(from, until, covered, Factor.NO_AREA_END));
        }
        return gaps;
    }
}
