package ir.hamedan.esup.jobs.internal.imports;

import java.util.Map;

/** The sums of the jobs. */
public enum Tally {
    READ,
    OBJECTS,
    SHARES,
    KNOWN_OBJECTS,
    KNOWN_SHARES,
    REFUSED,
    FEATURES,
    BLOCKING,
    WARNINGS,
    FAULTS,
    FINDINGS,
    COMPARED;

    /** The key of its text. */
    public String key() {
        return "jobs.tally." + name();
    }

    /** Among the counts of a portion, where there is something to count. */
    public void put(Map<String, Long> counts, long amount) {
        if (amount > 0) {
            counts.put(key(), amount);
        }
    }
}
