package ir.hamedan.esup.rulebooks.cockrellhill;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.cockrellhill.Reading.Permitted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an answer of the product says otherwise than the straightforward reading, lot by lot and use by use. */
public final class Comparison {
    private static final BigDecimal FOOT = new BigDecimal("30.48");
    private static final Map<String, String> USES = Map.of(
            "1_family", "ONE_FAMILY",
            "2_family", "TWO_FAMILY",
            "3_family", "THREE_FAMILY",
            "4_family", "FOUR_FAMILY",
            "Townhome", "TOWNHOME");

    /** Lots by the kind of the difference. */
    private final Map<String, Set<String>> lots = new TreeMap<>();

    private final List<String> details = new ArrayList<>();

    /** The lots that differ, by the name of the difference. */
    public Map<String, Set<String>> lots() {
        return lots;
    }

    /** Everything that differs and has no name. */
    public List<String> unexplained() {
        return details;
    }

    public void add(Reading.Of read, Answer answer) {
        boolean isSplit = answer.zones().size() > 1;
        boolean isElsewhere =
                answer.zones().stream().noneMatch(zone -> zone.code().equals(read.district()));
        List<String> found = new ArrayList<>();
        USES.forEach((name, code) -> use(read, name, answer.use(code), found));
        for (String difference : found) {
            String kind = difference.startsWith("HALF_STOREY")
                    ? "HALF_STOREY"
                    : isElsewhere ? "MIDDLE_IN_ANOTHER_DISTRICT" : isSplit ? "TWO_DISTRICTS" : "UNEXPLAINED";
            lots.computeIfAbsent(kind, k -> new TreeSet<>()).add(read.lot());
            if (kind.equals("UNEXPLAINED")) {
                details.add(read.lot() + " " + difference);
            }
        }
    }

    private void use(Reading.Of read, String name, Optional<Answer.UseAnswer> answer, List<String> found) {
        Permitted permitted = read.uses().get(name);
        if (permitted == null || answer.isEmpty()) {
            boolean isPermitted =
                    answer.filter(a -> a.verdict() != Verdict.NOT_PERMITTED).isPresent();
            same(name + " permitted", permitted != null, isPermitted, found);
            return;
        }
        boolean isLargeEnough = read.acres() >= permitted.leastAcres().doubleValue();
        boolean isRuled =
                answer.get().verdict() == Verdict.RULED || answer.get().verdict() == Verdict.PROVISIONAL;
        same(name + " large enough", isLargeEnough, isRuled, found);
        if (isRuled && isLargeEnough) {
            numbers(read, name, permitted, answer.get(), found);
        } else if (!isRuled) {
            same(name + " verdict", Verdict.REFERRAL, answer.get().verdict(), found);
            long acres = Math.round(read.acres() * Lot.ACRE * 100);
            long least = up(permitted.leastAcres().multiply(BigDecimal.valueOf(Lot.ACRE * 100)));
            Set<Long> shortBy = new TreeSet<>();
            answer.get().whyNot().forEach(why -> shortBy.add(why.shortBy()));
            same(name + " short by", true, shortBy.contains(least - acres), found);
        }
    }

    private static void numbers(
            Reading.Of read, String name, Permitted permitted, Answer.UseAnswer answer, List<String> found) {
        same(name + " coverage", permitted.coverage().longValueExact() * 10, value(answer, NumberName.COVERAGE), found);
        same(name + " height", down(permitted.feet().multiply(FOOT)), value(answer, NumberName.HEIGHT), found);
        same(name + " front", up(permitted.frontFeet().multiply(FOOT)), value(answer, NumberName.FRONT_SETBACK), found);
        Answer.Figure parking = answer.number(NumberName.PARKING).orElseThrow();
        same(name + " parking basis", Answer.BasisKind.PER_UNIT, parking.basis().kind(), found);
        same(
                name + " parking",
                permitted.parkingPerUnit().movePointRight(2).longValueExact(),
                parking.basis().amount(),
                found);
        long floors = value(answer, NumberName.FLOORS);
        boolean isHalf = permitted.stories().stripTrailingZeros().scale() > 0;
        if (isHalf && floors == down(permitted.stories())) {
            found.add("HALF_STOREY " + name);
        } else {
            same(name + " storeys", permitted.stories().longValueExact(), floors, found);
        }
        if (name.equals("4_family")) {
            boolean isForMore = read.acres() >= permitted.acresOfMoreUnits().doubleValue();
            same(
                    name + " row for more units",
                    isForMore,
                    answer.rows().stream().allMatch(row -> row.endsWith("4")),
                    found);
        }
    }

    private static long value(Answer.UseAnswer answer, NumberName name) {
        return answer.number(name).orElseThrow().value().orElseThrow();
    }

    private static void same(String what, Object read, Object answered, List<String> found) {
        if (!read.equals(answered)) {
            found.add(what + ": read " + read + ", answered " + answered);
        }
    }

    private static long down(BigDecimal number) {
        return number.setScale(0, RoundingMode.DOWN).longValueExact();
    }

    private static long up(BigDecimal number) {
        return number.setScale(0, RoundingMode.UP).longValueExact();
    }
}
