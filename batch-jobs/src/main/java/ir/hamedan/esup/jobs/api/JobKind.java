package ir.hamedan.esup.jobs.api;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
    /** Land objects and their owners from a CSV file into the register. */
    IMPORT_PARCELS;

    /** As keys of runs begin: {@code import-parcels}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
