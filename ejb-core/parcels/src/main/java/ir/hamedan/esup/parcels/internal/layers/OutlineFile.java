package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** A small collection of polygons that are meant together, such as the limit of the city. Every fault refuses it. */
final class OutlineFile {
    private static final int MOST_PARTS = 1_000;

    private final Projection projection;
    private final Faults faults;

    /** What a file came to; the hash is the SHA-256 of the whole. */
    record Outline(Geometry geometry, String hash) {}

    OutlineFile(Settings settings, Projection projection) {
        this.projection = projection;
        this.faults = new Faults(LayerKind.ZONE, settings, projection, 1);
    }

    Outline read(InputStream stream) {
        Outlines outlines = new Outlines(projection, faults);
        List<Geometry> parts = new ArrayList<>();
        try (GeoJsonFile file = new GeoJsonFile(stream)) {
            Optional<RawFeature> raw = file.next(Set.of());
            while (raw.isPresent() && parts.size() < MOST_PARTS) {
                outlines.read(Reference.of(file.crs()));
                parts.add(part(outlines, raw.get()));
                raw = file.next(Set.of());
            }
            List<GeoJsonFile.FileFault> wrong = file.takeFaults();
            if (raw.isPresent() || parts.isEmpty() || !wrong.isEmpty()) {
                String otherwise = raw.isPresent() ? "TOO_MANY" : "EMPTY";
                throw refused(wrong.isEmpty() ? otherwise : wrong.get(0).code().name(), "");
            }
            return new Outline(OverlayNGRobust.union(parts), file.hash());
        }
    }

    private Geometry part(Outlines outlines, RawFeature raw) {
        if (!raw.faults().isEmpty() || raw.coordinates().isEmpty()) {
            String code = raw.faults().stream().map(Enum::name).findFirst().orElse("GEOMETRY_MISSING");
            throw refused(code, "#" + raw.place());
        }
        Optional<Geometry> geometry = outlines.geometry(
                "#" + raw.place(), raw.type(), raw.coordinates().get(), Outlines.AREAS);
        if (geometry.isEmpty() || !faults.kept().isEmpty()) {
            LayerFault fault = faults.kept().get(0);
            String where = fault.place()
                    .map(at -> String.format(Locale.ROOT, ", %.6f, %.6f", at.latitude(), at.longitude()))
                    .orElse("");
            throw refused(fault.code().name(), fault.feature() + where);
        }
        return geometry.get();
    }

    /** @param where feature and place, in words of no language; empty for the file as a whole */
    private static Problem refused(String code, String where) {
        return Problem.invalid("parcels.outline-wrong", code, where.isEmpty() ? "" : " (" + where + ")")
                .at("outline");
    }
}
