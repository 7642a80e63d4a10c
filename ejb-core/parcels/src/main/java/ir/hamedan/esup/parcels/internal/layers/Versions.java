package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The table of the versions. */
final class Versions {
    private static final String COLUMNS = """
            select v.id, v.kind, v.number, v.state, v.epsg, v.file_name, v.hash, v.property_names, v.opened_at, v.opened_by,
                v.position, v.complete, v.checked_at, v.read_blocking + v.check_blocking as blocking,
                v.read_warnings + v.check_warnings as warnings, v.coverage is not null as coverage, v.valid_from,
                v.signed_by, v.published_by, v.published_at, v.withdrawn_by, v.withdrawn_at
            from parcels.layer_version v""";

    private final Sql sql;

    Versions(Sql sql) {
        this.sql = sql;
    }

    private static LayerVersion read(Sql.Row row) throws SQLException {
        List<String> names = row.texts("property_names");
        return new LayerVersion(
                row.number("id"),
                row.constant(LayerKind.class, "kind"),
                row.integer("number"),
                row.constant(LayerState.class, "state"),
                row.integer("epsg"),
                row.text("file_name"),
                row.text("hash"),
                new FeatureNames(names.get(0), names.get(1), names.get(2), names.get(3), names.get(4)),
                row.instant("opened_at"),
                row.text("opened_by"),
                row.number("position"),
                row.bool("complete"),
                Optional.ofNullable(row.instant("checked_at")),
                row.number("blocking"),
                row.number("warnings"),
                row.bool("coverage"),
                Optional.ofNullable(row.date("valid_from")),
                Optional.ofNullable(row.text("signed_by")),
                Optional.ofNullable(row.text("published_by")),
                Optional.ofNullable(row.instant("published_at")),
                Optional.ofNullable(row.text("withdrawn_by")),
                Optional.ofNullable(row.instant("withdrawn_at")));
    }

    LayerVersion get(long id) {
        return get(id, "");
    }

    /** Others who change it wait until this transaction ends. */
    LayerVersion held(long id) {
        return get(id, " for update");
    }

    /** The draft, held. */
    LayerVersion draft(long id) {
        LayerVersion version = held(id);
        if (version.state() != LayerState.DRAFT) {
            throw Problem.conflict("parcels.layer-not-a-draft", version.number());
        }
        return version;
    }

    private LayerVersion get(long id, String lock) {
        return sql.first(COLUMNS + " where v.id = ?" + lock, Versions::read, id)
                .orElseThrow(() -> Problem.notFound("parcels.unknown-layer-version", id));
    }

    Page<LayerVersion> list(Optional<LayerKind> kind, Page.Request page) {
        String wanted = kind.map(Enum::name).orElse("");
        String where = " where (? = '' or v.kind = ?)";
        long total = sql.one(
                "select count(*) as n from parcels.layer_version v" + where, row -> row.number("n"), wanted, wanted);
        List<LayerVersion> rows = sql.list(
                COLUMNS + where + " order by v.id desc limit ? offset ?",
                Versions::read,
                wanted,
                wanted,
                page.size(),
                page.offset());
        return new Page<>(rows, total, page);
    }

    /** The row of the kind, locked: versions of one kind come one after another. */
    void hold(LayerKind kind) {
        sql.one("select kind from parcels.layer where kind = ? for update", row -> row.text("kind"), kind);
    }

    boolean knowsFile(LayerKind kind, String hash) {
        return sql.one(
                "select exists (select from parcels.layer_version where kind = ? and hash = ? and state <> 'WITHDRAWN') as known",
                row -> row.bool("known"),
                kind,
                hash);
    }

    /** Whether a version of the kind was ever published. */
    boolean wasPublished(LayerKind kind) {
        return sql.one(
                "select exists (select from parcels.layer_version where kind = ? and published_at is not null) as was",
                row -> row.bool("was"),
                kind);
    }

    long open(LayerKind kind, String fileName, String hash, FeatureNames names, Instant at, String by) {
        return sql.one(
                """
                insert into parcels.layer_version (kind, number, state, epsg, file_name, hash, property_names, opened_at,
                    opened_by)
                select ?, coalesce(max(v.number), 0) + 1, 'DRAFT', (select epsg from parcels.city_map), ?, ?, ?, ?, ?
                from parcels.layer_version v where v.kind = ?
                returning id""",
                row -> row.number("id"),
                kind,
                fileName,
                hash,
                List.of(names.id(), names.name(), names.grade(), names.value(), names.planned()),
                at,
                by,
                kind);
    }

    /** A draft with what was read for a version; whether it is sound is checked anew. */
    long copy(long version, Instant at, String by) {
        long copy = sql.one("""
                insert into parcels.layer_version (kind, number, state, epsg, file_name, hash, property_names, opened_at,
                    opened_by, position, complete, read_blocking, read_warnings, coverage)
                select kind, (select max(n.number) from parcels.layer_version n where n.kind = v.kind) + 1, 'DRAFT', epsg,
                    file_name, hash, property_names, ?, ?, position, complete, read_blocking, read_warnings, coverage
                from parcels.layer_version v where v.id = ?
                returning id""", row -> row.number("id"), at, by, version);
        sql.run("""
                insert into parcels.feature (version, id, place, name, grade, value, planned, geometry, bounds)
                select ?, id, place, name, grade, value, planned, geometry, bounds from parcels.feature
                where version = ?""", copy, version);
        sql.run("""
                insert into parcels.layer_fault (version, stage, code, severity, feature, longitude, latitude, parameters)
                select ?, stage, code, severity, feature, longitude, latitude, parameters from parcels.layer_fault
                where version = ? and stage = 'READ' order by id""", copy, version);
        return copy;
    }

    void sign(long version, LocalDate validFrom, Instant at, String by) {
        sql.run(
                "update parcels.layer_version set valid_from = ?, signed_by = ?, signed_at = ? where id = ?",
                validFrom,
                by,
                at,
                version);
    }

    /** How far it reaches; everywhere when that is not said. Whoever signed it has not seen that. */
    void cover(long version, Optional<byte[]> outline) {
        sql.run(
                "update parcels.layer_version set coverage = ?::bytea, signed_by = null, signed_at = null where id = ?",
                outline.orElse(null),
                version);
    }

    void publish(long version, Instant at, String by) {
        sql.run("""
                update parcels.layer_version set state = 'PUBLISHED', published_by = ?, published_at = ?
                where id = ?""", by, at, version);
    }
}
