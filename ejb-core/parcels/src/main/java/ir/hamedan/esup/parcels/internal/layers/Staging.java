package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Takes a piece of a file into a draft: its features, its faults and the position, or none of them. */
final class Staging {
    /** A piece ends early when its coordinates fill so much memory, some tens of megabytes. */
    private static final int MOST_POINTS = 500_000;

    private final Sql sql;
    private final Settings settings;
    private final FaultTable table;

    Staging(Sql sql, Settings settings) {
        this.sql = sql;
        this.settings = settings;
        this.table = new FaultTable(sql);
    }

    /** The draft is held by the caller. */
    void stage(LayerVersion draft, GeoJsonFile file, int most) {
        if (draft.complete()) {
            return;
        }
        if (file.position() > draft.position()) {
            throw Problem.conflict("parcels.layer-position", draft.position(), file.position());
        }
        file.skipTo(draft.position());
        Projection projection = new Projection(draft.epsg());
        Faults faults = new Faults(draft.kind(), settings, projection, table.room(draft.id(), FaultTable.Stage.READ));
        Outlines outlines = new Outlines(projection, faults);
        FeatureReading reading = new FeatureReading(draft.kind(), draft.names(), settings, outlines, faults);
        Set<String> wanted = reading.properties();
        List<Feature> features = new ArrayList<>();
        long points = 0;
        boolean complete = false;
        for (int i = 0; i < most && points < MOST_POINTS && !complete; i++) {
            Optional<RawFeature> raw = file.next(wanted);
            outlines.read(Reference.of(file.crs()));
            Optional<Feature> feature = raw.flatMap(reading::feature);
            feature.ifPresent(features::add);
            points += feature.map(f -> f.geometry().getNumPoints()).orElse(0);
            complete = raw.isEmpty();
        }
        if (complete) {
            requireSameFile(draft, file);
        }
        // What stands in the head of the file is told once, by the piece that begins it.
        file.takeFaults().forEach(fault -> faults.add(fault.code(), "", Optional.empty(), fault.detail()));
        insert(draft.id(), features, faults);
        table.add(draft.id(), FaultTable.Stage.READ, faults.kept());
        sql.run("""
                update parcels.layer_version set position = ?, complete = ?, checked_at = null,
                    read_blocking = read_blocking + ?, read_warnings = read_warnings + ?
                where id = ?""", file.position(), complete, faults.blocking(), faults.warnings(), draft.id());
    }

    private static void requireSameFile(LayerVersion draft, GeoJsonFile file) {
        if (!file.hash().equals(draft.hash())) {
            throw Problem.conflict("parcels.layer-file-changed", draft.fileName());
        }
    }

    private void insert(long version, List<Feature> features, Faults faults) {
        Map<String, Feature> fresh = new HashMap<>();
        List<Feature> twice = new ArrayList<>();
        for (Feature feature : features) {
            if (fresh.putIfAbsent(feature.id(), feature) != null) {
                twice.add(feature);
            }
        }
        List<Feature> rows = new ArrayList<>(fresh.values());
        Set<String> taken = new HashSet<>(rows.isEmpty() ? List.of() : inserted(version, rows));
        rows.stream().filter(row -> !taken.contains(row.id())).forEach(twice::add);
        for (Feature feature : twice) {
            faults.addAt(FaultCode.ID_TWICE, feature.id(), inside(feature.geometry()), feature.id());
        }
    }

    private List<String> inserted(long version, List<Feature> rows) {
        return sql.list(
                """
                insert into parcels.feature (version, id, place, name, grade, value, planned, geometry, bounds)
                select ?, f.id, f.place::bigint, f.name, f.grade, f.value::bigint, f.planned::bigint,
                    decode(f.geometry, 'hex'), f.bounds::box
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as f (id, place, name, grade, value, planned, geometry, bounds)
                on conflict do nothing returning id""",
                row -> row.text("id"),
                version,
                column(rows, Feature::id),
                column(rows, f -> Long.toString(f.place())),
                column(rows, Feature::name),
                column(rows, Feature::grade),
                column(rows, f -> Long.toString(f.value())),
                column(rows, f -> Long.toString(f.planned())),
                column(rows, f -> Wkb.hex(f.geometry())),
                column(rows, f -> Wkb.box(f.geometry().getEnvelopeInternal())));
    }

    private static List<String> column(List<Feature> rows, Function<Feature, String> value) {
        return rows.stream().map(value).toList();
    }

    /** A place that lies in the geometry, as a person would point at it. */
    static Coordinate inside(Geometry geometry) {
        return geometry.getInteriorPoint().getCoordinate();
    }
}
