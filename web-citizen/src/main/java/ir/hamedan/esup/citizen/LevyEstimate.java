package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What the levies of a permit would be for all that a use allows; of the day of the answer. */
@Named("levyEstimate")
@RequestScoped
public class LevyEstimate {
    @Inject
    PermitLevies levies;

    @Inject
    RulesPage page;

    @Inject
    Supposition what;

    @Inject
    Language language;

    private final Map<Answer.UseAnswer, ShownEstimate> estimates = new HashMap<>();

    /** Whether there is something to build for which levies could be asked. */
    public boolean isFor(Answer.UseAnswer use) {
        return amount(use, NumberName.BUILDABLE_AREA).orElse(0) > 0;
    }

    public ShownEstimate of(Answer.UseAnswer use) {
        return estimates.computeIfAbsent(
                use, each -> new ShownEstimate(levies.of(question(each)), language.getMessages()));
    }

    /** What it would come to for the plot that is supposed beside the parcel as it is; null when there is none. */
    public Rial supposed(Compared compared) {
        return compared.now() == null || compared.supposed() == null || !isFor(compared.supposed())
                ? null
                : of(compared.supposed()).getTotal();
    }

    /** Whether shops bear on any of the estimates of the page. */
    public boolean isOfShops() {
        return !what.getShops().isUntold()
                || page.getUses().stream()
                        .map(Compared::shown)
                        .filter(this::isFor)
                        .anyMatch(use -> of(use).isShopsMissing());
    }

    private PermitQuestion question(Answer.UseAnswer use) {
        Answer answer = what.other().filter(other -> other.uses().contains(use)).orElse(page.getAnswer());
        return question(answer, page.getObject().region(), use, what.getShops());
    }

    /** Of the day of the answer, and as the city knew it when the answer did. */
    static PermitQuestion question(Answer answer, int region, Answer.UseAnswer use, Shops shops) {
        PermitQuestion question = question(
                answer,
                region,
                use,
                amount(use, NumberName.BUILDABLE_AREA).orElse(0),
                Math.toIntExact(amount(use, NumberName.FLOORS).orElse(0)),
                amount(use, NumberName.UNITS).orElse(0));
        return shops.trade().map(question::withTrade).orElse(question);
    }

    /** The same for what an owner plans of it. */
    static PermitQuestion question(Answer answer, int region, Answer.UseAnswer use, Plan plan) {
        return question(answer, region, use, plan.floorArea(), plan.storeys(), plan.units())
                .withParking(plan.spaces(), 0);
    }

    /** A use with a number of units is a dwelling. */
    private static PermitQuestion question(
            Answer answer, int region, Answer.UseAnswer use, long floorArea, int storeys, long units) {
        boolean dwelling = amount(use, NumberName.UNITS).orElse(0) > 0;
        String zone = answer.zones().isEmpty() ? "" : answer.zones().get(0).code();
        PermitQuestion question = PermitQuestion.of(answer.on(), region, use.use(), dwelling, floorArea, storeys)
                .knownAt(answer.known())
                .pricedBy(zone);
        return units > 1 ? question.inApartments() : question;
    }

    private static OptionalLong amount(Answer.UseAnswer use, NumberName name) {
        return use.number(name).map(Answer.Figure::value).orElse(OptionalLong.empty());
    }
}
