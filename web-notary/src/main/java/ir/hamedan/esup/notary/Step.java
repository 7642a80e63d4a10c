package ir.hamedan.esup.notary;

import java.util.Locale;

/** The questions of a new inquiry, one a page, in their order; the last page shows all answers. */
public enum Step {
    PARCEL,
    DEAL,
    TRANSFERORS,
    TRANSFEREES,
    ATTORNEY,
    LETTER,
    REMARKS,
    CHECK;

    /** The name of the page that asks it. */
    public String getPage() {
        return "new-" + name().toLowerCase(Locale.ROOT);
    }

    /** The page on which a field of the request is asked for, by its path. */
    static Step of(String field) {
        if (field.startsWith("transferors")) {
            return TRANSFERORS;
        }
        if (field.startsWith("transferees")) {
            return TRANSFEREES;
        }
        if (field.startsWith("attorney")) {
            return ATTORNEY;
        }
        if (field.startsWith("letter")) {
            return LETTER;
        }
        if (field.startsWith("remarks") || field.startsWith("buyerAcceptsDebt")) {
            return REMARKS;
        }
        return field.startsWith("deal") ? DEAL : field.startsWith("parcel") ? PARCEL : CHECK;
    }
}
