package ir.hamedan.esup.parcels.internal.layers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file says of its coordinates. The old crs member is read, for many programs still write it. */
record Reference(Kind kind, int epsg) {
    static final Reference SILENT = new Reference(Kind.NAMES_NOTHING, 0);
    static final Reference UNKNOWN = new Reference(Kind.NAMES_NOTHING, -1);

    private static final Pattern EPSG = Pattern.compile("(?:urn:ogc:def:crs:)?EPSG:[0-9.]*:?(\\d{4,5})");

    /** Degrees of WGS84, metres of a UTM zone, or left to the coordinates themselves. */
    enum Kind {
        DEGREES,
        METRES,
        NAMES_NOTHING
    }

    static Reference of(String name) {
        if (name.isEmpty()) {
            return SILENT;
        }
        if (name.endsWith(":CRS84")) {
            return new Reference(Kind.DEGREES, 4326);
        }
        Matcher matcher = EPSG.matcher(name);
        if (!matcher.matches()) {
            return UNKNOWN;
        }
        int epsg = Integer.parseInt(matcher.group(1));
        if (epsg == 4326) {
            return new Reference(Kind.DEGREES, epsg);
        }
        return Projection.isUtm(epsg) ? new Reference(Kind.METRES, epsg) : UNKNOWN;
    }
}
