package ir.hamedan.esup.parcels.internal.layers;

import java.util.HexFormat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometries and boxes as they stand in the tables. */
final class Wkb {
    private Wkb() {}

    static Geometry read(byte[] bytes) {
        try {
            return new WKBReader().read(bytes);
        } catch (ParseException e) {
            throw new IllegalStateException("a stored geometry is broken", e);
        }
    }

    static byte[] bytes(Geometry geometry) {
        return new WKBWriter().write(geometry);
    }

    static String hex(Geometry geometry) {
        return HexFormat.of().formatHex(bytes(geometry));
    }

    static String box(Envelope bounds) {
        return "((" + bounds.getMinX() + "," + bounds.getMinY() + "),(" + bounds.getMaxX() + "," + bounds.getMaxY()
                + "))";
    }
}
