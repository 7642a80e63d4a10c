package ir.hamedan.esup.rulebooks.api;

/** How an answer ends. */
public enum Verdict {
    /** The numbers hold. */
    RULED,
    /** The numbers hold as far as is known: a layer without data could still lower them or forbid the building. */
    PROVISIONAL,
    /** There are numbers, but a lock stands in the way of building by them. */
    INFORMATION_ONLY,
    /** A lock stands in the way of any rule. */
    LOCKED,
    /** The book has no rule here: the Article 5 commission is to be asked. */
    REFERRAL,
    /** Several rows say different things and the book does not say which counts. */
    UNDECIDED,
    /** The use is not permitted in a zone of the plot. */
    NOT_PERMITTED,
    /** The plot lies in a zone the book does not know. */
    UNKNOWN_ZONE,
    /** Neither deed nor map gives an area, or nothing of it is left. */
    NO_AREA,
    /** Zones or streets of the place are not known. */
    NO_DATA
}
