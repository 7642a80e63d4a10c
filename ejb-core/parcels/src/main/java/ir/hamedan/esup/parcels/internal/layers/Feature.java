package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.kernel.Sql;
import java.sql.SQLException;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature of a layer.
 *
 * @param place in its file, from 1
 * @param grade the code of a zone; what other layers say of theirs
 * @param value of a street its width in centimetres, of a slope tenths of a percent, of the airport's cone centimetres
 * @param planned of a street its planned width in centimetres
 * @param geometry valid, in metres
 */
record Feature(long place, String id, String name, String grade, long value, long planned, Geometry geometry) {
    /** From a row with the columns of {@code parcels.feature}. */
    static Feature read(Sql.Row row) throws SQLException {
        return new Feature(
                row.number("place"),
                row.text("id"),
                row.text("name"),
                row.text("grade"),
                row.number("value"),
                row.number("planned"),
                Wkb.read(row.bytes("geometry")));
    }
}
