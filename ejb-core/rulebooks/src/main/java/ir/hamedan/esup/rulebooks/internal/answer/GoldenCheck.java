package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.GoldenDifference.Part;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Computes the golden parcels of a book and tells what does not come out as expected. */
public final class GoldenCheck {
    private GoldenCheck() {}

    /** Every difference, in the order of the golden parcels and of the names of the numbers. */
    public static List<GoldenDifference> of(RuleBook book) {
        Engine engine = new Engine(book);
        List<GoldenDifference> differences = new ArrayList<>();
        for (Golden golden : book.goldens()) {
            Answer.UseAnswer use = engine.answer(golden.site(), golden.given(), golden.use())
                    .use(golden.use())
                    .orElseThrow();
            parts(golden, use)
                    .forEach(part -> differences.add(new GoldenDifference(golden.id(), golden.title(), part)));
        }
        return differences;
    }

    private static List<Part> parts(Golden golden, Answer.UseAnswer use) {
        List<Part> parts = new ArrayList<>();
        if (use.verdict() != golden.verdict()) {
            parts.add(new GoldenDifference.End(golden.verdict(), use.verdict()));
        }
        for (NumberName name : NumberName.values()) {
            Optional<Answer.Figure> figure = use.number(name);
            Long expected = golden.expected().get(name);
            OptionalLong computed = figure.map(Answer.Figure::value).orElse(OptionalLong.empty());
            if (expected != null && !computed.equals(OptionalLong.of(expected))) {
                parts.add(new GoldenDifference.Value(name, expected, computed));
            }
            Answer.Basis basis = golden.bases().get(name);
            Optional<Answer.Basis> counted = figure.map(Answer.Figure::basis);
            if (basis != null && !counted.equals(Optional.of(basis))) {
                parts.add(new GoldenDifference.CountedFrom(name, basis, counted));
            }
        }
        return parts;
    }
}
