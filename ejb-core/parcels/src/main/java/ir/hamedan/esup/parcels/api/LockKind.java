package ir.hamedan.esup.parcels.api;

/** What may stand in the way of a transfer. */
public enum LockKind {
    SEIZURE,
    ROAD_PLAN,
    ARTICLE_100,
    AUDIT,
    MORTGAGE,
    BLACK_LIST
}
