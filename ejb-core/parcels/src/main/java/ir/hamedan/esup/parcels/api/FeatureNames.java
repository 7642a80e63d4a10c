package ir.hamedan.esup.parcels.api;

/**
 * Which properties of the file say what. Where the property of the id is missing, the id of the GeoJSON feature itself is
 * taken. A street says its width and its planned width in metres, a slope its percent, the airport's cone its level in
 * metres; of the other kinds the value is a whole number. A name that is empty is not read.
 *
 * @param id of a parcel its renewal code
 * @param grade of a zone its code
 */
public record FeatureNames(String id, String name, String grade, String value, String planned) {
    /** The names of the city's own files. */
    public static FeatureNames of(LayerKind kind) {
        return switch (kind) {
            case ZONE -> new FeatureNames("id", "name", "code", "", "");
            case STREET -> new FeatureNames("id", "name", "grade", "width", "plannedWidth");
            case SLOPE -> new FeatureNames("id", "name", "grade", "percent", "");
            case AIRPORT -> new FeatureNames("id", "name", "grade", "level", "");
            case PARCEL, HERITAGE, WORN_OUT, RIVER, FAULT, SECURITY, GARDEN, ROAD_PLAN ->
                new FeatureNames("id", "name", "grade", "value", "");
        };
    }
}
