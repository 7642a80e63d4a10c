package ir.hamedan.esup.rulebooks.api;

import java.util.Optional;
import java.util.OptionalLong;

/** A golden parcel that does not come out as its authors worked it out. */
public record GoldenDifference(String golden, String title, Part part) {
    /** What differs. */
    public sealed interface Part {}

    /** The answer ends otherwise. */
    public record End(Verdict expected, Verdict computed) implements Part {}

    /**
     * A number is another.
     *
     * @param expected in the unit of the number
     * @param computed empty when the answer has no such number
     */
    public record Value(NumberName name, long expected, OptionalLong computed) implements Part {}

    /**
     * A number is counted from something else.
     *
     * @param computed empty when the answer has no such number
     */
    public record CountedFrom(NumberName name, Answer.Basis expected, Optional<Answer.Basis> computed)
            implements Part {}
}
