package ir.hamedan.esup.parcels.api;

/** The collections a fact can come from. One that was never loaded is no data, which is never the same as clear. */
public enum Source {
    LAND_OBJECTS,
    OWNERS,
    SEIZURES,
    ROAD_PLAN,
    ARTICLE_100,
    AUDIT,
    MORTGAGES,
    BUILDING_CERTIFICATES
}
