package ir.hamedan.esup.rulebooks.api;

import ir.hamedan.esup.workbooks.Range;
import java.util.Optional;

/**
 * A half-open interval of whole units, which ones its owner says.
 *
 * @param from belongs to it
 * @param until does not belong to it; {@link #OPEN} when it has no end
 */
public record Band(long from, long until) implements Range, Comparable<Band> {
    /** The end of a band without an end. */
    public static final long OPEN = Long.MAX_VALUE;

    /** Everything from zero on. */
    public static final Band ANY = new Band(0, OPEN);

    public Band {
        if (from < 0 || until <= from) {
            throw new IllegalArgumentException("band from " + from + " until " + until);
        }
    }

    public static Band of(long from, long until) {
        return new Band(from, until);
    }

    public static Band from(long from) {
        return new Band(from, OPEN);
    }

    public static Band below(long until) {
        return new Band(0, until);
    }

    @Override
    public boolean isOpen() {
        return until == OPEN;
    }

    public boolean contains(long value) {
        return value >= from && value < until;
    }

    public boolean covers(Band other) {
        return from <= other.from && other.until <= until;
    }

    public boolean overlaps(Band other) {
        return from < other.until && other.from < until;
    }

    /** What both have; empty when they do not overlap. */
    public Optional<Band> intersection(Band other) {
        return overlaps(other)
                ? Optional.of(new Band(Math.max(from, other.from), Math.min(until, other.until)))
                : Optional.empty();
    }

    @Override
    public int compareTo(Band other) {
        return from == other.from ? Long.compare(until, other.until) : Long.compare(from, other.from);
    }

    @Override
    public String toString() {
        return "[" + from + ", " + (isOpen() ? "" : until) + ")";
    }
}
