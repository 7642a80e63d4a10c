package ir.hamedan.esup.rulebooks.internal.impact;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.SiteSweep;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.api.RuleBooks.Edition;
import ir.hamedan.esup.rulebooks.api.Use;
import ir.hamedan.esup.rulebooks.api.Zone;
import ir.hamedan.esup.rulebooks.internal.answer.Engine;
import ir.hamedan.esup.rulebooks.internal.plan.Laid;
import ir.hamedan.esup.rulebooks.internal.plan.PlanFactTable;
import ir.hamedan.esup.rulebooks.internal.store.Contents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** A report is locked while a piece of it is worked off, so that each piece is done once. */
@Stateless
@Local(ImpactReports.class)
@RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
public class ImpactReportsBean implements ImpactReports {
    private static final int LINES_AT_ONCE = 1_000;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    SiteSweep sweep;

    @Inject
    MapViews views;

    @Inject
    Clock clock;

    @Resource
    SessionContext context;

    Supplier<String> caller = () -> context.getCallerPrincipal().getName();

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR, SYSTEM})
    public Report open(long book, LocalDate on) {
        Contents contents = new Contents(sql());
        contents.requireUnpublished(book);
        Instant now = clock.instant();
        RuleBook draft = contents.of(book);
        requirePossible(draft, on, now);
        Optional<Edition> against = contents.inForce(on, now);
        Report fresh = new Report(
                0,
                book,
                against.map(edition -> OptionalLong.of(edition.id())).orElse(OptionalLong.empty()),
                on,
                now,
                Contents.hash(draft),
                sweep.count(on, now),
                0,
                caller.get(),
                now,
                Optional.empty());
        return rows().open(fresh);
    }

    private static void requirePossible(RuleBook draft, LocalDate on, Instant now) {
        LocalDate own = draft.data().effectiveFrom();
        if (on.isBefore(own)) {
            throw Problem.invalid("rulebooks.before-its-day", own).at("day");
        }
        LocalDate first = Contents.firstDay(draft, now);
        if (on.isBefore(first)) {
            throw Problem.invalid("rulebooks.impact-day-over", first).at("day");
        }
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR, SYSTEM})
    public Report work(long report, int most) {
        ImpactRows rows = rows();
        ImpactRows.Held held = rows.held(report);
        Report standing = held.report();
        if (standing.isComplete()) {
            return standing;
        }
        Contents contents = new Contents(sql());
        RuleBook draft = contents.of(standing.book());
        if (!Contents.hash(draft).equals(standing.contentHash())) {
            throw Problem.conflict("rulebooks.impact-outdated");
        }
        Engine after = new Engine(draft);
        Optional<Engine> before = standing.against().isPresent()
                ? Optional.of(new Engine(contents.published(standing.against().getAsLong())))
                : Optional.empty();
        Optional<RenewalCode> begin =
                held.position().isEmpty() ? Optional.empty() : Optional.of(RenewalCode.parse(held.position()));
        SiteSweep.Piece piece = sweep.after(begin, most, standing.on(), standing.known());
        Comparison comparison = new Comparison(before, after);
        Tally tally = new Tally();
        FindingHits hits = new FindingHits(contents.findings(standing.book()));
        List<Comparison.Plot> plots = new ArrayList<>();
        Map<RenewalCode, Laid> laid = laid(piece, standing);
        for (Site site : piece.sites()) {
            Given given =
                    laid.getOrDefault(site.parcel().orElseThrow(), Laid.NOTHING).in(Given.NOTHING);
            Comparison.Plot plot = comparison.of(site, given);
            plots.add(plot);
            tally.add(plot);
            hits.add(plot.code(), after.spots(site, given));
        }
        rows.add(report, plots);
        rows.addSums(held, tally.sums());
        rows.addHits(held, hits.hits());
        Optional<Instant> finished = piece.complete() ? Optional.of(clock.instant()) : Optional.empty();
        rows.moveOn(held, plots.size(), piece.end(begin), finished);
        return rows.get(report);
    }

    /** What planners laid down for the parcels of a piece, as the report knows it. */
    private Map<RenewalCode, Laid> laid(SiteSweep.Piece piece, Report report) {
        List<RenewalCode> codes =
                piece.sites().stream().flatMap(site -> site.parcel().stream()).toList();
        return new PlanFactTable(sql()).laid(codes, report.on(), report.known());
    }

    @Override
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR, SYSTEM})
    public Report report(long report) {
        return rows().get(report);
    }

    @Override
    public Page<Report> reports(long book, Page.Request page) {
        return rows().of(book, page);
    }

    @Override
    public Optional<Report> counted(long book) {
        OptionalLong last = new Contents(sql()).counted(book);
        return last.isPresent() ? Optional.of(rows().get(last.getAsLong())) : Optional.empty();
    }

    @Override
    public List<Sum> sums(long report, Dimension by) {
        rows().get(report);
        return rows().sums(report, by);
    }

    @Override
    public Page<ParcelImpact> parcels(long report, Optional<Outcome> outcome, Page.Request page) {
        rows().get(report);
        return rows().parcels(report, outcome, page);
    }

    @Override
    public void map(long report, Set<Outcome> outcomes, MapViews.View view, OutputStream out) {
        Report shown = rows().get(report);
        if (!view.fitsScreen()) {
            throw Problem.invalid("parcels.view-wrong");
        }
        views.paint(
                view.at(shown.on(), shown.known()),
                outcomes.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new)),
                codes -> rows().outcomes(report, codes),
                out);
    }

    @Override
    public void csv(long report, OutputStream out) {
        finished(report);
        ImpactCsv csv = ImpactCsv.ofParcels(out);
        String place = "";
        List<ParcelImpact> next;
        do {
            next = rows().after(report, place, LINES_AT_ONCE);
            next.forEach(csv::add);
            place = next.isEmpty() ? place : next.get(next.size() - 1).code().sortKey();
        } while (next.size() == LINES_AT_ONCE);
        csv.end();
    }

    @Override
    public void csv(long report, Dimension by, OutputStream out) {
        Report finished = finished(report);
        ImpactCsv csv = ImpactCsv.ofSums(out);
        Map<String, String> titles = titles(by, finished.book());
        rows().sums(report, by).forEach(sum -> csv.add(sum, titles.getOrDefault(sum.key(), "")));
        csv.end();
    }

    private Report finished(long report) {
        Report standing = rows().get(report);
        if (!standing.isComplete()) {
            throw Problem.conflict("rulebooks.impact-unfinished");
        }
        return standing;
    }

    /** What a book calls the keys of a dimension. */
    private Map<String, String> titles(Dimension by, long book) {
        return switch (by) {
            case ALL, REGION -> Map.of();
            case ZONE -> titles(book, RuleBook::zones, Zone::code, Zone::title);
            case USE -> titles(book, RuleBook::uses, Use::code, Use::title);
            case CLAUSE -> titles(book, RuleBook::clauses, Clause::number, Clause::title);
        };
    }

    private <T> Map<String, String> titles(
            long book, Function<RuleBook, List<T>> part, Function<T, String> key, Function<T, String> title) {
        return part.apply(new Contents(sql()).of(book)).stream()
                .collect(Collectors.toMap(key, title, (one, other) -> one));
    }

    @Override
    public FindingImpact finding(long finding) {
        FindingView view = new Contents(sql()).finding(finding);
        OptionalLong report = new Contents(sql()).counted(view.book());
        List<FindingHits.Hit> hits = report.isPresent() ? rows().hits(report.getAsLong(), finding) : List.of();
        return new FindingImpact(
                finding,
                report,
                hits.stream().mapToLong(FindingHits.Hit::parcels).sum(),
                hits.stream()
                        .flatMap(hit -> hit.codes().stream())
                        .limit(FindingImpact.MOST_CODES)
                        .toList());
    }

    private ImpactRows rows() {
        return new ImpactRows(sql());
    }

    private Sql sql() {
        return new Sql(source);
    }
}
