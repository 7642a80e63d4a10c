package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.LayerFault;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Writes features as GeoJSON in WGS84, as they come; closing ends the collection and leaves the stream open. */
final class MapText implements Closeable {
    /** A millionth of a degree is a tenth of a metre. */
    private static final int DIGITS = 6;

    /** Metres a pixel beyond which a whole metre is nothing to the eye; a digit less is a tenth of a view's bytes. */
    private static final double COARSE = 5;

    private final Writer out;
    private final Projection projection;
    private final double scale;
    private final Set<String> cut = new LinkedHashSet<>();
    private boolean first = true;

    MapText(OutputStream stream, Projection projection, double scale) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.projection = projection;
        this.scale = scale;
        out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    void feature(String layer, Feature feature) throws IOException {
        begin(layer, feature.id());
        out.write(",\"name\":");
        text(feature.name());
        out.write(",\"grade\":");
        text(feature.grade());
        out.write(",\"value\":" + feature.value() + ",\"planned\":" + feature.planned());
        end(feature.geometry());
    }

    /** An outline that is no feature of a layer. */
    void outline(String layer, Geometry geometry) throws IOException {
        begin(layer, "");
        end(geometry);
    }

    /** A place, and what is said of it. */
    void mark(String layer, String id, LayerFault.Place at, String words) throws IOException {
        begin(layer, id);
        out.write(",\"words\":");
        text(words);
        out.write("},\"geometry\":{\"type\":\"Point\",\"coordinates\":");
        point(at);
        out.write("}}");
    }

    private void begin(String layer, String id) throws IOException {
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write("{\"type\":\"Feature\",\"properties\":{\"layer\":");
        text(layer);
        out.write(",\"id\":");
        text(id);
    }

    /** What simplification makes nothing of is drawn as it is: a missing parcel would be a lie. */
    private void end(Geometry geometry) throws IOException {
        Geometry simple = DouglasPeuckerSimplifier.simplify(geometry, scale);
        out.write("},\"geometry\":");
        geometry(simple.isEmpty() ? geometry : simple);
        out.write("}");
    }

    void cut(String layer) {
        cut.add(layer);
    }

    private void geometry(Geometry geometry) throws IOException {
        out.write("{\"type\":\"" + geometry.getGeometryType() + "\",\"coordinates\":");
        if (geometry.getNumGeometries() > 1 || geometry.getGeometryType().startsWith("Multi")) {
            out.write('[');
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                separate(i);
                part(geometry.getGeometryN(i));
            }
            out.write(']');
        } else {
            part(geometry);
        }
        out.write('}');
    }

    private void part(Geometry part) throws IOException {
        if (part instanceof Polygon polygon) {
            out.write('[');
            line(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                out.write(',');
                line(polygon.getInteriorRingN(i));
            }
            out.write(']');
        } else if (part instanceof LineString line) {
            line(line);
        } else {
            point(projection.degrees(part.getCoordinate()));
        }
    }

    private void line(LineString line) throws IOException {
        out.write('[');
        for (int i = 0; i < line.getNumPoints(); i++) {
            separate(i);
            point(projection.degrees(line.getCoordinateN(i)));
        }
        out.write(']');
    }

    private void separate(int index) throws IOException {
        if (index > 0) {
            out.write(',');
        }
    }

    private void point(LayerFault.Place place) throws IOException {
        out.write('[');
        out.write(degrees(place.longitude()));
        out.write(',');
        out.write(degrees(place.latitude()));
        out.write(']');
    }

    private String degrees(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(scale > COARSE ? DIGITS - 1 : DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private void text(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.write('\\');
                out.write(c);
            } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
                out.write(String.format("\\u%04x", (int) c));
            } else {
                out.write(c);
            }
        }
        out.write('"');
    }

    @Override
    public void close() throws IOException {
        out.write("\n],\"cut\":[");
        int written = 0;
        for (String layer : cut) {
            separate(written++);
            text(layer);
        }
        out.write("]}\n");
        out.flush();
    }
}
