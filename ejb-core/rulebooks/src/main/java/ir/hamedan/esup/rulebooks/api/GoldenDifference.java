package ir.hamedan.esup.rulebooks.api;

import java.util.OptionalLong;

/** A golden parcel that does not come out as its authors worked it out. */
public record GoldenDifference(String golden, String title, Verdict expectedVerdict, Verdict verdict, Part part) {
    /**
     * What differs.
     *
     * @param number key of the number; {@code verdict} when the answer ends otherwise
     * @param expected in the unit of the number; empty for a verdict
     * @param computed empty when the answer has no such number
     */
    public record Part(String number, OptionalLong expected, OptionalLong computed) {}
}
