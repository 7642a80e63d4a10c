package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.LayerFault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** Between degrees of WGS84 and metres of one UTM zone. Of one thread, as the transforms inside are. */
final class Projection {
    /** A zone is six degrees wide; a layer may reach over its edge, but not two zones away. */
    private static final double FARTHEST = 6;

    private final int epsg;
    private final CoordinateTransform toMetres;
    private final CoordinateTransform toDegrees;
    private final ProjCoordinate in = new ProjCoordinate();
    private final ProjCoordinate out = new ProjCoordinate();

    Projection(int epsg) {
        if (!isUtm(epsg)) {
            throw new IllegalStateException("no UTM zone on WGS84: " + epsg);
        }
        this.epsg = epsg;
        CRSFactory systems = new CRSFactory();
        CoordinateReferenceSystem degrees =
                systems.createFromParameters("degrees", "+proj=longlat +datum=WGS84 +no_defs");
        CoordinateReferenceSystem metres = systems.createFromParameters(
                "metres",
                "+proj=utm +zone=" + epsg % 100 + (isSouth() ? " +south" : "") + " +datum=WGS84 +units=m +no_defs");
        CoordinateTransformFactory transforms = new CoordinateTransformFactory();
        this.toMetres = transforms.createTransform(degrees, metres);
        this.toDegrees = transforms.createTransform(metres, degrees);
    }

    static boolean isUtm(int epsg) {
        return epsg >= 32601 && epsg <= 32660 || epsg >= 32701 && epsg <= 32760;
    }

    int epsg() {
        return epsg;
    }

    private boolean isSouth() {
        return epsg >= 32701;
    }

    Coordinate metres(double longitude, double latitude) {
        in.setValue(longitude, latitude);
        toMetres.transform(in, out);
        return new Coordinate(out.x, out.y);
    }

    LayerFault.Place degrees(Coordinate metres) {
        in.setValue(metres.x, metres.y);
        toDegrees.transform(in, out);
        return new LayerFault.Place(out.x, out.y);
    }

    /** Whether the zone is fit for a place. */
    boolean hasDegrees(double longitude, double latitude) {
        double middle = (epsg % 100) * 6 - 183;
        boolean half = isSouth() ? latitude <= 1 && latitude >= -80 : latitude >= -1 && latitude <= 84;
        return half && Math.abs(longitude - middle) <= FARTHEST;
    }

    boolean hasMetres(double east, double north) {
        return east >= 0 && east <= 1_000_000 && north >= 0 && north <= 10_000_000;
    }
}
