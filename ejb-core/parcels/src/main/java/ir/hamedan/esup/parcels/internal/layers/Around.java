package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * What the layers in force have around a place, in one statement: the index finds by the box, the geometry decides later.
 */
final class Around {
    /** More of one layer than lies around any parcel; a layer that has more is wrong there. */
    private static final int MOST = 5_000;

    private static final String FEATURES = "with " + Used.VERSIONS + """
            select u.kind, u.number, u.valid_from, u.hash, f.id, f.place, f.name, f.grade, f.value, f.planned, f.geometry,
                case when row_number() over (partition by u.kind) = 1 then u.coverage end as coverage
            from used u
            left join lateral (select * from parcels.feature f
                where f.version = u.id and f.bounds && ?::box and u.kind <> 'PARCEL' limit ?) as f on true""";

    private final Map<LayerKind, List<Feature>> features = new EnumMap<>(LayerKind.class);
    private final Map<LayerKind, PreparedGeometry> coverages = new EnumMap<>(LayerKind.class);
    private final Map<LayerKind, Site.Version> versions = new EnumMap<>(LayerKind.class);
    private final int most;

    Around(int most) {
        this.most = most;
    }

    static Around of(Sql sql, Used used, Geometry place, double reach) {
        Envelope box = place.getEnvelopeInternal();
        box.expandBy(reach);
        Around around = new Around(MOST);
        sql.list(FEATURES, around::read, used.arguments(Wkb.box(box), MOST));
        return around;
    }

    /** The same layers with other features of them, those around one place of many. */
    Around among(Function<LayerKind, List<Feature>> there) {
        Around around = new Around(MOST);
        around.coverages.putAll(coverages);
        around.versions.putAll(versions);
        for (LayerKind kind : versions.keySet()) {
            List<Feature> found = there.apply(kind);
            requireFewerThan(MOST, found);
            around.features.put(kind, found);
        }
        return around;
    }

    private static void requireFewerThan(int most, List<Feature> found) {
        if (found.size() >= most) {
            throw Problem.tooLarge("parcels.too-many-features", most);
        }
    }

    LayerKind read(Sql.Row row) throws SQLException {
        LayerKind kind = row.constant(LayerKind.class, "kind");
        versions.put(kind, new Site.Version(kind, row.integer("number"), row.date("valid_from"), row.text("hash")));
        List<Feature> found = features.computeIfAbsent(kind, k -> new ArrayList<>());
        if (row.bytes("coverage") != null) {
            coverages.put(kind, PreparedGeometryFactory.prepare(Wkb.read(row.bytes("coverage"))));
        }
        if (row.text("id") != null) {
            found.add(Feature.read(row));
            requireFewerThan(most, found);
        }
        return kind;
    }

    /** Nothing for a layer that is not loaded, as for one that has nothing here. */
    List<Feature> of(LayerKind kind) {
        return features.getOrDefault(kind, List.of());
    }

    boolean isLoaded(LayerKind kind) {
        return versions.containsKey(kind);
    }

    /** Whether the layer says anything of the whole place. */
    boolean reaches(LayerKind kind, Geometry place) {
        return isLoaded(kind)
                && Optional.ofNullable(coverages.get(kind))
                        .map(coverage -> coverage.covers(place))
                        .orElse(true);
    }

    List<Site.Version> versions() {
        return List.copyOf(versions.values());
    }
}
