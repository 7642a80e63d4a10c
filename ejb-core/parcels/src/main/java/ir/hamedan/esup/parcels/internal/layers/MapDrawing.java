package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What is drawn for one view, layer upon layer, each by one statement: the largest features of each come first and the rest
 * is cut.
 */
final class MapDrawing implements Closeable {
    private static final int MOST = MapViews.MOST_OF_A_KIND;
    private static final double COARSEST = 10_000;
    private static final double WIDEST = 5;

    private static final String OF_VERSION = """
            select f.id, f.place, f.name, f.grade, f.value, f.planned, f.geometry
            from parcels.feature f where f.version = ? and f.bounds && ?::box
            order by area(f.bounds) desc, f.id limit ?""";

    private static final String OF_LAYERS = "with " + Used.VERSIONS + """
            select u.kind, f.id, f.place, f.name, f.grade, f.value, f.planned, f.geometry
            from used u
            cross join lateral (select * from parcels.feature f
                where f.version = u.id and f.bounds && ?::box
                order by area(f.bounds) desc, f.id limit ?) as f
            where u.kind = any(?)
            order by u.kind, area(f.bounds) desc, f.id""";

    private record Shown(LayerKind kind, Feature feature) {}

    private final Sql sql;
    private final MapViews.View view;
    private final Envelope box;
    private final MapText text;

    /** @throws Problem {@code parcels.view-wrong}, before anything is written */
    MapDrawing(Sql sql, MapViews.View view, OutputStream out) throws IOException {
        Projection projection = new Projection(new CityMap(sql).epsg());
        this.sql = sql;
        this.view = view;
        this.box = box(view, projection);
        this.text = new MapText(out, projection, view.scale());
    }

    /** The layers the view asks for. */
    void layers(Used used) throws IOException {
        List<LayerKind> kinds =
                view.kinds().stream().filter(kind -> !isTooSmall(kind)).toList();
        Map<LayerKind, Integer> written = new EnumMap<>(LayerKind.class);
        for (Shown shown : sql.list(OF_LAYERS, MapDrawing::read, used.arguments(Wkb.box(box), MOST + 1, kinds))) {
            if (written.merge(shown.kind(), 1, Integer::sum) <= MOST) {
                text.feature(shown.kind().name(), shown.feature());
            }
        }
        view.kinds().stream()
                .filter(kind -> isTooSmall(kind) || written.getOrDefault(kind, 0) > MOST)
                .sorted()
                .forEach(kind -> text.cut(kind.name()));
    }

    private static Shown read(Sql.Row row) throws SQLException {
        return new Shown(row.constant(LayerKind.class, "kind"), Feature.read(row));
    }

    private boolean isTooSmall(LayerKind kind) {
        return kind == LayerKind.PARCEL && view.scale() > MapViews.PARCELS_FROM;
    }

    void parcels(Used used, Set<String> names, MapViews.Painter painter) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        if (isTooSmall(LayerKind.PARCEL)) {
            names.forEach(text::cut);
            return;
        }
        List<Shown> found = sql.list(
                OF_LAYERS, MapDrawing::read, used.arguments(Wkb.box(box), MOST + 1, List.of(LayerKind.PARCEL)));
        List<Shown> seen = largest(found, names);
        Map<RenewalCode, String> painted = painter.paint(seen.stream()
                .map(shown -> RenewalCode.parse(shown.feature().id()))
                .toList());
        for (Shown shown : seen) {
            String name = painted.getOrDefault(RenewalCode.parse(shown.feature().id()), "");
            if (names.contains(name)) {
                text.feature(name, shown.feature());
            }
        }
    }

    /** The features of one version, whatever became of it. */
    void version(String name, long version, LayerKind kind) throws IOException {
        if (isTooSmall(kind)) {
            text.cut(name);
            return;
        }
        List<Feature> found = sql.list(OF_VERSION, Feature::read, version, Wkb.box(box), MOST + 1);
        for (Feature feature : largest(found, Set.of(name))) {
            text.feature(name, feature);
        }
    }

    /** As many as are drawn of what was found, one more of which tells that the names are cut. */
    private <T> List<T> largest(List<T> found, Set<String> names) {
        if (found.size() <= MOST) {
            return found;
        }
        names.forEach(text::cut);
        return found.subList(0, MOST);
    }

    /** An outline, where the statement finds one. */
    void outline(String name, String statement, Object... arguments) throws IOException {
        for (byte[] outline : sql.list(statement, row -> row.bytes("geometry"), arguments)) {
            text.outline(name, Wkb.read(outline));
        }
    }

    /** Those that have a place in the view. */
    void faults(long version, LayerFault.Severity severity, Function<LayerFault, String> words) throws IOException {
        List<FaultTable.Placed> found = new FaultTable(sql)
                .placed(
                        version,
                        severity,
                        new MapViews.Bounds(view.west(), view.south(), view.east(), view.north()),
                        MOST + 1);
        for (FaultTable.Placed placed : largest(found, Set.of(severity.name()))) {
            text.mark(
                    severity.name(),
                    Long.toString(placed.row()),
                    placed.fault().place().orElseThrow(),
                    words.apply(placed.fault()));
        }
    }

    /** The corners of the view in metres: its sides bend a little, but a map shows more than its sides anyway. */
    private static Envelope box(MapViews.View view, Projection projection) {
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

    /** The box in degrees around one in metres. */
    static MapViews.Bounds degrees(Envelope metres, Projection projection) {
        Envelope degrees = new Envelope();
        for (double east : new double[] {metres.getMinX(), metres.getMaxX()}) {
            for (double north : new double[] {metres.getMinY(), metres.getMaxY()}) {
                LayerFault.Place corner = projection.degrees(new Coordinate(east, north));
                degrees.expandToInclude(corner.longitude(), corner.latitude());
            }
        }
        return new MapViews.Bounds(degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY());
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
