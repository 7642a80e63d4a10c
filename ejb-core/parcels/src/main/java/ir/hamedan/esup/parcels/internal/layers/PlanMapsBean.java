package ir.hamedan.esup.parcels.internal.layers;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.AUDITOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.parcels.api.PlanMaps;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;

/** What is in force lies below, what is planned above it, and what is wrong on top. */
@Stateless
@Local(PlanMaps.class)
@RolesAllowed({SUPERVISOR, AUDITOR, ADMINISTRATOR})
public class PlanMapsBean implements PlanMaps {
    private static final String BOUNDS = """
            select min((bounds[1])[0]) as west, min((bounds[1])[1]) as south, max((bounds[0])[0]) as east,
                max((bounds[0])[1]) as north
            from parcels.feature where version = ? having count(*) > 0""";

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Override
    public void version(
            long version, Set<Part> parts, MapViews.View view, Function<LayerFault, String> words, OutputStream out) {
        LayerVersion shown = new Versions(sql()).get(version);
        try (MapDrawing drawing = drawing(view, out)) {
            drawing.layers(Used.of(view.on(), view.known()));
            limit(drawing, parts, view);
            if (parts.contains(Part.REACH)) {
                drawing.outline(
                        Part.REACH.name(),
                        "select coverage as geometry from parcels.layer_version where id = ? and coverage is not null",
                        version);
            }
            if (parts.contains(Part.VERSION)) {
                drawing.version(Part.VERSION.name(), version, shown.kind());
            }
            if (parts.contains(Part.WARN)) {
                drawing.faults(version, LayerFault.Severity.WARN, words);
            }
            if (parts.contains(Part.BLOCK)) {
                drawing.faults(version, LayerFault.Severity.BLOCK, words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<MapViews.Bounds> boundsOfVersion(long version) {
        return sql().first(
                        BOUNDS,
                        row -> new Envelope(
                                Double.parseDouble(row.text("west")),
                                Double.parseDouble(row.text("east")),
                                Double.parseDouble(row.text("south")),
                                Double.parseDouble(row.text("north"))),
                        version)
                .map(this::degrees);
    }

    @Override
    public void limit(long limit, Set<Part> parts, MapViews.View view, OutputStream out) {
        new LimitTable(sql()).get(limit);
        try (MapDrawing drawing = drawing(view, out)) {
            drawing.layers(Used.of(view.on(), view.known()));
            limit(drawing, parts, view);
            if (parts.contains(Part.VERSION)) {
                drawing.outline(Part.VERSION.name(), LimitTable.OUTLINE, limit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MapViews.Bounds boundsOfLimit(long limit) {
        new LimitTable(sql()).get(limit);
        return degrees(sql().one(
                        LimitTable.OUTLINE,
                        row -> Wkb.read(row.bytes("geometry")).getEnvelopeInternal(),
                        limit));
    }

    private static void limit(MapDrawing drawing, Set<Part> parts, MapViews.View view) throws IOException {
        if (parts.contains(Part.LIMIT)) {
            drawing.outline(Part.LIMIT.name(), CityMap.LIMIT, view.on(), view.known(), view.known());
        }
    }

    private MapDrawing drawing(MapViews.View view, OutputStream out) throws IOException {
        if (!view.fitsScreen()) {
            throw Problem.invalid("parcels.view-wrong");
        }
        return new MapDrawing(sql(), view, out);
    }

    private MapViews.Bounds degrees(Envelope metres) {
        return MapDrawing.degrees(metres, new Projection(new CityMap(sql()).epsg()));
    }

    private Sql sql() {
        return new Sql(source);
    }
}
