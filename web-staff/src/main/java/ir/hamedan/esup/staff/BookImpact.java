package ir.hamedan.esup.staff;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobRun;
import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.rulebooks.api.RuleStatements;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On the page of a book: what it would change in the city, and to whom it was stated. */
@Named("bookImpact")
@RequestScoped
public class BookImpact {
    private static final Page.Request LATEST = new Page.Request(0, 10);
    private static final Page.Request FIRST = new Page.Request(0, 1);

    @Inject
    ImpactReports impacts;

    @Inject
    RuleBookOffice office;

    @Inject
    RuleStatements statements;

    @Inject
    Jobs jobs;

    @Inject
    Me me;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    private RuleBookOffice.Draft book;
    private String impactDay;
    private final Map<Long, ImpactReports.FindingImpact> findings = new HashMap<>();
    private Optional<List<ImpactReports.Report>> reports = Optional.empty();
    private Optional<Optional<ImpactReports.Report>> counted = Optional.empty();
    private Optional<RuleBookOffice.ZoneDifferences> zones = Optional.empty();

    @PostConstruct
    void load() {
        book = office.draft(Parameters.whole(request, "id").orElse(0L));
        impactDay =
                PersianDate.of(RuleBookPage.proposedDay(book, office, clock)).text();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PersianDate.TEHRAN));
    }

    /** Whether a report can be opened: a book that is published or withdrawn keeps those it has. */
    public boolean isComputable() {
        return me.has("SUPERVISOR ADMINISTRATOR") && isUnpublished();
    }

    /** Whether it is a book that may still be published. */
    public boolean isUnpublished() {
        return book.faults() == 0 && (book.state() == BookState.DRAFT || book.state() == BookState.CHECKED);
    }

    /** Its zones beside those of the map, on the day it is to hold from, or today. */
    public RuleBookOffice.ZoneDifferences getZones() {
        if (zones.isEmpty()) {
            LocalDate from =
                    book.effectiveFrom().filter(day -> day.isAfter(today())).orElse(today());
            zones = Optional.of(office.zones(book.id(), from));
        }
        return zones.get();
    }

    /** The latest ones. */
    public List<ImpactReports.Report> getReports() {
        if (reports.isEmpty()) {
            reports = Optional.of(impacts.reports(book.id(), LATEST).rows());
        }
        return reports.get();
    }

    /** Whether anything is to be said of the impact. */
    public boolean isShown() {
        return isComputable() || !getReports().isEmpty();
    }

    /** The run that works a report off; those who may not see jobs have no way there. */
    public String run(ImpactReports.Report report) {
        return me.has("SUPERVISOR ADMINISTRATOR") ? "job?key=" + Jobs.reportKey(report.id()) : "";
    }

    public long percent(ImpactReports.Report report) {
        return ImpactPage.percentDone(report);
    }

    public String compute() {
        LocalDate day = Days.needed("impactDay", impactDay);
        JobRun run = FormProblems.refusedAt(
                "impactDay",
                () -> jobs.start(
                        JobKind.IMPACT_REPORT, Map.of(Jobs.BOOK, Long.toString(book.id()), Jobs.DAY, day.toString())));
        return "job?faces-redirect=true&key=" + run.key();
    }

    /** The report that tells which parcels lie in its gaps and overlaps. */
    public Optional<ImpactReports.Report> getCounted() {
        if (counted.isEmpty()) {
            counted = Optional.of(impacts.counted(book.id()));
        }
        return counted.get();
    }

    /** The day it is of; null without one, for a page asks for its parts also where it shows none. */
    public LocalDate getCountedDay() {
        return getCounted().map(ImpactReports.Report::on).orElse(null);
    }

    /** The real parcels in a gap or an overlap; null of none, for a page asks for its parts also where it shows none. */
    public ImpactReports.FindingImpact finding(RuleBookOffice.FindingView view) {
        return view == null ? null : findings.computeIfAbsent(view.id(), impacts::finding);
    }

    /** Whether it was ever in force, so that statements may rest on it. */
    public boolean isStated() {
        return book.state() == BookState.PUBLISHED || book.state() == BookState.WITHDRAWN;
    }

    public long getStatements() {
        return statements.under(book.id(), FIRST).total();
    }

    public String getImpactDay() {
        return impactDay;
    }

    public void setImpactDay(String impactDay) {
        this.impactDay = impactDay;
    }
}
