package ir.hamedan.esup.jobs.api;

/** How much a row of a report matters. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Something was left out because of something else. */
    WARNING,
    /** A row was refused. */
    ERROR
}
