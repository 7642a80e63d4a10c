package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Sql;

/** What the layers of the city share: the UTM zone and the limit. */
final class CityMap {
    /** The limit in force; its places are the day and the instant. */
    static final String LIMIT = "select geometry from parcels.city_limit where valid_from <= ? and set_at <= ?"
            + " order by valid_from desc, id desc limit 1";

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
