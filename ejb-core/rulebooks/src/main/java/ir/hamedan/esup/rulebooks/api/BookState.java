package ir.hamedan.esup.rulebooks.api;

/** How far a rule book has come. */
public enum BookState {
    /** Handed in; faults and findings may be open. */
    DRAFT,
    /** Nothing is open, and one person has signed that it shall be published. */
    CHECKED,
    /** Two people have signed; it holds from its first day on. */
    PUBLISHED,
    /** It should not have been published, or never will be. */
    WITHDRAWN
}
