package ir.hamedan.esup.parcels.api;

/** A kind of map layer; each has versions with dates, or was never loaded, which is not the same as being empty. */
public enum LayerKind {
    /** The outline of each parcel. */
    PARCEL,
    /** What the detailed plan sets a place aside for; zones cover the city without gap or overlap. */
    ZONE,
    /** Streets with their width now and in the plan. */
    STREET,
    /** Hegmataneh: core, two buffers and landscape. */
    HERITAGE,
    WORN_OUT,
    RIVER,
    SLOPE,
    /** The approach cone of the airport, with the highest level allowed. */
    AIRPORT,
    /** Faults and qanats. */
    FAULT,
    SECURITY,
    GARDEN,
    ROAD_PLAN
}
