package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerKind;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;

/** What the layers of the city share: the UTM zone and the limit. */
final class CityMap {
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

    void setLimit(LocalDate validFrom, InputStream outline, Settings settings, Instant at, String by) {
        Geometry limit = new OutlineFile(LayerKind.ZONE, settings, new Projection(epsg())).read(outline);
        sql.run("""
                insert into parcels.city_limit (valid_from, geometry, bounds, set_at, set_by)
                values (?, ?, ?::box, ?, ?)""", validFrom, Wkb.bytes(limit), Wkb.box(limit.getEnvelopeInternal()), at, by);
    }
}
