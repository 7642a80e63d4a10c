package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.util.Optional;
import java.util.stream.Collectors;

/** An answer in one sentence or two, for those who read no further. */
final class Sentence {
    private Sentence() {}

    static String of(Answer answer, Messages messages) {
        return switch (answer.verdict()) {
            case RULED -> numbers(answer, messages);
            case PROVISIONAL, INFORMATION_ONLY -> numbers(answer, messages) + " " + only(answer.verdict(), messages);
            case NOT_PERMITTED -> notPermitted(answer, messages);
            case LOCKED, REFERRAL, UNDECIDED, UNKNOWN_ZONE, NO_AREA, NO_DATA -> only(answer.verdict(), messages);
        };
    }

    /** Not these uses, or none at all: in its zone, or because of several zones none permits what the others do. */
    private static String notPermitted(Answer answer, Messages messages) {
        if (!answer.asked().uses().isEmpty()) {
            return only(answer.verdict(), messages);
        }
        if (answer.zones().size() < 2) {
            return messages.text("citizen.rules.sentence.NOT_PERMITTED.any");
        }
        String zones = answer.zones().stream()
                .map(zone -> PersianText.isolated(zone.code()))
                .collect(Collectors.joining(messages.text("web.comma") + " "));
        return messages.text("citizen.rules.sentence.NOT_PERMITTED.zones", zones);
    }

    /** The Article 5 decision the numbers rest on; empty when there is none, or there are no numbers. */
    static String decision(Answer answer, Messages messages) {
        boolean persian = messages.locale().equals(Messages.PERSIAN);
        return answer.given()
                .decision()
                .filter(decision -> answer.uses().stream()
                        .anyMatch(use -> use.number(NumberName.DENSITY).isPresent()))
                .map(decision -> messages.text(
                        "citizen.rules.decision",
                        PersianText.isolated(persian ? PersianText.digits(decision.number()) : decision.number()),
                        decision.date(),
                        persian ? PersianText.digits(decision.map()) : decision.map()))
                .orElse("");
    }

    private static String only(Verdict verdict, Messages messages) {
        return messages.text("citizen.rules.sentence." + verdict);
    }

    /** The first use of the book that may be built here, and how many others there are. */
    private static String numbers(Answer answer, Messages messages) {
        Optional<Answer.UseAnswer> first =
                answer.uses().stream().filter(Sentence::isBuildable).findFirst();
        if (first.isEmpty()) {
            return messages.text("citizen.rules.sentence.nothing");
        }
        Answer.UseAnswer use = first.get();
        Optional<String> floors = figure(use, NumberName.FLOORS, messages);
        Optional<String> density = figure(use, NumberName.DENSITY, messages);
        Optional<String> coverage = figure(use, NumberName.COVERAGE, messages);
        String sentence = floors.isPresent() && density.isPresent() && coverage.isPresent()
                ? messages.text(
                        "citizen.rules.sentence.numbers", use.title(), floors.get(), density.get(), coverage.get())
                : messages.text("citizen.rules.sentence.use", use.title());
        long others = answer.uses().stream().filter(Sentence::isBuildable).count() - 1;
        return others == 0 ? sentence : sentence + " " + messages.text("citizen.rules.sentence.others", others);
    }

    /** Floors of zero are an answer as well: a use such as a park. */
    private static boolean isBuildable(Answer.UseAnswer use) {
        boolean permitted =
                switch (use.verdict()) {
                    case RULED, PROVISIONAL, INFORMATION_ONLY -> true;
                    case LOCKED, REFERRAL, UNDECIDED, NOT_PERMITTED, UNKNOWN_ZONE, NO_AREA, NO_DATA -> false;
                };
        return permitted
                && use.number(NumberName.FLOORS)
                        .map(floors -> floors.value().orElse(1) > 0)
                        .orElse(true);
    }

    private static Optional<String> figure(Answer.UseAnswer use, NumberName name, Messages messages) {
        return use.number(name).filter(figure -> figure.value().isPresent()).map(figure -> new AnswerWords(messages)
                .figure(figure));
    }
}
