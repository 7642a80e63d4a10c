package ir.hamedan.esup.parcels.internal.layers;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A GeoJSON file drawn in metres from the middle of the city, or written as it comes. */
final class Drawing {
    static final double EAST = 272_000;
    static final double NORTH = 3_853_000;

    private final List<String> features = new ArrayList<>();

    /** A feature as it stands in a file. */
    Drawing raw(String feature) {
        features.add(feature);
        return this;
    }

    /** An area; the numbers are pairs east and north of the middle, and the ring is closed. */
    Drawing area(String id, String properties, double... corners) {
        return raw(feature(
                id, properties, "Polygon", "[[" + points(corners) + "," + point(corners[0], corners[1]) + "]]"));
    }

    Drawing box(String id, String properties, double west, double south, double east, double north) {
        return area(id, properties, west, south, east, south, east, north, west, north);
    }

    Drawing line(String id, String properties, double... points) {
        return raw(feature(id, properties, "LineString", "[" + points(points) + "]"));
    }

    static String feature(String id, String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"id\":\"" + id + "\""
                + (properties.isEmpty() ? "" : "," + properties.replace('\'', '"'))
                + "},\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String points(double... numbers) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < numbers.length; i += 2) {
            points.append(i == 0 ? "" : ",").append(point(numbers[i], numbers[i + 1]));
        }
        return points.toString();
    }

    private static String point(double east, double north) {
        return String.format(Locale.ROOT, "[%.4f,%.4f]", EAST + east, NORTH + north);
    }

    String text() {
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",\n", features) + "]}";
    }

    InputStream stream() {
        return new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8));
    }
}
