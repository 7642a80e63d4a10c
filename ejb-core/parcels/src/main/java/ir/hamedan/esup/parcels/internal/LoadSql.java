package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.ParcelLoad;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statements of the bulk door: every one works on the whole set that was staged. */
public final class LoadSql {
    private static final List<String> STAGES =
            List.of("object", "shape", "title", "owner", "certificate", "lock", "code_change", "source", "refused");

    private static final String CREATE = """
            create temporary table parcels_object (code text, region smallint, plate text, plate_section text,
                postal_code text, address text, search text, land_use text, deed text, land_area bigint,
                floor_area bigint, garden boolean, registered_on date, retired_on date);
            create temporary table parcels_shape (code text, valid_from date, wkb bytea, bounds box);
            create temporary table parcels_title (code text, number text, issued_on date, issuer text,
                surveyed_area bigint, north text, east text, south text, west text);
            create temporary table parcels_owner (code text, valid_from date, party_kind text, party_id text, name text,
                numerator bigint, denominator bigint, since date);
            create temporary table parcels_certificate (code text, kind text, number text, issued_on date);
            create temporary table parcels_lock (code text, kind text, authority text, letter text, from_day date);
            create temporary table parcels_code_change (from_code text, to_code text, action text, changed_on date,
                reference text);
            create temporary table parcels_source (source text, as_of timestamptz);
            create temporary table parcels_refused (what text, code text, reason text)""";

    /** Each refuses rows of one stage, and the statement after it takes those that are left. */
    private static final String REFUSE = """
            with gone as (delete from parcels_%1$s g where %3$s returning g.%4$s as code)
            insert into parcels_refused select '%1$s', code, '%2$s' from gone""";

    private static final String UNKNOWN = "not exists (select from parcels.land_object o where o.code = g.code)";

    private LoadSql() {}

    /** What the search column holds of an object: the words of the address, the plate, the postal code. */
    public static String searchColumn(LandObject object) {
        return SearchTerm.foldedWords(object.address()) + " " + object.registryPlate() + " "
                + object.postalCode().orElse("");
    }

    public static boolean wasLoaded(Connection connection, String reference) throws SQLException {
        String sql = "select exists (select from parcels.source_load where reference = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, reference);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    public static void createStages(Connection connection) throws SQLException {
        dropStages(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    public static void dropStages(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String stage : STAGES) {
                statement.execute("drop table if exists pg_temp.parcels_" + stage);
            }
        }
    }

    public static ParcelLoad.Report insert(
            Connection connection, String reference, Instant recordedAt, String recordedBy) throws SQLException {
        run(
                connection,
                "analyze parcels_object, parcels_owner, parcels_certificate, parcels_shape, parcels_lock,"
                        + " parcels_code_change");
        Map<String, Long> loaded = new LinkedHashMap<>();
        loaded.put("object", objects(connection, recordedAt));
        loaded.put("shape", shapes(connection));
        loaded.put("title", titles(connection, recordedAt));
        loaded.put("owner", owners(connection, reference, recordedAt, recordedBy));
        loaded.put("certificate", certificates(connection, recordedAt));
        loaded.put("lock", locks(connection, recordedAt, recordedBy));
        loaded.put("code_change", codeChanges(connection, recordedAt));
        loaded.put("source", run(connection, """
                        insert into parcels.source_load (source, as_of, reference, loaded_at)
                        select source, as_of, ?, ? from parcels_source""", reference, recordedAt));
        return report(connection, loaded);
    }

    private static long objects(Connection connection, Instant recordedAt) throws SQLException {
        refuse(
                connection,
                "object",
                "parcels.load.twice",
                "exists (select from parcels_object e where e.code = g.code and e.ctid < g.ctid)",
                "code");
        refuse(
                connection,
                "object",
                "parcels.load.known",
                "exists (select from parcels.land_object o where o.code = g.code)",
                "code");
        return run(connection, """
                insert into parcels.land_object (code, region, plate, plate_section, postal_code, address, search,
                    land_use, deed, land_area, floor_area, garden, registered_on, retired_on, registered_at)
                select code, region, plate, plate_section, postal_code, address, search, land_use, deed, land_area,
                    floor_area, garden, registered_on, retired_on, ?
                from parcels_object order by parcels.sort_key(code)""", recordedAt);
    }

    private static long shapes(Connection connection) throws SQLException {
        refuse(connection, "shape", "parcels.unknown-code", UNKNOWN, "code");
        return run(connection, """
                insert into parcels.shape (code, valid_from, wkb, bounds)
                select code, valid_from, wkb, bounds from parcels_shape on conflict do nothing""");
    }

    private static long titles(Connection connection, Instant recordedAt) throws SQLException {
        refuse(connection, "title", "parcels.unknown-code", UNKNOWN, "code");
        return run(connection, """
                insert into parcels.title (code, number, issued_on, issuer, surveyed_area, north, east, south, west,
                    recorded_at)
                select code, number, issued_on, issuer, surveyed_area, north, east, south, west, ? from parcels_title
                on conflict do nothing""", recordedAt);
    }

    private static long owners(Connection connection, String reference, Instant recordedAt, String recordedBy)
            throws SQLException {
        refuse(connection, "owner", "parcels.unknown-code", UNKNOWN, "code");
        refuse(
                connection,
                "owner",
                "parcels.load.known",
                "exists (select from parcels.owner_set t where t.code = g.code)",
                "code");
        refuse(connection, "owner", "parcels.shares-do-not-add-up", """
                g.code in (select s.code from parcels_owner s group by s.code
                    having count(distinct s.party_id) <> count(*)
                        or (parcels.share_sum(s.numerator, s.denominator))[1]
                            <> (parcels.share_sum(s.numerator, s.denominator))[2])""", "code");
        run(connection, """
                insert into parcels.owner_set (code, valid_from, kind, reference, deed_number, recorded_at, recorded_by)
                select code, max(valid_from), 'LOAD', ?, '', ?, ? from parcels_owner group by code order by code""", reference, recordedAt, recordedBy);
        return run(connection, """
                insert into parcels.owner_share (owner_set, place, party_kind, party_id, name, numerator, denominator,
                    since)
                select t.id, row_number() over (partition by t.id order by s.ctid), s.party_kind, s.party_id, s.name,
                    s.numerator, s.denominator, s.since
                from parcels_owner s join parcels.owner_set t on t.code = s.code and t.reference = ?
                order by t.id""", reference);
    }

    private static long certificates(Connection connection, Instant recordedAt) throws SQLException {
        refuse(connection, "certificate", "parcels.unknown-code", UNKNOWN, "code");
        return run(connection, """
                insert into parcels.building_certificate (code, kind, number, issued_on, recorded_at)
                select code, kind, number, issued_on, ? from parcels_certificate on conflict do nothing""", recordedAt);
    }

    private static long locks(Connection connection, Instant recordedAt, String recordedBy) throws SQLException {
        refuse(
                connection,
                "lock",
                "parcels.unknown-code",
                UNKNOWN + " and parcels.level_of(g.code) <> 'BLOCK'",
                "code");
        refuse(connection, "lock", "parcels.load.known", """
                exists (select from parcels.lock l where l.code = g.code and l.kind = g.kind and l.letter = g.letter
                    and l.from_day = g.from_day)""", "code");
        return run(connection, """
                insert into parcels.lock (code, kind, authority, letter, from_day, placed_at, placed_by)
                select code, kind, authority, letter, from_day, ?, ? from parcels_lock""", recordedAt, recordedBy);
    }

    private static long codeChanges(Connection connection, Instant recordedAt) throws SQLException {
        refuse(connection, "code_change", "parcels.unknown-code", """
                not exists (select from parcels.land_object o where o.code = g.from_code)
                    or not exists (select from parcels.land_object o where o.code = g.to_code)""", "from_code");
        return run(connection, """
                insert into parcels.code_change (action, from_code, to_code, changed_on, reference, recorded_at)
                select action, from_code, to_code, changed_on, reference, ? from parcels_code_change
                on conflict do nothing""", recordedAt);
    }

    private static void refuse(Connection connection, String stage, String reason, String when, String code)
            throws SQLException {
        run(connection, REFUSE.formatted(stage, reason, when, code));
    }

    private static ParcelLoad.Report report(Connection connection, Map<String, Long> loaded) throws SQLException {
        List<ParcelLoad.Refused> refused = new ArrayList<>();
        long all;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet count = statement.executeQuery("select count(*) from parcels_refused")) {
                count.next();
                all = count.getLong(1);
            }
            try (ResultSet row = statement.executeQuery(
                    "select what, code, reason from parcels_refused limit " + ParcelLoad.NAMED_REFUSALS)) {
                while (row.next()) {
                    refused.add(new ParcelLoad.Refused(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return new ParcelLoad.Report(loaded, all, refused);
    }

    private static long run(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                Object value = arguments[i];
                statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
            }
            return statement.executeLargeUpdate();
        }
    }
}
