package ir.hamedan.esup.levies.api;

/** How far a levy book has come. */
public enum LevyBookState {
    /** Handed in; faults may be open. */
    DRAFT,
    /** One person has signed that it shall be published. */
    SIGNED,
    /** Two people have signed; it holds from its first day on. */
    PUBLISHED,
    /** It should not have been published, or never will be. */
    WITHDRAWN
}
