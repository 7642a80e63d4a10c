package ir.hamedan.esup.parcels.api;

/** What can be wrong with a layer. Whether it blocks the publication or only warns is a setting of the layer. */
public enum FaultCode {
    /** From here on the file is no JSON; what came before is loaded. */
    NOT_JSON,
    /** The file is JSON, but no collection of features. */
    NOT_A_COLLECTION,
    /** A coordinate system other than WGS84 and the city's UTM zone; the coordinates decide. */
    CRS_UNKNOWN,
    NOT_A_FEATURE,
    ID_MISSING,
    ID_WRONG,
    /** The id was there before in the same file; the first one is kept. */
    ID_TWICE,
    PROPERTY_MISSING,
    PROPERTY_WRONG,
    /** The name is cut. */
    NAME_TOO_LONG,
    /** A grade or zone code that is not among the codes of the layer; the feature is kept. */
    CODE_UNKNOWN,
    GEOMETRY_MISSING,
    /** A type that this kind of layer cannot have. */
    GEOMETRY_TYPE,
    /** Coordinates that are no numbers, or nested otherwise than their type wants. */
    GEOMETRY_BROKEN,
    NESTED_TOO_DEEP,
    TOO_MANY_POINTS,
    TOO_FEW_POINTS,
    /** Latitude and longitude, or north and east, in the wrong order. */
    COORDINATES_SWAPPED,
    /** Nowhere near the city. */
    FAR_AWAY,
    /** A ring that does not end where it began; it is closed. */
    RING_OPEN,
    /** A ring that crosses or touches itself; it is repaired. */
    SELF_CROSSING,
    /** Holes outside of their shell and the like; repaired. */
    GEOMETRY_INVALID,
    /** The file was read and nothing of it could be taken. */
    EMPTY,
    /** An outline of a code that the register does not have. */
    UNKNOWN_PARCEL,
    /** A place that no zone covers. */
    GAP,
    /** A place that two features cover. */
    OVERLAP,
    /** A gap, an overlap or a feature below the tolerance of the layer. */
    SLIVER,
    OUTSIDE_CITY,
    /** Without the limit of the city neither its edge nor what lies outside could be checked. */
    NO_CITY_LIMIT
}
