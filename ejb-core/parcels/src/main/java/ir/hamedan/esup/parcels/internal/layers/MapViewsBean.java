package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.MapViews;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Views of the map for everybody. */
@Stateless
@Local(MapViews.class)
public class MapViewsBean implements MapViews {
    private static final String OUTLINE = "with " + Used.VERSIONS + """
            select f.geometry from used u join parcels.feature f on f.version = u.id and f.id = ?
            where u.kind = 'PARCEL' limit 1""";

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Override
    @PermitAll
    public void write(View view, OutputStream out) {
        try (MapDrawing drawing = new MapDrawing(new Sql(source), view, out)) {
            drawing.layers(Used.of(view.on(), view.known()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @PermitAll
    public void paint(View view, Set<String> names, Painter painter, OutputStream out) {
        Used used = Used.of(view.on(), view.known());
        try (MapDrawing drawing = new MapDrawing(new Sql(source), view, out)) {
            drawing.layers(used);
            drawing.parcels(used, names, painter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @PermitAll
    public Optional<Bounds> boundsOf(RenewalCode code, LocalDate on, Instant known) {
        return bounds(OUTLINE, Used.of(on, known).arguments(code));
    }

    @Override
    @PermitAll
    public Optional<Bounds> bounds(LocalDate on, Instant known) {
        return bounds(CityMap.LIMIT, on, known, known);
    }

    private Optional<Bounds> bounds(String statement, Object... arguments) {
        Sql sql = new Sql(source);
        return sql.first(statement, row -> Wkb.read(row.bytes("geometry")).getEnvelopeInternal(), arguments)
                .map(metres -> MapDrawing.degrees(metres, new Projection(new CityMap(sql).epsg())));
    }
}
