package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Drawn features as the GeoJSON that a city hands in, in metres of UTM 39N. */
final class DrawnFile {
    private final StringBuilder text = new StringBuilder(1 << 16);

    private DrawnFile() {
        text.append("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                + "\"urn:ogc:def:crs:EPSG::32639\"}},\"features\":[");
    }

    static byte[] of(LayerKind kind, List<CityMap.Drawn> features) {
        DrawnFile file = new DrawnFile();
        FeatureNames names = FeatureNames.of(kind);
        for (int i = 0; i < features.size(); i++) {
            file.text.append(i == 0 ? "\n" : ",\n");
            file.feature(names, features.get(i), unit(kind));
        }
        return file.bytes();
    }

    static byte[] limit(Polygon limit) {
        DrawnFile file = new DrawnFile();
        file.text.append("{\"type\":\"Feature\",\"properties\":{},\"geometry\":");
        file.geometry(limit);
        file.text.append('}');
        return file.bytes();
    }

    /** By what the whole numbers of a drawing are divided to be what a file says. */
    private static int unit(LayerKind kind) {
        return switch (kind) {
            case STREET, AIRPORT -> 100;
            case SLOPE -> 10;
            case PARCEL, ZONE, HERITAGE, WORN_OUT, RIVER, FAULT, SECURITY, GARDEN, ROAD_PLAN -> 1;
        };
    }

    private void feature(FeatureNames names, CityMap.Drawn drawn, int unit) {
        text.append("{\"type\":\"Feature\",\"properties\":{");
        member(names.id(), drawn.id());
        text.append(',');
        member(names.name(), drawn.name());
        if (!drawn.grade().isEmpty()) {
            text.append(',');
            member(names.grade(), drawn.grade());
        }
        number(names.value(), drawn.value(), unit);
        number(names.planned(), drawn.planned(), unit);
        text.append("},\"geometry\":");
        geometry(drawn.shape());
        text.append('}');
    }

    /** The names of the demo city have neither quotes nor strokes in them. */
    private void member(String name, String value) {
        text.append('"').append(name).append("\":\"").append(value).append('"');
    }

    private void number(String name, long value, int unit) {
        if (!name.isEmpty() && value != 0) {
            text.append(",\"")
                    .append(name)
                    .append("\":")
                    .append(BigDecimal.valueOf(value).divide(BigDecimal.valueOf(unit)));
        }
    }

    private void geometry(Geometry shape) {
        if (shape instanceof Polygon polygon) {
            text.append("{\"type\":\"Polygon\",\"coordinates\":");
            rings(polygon);
        } else if (shape instanceof LineString line) {
            text.append("{\"type\":\"LineString\",\"coordinates\":");
            points(line);
        } else {
            text.append("{\"type\":\"MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                text.append(i == 0 ? "" : ",");
                rings((Polygon) shape.getGeometryN(i));
            }
            text.append(']');
        }
        text.append('}');
    }

    private void rings(Polygon polygon) {
        text.append('[');
        points(polygon.getExteriorRing());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            text.append(',');
            points(polygon.getInteriorRingN(i));
        }
        text.append(']');
    }

    private void points(LineString line) {
        text.append('[');
        Coordinate[] points = line.getCoordinates();
        for (int i = 0; i < points.length; i++) {
            text.append(i == 0 ? "[" : ",[")
                    .append(centimetres(points[i].x))
                    .append(',')
                    .append(centimetres(points[i].y))
                    .append(']');
        }
        text.append(']');
    }

    private static BigDecimal centimetres(double metres) {
        return BigDecimal.valueOf(Math.round(metres * 100), 2);
    }

    private byte[] bytes() {
        return text.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
