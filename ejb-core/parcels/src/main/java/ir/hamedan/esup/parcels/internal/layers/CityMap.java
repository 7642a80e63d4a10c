package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Sql;

/** What the layers of the city share: the UTM zone and the limit. */
final class CityMap {
    /** Which limit {@code l} is in force; its places are the day and twice the instant. */
    static final String IN_FORCE = """
            where l.valid_from <= ? and l.set_at <= ? and not exists (select from parcels.city_limit_withdrawal w
                where w.city_limit = l.id and w.withdrawn_at <= ?)
            order by l.valid_from desc, l.id desc limit 1""";

    /** Its outline, with the same places. */
    static final String LIMIT = "select l.geometry from parcels.city_limit l " + IN_FORCE;

    private final Sql sql;

    CityMap(Sql sql) {
        this.sql = sql;
    }

    int epsg() {
        return sql.one("select epsg from parcels.city_map", row -> row.integer("epsg"));
    }

    /** Whether it could be set: nothing is drawn in another zone yet. */
    boolean setEpsg(int epsg) {
        return sql.run("""
                update parcels.city_map set epsg = ? where not exists (select from parcels.layer_version)
                    and not exists (select from parcels.city_limit)""", epsg) > 0;
    }
}
