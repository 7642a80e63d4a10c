package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Finds a parcel by its code or by a point, with the settings of the day, in one statement each. */
final class Lookup {
    /** Parcels do not lie upon each other; more boxes than this around one point or parcel are no layer of parcels. */
    private static final int MOST_AT_A_POINT = 1_000;

    private static final GeometryFactory POINTS = new GeometryFactory();

    /**
     * Parcels that were registered, but those whose place other codes had taken; its places are the instant, the day twice and
     * the instant.
     */
    static final String STANDING = """
            o.level = 'PARCEL' and o.registered_at <= ? and not (coalesce(o.retired_on <= ?, false) and exists (
                select from parcels.code_change c
                where c.from_code = o.code and c.changed_on <= ? and c.recorded_at <= ?))""";

    /** The area of the object {@code o} by a day and an instant, which are its places. */
    static final String AREA = """
            coalesce((select e.land_area from parcels.earlier_area e
                where e.code = o.code and (e.until_day > ? or e.recorded_at > ?) order by e.id limit 1), o.land_area)""";

    /** With the codes that by the day and the instant had taken the place of one that is retired. */
    private static final String BY_CODES = "with " + Used.VERSIONS + """
            select o.code, %s as land_area, f.geometry, %s as settings,
                case when o.registered_at > ? then o.registered_at end as registered_later,
                case when o.retired_on <= ? then array(select c.to_code from parcels.code_change c
                    where c.from_code = o.code and c.changed_on <= ? and c.recorded_at <= ? order by c.id limit 100)
                end as followed
            from parcels.land_object o
            left join used u on u.kind = 'PARCEL'
            left join parcels.feature f on f.version = u.id and f.id = o.code
            where o.code = any(?)""".formatted(AREA, Settings.ARRAY);

    private static final String NEAR = "with " + Used.VERSIONS + """
            select o.code, f.geometry
            from used u
            join parcels.feature f on f.version = u.id and f.bounds && ?::box
            join parcels.land_object o on o.code = f.id
            where u.kind = 'PARCEL' and o.code <> ? and\s""" + STANDING + " order by o.sort_key limit ?";

    private static final String BY_POINT = "with " + Used.VERSIONS + """
            , spot as (select ?::box as box)
            select %s as settings,
                (%s) as city_limit,
                p.code, p.land_area, p.geometry
            from spot
            left join lateral (
                select f.id as code, f.geometry,
                    coalesce((select %s from parcels.land_object o
                        where o.code = f.id and o.registered_at <= ?), 0) as land_area
                from used u join parcels.feature f on f.version = u.id and f.bounds && spot.box
                where u.kind = 'PARCEL' order by parcels.sort_key(f.id) collate "C" limit ?) as p on true""".formatted(Settings.ARRAY, CityMap.LIMIT, AREA);

    /** A parcel of the register; without an outline when the layer has none of it. */
    record Parcel(RenewalCode code, long deedArea, Optional<Geometry> outline, Settings settings) {}

    /** A point of the map, and the parcel there. */
    record Spot(Point point, Optional<Parcel> parcel, Optional<Geometry> limit, Settings settings) {}

    /** @param registeredLater when, if the city did not know the code at the instant */
    private record Found(Parcel parcel, Optional<Instant> registeredLater, List<String> followed) {}

    private record Candidate(Optional<Parcel> parcel, Optional<Geometry> limit, Settings settings) {}

    private final Sql sql;
    private final Used used;

    Lookup(Sql sql, Used used) {
        this.sql = sql;
        this.used = used;
    }

    Parcel byCode(RenewalCode code) {
        return byCodes(List.of(code)).get(0);
    }

    /** All of them in their order, or the refusal of the first that cannot be had. */
    List<Parcel> byCodes(Collection<RenewalCode> codes) {
        Map<RenewalCode, Found> found = new HashMap<>();
        sql.list(
                        BY_CODES,
                        Lookup::found,
                        used.arguments(
                                used.on(),
                                used.known(),
                                used.on(),
                                used.known(),
                                used.known(),
                                used.on(),
                                used.on(),
                                used.known(),
                                codes.stream().map(RenewalCode::text).toList()))
                .forEach(one -> found.put(one.parcel().code(), one));
        return codes.stream().map(code -> standing(code, found.get(code))).toList();
    }

    private static Parcel standing(RenewalCode code, Found found) {
        if (code.level() != RenewalCode.Level.PARCEL || found == null) {
            throw Problem.notFound("parcels.unknown-code", code);
        }
        if (found.registeredLater().isPresent()) {
            Instant at = found.registeredLater().get();
            throw Problem.notFound("parcels.registered-later", code, LocalDate.ofInstant(at, PersianDate.TEHRAN), at);
        }
        if (!found.followed().isEmpty()) {
            throw Problem.conflict("parcels.code-replaced", code, String.join("، ", found.followed()));
        }
        return found.parcel();
    }

    private static Found found(Sql.Row row) throws SQLException {
        Parcel parcel = new Parcel(
                row.code("code"),
                row.number("land_area"),
                Optional.ofNullable(row.bytes("geometry")).map(Wkb::read),
                new Settings(row.texts("settings")));
        return new Found(parcel, Optional.ofNullable(row.instant("registered_later")), row.texts("followed"));
    }

    /** The outlines of the parcels around one, by their codes. */
    Map<RenewalCode, Geometry> near(Parcel parcel) {
        Envelope box = parcel.outline().orElseThrow().getEnvelopeInternal();
        box.expandBy(parcel.settings().apart());
        Map<RenewalCode, Geometry> near = new LinkedHashMap<>();
        sql.list(
                NEAR,
                row -> near.put(row.code("code"), Wkb.read(row.bytes("geometry"))),
                used.arguments(
                        Wkb.box(box),
                        parcel.code(),
                        used.known(),
                        used.on(),
                        used.on(),
                        used.known(),
                        MOST_AT_A_POINT));
        return near;
    }

    Spot byPoint(double longitude, double latitude) {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw Problem.invalid("parcels.point-wrong");
        }
        Projection projection = projection();
        if (!projection.hasDegrees(longitude, latitude)) {
            throw outsideCity(longitude, latitude);
        }
        return byMetres(projection.metres(longitude, latitude));
    }

    /** That a point lies outside the city; who took its longitude for its latitude is told so. */
    Problem outsideCity(double longitude, double latitude) {
        return isInCity(latitude, longitude)
                ? Problem.notFound("parcels.outside-city.swapped")
                : Problem.notFound("parcels.outside-city");
    }

    private boolean isInCity(double east, double north) {
        Projection projection = projection();
        if (!projection.hasDegrees(east, north)) {
            return false;
        }
        Spot spot = byMetres(projection.metres(east, north));
        return spot.limit().filter(limit -> limit.covers(spot.point())).isPresent();
    }

    private Projection projection() {
        return new Projection(new CityMap(sql).epsg());
    }

    Spot byMetres(Coordinate metres) {
        Point point = POINTS.createPoint(metres);
        List<Candidate> candidates = sql.list(
                BY_POINT,
                Lookup::candidate,
                used.arguments(
                        Wkb.box(new Envelope(metres)),
                        used.on(),
                        used.known(),
                        used.on(),
                        used.known(),
                        used.known(),
                        used.on(),
                        used.known(),
                        used.known(),
                        MOST_AT_A_POINT));
        Candidate first = candidates.get(0);
        Optional<Parcel> there = candidates.stream()
                .flatMap(candidate -> candidate.parcel().stream())
                .filter(parcel -> parcel.outline().orElseThrow().covers(point))
                .findFirst();
        return new Spot(point, there, first.limit(), first.settings());
    }

    private static Candidate candidate(Sql.Row row) throws SQLException {
        Settings settings = new Settings(row.texts("settings"));
        Optional<Parcel> parcel = row.text("code") == null
                ? Optional.empty()
                : Optional.of(new Parcel(
                        row.code("code"),
                        row.number("land_area"),
                        Optional.of(Wkb.read(row.bytes("geometry"))),
                        settings));
        return new Candidate(
                parcel, Optional.ofNullable(row.bytes("city_limit")).map(Wkb::read), settings);
    }
}
