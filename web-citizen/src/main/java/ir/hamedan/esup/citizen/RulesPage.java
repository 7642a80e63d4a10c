package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Instants;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.RuleBooks;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.web.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may be built on a parcel, and what if. The address says all that is asked, so that it can be kept and sent on. */
@Named("rules")
@RequestScoped
public class RulesPage {
    @Inject
    Rules rules;

    @Inject
    Parcels parcels;

    @Inject
    RuleBooks books;

    @Inject
    MapViews views;

    @Inject
    Supposition what;

    @Inject
    PublicAddress addresses;

    @Inject
    Limits limits;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private RenewalCode code;
    private LandObject object;
    private Answer comingAnswer;
    private Instant known;
    private Optional<RuleBooks.Published> book;
    private Optional<RuleBooks.Edition> coming;
    private Optional<Extract> extract;

    /** The land object that is asked about. */
    public LandObject getObject() {
        if (object == null) {
            limits.count();
            code = RenewalCode.parse(Parameters.text(request, "code"));
            // Whether others have taken its place depends on what was known at the instant that is asked about.
            object = parcels.everNamed(code).orElseThrow(() -> Problem.notFound("parcels.unknown-code", code));
        }
        return object;
    }

    /** The answer for the parcel as it is, of the uses that are asked for. */
    public Answer getAnswer() {
        return what.getAnswer();
    }

    /** The uses one by one, beside what is supposed and what is to come. */
    public List<Compared> getUses() {
        return Compared.of(
                getAnswer(), what.other(), getComing() == null ? Optional.empty() : Optional.of(getComingAnswer()));
    }

    /** The day that is asked about. */
    public LocalDate getDay() {
        return Parameters.day(request, "on").orElseGet(() -> LocalDate.ofInstant(getNow(), PersianDate.TEHRAN));
    }

    /** The instant whose knowledge counts: one moment for the whole page. */
    public Instant getNow() {
        if (known == null) {
            known = Parameters.instant(request, "known").orElseGet(() -> Instants.now(clock));
        }
        return known;
    }

    /** The address of one use alone. */
    public String address(String use) {
        return "/rules?" + question() + "&use=" + URLEncoder.encode(use, StandardCharsets.UTF_8);
    }

    /** The address of exactly this answer, for ever. */
    public String getPermalink() {
        return addresses.of(
                "/rules?" + question() + what.getParameters() + what.getShops().parameters());
    }

    /** Where one says what is wrong with it. */
    public String getReport() {
        return "/report?" + question();
    }

    /** What a verdict without numbers leads to: {@code commission}, {@code map} or {@code area}; empty for others. */
    public String getStepName() {
        return stepName(getAnswer().verdict());
    }

    static String stepName(Verdict verdict) {
        return switch (verdict) {
            case REFERRAL -> "commission";
            case UNKNOWN_ZONE, NO_DATA -> "map";
            case NO_AREA -> "area";
            case RULED, PROVISIONAL, INFORMATION_ONLY, LOCKED, UNDECIDED, NOT_PERMITTED -> "";
        };
    }

    /** Its address; empty where there is none. */
    public String getStep() {
        return switch (getStepName()) {
            case "commission" -> "/help/rules#commission";
            case "map", "area" -> getReport() + "&subject=" + getStepName().toUpperCase(Locale.ROOT);
            default -> "";
        };
    }

    /** Where an owner asks for a permit, for the use that is looked at alone where there is one. */
    public String getPermit() {
        return "/my/permit?code=" + getObject().code().ofParcel()
                + (what.use(0).isEmpty() ? "" : "&use=" + URLEncoder.encode(what.use(0), StandardCharsets.UTF_8));
    }

    /** The same answer as software reads it. */
    public String getDocument() {
        return "/api/parcels/" + getObject().code() + "/rules?" + moment() + what.getParameters();
    }

    /** The estimate of the levies of the parcel as it is, likewise. */
    public String getLevies() {
        return "/api/parcels/" + getObject().code() + "/levies?" + moment()
                + what.getShops().parameters();
    }

    private String question() {
        return "code=" + getObject().code() + "&" + moment();
    }

    private String moment() {
        return "on="
                + PersianDate.of(getAnswer().on()).text() + "&known="
                + getAnswer().known();
    }

    /** The book that answered, as everybody may read it; empty when it was withdrawn from sight. */
    public Optional<RuleBooks.Published> getBook() {
        if (book == null) {
            book = books.inForce(getDay(), getNow());
        }
        return book;
    }

    /** The address of the book; empty when there is none to show. */
    public String getBookAddress() {
        return getBook()
                .map(published -> BookAddresses.of(published.edition().id()))
                .orElse("");
    }

    /** The address of a clause of the book. */
    public String clause(String number) {
        return getBook()
                .map(published -> BookAddresses.clause(published.edition().id(), number))
                .orElse("");
    }

    /** The table a use was read from, with the row that counted. */
    public record Table(String row, String address) {}

    public List<Table> tables(Answer.UseAnswer use) {
        if (getBook().isEmpty()) {
            return List.of();
        }
        RuleBooks.Published published = getBook().get();
        return use.rows().stream()
                .flatMap(id -> published.book().rows().stream()
                        .filter(row -> row.id().equals(id.replaceFirst("/.*", "")))
                        .map(row -> new Table(
                                id, BookAddresses.table(published.edition().id(), row.zone(), use.use(), id))))
                .toList();
    }

    /** The book that comes next, if one is known; null for none. */
    public RuleBooks.Edition getComing() {
        if (coming == null) {
            coming = books.coming(getDay(), getNow());
        }
        return coming.orElse(null);
    }

    /** What that one will say. */
    public Answer getComingAnswer() {
        if (comingAnswer == null) {
            comingAnswer = rules.of(getObject().code(), getComing().effectiveFrom(), getNow(), Rules.Supposed.NOTHING);
        }
        return comingAnswer;
    }

    public String getComingAddress() {
        return "/rules?code=" + getObject().code() + "&on="
                + PersianDate.of(getComing().effectiveFrom()).text();
    }

    /** The parcel and what lies around it; null when it is not drawn on the map. */
    public Extract getExtract() {
        if (extract == null) {
            Set<RenewalCode> own = new LinkedHashSet<>();
            own.add(getAnswer().parcel().orElse(getObject().code()));
            what.other().ifPresent(answer -> own.addAll(answer.asked().with()));
            extract = own.stream()
                    .flatMap(code -> views.boundsOf(code, getDay(), getNow()).stream())
                    .reduce(Extract::both)
                    .map(Extract::around)
                    .map(box -> drawn(box, own));
        }
        return extract.orElse(null);
    }

    private Extract drawn(MapViews.Bounds box, Set<RenewalCode> own) {
        MapViews.View view = new MapViews.View(
                box.west(),
                box.south(),
                box.east(),
                box.north(),
                Math.min(Extract.scale(box), MapViews.PARCELS_FROM),
                Extract.kinds(getAnswer().concerns().stream().map(Answer.Concern::layer)),
                getDay(),
                getNow());
        return Extract.of(views, view, own.stream().map(RenewalCode::text).collect(Collectors.toSet()));
    }

    public String getVerdictKind() {
        return kind(getAnswer().verdict());
    }

    /** The kind of mark that goes with a verdict. */
    public String kind(Verdict verdict) {
        return switch (verdict) {
            case RULED -> "good";
            case PROVISIONAL, INFORMATION_ONLY, REFERRAL, UNDECIDED -> "care";
            case LOCKED, NOT_PERMITTED -> "bad";
            case UNKNOWN_ZONE, NO_AREA, NO_DATA -> "info";
        };
    }

    public List<LayerKind> getClear() {
        return getAnswer().doesNotConcern();
    }
}
