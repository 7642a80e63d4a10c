package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.levies.api.PermitLevies;
import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.permits.api.LevyQuestions;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
        return question(use).isPresent();
    }

    public ShownEstimate of(Answer.UseAnswer use) {
        return estimates.computeIfAbsent(
                use, each -> new ShownEstimate(levies.of(question(each).orElseThrow()), language.getMessages()));
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

    private Optional<PermitQuestion> question(Answer.UseAnswer use) {
        Answer answer = what.other().filter(other -> other.uses().contains(use)).orElse(page.getAnswer());
        return LevyQuestions.of(answer, page.getObject().region(), use, what.getShops());
    }
}
