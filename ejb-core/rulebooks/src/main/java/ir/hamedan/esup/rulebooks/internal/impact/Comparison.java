package ir.hamedan.esup.rulebooks.internal.impact;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Reason;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import ir.hamedan.esup.rulebooks.internal.table.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A plot under the book before and under the draft. Pure. */
final class Comparison {
    /**
     * What a book says of a plot, or of one use of it.
     *
     * @param verdict empty when there is no book
     * @param reason why there is no number; {@link Reason#NONE} when there is one, and be it zero
     */
    record Said(Optional<Verdict> verdict, Reason reason, long density, long buildable) {
        static final Said NO_BOOK = new Said(Optional.empty(), Reason.NO_BOOK, 0, 0);
        static final Said NOT_PERMITTED = new Said(Optional.of(Verdict.NOT_PERMITTED), Reason.NONE, 0, 0);

        boolean isDecided() {
            return reason == Reason.NONE;
        }
    }

    /** Both sides, and what becomes of it. */
    record Change(Said before, Said after) {
        Outcome outcome() {
            if (before.isDecided() != after.isDecided()) {
                return after.isDecided() ? Outcome.NEWLY_DECIDABLE : Outcome.BECOMES_UNDECIDABLE;
            }
            if (!after.isDecided()) {
                return Outcome.STAYS_UNDECIDABLE;
            }
            int order = Long.compare(after.density(), before.density());
            if (order == 0) {
                order = Long.compare(after.buildable(), before.buildable());
            }
            return order > 0 ? Outcome.GAINS : order < 0 ? Outcome.LOSES : Outcome.UNCHANGED;
        }

        Reason reason() {
            return after.isDecided() ? before.reason() : after.reason();
        }

        boolean isDecidedTwice() {
            return before.isDecided() && after.isDecided();
        }
    }

    /** One use of the plot. */
    record UseChange(String use, Change change) {}

    /**
     * A plot under both books.
     *
     * @param zone of its greatest part; empty when it is not known
     * @param clauses behind the numbers that changed, under either book
     * @param decidedBefore clauses behind the numbers that stand for the plot under the book before
     */
    record Plot(
            RenewalCode code,
            String zone,
            Change change,
            List<UseChange> uses,
            Set<String> clauses,
            List<String> decidedBefore,
            List<String> decidedAfter) {}

    /** The most clauses that are told of a plot under one book. */
    private static final int MOST_CLAUSES = 40;

    private final Optional<Engine> before;
    private final Engine after;

    Comparison(Optional<Engine> before, Engine after) {
        this.before = before;
        this.after = after;
    }

    Plot of(Site site, Given given) {
        Optional<Answer> old = before.map(engine -> engine.answer(site, given));
        Answer next = after.answer(site, given);
        Optional<Gaps> oldGaps = before.map(engine -> new Gaps(engine, site, given));
        Gaps nextGaps = new Gaps(after, site, given);
        Said saidBefore = old.map(answer -> said(oldGaps.get(), answer)).orElse(Said.NO_BOOK);
        Change change = new Change(saidBefore, said(nextGaps, next));
        Set<String> codes = new LinkedHashSet<>();
        old.ifPresent(answer -> answer.uses().forEach(use -> codes.add(use.use())));
        next.uses().forEach(use -> codes.add(use.use()));
        Set<String> clauses = new TreeSet<>();
        List<UseChange> uses = codes.stream()
                .map(code -> {
                    Said ofOld = old.map(answer -> said(oldGaps.get(), answer, saidBefore, code))
                            .orElse(Said.NO_BOOK);
                    Change ofUse = new Change(ofOld, said(nextGaps, next, change.after(), code));
                    addClauses(ofUse, old.flatMap(answer -> answer.use(code)), clauses);
                    addClauses(ofUse, next.use(code), clauses);
                    return new UseChange(code, ofUse);
                })
                .toList();
        String zone = site.zones().isEmpty() ? "" : site.zones().get(0).code();
        return new Plot(
                site.parcel().orElseThrow(),
                zone,
                change,
                uses,
                clauses,
                old.map(answer -> deciding(answer, saidBefore)).orElse(List.of()),
                deciding(next, change.after()));
    }

    private static Said said(Gaps gaps, Answer answer) {
        long density = greatest(answer.uses(), NumberName.DENSITY);
        long buildable = greatest(answer.uses(), NumberName.BUILDABLE_AREA);
        return new Said(Optional.of(answer.verdict()), reason(answer.verdict(), gaps, ""), density, buildable);
    }

    /** A use that the book does not permit there has no density, unless nothing can be said of the plot at all. */
    private static Said said(Gaps gaps, Answer answer, Said ofPlot, String code) {
        return answer.use(code)
                .map(use -> new Said(
                        Optional.of(use.verdict()),
                        reason(use.verdict(), gaps, code),
                        greatest(List.of(use), NumberName.DENSITY),
                        greatest(List.of(use), NumberName.BUILDABLE_AREA)))
                .orElse(ofPlot.isDecided() || !answer.uses().isEmpty() ? Said.NOT_PERMITTED : ofPlot);
    }

    /** The clauses behind the most density and the most that may be built, or behind the refusal of every use. */
    private static List<String> deciding(Answer answer, Said said) {
        Stream<Answer.ClauseRef> numbers = Stream.concat(
                behind(answer, NumberName.DENSITY, said.density(), NumberName.DENSITY),
                Stream.of(NumberName.REACHABLE_DENSITY, NumberName.EFFECTIVE_AREA)
                        .flatMap(name -> behind(answer, NumberName.BUILDABLE_AREA, said.buildable(), name)));
        Stream<Answer.ClauseRef> refusals = answer.verdict() == Verdict.NOT_PERMITTED
                ? answer.uses().stream()
                        .flatMap(use -> use.notPermitted().stream())
                        .flatMap(zone -> zone.clauses().stream())
                : Stream.empty();
        return Stream.concat(numbers, refusals)
                .map(Answer.ClauseRef::number)
                .distinct()
                .limit(MOST_CLAUSES)
                .toList();
    }

    /** The clauses of a number of the uses in which another one has the value. */
    private static Stream<Answer.ClauseRef> behind(Answer answer, NumberName has, long value, NumberName name) {
        return answer.uses().stream()
                .filter(use -> use.number(has)
                        .filter(figure ->
                                figure.value().isPresent() && figure.value().getAsLong() == value)
                        .isPresent())
                .flatMap(use -> use.number(name).stream())
                .flatMap(figure -> figure.clauses().stream());
    }

    private static long greatest(List<Answer.UseAnswer> uses, NumberName name) {
        return uses.stream()
                .flatMap(use -> use.number(name).stream())
                .mapToLong(figure -> figure.value().orElse(0))
                .max()
                .orElse(0);
    }

    private static Reason reason(Verdict verdict, Gaps gaps, String use) {
        return switch (verdict) {
            case RULED, PROVISIONAL, INFORMATION_ONLY, LOCKED, NOT_PERMITTED -> Reason.NONE;
            case REFERRAL -> gaps.isAt(use) ? Reason.GAP : Reason.REFERRAL;
            case UNDECIDED -> Reason.OVERLAP;
            case UNKNOWN_ZONE, NO_AREA, NO_DATA -> Reason.NO_DATA;
        };
    }

    /** The places of a table that are read for a plot, looked up once and only when somebody asks for a gap. */
    private static final class Gaps {
        private final Engine engine;
        private final Site site;
        private final Given given;
        private List<Engine.Spot> spots;

        Gaps(Engine engine, Site site, Given given) {
            this.engine = engine;
            this.site = site;
            this.given = given;
        }

        /** Whether there is a place without a row that nobody has declared; of any use when none is given. */
        boolean isAt(String use) {
            if (spots == null) {
                spots = engine.spots(site, given);
            }
            return spots.stream()
                    .filter(spot -> use.isEmpty() || spot.use().equals(use))
                    .anyMatch(spot -> {
                        Table.Match match = engine.table().match(spot.zone(), spot.use(), spot.area(), spot.width());
                        return match.matching().isEmpty() && match.referral().isEmpty();
                    });
        }
    }

    private static void addClauses(Change change, Optional<Answer.UseAnswer> use, Set<String> clauses) {
        boolean turned = change.before().isDecided() != change.after().isDecided();
        boolean density = change.before().density() != change.after().density();
        boolean buildable = change.before().buildable() != change.after().buildable();
        Stream.of(
                        density || turned ? Optional.of(NumberName.DENSITY) : Optional.<NumberName>empty(),
                        buildable ? Optional.of(NumberName.REACHABLE_DENSITY) : Optional.<NumberName>empty(),
                        buildable ? Optional.of(NumberName.EFFECTIVE_AREA) : Optional.<NumberName>empty())
                .flatMap(Optional::stream)
                .flatMap(name -> use.flatMap(u -> u.number(name)).stream())
                .flatMap(figure -> figure.clauses().stream())
                .forEach(clause -> clauses.add(clause.number()));
    }
}
