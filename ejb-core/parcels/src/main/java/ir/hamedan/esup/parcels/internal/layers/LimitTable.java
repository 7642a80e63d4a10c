package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.CityLimits.Limit;
import ir.hamedan.esup.parcels.api.CityLimits.LimitState;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** The limits of the city that were handed in, and those of them that hold. */
final class LimitTable {
    /** The outline of one that was handed in. */
    static final String OUTLINE = "select geometry from parcels.city_limit_draft where id = ?";

    /** The limits {@code l} that nobody has withdrawn. */
    static final String STANDING = "not exists (select from parcels.city_limit_withdrawal w where w.city_limit = l.id)";

    private static final String COLUMNS = """
            select d.id, d.valid_from, d.file_name, d.hash, d.area, d.points, d.signed_by, d.signed_at, d.decided_by,
                d.decided_at, gone.withdrawn_by, gone.withdrawn_at, gone.reason,
                case when gone.city_limit is not null then 'WITHDRAWN' when d.published then 'PUBLISHED'
                    when d.published is null then 'WAITING' else 'GIVEN_UP' end as state
            from parcels.city_limit_draft d
            left join parcels.city_limit l on l.draft = d.id
            left join parcels.city_limit_withdrawal gone on gone.city_limit = l.id\s""";

    private final Sql sql;

    LimitTable(Sql sql) {
        this.sql = sql;
    }

    /** What a file is kept with. */
    record Handed(String fileName, String hash, Instant at, String by) {}

    long add(LocalDate validFrom, Geometry outline, Handed handed) {
        return sql.one(
                """
                insert into parcels.city_limit_draft (valid_from, file_name, hash, area, points, geometry, bounds, signed_by,
                    signed_at)
                values (?, ?, ?, ?, ?, ?, ?::box, ?, ?) returning id""",
                row -> row.number("id"),
                validFrom,
                handed.fileName(),
                handed.hash(),
                Parts.hundredths(outline.getArea()),
                outline.getNumPoints(),
                Wkb.bytes(outline),
                Wkb.box(outline.getEnvelopeInternal()),
                handed.by(),
                handed.at());
    }

    Limit get(long id) {
        return sql.first(COLUMNS + "where d.id = ?", LimitTable::read, id)
                .orElseThrow(() -> Problem.notFound("parcels.unknown-city-limit"));
    }

    /** Nobody has decided on it, and nobody else does until this transaction ends. */
    Limit waiting(long id) {
        Limit limit = held(id);
        if (limit.state() != LimitState.WAITING) {
            throw Problem.conflict("parcels.city-limit-decided");
        }
        return limit;
    }

    /** Nobody else decides on it or withdraws it until this transaction ends; read only then, as its withdrawal is another row. */
    Limit held(long id) {
        sql.first("select id from parcels.city_limit_draft where id = ? for update", row -> row.number("id"), id);
        return get(id);
    }

    Page<Limit> list(Page.Request page) {
        List<Limit> rows =
                sql.list(COLUMNS + "order by d.id desc limit ? offset ?", LimitTable::read, page.size(), page.offset());
        return new Page<>(
                rows, sql.one("select count(*) as n from parcels.city_limit_draft", row -> row.number("n")), page);
    }

    Optional<Limit> inForce(LocalDate on, Instant known) {
        return sql.first(COLUMNS + CityMap.IN_FORCE, LimitTable::read, on, known, known);
    }

    /** Whether the city has a limit, or will have one. */
    boolean hasAny() {
        return sql.one(
                "select exists (select from parcels.city_limit l where " + STANDING + ") as has",
                row -> row.bool("has"));
    }

    void decide(long id, boolean publish, Instant at, String by) {
        sql.run(
                "update parcels.city_limit_draft set published = ?, decided_at = ?, decided_by = ? where id = ?",
                publish,
                at,
                by,
                id);
        if (publish) {
            sql.run("""
                    insert into parcels.city_limit (draft, valid_from, geometry, bounds, set_at, set_by)
                    select id, valid_from, geometry, bounds, decided_at, decided_by from parcels.city_limit_draft
                    where id = ?""", id);
        }
    }

    /** One that is published. */
    void withdraw(long id, String reason, Instant at, String by) {
        sql.run("""
                insert into parcels.city_limit_withdrawal (city_limit, reason, withdrawn_by, withdrawn_at)
                select l.id, ?, ?, ? from parcels.city_limit l where l.draft = ?""", reason, by, at, id);
    }

    private static Limit read(Sql.Row row) throws SQLException {
        return new Limit(
                row.number("id"),
                row.constant(LimitState.class, "state"),
                row.date("valid_from"),
                row.text("file_name"),
                row.text("hash"),
                row.number("area"),
                row.integer("points"),
                row.text("signed_by"),
                row.instant("signed_at"),
                Optional.ofNullable(row.text("decided_by")),
                Optional.ofNullable(row.instant("decided_at")),
                Optional.ofNullable(row.text("withdrawn_by")),
                Optional.ofNullable(row.instant("withdrawn_at")),
                Optional.ofNullable(row.text("reason")));
    }
}
