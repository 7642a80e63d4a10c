package ir.hamedan.esup.launcher.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Parcels to try, picked by what the register and the ledger say now, not by what was once made up: after a deed or a
 * payment other parcels take their places. Parcels with an inquiry are left out.
 */
final class Samples {
    static final int OF_EACH_KIND = 20;

    /** A parcel as it stands in demo.json. */
    record Sample(String code, List<Party> owners) {}

    record Party(String kind, String id, String name, String share) {}

    private static final String LOCKED = """
            exists (select from parcels.lock l left join parcels.lock_lift t on t.lock = l.id where t.lock is null
                and l.code in (o.code, split_part(o.code, '-', 1) || '-' || split_part(o.code, '-', 2) || '-'
                    || split_part(o.code, '-', 3) || '-0-0-0-0'))""";
    static final String OWES = """
            exists (select from ledger.file f join ledger.demand d on d.file = f.number and d.settled < d.principal
                where f.sort_key >= left(o.sort_key, 24) and f.sort_key < left(o.sort_key, 24) || 'x')""";
    private static final String CERTIFIED = """
            exists (select from parcels.building_certificate b where b.code = o.code
                and b.kind in ('COMPLETION', 'NO_VIOLATION'))""";

    static final String CLEAN = "o.floor_area > 0 and " + CERTIFIED + " and not " + LOCKED + " and not " + OWES;
    static final String OWING = "o.floor_area > 0 and " + CERTIFIED + " and not " + LOCKED + " and " + OWES;
    static final String DOUBTFUL = "(" + LOCKED + " or o.garden or o.floor_area > 0 and not " + CERTIFIED + ")";

    private static final String PICK = """
            select o.code, s.party_kind, s.party_id, s.name, s.numerator || '/' || s.denominator as share
            from (select o.code, row_number() over (order by md5(o.code)) as place from parcels.land_object o
                where o.level = 'PARCEL' and o.retired_on is null and o.use_matters and (%s)
                and not exists (select from inquiries.inquiry i where i.parcel = o.code)
                and exists (select from parcels.owner_set t where t.code = o.code)
                order by md5(o.code) limit ?) as o
            join parcels.owner_share s
                on s.owner_set = (select max(t.id) from parcels.owner_set t where t.code = o.code)
            order by o.place, s.place""";

    private Samples() {}

    /** Who logs in as a citizen: one who owns a parcel alone and owes for it, one who does not owe, and two who own one together. */
    static List<Party> citizens(Connection connection) throws SQLException {
        List<Party> citizens = new ArrayList<>();
        owners(connection, OWING, 1).findFirst().ifPresent(citizens::addAll);
        owners(connection, CLEAN, 1).findFirst().ifPresent(citizens::addAll);
        owners(connection, CLEAN, 2).findFirst().ifPresent(citizens::addAll);
        return citizens.stream().distinct().toList();
    }

    private static Stream<List<Party>> owners(Connection connection, String condition, int count) throws SQLException {
        return pick(connection, condition, OF_EACH_KIND).stream()
                .map(Sample::owners)
                .filter(owners -> owners.size() == count)
                .filter(owners -> owners.stream().allMatch(owner -> owner.kind().equals("PERSON")));
    }

    /** @param condition one of the constants of this class */
    static List<Sample> pick(Connection connection, String condition, int count) throws SQLException {
        String gardens = condition.equals(DOUBTFUL) ? "true" : "(not o.garden and o.land_use <> 'GARDEN')";
        String sql = PICK.formatted(condition).replace("o.use_matters", gardens);
        List<Sample> samples = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, count);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String code = row.getString(1);
                    if (samples.isEmpty()
                            || !samples.get(samples.size() - 1).code().equals(code)) {
                        samples.add(new Sample(code, new ArrayList<>()));
                    }
                    samples.get(samples.size() - 1)
                            .owners()
                            .add(new Party(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
                }
            }
        }
        return samples;
    }
}
