package ir.hamedan.esup.people.api;

/** What kind of body an organisation is. */
public enum OrganisationKind {
    NOTARY_OFFICE,
    BANK_BRANCH,
    UTILITY,
    COUNTER_OFFICE,
    MUNICIPAL_DEPARTMENT,
    /** The one body of all citizens with an account. */
    CITIZENS
}
