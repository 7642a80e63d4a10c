package ir.hamedan.esup.jobs.internal.imports;

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
}
