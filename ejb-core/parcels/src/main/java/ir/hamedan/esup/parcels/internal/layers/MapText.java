package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
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
    private final Set<LayerKind> cut = EnumSet.noneOf(LayerKind.class);
    private boolean first = true;

    MapText(OutputStream stream, Projection projection, double scale) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.projection = projection;
        this.scale = scale;
        out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    /** What simplification makes nothing of is drawn as it is: a missing parcel would be a lie. */
    void feature(LayerKind kind, Feature feature) throws IOException {
        Geometry simple = DouglasPeuckerSimplifier.simplify(feature.geometry(), scale);
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write("{\"type\":\"Feature\",\"properties\":{\"layer\":\"" + kind + "\",\"id\":");
        text(feature.id());
        out.write(",\"name\":");
        text(feature.name());
        out.write(",\"grade\":");
        text(feature.grade());
        out.write(",\"value\":" + feature.value() + ",\"planned\":" + feature.planned() + "},\"geometry\":");
        geometry(simple.isEmpty() ? feature.geometry() : simple);
        out.write("}");
    }

    void cut(LayerKind kind) {
        cut.add(kind);
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
            point(part.getCoordinate());
        }
    }

    private void line(LineString line) throws IOException {
        out.write('[');
        for (int i = 0; i < line.getNumPoints(); i++) {
            separate(i);
            point(line.getCoordinateN(i));
        }
        out.write(']');
    }

    private void separate(int index) throws IOException {
        if (index > 0) {
            out.write(',');
        }
    }

    private void point(Coordinate metres) throws IOException {
        LayerFault.Place place = projection.degrees(metres);
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
        for (LayerKind kind : cut) {
            separate(written++);
            out.write("\"" + kind + "\"");
        }
        out.write("]}\n");
        out.flush();
    }
}
