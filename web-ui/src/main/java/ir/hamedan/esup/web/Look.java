package ir.hamedan.esup.web;

import ir.hamedan.esup.parcels.api.LayerKind;

/**
 * How a layer is drawn, on the map as in an extract. Each has a pattern or a stroke of its own, so that nobody needs to tell
 * colours apart.
 *
 * @param fill a colour, a pattern that the page defines, or none
 * @param dash strokes and gaps; empty for a line without gaps
 */
public record Look(String fill, String stroke, int width, String dash) {
    public static Look of(LayerKind kind) {
        return switch (kind) {
            case PARCEL -> new Look("#ffffff", "#515a60", 1, "");
            case ZONE -> new Look("url(#p-ZONE)", "#0a6065", 2, "10 5");
            case STREET -> new Look("#e4ddcb", "#cbbf9f", 2, "");
            case HERITAGE -> new Look("url(#p-HERITAGE)", "#8a4b12", 2, "");
            case WORN_OUT -> new Look("url(#p-WORN_OUT)", "#6b5b7b", 2, "4 3");
            case RIVER -> new Look("url(#p-RIVER)", "#1f5fa8", 2, "");
            case SLOPE -> new Look("url(#p-SLOPE)", "#6d6a2a", 1, "6 3");
            case AIRPORT -> new Look("url(#p-AIRPORT)", "#444444", 2, "12 4");
            case FAULT -> new Look("url(#p-FAULT)", "#a8201a", 3, "2 6");
            case SECURITY -> new Look("url(#p-SECURITY)", "#1a2024", 2, "3 3");
            case GARDEN -> new Look("url(#p-GARDEN)", "#17632f", 2, "");
            case ROAD_PLAN -> new Look("url(#p-ROAD_PLAN)", "#c2570c", 2, "12 4 2 4");
        };
    }

    /** For the attribute of a line without gaps: none at all. */
    public String dashes() {
        return dash.isEmpty() ? null : dash;
    }
}
