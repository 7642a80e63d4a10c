package ir.hamedan.esup.jobs.internal.imports;

/** The sums of an import. */
public enum Tally {
    READ,
    OBJECTS,
    SHARES,
    KNOWN_OBJECTS,
    KNOWN_SHARES,
    REFUSED;

    /** The key of its text. */
    public String key() {
        return "jobs.tally." + name();
    }
}
