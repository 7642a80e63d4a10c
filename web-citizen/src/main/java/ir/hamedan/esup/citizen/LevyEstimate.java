package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

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

    private final Map<Answer.UseAnswer, PermitLevies.Estimate> estimates = new HashMap<>();

    /** Whether there is something to build for which levies could be asked. */
    public boolean isFor(Answer.UseAnswer use) {
        return amount(use, NumberName.BUILDABLE_AREA).orElse(0) > 0;
    }

    public PermitLevies.Estimate of(Answer.UseAnswer use) {
        return estimates.computeIfAbsent(use, each -> levies.of(question(each)));
    }

    /** What it comes to, null when it cannot be said. */
    public Rial total(Answer.UseAnswer use) {
        OptionalLong total = of(use).total();
        return total.isPresent() ? Rial.of(total.getAsLong()) : null;
    }

    /** What it would come to for the plot that is supposed beside the parcel as it is; null when there is none. */
    public Rial supposed(Compared compared) {
        return compared.now() == null || compared.supposed() == null || !isFor(compared.supposed())
                ? null
                : total(compared.supposed());
    }

    /**
     * A line of the estimate.
     *
     * @param articles of the levy book it rests on
     */
    public record Said(String words, List<String> articles) {}

    public List<Said> lines(Answer.UseAnswer use) {
        return of(use).lines().stream().map(this::said).toList();
    }

    /** What else the book offers: discounts and instalments, with what they come to. */
    public List<Said> terms(Answer.UseAnswer use) {
        PermitLevies.Estimate estimate = of(use);
        return Stream.concat(
                        Stream.concat(estimate.discounts().stream(), estimate.atOnce().stream())
                                .map(this::said),
                        estimate.instalments().stream()
                                .map(plan -> new Said(
                                        plan.title() + ": " + plan.words(language.getMessages()), plan.articles())))
                .toList();
    }

    private Said said(PermitLevies.Counted line) {
        return new Said(
                line.title() + ": " + line.words(language.getMessages()) + " (" + line.legalBasis() + ")",
                line.articles());
    }

    /** Where the articles of the book stand. */
    public String address(Answer.UseAnswer use) {
        return of(use).book().map(LevyBookPage::address).orElse("");
    }

    /** Lines that were not counted, with the reason. */
    public List<String> leftOut(Answer.UseAnswer use) {
        return of(use).leftOut().stream()
                .filter(left ->
                        left.reason() != PermitLevies.Reason.NOTHING && left.reason() != PermitLevies.Reason.EXEMPT)
                .map(left -> (left.title().isEmpty() ? "" : left.title() + ": ") + left.words(language.getMessages()))
                .toList();
    }

    /** Whether a line of it counts shops, and nothing was said of any. */
    public boolean asksForShops(Answer.UseAnswer use) {
        return of(use).leftOut().stream().anyMatch(left -> left.reason() == PermitLevies.Reason.NO_TRADE);
    }

    /** Whether shops bear on any of the estimates of the page. */
    public boolean isOfShops() {
        return !what.getShops().isUntold()
                || page.getUses().stream()
                        .map(Compared::shown)
                        .filter(this::isFor)
                        .anyMatch(this::asksForShops);
    }

    private PermitQuestion question(Answer.UseAnswer use) {
        Answer answer = what.other().filter(other -> other.uses().contains(use)).orElse(page.getAnswer());
        return question(answer, page.getObject().region(), use, what.getShops());
    }

    /** Of the day of the answer, and as the city knew it when the answer did. */
    static PermitQuestion question(Answer answer, int region, Answer.UseAnswer use, Shops shops) {
        long units = amount(use, NumberName.UNITS).orElse(0);
        String zone = answer.zones().isEmpty() ? "" : answer.zones().get(0).code();
        PermitQuestion question = PermitQuestion.of(
                        answer.on(),
                        region,
                        use.use(),
                        units > 0,
                        amount(use, NumberName.BUILDABLE_AREA).orElse(0),
                        Math.toIntExact(amount(use, NumberName.FLOORS).orElse(0)))
                .knownAt(answer.known())
                .pricedBy(zone);
        PermitQuestion divided = units > 1 ? question.inApartments() : question;
        return shops.trade().map(divided::withTrade).orElse(divided);
    }

    private static OptionalLong amount(Answer.UseAnswer use, NumberName name) {
        return use.number(name).map(Answer.Figure::value).orElse(OptionalLong.empty());
    }
}
