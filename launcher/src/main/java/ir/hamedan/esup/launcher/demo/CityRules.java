package ir.hamedan.esup.launcher.demo;

import ir.hamedan.esup.kernel.OneConnection;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.PermitLevyLoad;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerLoad;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.RuleBookLoad;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Publishes the layers of the demo city and the demonstration book, by the bulk doors of the two. */
final class CityRules {
    /** In force from the first day of the demonstration book. */
    private static final LocalDate FIRST_DAY = new PersianDate(1405, 1, 1).toLocalDate();

    private static final String SIGNER = "demo-planner-1";
    private static final String PUBLISHER = "demo-planner-2";

    /** So that planners see one; no commission ever made it. */
    private static final Decision DECISION = new Decision(
            "1405/1 (نمونه)",
            FIRST_DAY,
            "نقشهٔ نمونه",
            new Limits(2600, 650, 4, true, 16_00, 15_00, new Parking(Parking.Kind.PER_UNIT, 1_00), 1_00));

    private final Connection connection;
    private final Instant now;
    private final LayerLoad load;

    private CityRules(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
        this.load = new LayerLoad(connection, now, SIGNER, PUBLISHER);
    }

    /** How many features were drawn. */
    static long load(Connection connection, CityPlan plan, List<Lot> lots, Instant now) throws SQLException {
        CityRules rules = new CityRules(connection, now);
        long features = rules.map(plan, lots);
        rules.books();
        return features;
    }

    private long map(CityPlan plan, List<Lot> lots) {
        load.limit(FIRST_DAY, new ByteArrayInputStream(DrawnFile.limit(CityMap.limit(plan))));
        long features = 0;
        for (Map.Entry<LayerKind, List<CityMap.Drawn>> layer :
                CityMap.of(plan, lots).entrySet()) {
            features += publish(layer.getKey(), layer.getValue());
        }
        return features;
    }

    /** The rule book and a decision on one parcel, and the levy books of this year and the next. */
    private void books() throws SQLException {
        RuleBookLoad rules = new RuleBookLoad(connection, now, SIGNER, PUBLISHER);
        rules.publish(RuleBookLoad.demonstration(), "demonstration.xlsx", FIRST_DAY);
        rules.publish(decided(), DECISION);
        int year = PersianDate.of(now).year();
        new PermitLevyLoad(connection, now, SIGNER).demonstration(year);
        new PermitLevyLoad(connection, now, SIGNER).demonstration(year + 1);
    }

    /** The last parcel of the city, by the order of the codes. */
    private RenewalCode decided() {
        return new Sql(new OneConnection(connection))
                .one(
                        "select code from parcels.land_object where level = 'PARCEL' and retired_on is null"
                                + " order by sort_key desc limit 1",
                        row -> row.code("code"));
    }

    private long publish(LayerKind kind, List<CityMap.Drawn> features) {
        byte[] file = DrawnFile.of(kind, features);
        String name = kind.name().toLowerCase(Locale.ROOT) + ".geojson";
        LayerVersion version = load.layer(
                kind, name, Sha256.of(file), FeatureNames.of(kind), new ByteArrayInputStream(file), FIRST_DAY);
        if (version.state() != LayerState.PUBLISHED) {
            throw new IllegalStateException("a layer of the demo city has " + version.blocking() + " faults: "
                    + version.kind() + " " + faults(version.id()));
        }
        return version.position();
    }

    private List<String> faults(long version) {
        return new Sql(new OneConnection(connection))
                .list(
                        "select code || ' ' || feature || ' ' || array_to_string(parameters, ' ') || ' '"
                                + " || coalesce(longitude || ' ' || latitude, '') as words from parcels.layer_fault"
                                + " where version = ? order by severity, id limit 10",
                        row -> row.text("words"),
                        version);
    }
}
