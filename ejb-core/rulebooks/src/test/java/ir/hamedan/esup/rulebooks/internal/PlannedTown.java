package ir.hamedan.esup.rulebooks.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerLoad;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LayerVersion;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.internal.layers.LayersOn;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.PlanFacts;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Fact;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.demo.GeneratedCity;
import ir.hamedan.esup.rulebooks.demo.Injected;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import ir.hamedan.esup.testing.Fired;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/** A town of eighty plots, and what its planners lay down for them. */
final class PlannedTown {
    static final LocalDate TODAY = Office.TODAY;
    static final RenewalCode CODE = RenewalCode.parse("2-1-2-5-0-0-0");
    static final RenewalCode NEIGHBOUR = RenewalCode.parse("2-1-2-6-0-0-0");
    static final Limits LIMITS =
            new Limits(2600, 650, 4, false, 16_00, 15_00, new Parking(Parking.Kind.PER_UNIT, 1_00), 1_00);
    static final Decision DECISION = new Decision("1405/17", TODAY.minusDays(20), "12-الف", LIMITS);

    final Office house = new Office();
    final Fired<Audited> audited = new Fired<>();
    final RulesBean rules = new RulesBean();
    /** Each thread is another person. */
    final ThreadLocal<String> caller = ThreadLocal.withInitial(() -> "planner-1");

    private final Supplier<String> asked = caller::get;
    private final Parcels parcels = Injected.bean(
            Parcels.class,
            "ir.hamedan.esup.parcels.internal.ParcelsBean",
            Map.of("source", house.database.application()));
    final PlanFacts facts = Injected.bean(
            PlanFacts.class,
            "ir.hamedan.esup.rulebooks.internal.plan.PlanFactsBean",
            Map.of(
                    "source",
                    house.database.application(),
                    "parcels",
                    parcels,
                    "audited",
                    audited,
                    "clock",
                    house.clock,
                    "caller",
                    asked));

    private final ParcelOffice register = Injected.bean(
            ParcelOffice.class,
            "ir.hamedan.esup.parcels.internal.ParcelOfficeBean",
            Map.of(
                    "source",
                    house.database.application(),
                    "audited",
                    new Fired<Audited>(),
                    "clock",
                    house.clock,
                    "caller",
                    asked));

    PlannedTown() {
        new GeneratedCity(2, 2).load(house.database.owner(), house.clock.instant());
        house.published(Office.version("1"), TODAY);
        rules.sites = LayersOn.sites(house.database, house.clock);
        rules.parcels = parcels;
        rules.books = house.books;
        rules.engines = new Engines();
        rules.clock = house.clock;
        pass();
    }

    void pass() {
        house.clock.pass(Duration.ofMinutes(5));
    }

    Instant now() {
        return house.clock.instant();
    }

    /** A layer that covers all of the town, and that alone. */
    void everywhere(LayerKind kind, String properties) {
        String text =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"all\","
                        + properties
                        + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[264900,3847900],[265358,3847900],"
                        + "[265358,3848198],[264900,3848198],[264900,3847900]]]}}]}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Connection connection = house.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            LayerVersion version = new LayerLoad(connection, now(), "planner-1", "planner-2")
                    .layer(
                            kind,
                            "test.geojson",
                            Sha256.of(bytes),
                            FeatureNames.of(kind),
                            new ByteArrayInputStream(bytes),
                            TODAY);
            if (version.state() != LayerState.PUBLISHED) {
                throw new IllegalStateException(version.toString());
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        pass();
    }

    /** No row of the zone of markets takes streets as narrow as here. */
    void market() {
        everywhere(LayerKind.ZONE, "\"code\":\"M111\"");
    }

    /** The register takes other codes for the land. */
    void changed(String change, LocalDate on, List<RenewalCode> from, List<RenewalCode> to) {
        pass();
        List<LandObject> objects = to.stream()
                .map(code -> new LandObject(
                        code,
                        code.region(),
                        "",
                        "",
                        Optional.empty(),
                        "نمونه",
                        LandUse.VACANT,
                        DeedKind.SINGLE_SHEET,
                        240_00,
                        0,
                        false))
                .toList();
        house.database.inTransaction(
                () -> register.changeCodes(change, from, objects, on, "نامهٔ " + UUID.randomUUID()));
        pass();
    }

    Fact proposed(LocalDate from, Decision decision) {
        return house.database.transaction(
                () -> facts.proposeDecision(UUID.randomUUID().toString(), CODE, from, decision));
    }

    Fact proposed(LocalDate from, GroundLevel level) {
        return house.database.transaction(
                () -> facts.proposeGroundLevel(UUID.randomUUID().toString(), CODE, from, level));
    }

    Fact published(Fact waiting) {
        pass();
        caller.set("planner-2");
        Fact published = house.database.transaction(() -> facts.publish(waiting.id()));
        caller.set("planner-1");
        pass();
        return published;
    }

    Answer answer(LocalDate on, Instant known) {
        return rules.of(CODE, on, known, Rules.Supposed.NOTHING);
    }

    Answer answer() {
        return answer(TODAY, now());
    }

    Answer with(RenewalCode other) {
        return rules.of(CODE, TODAY, now(), new Rules.Supposed(List.of(other), 0, OptionalInt.empty(), List.of()));
    }

    /** Asked by the middle of the plot. */
    Answer byPoint() {
        LayerFault.Place middle = LayersOn.degrees(265_192, 3_848_018);
        return rules.at(middle.longitude(), middle.latitude(), TODAY, now());
    }

    static Answer.Figure figure(Answer answer, NumberName name) {
        return answer.uses().get(0).number(name).orElseThrow();
    }

    static long number(Answer answer, NumberName name) {
        return figure(answer, name).value().orElseThrow();
    }

    Sql owner() {
        return new Sql(house.database.owner());
    }

    Sql application() {
        return new Sql(house.database.application());
    }
}
