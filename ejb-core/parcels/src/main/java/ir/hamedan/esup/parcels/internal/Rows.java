package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PostalCode;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Lock;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.api.Source;
import ir.hamedan.esup.parcels.api.Title;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How rows of the register are written in SQL and read into records. */
final class Rows {
    /** Between the fields of a record inside one text of an array: no stored text can contain it. */
    private static final String FIELD = "\u001f";

    static final String OBJECT = """
            o.code, o.region, o.plate, o.plate_section, o.postal_code, o.address, o.land_use, o.deed, o.land_area,
            o.floor_area, o.garden""";

    /** The shares of a set, each as one text. */
    static final String SHARE =
            "concat_ws(e'\\x1f', s.party_kind, s.party_id, s.name, s.numerator, s.denominator, s.since)";

    static final String TITLE = """
            concat_ws(e'\\x1f', t.number, t.issued_on, t.issuer, t.surveyed_area, t.north, t.east, t.south, t.west)""";

    static final String LOCK =
            "concat_ws(e'\\x1f', l.id, l.code, l.kind, l.authority, l.letter, l.from_day, coalesce(t.lifted_on::text, ''))";

    private Rows() {}

    static LandObject object(Sql.Row row) throws SQLException {
        return new LandObject(
                row.code("code"),
                row.integer("region"),
                row.text("plate"),
                row.text("plate_section"),
                Optional.ofNullable(row.text("postal_code"))
                        .map(PostalCode::new)
                        .map(PostalCode::text),
                row.text("address"),
                row.constant(LandUse.class, "land_use"),
                row.constant(DeedKind.class, "deed"),
                row.number("land_area"),
                row.number("floor_area"),
                row.bool("garden"));
    }

    static List<Owner> owners(List<String> shares) {
        List<Owner> owners = new ArrayList<>();
        for (String share : shares) {
            String[] field = share.split(FIELD, -1);
            owners.add(new Owner(
                    new PartyId(PartyId.Kind.valueOf(field[0]), field[1]),
                    field[2],
                    new Share(Long.parseLong(field[3]), Long.parseLong(field[4])),
                    LocalDate.parse(field[5])));
        }
        return owners;
    }

    static List<Lock> locks(List<String> locks) {
        return locks.stream().map(Rows::lock).toList();
    }

    static Lock lock(String text) {
        String[] field = text.split(FIELD, -1);
        return new Lock(
                Long.parseLong(field[0]),
                RenewalCode.parse(field[1]),
                LockKind.valueOf(field[2]),
                field[3],
                field[4],
                LocalDate.parse(field[5]),
                field[6].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(field[6])));
    }

    static Title title(String text) {
        String[] field = text.split(FIELD, -1);
        return new Title(
                field[0],
                LocalDate.parse(field[1]),
                field[2],
                Long.parseLong(field[3]),
                new Title.Sides(field[4], field[5], field[6], field[7]));
    }

    static ParcelFacts facts(Sql.Row row) throws SQLException {
        List<BuildingCertificate> certificates = new ArrayList<>();
        for (String text : row.texts("certificates")) {
            String[] field = text.split(FIELD, -1);
            certificates.add(new BuildingCertificate(
                    BuildingCertificate.Kind.valueOf(field[0]), field[1], LocalDate.parse(field[2])));
        }
        Map<Source, Instant> loaded = new EnumMap<>(Source.class);
        for (String text : row.texts("loads")) {
            String[] field = text.split(FIELD, -1);
            loaded.put(Source.valueOf(field[0]), OffsetDateTime.parse(field[1]).toInstant());
        }
        return new ParcelFacts(
                object(row),
                Optional.ofNullable(row.text("title")).map(Rows::title),
                owners(row.texts("owners")),
                locks(row.texts("locks")),
                certificates,
                loaded);
    }

    static Parcels.Kin kin(Sql.Row row) throws SQLException {
        return new Parcels.Kin(
                row.code("code"),
                row.bool("above"),
                row.date("registered_on"),
                Optional.ofNullable(row.date("retired_on")),
                Optional.ofNullable(row.date("before")),
                Optional.ofNullable(row.instant("learned")),
                row.bool("followed"));
    }

    static Parcels.CodeChange change(Sql.Row row) throws SQLException {
        return new Parcels.CodeChange(
                row.text("action"),
                row.code("from_code"),
                row.code("to_code"),
                row.date("changed_on"),
                row.text("reference"));
    }
}
