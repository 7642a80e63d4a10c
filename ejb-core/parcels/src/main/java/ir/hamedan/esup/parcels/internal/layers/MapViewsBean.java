package ir.hamedan.esup.parcels.internal.layers;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Views of the map, one statement each; the largest features of each kind come first and the rest is cut. */
@Stateless
@Local(MapViews.class)
public class MapViewsBean implements MapViews {
    private static final double COARSEST = 10_000;
    private static final double WIDEST = 5;

    private static final String FEATURES = "with " + Used.VERSIONS + """
            select u.kind, f.id, f.place, f.name, f.grade, f.value, f.planned, f.geometry
            from used u
            cross join lateral (select * from parcels.feature f
                where f.version = u.id and f.bounds && ?::box
                order by area(f.bounds) desc, f.id limit ?) as f
            where u.kind = any(?)
            order by u.kind, area(f.bounds) desc, f.id""";

    private static final String OUTLINE = "with " + Used.VERSIONS + """
            select f.geometry from used u join parcels.feature f on f.version = u.id and f.id = ?
            where u.kind = 'PARCEL' limit 1""";

    private record Shown(LayerKind kind, Feature feature) {}

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Override
    @PermitAll
    public void write(View view, OutputStream out) {
        write(view, Used.of(view.on(), view.known()), out);
    }

    @Override
    @PermitAll
    public Optional<Bounds> boundsOf(RenewalCode code, LocalDate on, Instant known) {
        return bounds(OUTLINE, Used.of(on, known).arguments(code));
    }

    @Override
    @PermitAll
    public Optional<Bounds> bounds(LocalDate on, Instant known) {
        return bounds(
                "select geometry from parcels.city_limit where valid_from <= ? and set_at <= ?"
                        + " order by valid_from desc, id desc limit 1",
                on,
                known);
    }

    private Optional<Bounds> bounds(String statement, Object... arguments) {
        Sql sql = new Sql(source);
        return sql.first(statement, row -> Wkb.read(row.bytes("geometry")).getEnvelopeInternal(), arguments)
                .map(metres -> bounds(metres, new Projection(new CityMap(sql).epsg())));
    }

    private static Bounds bounds(Envelope metres, Projection projection) {
        Envelope degrees = new Envelope();
        for (double east : new double[] {metres.getMinX(), metres.getMaxX()}) {
            for (double north : new double[] {metres.getMinY(), metres.getMaxY()}) {
                LayerFault.Place corner = projection.degrees(new Coordinate(east, north));
                degrees.expandToInclude(corner.longitude(), corner.latitude());
            }
        }
        return new Bounds(degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY());
    }

    @Override
    @RolesAllowed({SUPERVISOR, ADMINISTRATOR})
    public void preview(long version, View view, OutputStream out) {
        new Versions(new Sql(source)).get(version);
        write(view, new Used(view.on(), view.known(), version), out);
    }

    private void write(View view, Used used, OutputStream out) {
        Sql sql = new Sql(source);
        Projection projection = new Projection(new CityMap(sql).epsg());
        Envelope box = box(view, projection);
        List<LayerKind> kinds = view.kinds().stream()
                .filter(kind -> kind != LayerKind.PARCEL || view.scale() <= PARCELS_FROM)
                .toList();
        List<Shown> found =
                sql.list(FEATURES, MapViewsBean::read, used.arguments(Wkb.box(box), MOST_OF_A_KIND + 1, kinds));
        Map<LayerKind, Integer> written = new EnumMap<>(LayerKind.class);
        try (MapText text = new MapText(out, projection, view.scale())) {
            for (Shown shown : found) {
                if (written.merge(shown.kind(), 1, Integer::sum) <= MOST_OF_A_KIND) {
                    text.feature(shown.kind(), shown.feature());
                }
            }
            written.forEach((kind, count) -> {
                if (count > MOST_OF_A_KIND) {
                    text.cut(kind);
                }
            });
            view.kinds().stream().filter(kind -> !kinds.contains(kind)).forEach(text::cut);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Shown read(Sql.Row row) throws SQLException {
        return new Shown(row.constant(LayerKind.class, "kind"), Feature.read(row));
    }

    /** The corners of the view in metres: its sides bend a little, but a map shows more than its sides anyway. */
    private static Envelope box(View view, Projection projection) {
        boolean right = view.west() < view.east()
                && view.south() < view.north()
                && view.east() - view.west() <= WIDEST
                && view.north() - view.south() <= WIDEST
                && projection.hasDegrees(view.west(), view.south())
                && projection.hasDegrees(view.east(), view.north())
                && view.scale() > 0
                && view.scale() <= COARSEST;
        if (!right) {
            throw Problem.invalid("parcels.view-wrong");
        }
        Envelope box = new Envelope();
        for (double longitude : new double[] {view.west(), view.east()}) {
            for (double latitude : new double[] {view.south(), view.north()}) {
                Coordinate corner = projection.metres(longitude, latitude);
                box.expandToInclude(corner);
            }
        }
        return box;
    }
}
