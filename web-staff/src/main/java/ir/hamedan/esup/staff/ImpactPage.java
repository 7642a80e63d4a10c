package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Dimension;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice;
import ir.hamedan.esup.web.Language;
import ir.hamedan.esup.web.MapLayer;
import ir.hamedan.esup.web.MapShown;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a draft would change in the city: the sums of a report, or its parcels one by one. */
@Named("impact")
@RequestScoped
public class ImpactPage {
    /** In place of a dimension: the parcels themselves. */
    static final String PARCELS = "PARCELS";

    /** In place of a dimension: the parcels on a map. */
    static final String MAP = "MAP";

    private static final int PAGE_SIZE = 50;
    private static final int HUNDREDTHS = 100;
    private static final int WHOLE = 100;

    @Inject
    ImpactReports impacts;

    @Inject
    RuleBookOffice office;

    @Inject
    MapViews views;

    @Inject
    Language language;

    @Inject
    HttpServletRequest request;

    private ImpactReports.Report report;
    private RuleBookOffice.Draft book;
    private Optional<RuleBookOffice.Draft> against = Optional.empty();
    private Optional<Dimension> by;
    private Optional<Outcome> outcome;
    private Optional<Page<ImpactReports.Sum>> sums = Optional.empty();
    private Optional<Page<ImpactReports.ParcelImpact>> parcels = Optional.empty();
    private Optional<MapShown> map = Optional.empty();
    private final Map<String, String> titles = new HashMap<>();

    @PostConstruct
    void load() {
        report = impacts.report(Parameters.whole(request, "id").orElse(0L));
        book = office.draft(report.book());
        if (report.against().isPresent()) {
            against = Optional.of(office.draft(report.against().getAsLong()));
        }
        String wanted = Parameters.text(request, "by");
        by = wanted.equals(PARCELS) || wanted.equals(MAP)
                ? Optional.empty()
                : Optional.of(dimension(wanted).orElse(Dimension.ALL));
        outcome = named(Outcome.values(), Parameters.text(request, "outcome"));
        Page.Request page = Parameters.page(request, PAGE_SIZE);
        if (by.isPresent()) {
            sums = Optional.of(Page.part(impacts.sums(report.id(), by.get()), page));
            entitle(by.get(), office.book(report.book()));
        } else if (wanted.equals(MAP)) {
            map = Optional.of(map());
        } else {
            parcels = Optional.of(impacts.parcels(report.id(), outcome, page));
        }
    }

    /** What sums are asked for by its name. */
    static Optional<Dimension> dimension(String name) {
        return named(Dimension.values(), name);
    }

    private MapShown map() {
        Messages messages = language.getMessages();
        MapViews.Bounds city = MapShown.city(views, report.on(), report.known());
        return new MapShown(
                "maps/impact?id=" + report.id(),
                "parcel?code={}",
                Stream.of(Outcome.values()).map(Enum::name).toList(),
                city,
                city,
                "",
                "staff.impact.map.",
                Stream.concat(
                                Stream.of(Outcome.values()).map(one -> PlanLook.of(one, messages)),
                                Stream.of(LayerKind.STREET, LayerKind.ZONE)
                                        .map(kind -> MapLayer.of(kind, messages, kind == LayerKind.STREET)))
                        .toList());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private void entitle(Dimension dimension, RuleBook content) {
        switch (dimension) {
            case ALL, REGION -> {}
            case ZONE -> content.zones().forEach(zone -> titles.put(zone.code(), zone.title()));
            case USE -> content.uses().forEach(use -> titles.put(use.code(), use.title()));
            case CLAUSE -> content.clauses().forEach(clause -> titles.put(clause.number(), clause.title()));
        }
    }

    public ImpactReports.Report getReport() {
        return report;
    }

    public RuleBookOffice.Draft getBook() {
        return book;
    }

    /** The book it is compared with; null when none is in force on that day. */
    public RuleBookOffice.Draft getAgainst() {
        return against.orElse(null);
    }

    public List<Dimension> getDimensions() {
        return List.of(Dimension.values());
    }

    /** The map; null where sums or parcels are listed. */
    public MapShown getMap() {
        return map.orElse(null);
    }

    /** What is summed by; null where parcels are listed. */
    public Dimension getBy() {
        return by.orElse(null);
    }

    public List<Outcome> getOutcomes() {
        return List.of(Outcome.values());
    }

    /** The one outcome whose parcels are listed; null for all. */
    public Outcome getOutcome() {
        return outcome.orElse(null);
    }

    public Page<ImpactReports.Sum> getSums() {
        return sums.orElse(null);
    }

    public Page<ImpactReports.ParcelImpact> getParcels() {
        return parcels.orElse(null);
    }

    /** What the draft calls a zone, a use or a clause; empty where it has none of that name. */
    public String title(String key) {
        return titles.getOrDefault(key, "");
    }

    public long getPercent() {
        return percentDone(report);
    }

    static long percentDone(ImpactReports.Report report) {
        return report.isComplete() || report.total() == 0 ? WHOLE : report.done() * WHOLE / report.total();
    }

    /** Whole square metres. */
    public long metres(long hundredths) {
        return Math.floorDiv(hundredths + HUNDREDTHS / 2, (long) HUNDREDTHS);
    }

    /** A density as the book writes it. */
    public String density(ImpactReports.Side side) {
        if (side.verdict().isEmpty()) {
            return "—";
        }
        String plain = side.density() == 0
                ? "0"
                : BigDecimal.valueOf(side.density(), 1).stripTrailingZeros().toPlainString();
        boolean persian = language.getMessages().locale().equals(Messages.PERSIAN);
        return persian ? PersianText.digits(plain).replace('.', '٫') + "٪" : plain + "%";
    }

    public String tone(Outcome one) {
        return switch (one) {
            case GAINS, NEWLY_DECIDABLE -> "good";
            case LOSES, STAYS_UNDECIDABLE -> "care";
            case BECOMES_UNDECIDABLE -> "bad";
            case UNCHANGED -> "plain";
        };
    }
}
