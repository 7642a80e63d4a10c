package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerOffice;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Checks a whole draft: a sweep from west to east, so that only what stands side by side is in memory. Zones are also
 * gathered, for what none of them covers can be seen from all together.
 */
final class Checks {
    /** More zones than any plan has; their union is made in memory. */
    static final int MOST_ZONES = 50_000;

    private static final int PIECE = 2_000;

    /** A piece that rounds to nothing in hundredths of a square metre is arithmetic, not land. */
    private static final double NOTHING = 0.005;

    private record Swept(String id, Geometry geometry, Envelope bounds) {}

    private final Sql sql;
    private final LayerVersion draft;
    private final Faults faults;
    private final double sliver;
    private final Optional<PreparedGeometry> limit;
    private final List<Geometry> zones = new ArrayList<>();
    private List<Swept> active = new ArrayList<>();

    private Checks(Sql sql, LayerVersion draft, Settings settings, Faults faults) {
        this.sql = sql;
        this.draft = draft;
        this.faults = faults;
        this.sliver = settings.sliver(draft.kind());
        this.limit = sql.first(
                        "select l.geometry from parcels.city_limit l where " + LimitTable.STANDING
                                + " order by l.valid_from desc, l.id desc limit 1",
                        row -> Wkb.read(row.bytes("geometry")))
                .map(PreparedGeometryFactory::prepare);
    }

    /** Checks the draft and writes what it found in the place of earlier findings. */
    static void whole(Sql sql, LayerVersion draft, Settings settings, Instant at) {
        FaultTable table = new FaultTable(sql);
        table.forgetChecks(draft.id());
        Faults faults = new Faults(draft.kind(), settings, new Projection(draft.epsg()), LayerOffice.NAMED_FAULTS);
        new Checks(sql, draft, settings, faults).run();
        table.add(draft.id(), FaultTable.Stage.CHECK, faults.kept());
        sql.run(
                "update parcels.layer_version set checked_at = ?, check_blocking = ?, check_warnings = ? where id = ?",
                at,
                faults.blocking(),
                faults.warnings(),
                draft.id());
    }

    private void run() {
        if (limit.isEmpty()) {
            faults.add(FaultCode.NO_CITY_LIMIT, "", Optional.empty());
        }
        boolean any = sweep();
        if (!any) {
            faults.add(FaultCode.EMPTY, "", Optional.empty());
        }
        if (draft.kind() == LayerKind.ZONE && any) {
            gaps();
        }
        if (draft.kind() == LayerKind.PARCEL) {
            unknownParcels();
        }
    }

    private boolean sweep() {
        String west = "-Infinity";
        String id = "";
        boolean any = false;
        List<Swept> piece;
        do {
            piece = sql.list(
                    """
                    select f.id, f.geometry from parcels.feature f
                    where f.version = ? and ((f.bounds[1])[0], f.id) > (?::double precision, ?)
                    order by (f.bounds[1])[0], f.id limit ?""",
                    row -> {
                        Geometry geometry = Wkb.read(row.bytes("geometry"));
                        return new Swept(row.text("id"), geometry, geometry.getEnvelopeInternal());
                    },
                    draft.id(),
                    west,
                    id,
                    PIECE);
            for (Swept feature : piece) {
                one(feature);
                west = Double.toString(feature.bounds().getMinX());
                id = feature.id();
                any = true;
            }
        } while (piece.size() == PIECE);
        return any;
    }

    private void one(Swept feature) {
        Geometry geometry = feature.geometry();
        if (geometry.getDimension() == 2 && geometry.getArea() < sliver) {
            faults.addAt(
                    FaultCode.SLIVER, feature.id(), Staging.inside(geometry), area(geometry.getArea()), feature.id());
        }
        limit.filter(city -> !city.covers(geometry)).ifPresent(city -> outside(feature, city));
        if (draft.kind() == LayerKind.ZONE || draft.kind() == LayerKind.PARCEL) {
            overlaps(feature);
        }
        if (draft.kind() == LayerKind.ZONE) {
            if (zones.size() == MOST_ZONES) {
                throw Problem.tooLarge("parcels.layer-too-many-zones", MOST_ZONES);
            }
            zones.add(geometry);
        }
    }

    private void outside(Swept feature, PreparedGeometry city) {
        Geometry outside = OverlayNGRobust.overlay(feature.geometry(), city.getGeometry(), OverlayNG.DIFFERENCE);
        double size = outside.getDimension() == 2 ? outside.getArea() : outside.getLength();
        if (!outside.isEmpty() && (outside.getDimension() < 2 || size >= Math.max(sliver, NOTHING))) {
            faults.addAt(FaultCode.OUTSIDE_CITY, feature.id(), Staging.inside(outside), area(size));
        }
    }

    private void overlaps(Swept feature) {
        List<Swept> still = new ArrayList<>();
        for (Swept other : active) {
            if (other.bounds().getMaxX() >= feature.bounds().getMinX()) {
                still.add(other);
                if (other.bounds().intersects(feature.bounds())) {
                    overlap(feature, other);
                }
            }
        }
        still.add(feature);
        active = still;
    }

    private void overlap(Swept feature, Swept other) {
        Geometry both = OverlayNGRobust.overlay(feature.geometry(), other.geometry(), OverlayNG.INTERSECTION);
        for (int i = 0; i < both.getNumGeometries(); i++) {
            piece(FaultCode.OVERLAP, feature.id(), other.id(), both.getGeometryN(i));
        }
    }

    private void piece(FaultCode code, String feature, String other, Geometry piece) {
        double size = piece.getArea();
        if (size >= NOTHING) {
            faults.addAt(size < sliver ? FaultCode.SLIVER : code, feature, Staging.inside(piece), area(size), other);
        }
    }

    /** What lies in the limit of the city, or without one within the outer edge of the zones, and in no zone. */
    private void gaps() {
        Geometry covered = OverlayNGRobust.union(zones);
        Geometry whole = limit.map(PreparedGeometry::getGeometry).orElseGet(() -> filled(covered));
        Geometry gaps = OverlayNGRobust.overlay(whole, covered, OverlayNG.DIFFERENCE);
        for (int i = 0; i < gaps.getNumGeometries(); i++) {
            piece(FaultCode.GAP, "", "", gaps.getGeometryN(i));
        }
    }

    private static Geometry filled(Geometry covered) {
        List<Geometry> shells = new ArrayList<>();
        for (int i = 0; i < covered.getNumGeometries(); i++) {
            LinearRing shell = ((Polygon) covered.getGeometryN(i)).getExteriorRing();
            shells.add(covered.getFactory().createPolygon(shell));
        }
        return OverlayNGRobust.union(shells);
    }

    private void unknownParcels() {
        sql.list(
                """
                select f.id, f.geometry from parcels.feature f
                where f.version = ? and not exists (select from parcels.land_object o where o.code = f.id)
                order by f.place""",
                row -> {
                    Geometry geometry = Wkb.read(row.bytes("geometry"));
                    faults.addAt(FaultCode.UNKNOWN_PARCEL, row.text("id"), Staging.inside(geometry), row.text("id"));
                    return null;
                },
                draft.id());
    }

    /** Square metres with two digits. */
    private static String area(double size) {
        return BigDecimal.valueOf(size).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
