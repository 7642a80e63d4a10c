package ir.hamedan.esup.citizen;

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
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
    RuleWords words;

    @Inject
    Limits limits;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private RenewalCode code;
    private LandObject object;
    private Answer answer;
    private Answer supposed;
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
            object = parcels.find(code).orElseThrow(() -> gone(code));
        }
        return object;
    }

    /** Refused with the codes that took its place, or as unknown. */
    private Problem gone(RenewalCode asked) {
        List<RenewalCode> followers = parcels.successors(asked);
        return followers.isEmpty()
                ? Problem.notFound("parcels.unknown-code", asked)
                : Problem.conflict("parcels.code-replaced", asked, followers);
    }

    public Answer getAnswer() {
        if (answer == null) {
            answer = rules.of(getObject().code(), day(), now(), Rules.Supposed.NOTHING);
        }
        return answer;
    }

    /** The answer to what is supposed beside; the same as the answer when nothing is. */
    public Answer getSupposed() {
        if (supposed == null) {
            supposed = isWhatIf() ? rules.of(getObject().code(), day(), now(), asked()) : getAnswer();
        }
        return supposed;
    }

    /** Whether something is supposed. */
    public boolean isWhatIf() {
        return !asked().equals(Rules.Supposed.NOTHING);
    }

    private Rules.Supposed asked() {
        int merged = Math.toIntExact(whole("merged").orElse(1L));
        long ceded = whole("ceded").orElse(0L) * 100;
        return new Rules.Supposed(merged, ceded, OptionalInt.empty());
    }

    private Optional<Long> whole(String name) {
        return Parameters.whole(request, name);
    }

    private LocalDate day() {
        return Parameters.day(request, "on").orElseGet(() -> LocalDate.ofInstant(now(), PersianDate.TEHRAN));
    }

    /** The instant whose knowledge counts: one moment for the whole page. */
    private Instant now() {
        if (known == null) {
            known = Parameters.instant(request, "known")
                    .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
        return known;
    }

    /** The address of exactly this answer, for ever. */
    public String getPermalink() {
        return "/rules?" + question();
    }

    /** Where one says what is wrong with it. */
    public String getReport() {
        return "/report?" + question();
    }

    /** The same answer as software reads it. */
    public String getDocument() {
        return "/api/parcels/" + getObject().code() + "/rules?" + moment();
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
    private Optional<RuleBooks.Published> book() {
        if (book == null) {
            book = books.inForce(day(), now());
        }
        return book;
    }

    /** The address of the book; empty when there is none to show. */
    public String getBookAddress() {
        return book().map(published -> BookAddresses.of(published.edition().id()))
                .orElse("");
    }

    /** The address of a clause of the book. */
    public String clause(String number) {
        return book().map(published -> BookAddresses.clause(published.edition().id(), number))
                .orElse("");
    }

    /** The table a use was read from, with the row that counted. */
    public record Table(String row, String address) {}

    public List<Table> tables(Answer.UseAnswer use) {
        if (book().isEmpty()) {
            return List.of();
        }
        RuleBooks.Published published = book().get();
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
            coming = books.coming(day(), now());
        }
        return coming.orElse(null);
    }

    /** What that one will say. */
    public Answer getComingAnswer() {
        if (comingAnswer == null) {
            comingAnswer = rules.of(getObject().code(), getComing().effectiveFrom(), now(), Rules.Supposed.NOTHING);
        }
        return comingAnswer;
    }

    /** The same use in what the coming book says; null when it is not there. */
    public Answer.UseAnswer later(Answer.UseAnswer use) {
        return getComing() == null ? null : getComingAnswer().use(use.use()).orElse(null);
    }

    public String getComingAddress() {
        return "/rules?code=" + getObject().code() + "&on="
                + PersianDate.of(getComing().effectiveFrom()).text();
    }

    /** The parcel and what lies around it; null when it is not drawn on the map. */
    public Extract getExtract() {
        if (extract == null) {
            RenewalCode own = getAnswer().parcel().orElse(getObject().code());
            extract = views.boundsOf(own, day(), now()).map(Extract::around).map(box -> drawn(box, own));
        }
        return extract.orElse(null);
    }

    private Extract drawn(MapViews.Bounds box, RenewalCode own) {
        MapViews.View view = new MapViews.View(
                box.west(),
                box.south(),
                box.east(),
                box.north(),
                Math.min(Extract.scale(box), MapViews.PARCELS_FROM),
                Extract.kinds(getAnswer().concerns().stream().map(Answer.Concern::layer)),
                day(),
                now());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        views.write(view, out);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(out.toByteArray()))) {
            return Extract.of(reader.readObject(), box, own.toString());
        }
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

    /** The same use in the answer to what is supposed; null when it is not there. */
    public Answer.UseAnswer beside(Answer.UseAnswer use) {
        return getSupposed().use(use.use()).orElse(null);
    }

    /** A number in words, beside what is supposed; empty when it is not there. */
    public String shown(Answer.UseAnswer use, Answer.Figure figure) {
        return use == null ? "" : use.number(figure.name()).map(words::figure).orElse("");
    }

    public List<LayerKind> getClear() {
        return getAnswer().doesNotConcern();
    }
}
