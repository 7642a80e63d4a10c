package ir.hamedan.esup.permits.api;

/** How far a request has come. */
public enum PermitState {
    /** The municipality looks at it. */
    OPEN,
    /** The file is whole and the plan keeps the rules: the drawings can be made. */
    ACCEPTED,
    /** All objections were named; a new request may follow it. */
    RETURNED,
    WITHDRAWN
}
