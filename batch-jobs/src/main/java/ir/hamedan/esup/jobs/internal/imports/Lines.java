package ir.hamedan.esup.jobs.internal.imports;

import java.util.Optional;

/** The rows of an input as lines: the first one has the names of the columns. */
interface Lines {
    /** The next line; empty at the end. */
    Optional<Line> next();

    /** Passes over what was worked off before, to the line of this number; never back. */
    void passTo(long number);
}
