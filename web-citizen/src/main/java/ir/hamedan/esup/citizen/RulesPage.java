package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.web.Parameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

    private Instant now() {
        return clock.instant();
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
