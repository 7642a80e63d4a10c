package ir.hamedan.esup.parcels.internal.layers;

import static ir.hamedan.esup.kernel.Roles.ADMINISTRATOR;
import static ir.hamedan.esup.kernel.Roles.SUPERVISOR;
import static ir.hamedan.esup.kernel.Roles.SYSTEM;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.parcels.api.SiteSweep;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;

/** Three statements a piece: the settings, the parcels with their outlines, and all that lies around them. */
@Stateless
@Local(SiteSweep.class)
@RolesAllowed({SUPERVISOR, ADMINISTRATOR, SYSTEM})
public class SiteSweepBean implements SiteSweep {
    private static final String PIECE = "with " + Used.VERSIONS + """
            select o.code, %s as land_area, f.geometry
            from parcels.land_object o
            left join used u on u.kind = 'PARCEL'
            left join parcels.feature f on f.version = u.id and f.id = o.code
            where o.sort_key > ? and %s order by o.sort_key limit ?""".formatted(Lookup.AREA, Lookup.STANDING);

    private record Parcel(RenewalCode code, long deedArea, Optional<Geometry> outline) {}

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Override
    public Piece after(Optional<RenewalCode> code, int most, LocalDate on, Instant known) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("a piece of " + most + " sites");
        }
        Sql sql = new Sql(source);
        Used used = Used.of(on, known);
        Settings settings = Settings.of(sql, on, known);
        List<Parcel> parcels = sql.list(
                PIECE,
                SiteSweepBean::parcel,
                used.arguments(on, known, code.map(RenewalCode::sortKey).orElse(""), known, on, on, known, most));
        List<Geometry> outlines =
                parcels.stream().flatMap(parcel -> parcel.outline().stream()).toList();
        AroundMany around = new AroundMany(sql, used, outlines, settings.reach());
        Shapes shapes = new KeptShapes();
        List<Site> sites = parcels.stream()
                .map(parcel -> site(parcel, settings, around, used, shapes))
                .toList();
        return new Piece(sites, sites.size() < most);
    }

    private static Parcel parcel(Sql.Row row) throws SQLException {
        return new Parcel(
                row.code("code"),
                row.number("land_area"),
                Optional.ofNullable(row.bytes("geometry")).map(Wkb::read));
    }

    private static Site site(Parcel parcel, Settings settings, AroundMany around, Used used, Shapes shapes) {
        if (parcel.outline().isEmpty()) {
            return SitesBean.undrawn(
                    new Lookup.Parcel(parcel.code(), parcel.deedArea(), Optional.empty(), settings), used);
        }
        Geometry outline = parcel.outline().get();
        return SitesBean.site(
                Optional.of(parcel.code()), parcel.deedArea(), outline, settings, around.of(outline), used, shapes);
    }

    @Override
    public long count(LocalDate on, Instant known) {
        return new Sql(source)
                .one(
                        "select count(*) as n from parcels.land_object o where " + Lookup.STANDING,
                        row -> row.number("n"),
                        known,
                        on,
                        on,
                        known);
    }
}
