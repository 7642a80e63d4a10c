package ir.hamedan.esup.permits.api;

import ir.hamedan.esup.levies.api.PermitQuestion;
import ir.hamedan.esup.levies.api.Shops;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.NumberName;
import java.util.Optional;
import java.util.OptionalLong;

/** What is asked of the levy book for a building: of the day of the answer of the rules, and as the city knew it when that did. */
public final class LevyQuestions {
    private LevyQuestions() {}

    /** For all that a use allows; empty where nothing may be built of it, or how much is not known. */
    public static Optional<PermitQuestion> of(Answer answer, int region, Answer.UseAnswer use, Shops shops) {
        long floorArea = amount(use, NumberName.BUILDABLE_AREA).orElse(0);
        if (floorArea <= 0) {
            return Optional.empty();
        }
        PermitQuestion question = of(
                answer,
                region,
                use,
                floorArea,
                Math.toIntExact(amount(use, NumberName.FLOORS).orElse(0)),
                amount(use, NumberName.UNITS).orElse(0));
        return Optional.of(shops.trade().map(question::withTrade).orElse(question));
    }

    /** For what an owner plans of it. */
    public static PermitQuestion of(Answer answer, int region, Answer.UseAnswer use, Plan plan) {
        return of(answer, region, use, plan.floorArea(), plan.storeys(), plan.units())
                .withParking(plan.spaces(), 0);
    }

    /** A use with a number of units is a dwelling. */
    private static PermitQuestion of(
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
