package ir.hamedan.esup.inquiries.api;

/** What a check found. A source that was not loaded is NO_DATA, which never counts as clear. */
public enum Outcome {
    CLEAR,
    CONCERN,
    NOT_APPLICABLE,
    NO_DATA
}
