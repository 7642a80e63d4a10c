package ir.hamedan.esup.rulebooks.cockrellhill;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Writes features as they would stand in a city's own files. */
final class GeoJson {
    private GeoJson() {}

    static String collection(List<String> features) {
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}";
    }

    static String polygon(String properties, Polygon polygon) {
        StringBuilder rings = new StringBuilder(line(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.append(',').append(line(polygon.getInteriorRingN(i)));
        }
        return feature(properties, "Polygon", "[" + rings + "]");
    }

    static String line(String properties, LineString line) {
        return feature(properties, "LineString", line(line));
    }

    private static String feature(String properties, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static String line(Geometry line) {
        return Arrays.stream(line.getCoordinates()).map(GeoJson::point).collect(Collectors.joining(",", "[", "]"));
    }

    private static String point(Coordinate at) {
        return "[" + at.x + "," + at.y + "]";
    }
}
