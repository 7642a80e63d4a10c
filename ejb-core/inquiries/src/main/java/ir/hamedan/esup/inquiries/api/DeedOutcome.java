package ir.hamedan.esup.inquiries.api;

/** What became of the deal. */
public enum DeedOutcome {
    REGISTERED,
    ABANDONED
}
