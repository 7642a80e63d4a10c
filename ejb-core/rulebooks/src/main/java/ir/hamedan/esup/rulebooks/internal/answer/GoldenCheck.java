package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Golden;
import ir.hamedan.esup.rulebooks.api.GoldenDifference;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.util.ArrayList;
import java.util.List;
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
            if (use.verdict() != golden.verdict()) {
                differences.add(
                        difference(golden, use.verdict(), "verdict", OptionalLong.empty(), OptionalLong.empty()));
            }
            for (NumberName name : NumberName.values()) {
                Long expected = golden.expected().get(name);
                OptionalLong computed =
                        use.number(name).map(Answer.Figure::value).orElse(OptionalLong.empty());
                if (expected != null && !computed.equals(OptionalLong.of(expected))) {
                    differences.add(difference(golden, use.verdict(), name.key(), OptionalLong.of(expected), computed));
                }
            }
        }
        return differences;
    }

    private static GoldenDifference difference(
            Golden golden, Verdict verdict, String number, OptionalLong expected, OptionalLong computed) {
        return new GoldenDifference(
                golden.id(),
                golden.title(),
                golden.verdict(),
                verdict,
                new GoldenDifference.Part(number, expected, computed));
    }
}
