package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Overlay;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.internal.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a book says of a site: a function of the two and of what is given, in nine steps. It reads no clock, no database and
 * no setting, so that equal inputs give equal answers for ever.
 *
 * <p>1 locks; 2 the plot that counts; 3 base row; 4 bonuses; 5 reductions; 6 a decision of the Article 5 commission; 7 hard
 * caps; 8 what follows; 9 every number keeps the clauses that set it and the values it lost.
 */
public final class Engine {
    private final RuleBook book;
    private final Table table;
    private final Clauses titles;
    private final boolean asksForStreets;
    private final Map<String, Use> uses = new HashMap<>();

    /** What was looked at for one use. */
    private record Looked(Answer.UseAnswer answer, List<Applied> applied, boolean levelApplies) {}

    /**
     * Makes the book ready to be asked many times.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code rulebooks.too-many-rows}, {@code rulebooks.row-twice}
     */
    public Engine(RuleBook book) {
        this.book = book;
        this.table = new Table(book);
        this.titles = new Clauses(book);
        this.asksForStreets = asksForStreets(book);
        book.uses().forEach(use -> uses.put(use.code(), use));
    }

    public Table table() {
        return table;
    }

    /** There are cities whose ordinance says the same whatever the street: their answers do not wait for its width. */
    private static boolean asksForStreets(RuleBook book) {
        return !book.chamfers().isEmpty()
                || book.rows().stream().anyMatch(row -> !row.street().equals(Band.ANY))
                || book.referrals().stream()
                        .anyMatch(referral -> !referral.street().equals(Band.ANY))
                || book.overlays().stream()
                        .map(Overlay::when)
                        .anyMatch(when -> !when.street().equals(Band.ANY)
                                || !when.streets().isEmpty());
    }

    /** A place of the table: what is read for a plot in one of its zones and for one use. */
    public record Spot(String zone, String use, long area, long width) {}

    /** The places of the table that are read for a site; of a zone without a row one without a use. */
    public List<Spot> spots(Site site, Given given) {
        Plot plot = Plot.of(book, site, given);
        if (obstacle(site, plot).isPresent()) {
            return List.of();
        }
        long width = plot.width().orElse(0);
        Set<Spot> spots = new LinkedHashSet<>();
        for (String use : uses(site, given, plot)) {
            List<Applied> applied = Applied.of(book, site, plot, given, use);
            if (!isLocked(given, applied)) {
                zones(site, applied).stream()
                        .filter(zone -> !table.rows(zone.code(), use).isEmpty())
                        .forEach(zone -> spots.add(new Spot(zone.code(), use, plot.effective(), width)));
            }
        }
        site.zones().stream()
                .filter(zone -> table.uses(zone.code()).isEmpty())
                .forEach(zone -> spots.add(new Spot(zone.code(), "", plot.effective(), width)));
        return List.copyOf(spots);
    }

    /** Every use that has a row in a zone of the site. */
    public Answer answer(Site site, Given given) {
        return answer(site, given, Answer.Asked.NOTHING);
    }

    /** The uses that were asked for, whether they are permitted or not; without any every use that has a row. */
    public Answer answer(Site site, Given given, Answer.Asked asked) {
        Plot plot = Plot.of(book, site, given);
        return answer(site, given, asked, plot, asked.uses().isEmpty() ? uses(site, given, plot) : asked.uses());
    }

    private List<String> uses(Site site, Given given, Plot plot) {
        Set<String> all = new LinkedHashSet<>();
        site.zones().forEach(zone -> all.addAll(table.uses(zone.code())));
        for (Applied applied : Applied.of(book, site, plot, given, "")) {
            if (applied.rule().effect() == Effect.ONLY_ZONE) {
                all.addAll(table.uses(applied.rule().amounts().zone()));
            }
        }
        return List.copyOf(all);
    }

    /** One use, whether it is permitted or not. */
    public Answer answer(Site site, Given given, String use) {
        return answer(site, given, new Answer.Asked(List.of(), List.of(use)));
    }

    /** Whether the book has heard of the use. */
    public boolean knows(String use) {
        return uses.containsKey(use);
    }

    private Answer answer(Site site, Given given, Answer.Asked asked, Plot plot, List<String> codes) {
        Surroundings surroundings = new Surroundings(book, titles, site);
        List<Looked> looked =
                codes.stream().map(code -> look(site, given, plot, code)).toList();
        List<List<Applied>> applied = looked.isEmpty()
                ? List.of(Applied.of(book, site, plot, given, ""))
                : looked.stream().map(Looked::applied).toList();
        List<Answer.Unknown> unknown =
                surroundings.unknown(plot, given, looked.stream().anyMatch(Looked::levelApplies));
        boolean provisional = unknown.stream().anyMatch(Answer.Unknown::couldLower);
        List<Answer.UseAnswer> answers = looked.stream()
                .map(one -> provisional ? provisional(one.answer()) : one.answer())
                .toList();
        Verdict verdict = answers.stream()
                .map(Answer.UseAnswer::verdict)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> withoutUse(site, plot));
        return new Answer(
                site.parcel(),
                site.on(),
                site.known(),
                book.data(),
                given,
                asked,
                verdict,
                plot.width(),
                site.zones().stream()
                        .map(zone ->
                                new Answer.ZonePart(zone.code(), zone.name(), zone.area(), site.share(zone.area())))
                        .toList(),
                surroundings.concerns(applied),
                surroundings.clear(),
                unknown,
                answers,
                site.versions());
    }

    private static Answer.UseAnswer provisional(Answer.UseAnswer answer) {
        return answer.verdict() != Verdict.RULED
                ? answer
                : new Answer.UseAnswer(
                        answer.use(),
                        answer.title(),
                        Verdict.PROVISIONAL,
                        answer.rows(),
                        answer.numbers(),
                        answer.whyNot(),
                        answer.needs(),
                        answer.notPermitted());
    }

    private Verdict withoutUse(Site site, Plot plot) {
        return obstacle(site, plot).orElse(Verdict.REFERRAL);
    }

    /** Why no table can be read for the site at all. */
    private Optional<Verdict> obstacle(Site site, Plot plot) {
        if (site.zones().isEmpty() || asksForStreets && plot.width().isEmpty()) {
            return Optional.of(Verdict.NO_DATA);
        }
        if (site.zones().stream().anyMatch(zone -> !isKnown(zone.code()))) {
            return Optional.of(Verdict.UNKNOWN_ZONE);
        }
        return plot.area() <= 0 || plot.effective() <= 0 ? Optional.of(Verdict.NO_AREA) : Optional.empty();
    }

    private boolean isKnown(String zone) {
        return book.zones().stream().anyMatch(known -> known.code().equals(zone));
    }

    private Looked look(Site site, Given given, Plot plot, String code) {
        List<Applied> applied = Applied.of(book, site, plot, given, code);
        Optional<Verdict> stop = isLocked(given, applied) ? Optional.of(Verdict.LOCKED) : obstacle(site, plot);
        if (stop.isPresent()) {
            return new Looked(without(code, stop.get(), List.of(), List.of(), applied, List.of()), applied, false);
        }
        long width = plot.width().orElse(0);
        List<Site.Zone> zones = zones(site, applied);
        List<Table.Match> matches = zones.stream()
                .map(zone -> table.match(zone.code(), code, plot.effective(), width))
                .toList();
        List<Answer.WhyNot> whyNot = zones.stream()
                .flatMap(zone -> WhyNots.of(table.rows(zone.code(), code), plot.effective(), width).stream())
                .toList();
        Optional<Verdict> none = none(code, zones, matches, given);
        if (none.isPresent()) {
            List<Answer.Figure> facts = plot.numbers(titles);
            List<Answer.NotPermitted> notPermitted = zones.stream()
                    .filter(zone -> table.rows(zone.code(), code).isEmpty())
                    .map(zone -> notPermitted(zone.code(), applied))
                    .toList();
            return new Looked(without(code, none.get(), facts, whyNot, applied, notPermitted), applied, false);
        }
        Course course = course(site, given, plot, zones, matches, applied);
        Use use = use(code);
        Answer.UseAnswer answer = new Answer.UseAnswer(
                code,
                use.title(),
                isForInformation(given) ? Verdict.INFORMATION_ONLY : Verdict.RULED,
                matches.stream()
                        .flatMap(match -> match.row().stream())
                        .map(Row::id)
                        .toList(),
                new Derived(book.parameters(), titles, plot, use, course).numbers(given),
                whyNot,
                needs(applied),
                List.of());
        return new Looked(answer, applied, course.highestLevel.isPresent());
    }

    /** Why there is no base row, and no decision that could stand for it. */
    private Optional<Verdict> none(String code, List<Site.Zone> zones, List<Table.Match> matches, Given given) {
        if (zones.stream().anyMatch(zone -> table.rows(zone.code(), code).isEmpty())) {
            return Optional.of(Verdict.NOT_PERMITTED);
        }
        if (given.decision().isPresent()
                || matches.stream().allMatch(match -> match.row().isPresent())) {
            return Optional.empty();
        }
        boolean undecided = matches.stream().anyMatch(Table.Match::isUndecided);
        return Optional.of(undecided ? Verdict.UNDECIDED : Verdict.REFERRAL);
    }

    private Course course(
            Site site,
            Given given,
            Plot plot,
            List<Site.Zone> zones,
            List<Table.Match> matches,
            List<Applied> applied) {
        List<Course.Base> bases = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            long area = Math.max(1, zones.get(i).area());
            matches.get(i).row().ifPresent(row -> bases.add(new Course.Base(row, area)));
        }
        Course course;
        if (bases.size() < zones.size()) {
            course = new Course(book.parameters(), titles, given.decision().orElseThrow(), applied);
        } else {
            course = new Course(book.parameters(), titles, bases, applied);
            course.bonuses(site, plot, given);
            course.reductions();
            given.decision().ifPresent(course::decide);
        }
        course.caps(given.groundLevel());
        return course;
    }

    /** The zones whose tables are read: those of the site, or the only one an overlay leaves. */
    private static List<Site.Zone> zones(Site site, List<Applied> applied) {
        List<Site.Zone> only = applied.stream()
                .filter(one -> one.rule().effect() == Effect.ONLY_ZONE)
                .map(one -> new Site.Zone(one.rule().amounts().zone(), "", Math.max(1, site.area())))
                .distinct()
                .toList();
        return only.isEmpty() ? site.zones() : only;
    }

    /** Step 1. */
    private boolean isLocked(Given given, List<Applied> applied) {
        return applied.stream().anyMatch(one -> one.rule().effect() == Effect.LOCK)
                || given.locks().stream()
                        .anyMatch(lock -> book.parameters().locks().get(lock) == Parameters.LockEffect.NO_RULE);
    }

    private boolean isForInformation(Given given) {
        return given.locks().stream()
                .anyMatch(lock -> book.parameters().locks().get(lock) == Parameters.LockEffect.INFORMATION_ONLY);
    }

    private Answer.UseAnswer without(
            String code,
            Verdict verdict,
            List<Answer.Figure> facts,
            List<Answer.WhyNot> whyNot,
            List<Applied> applied,
            List<Answer.NotPermitted> notPermitted) {
        return new Answer.UseAnswer(
                code, use(code).title(), verdict, List.of(), facts, whyNot, needs(applied), notPermitted);
    }

    private Answer.NotPermitted notPermitted(String zone, List<Applied> applied) {
        Set<String> clauses = new LinkedHashSet<>();
        applied.stream()
                .filter(one -> one.rule().effect() == Effect.ONLY_ZONE)
                .forEach(one -> clauses.addAll(one.rule().clauses()));
        List<Answer.Permitted> permitted = new ArrayList<>();
        for (String use : table.uses(zone)) {
            permitted.add(new Answer.Permitted(use, use(use).title()));
            table.rows(zone, use).forEach(row -> clauses.addAll(row.clauses()));
        }
        return new Answer.NotPermitted(zone, List.copyOf(permitted), titles.of(clauses));
    }

    /** A use that stands in rows but not in the list of uses has no title. */
    private Use use(String code) {
        return uses.getOrDefault(code, new Use(code, "", 0, true));
    }

    private static List<String> needs(List<Applied> applied) {
        return applied.stream()
                .map(one -> one.rule().needs())
                .filter(need -> !need.isEmpty())
                .distinct()
                .toList();
    }
}
