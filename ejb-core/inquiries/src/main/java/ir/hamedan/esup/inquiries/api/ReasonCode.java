package ir.hamedan.esup.inquiries.api;

/** The only reasons an officer can cite. */
public enum ReasonCode {
    /** For a clean answer: the concern was examined and does not stand. */
    EXAMINED_AND_CLEAR,
    UNKNOWN_CODE,
    OWNER_MISMATCH,
    NO_COMPLETION_CERTIFICATE,
    OPEN_ARTICLE_100_VOTE,
    SEIZED,
    IN_ROAD_PLAN,
    GARDEN_WITHOUT_ARTICLE_14,
    DUES,
    SUBDIVISION_NOT_PERMITTED,
    EXPIRED_PERMIT,
    MISSING_ATTORNEY,
    MORTGAGE_WITHOUT_RELEASE,
    CODE_UNDER_AUDIT,
    RESERVED_BY_EARLIER_INQUIRY,
    DOCUMENT_NOT_HANDED_IN
}
