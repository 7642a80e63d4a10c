package ir.hamedan.esup.jobs.api;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
    /** Land objects and their owners from a CSV file, or from the properties of a GeoJSON file, into the register. */
    IMPORT_PARCELS(64),
    /** A map layer from a GeoJSON file into a draft, which is then checked. */
    IMPORT_LAYER(512),
    /** A rule book or a levy book, as the workbook says, into a draft, with all that is wrong with it. */
    IMPORT_RULE_BOOK(20),
    /** What a draft of a rule book would change, parcel by parcel; of no file. */
    IMPACT_REPORT(0);

    private final int megabytes;

    JobKind(int megabytes) {
        this.megabytes = megabytes;
    }

    /** The largest input, in megabytes, unpacked; a larger one is refused before anything of it is kept. */
    public int megabytes() {
        return megabytes;
    }

    /** As keys of runs begin: {@code import-parcels}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
