package ir.hamedan.esup.web;

import ir.hamedan.esup.parcels.api.MapViews;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A map as {@code templates/map/map.xhtml} shows it: views of it come from an address, and what can be chosen on it stands
 * in a list beside it.
 *
 * @param source address that takes a view as {@code /api/map} does
 * @param open address of what is chosen, with {@code {}} in the place of its id
 * @param listed keys of the layers that can be chosen
 * @param start west, south, east and north of what is seen first
 * @param home the same of the whole
 * @param chosen id of what is chosen when the page opens; empty for nothing
 * @param words beginning of the keys of the texts that say what is listed and chosen, such as {@code citizen.map.}
 * @param layers in the order of the legend
 */
public record MapShown(
        String source,
        String open,
        List<String> listed,
        MapViews.Bounds start,
        MapViews.Bounds home,
        String chosen,
        String words,
        List<MapLayer> layers) {
    /** Two kilometres around the square, for a city whose limit nobody has drawn yet. */
    private static final MapViews.Bounds SQUARE = new MapViews.Bounds(48.494, 34.781, 48.536, 34.816);

    public MapShown {
        listed = List.copyOf(listed);
        layers = List.copyOf(layers);
    }

    /** Where the city lies, or its middle while it has no limit. */
    public static MapViews.Bounds city(MapViews views, LocalDate on, Instant known) {
        return views.bounds(on, known).orElse(SQUARE);
    }

    /** Around a place, so near that what is there can be told apart. */
    public static MapViews.Bounds around(double longitude, double latitude) {
        double near = 0.0005;
        return new MapViews.Bounds(longitude - near, latitude - near, longitude + near, latitude + near);
    }

    /** The listed keys with blanks. */
    public String keys() {
        return String.join(" ", listed);
    }

    /** With commas. */
    public static String text(MapViews.Bounds bounds) {
        return String.format(
                Locale.ROOT, "%.6f,%.6f,%.6f,%.6f", bounds.west(), bounds.south(), bounds.east(), bounds.north());
    }
}
