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

    OutlineFile(LayerKind kind, Settings settings, Projection projection) {
        this.projection = projection;
        this.faults = new Faults(kind, settings, projection, 1);
    }

    Geometry read(InputStream stream) {
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
                throw refused(wrong.isEmpty() ? "" : wrong.get(0).code().name());
            }
        }
        return OverlayNGRobust.union(parts);
    }

    private Geometry part(Outlines outlines, RawFeature raw) {
        if (!raw.faults().isEmpty() || raw.coordinates().isEmpty()) {
            throw refused("#" + raw.place() + " " + raw.faults());
        }
        Optional<Geometry> geometry = outlines.geometry(
                "#" + raw.place(), raw.type(), raw.coordinates().get(), Outlines.AREAS);
        if (geometry.isEmpty() || !faults.kept().isEmpty()) {
            LayerFault fault = faults.kept().get(0);
            String where = fault.place()
                    .map(at -> String.format(Locale.ROOT, " %.6f, %.6f", at.longitude(), at.latitude()))
                    .orElse("");
            throw refused(fault.feature() + " " + fault.code() + where);
        }
        return geometry.get();
    }

    private static Problem refused(String detail) {
        return Problem.invalid("parcels.outline-wrong", detail).at("outline");
    }
}
