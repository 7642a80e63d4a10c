package ir.hamedan.esup.rulebooks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.FeatureNames;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerLoad;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.parcels.internal.layers.LayersOn;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.Altered;
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
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer as it was known at an instant that is over stays what it was, whatever happens to the city. */
class AsKnownTest {
    private static final RenewalCode CODE = RenewalCode.parse("2-1-2-5-0-0-0");

    private final Office house = new Office();
    private final RulesBean rules = new RulesBean();

    @BeforeEach
    void a_city_with_a_book_of_a_while_ago() {
        new GeneratedCity(2, 2).load(house.database.owner(), house.clock.instant());
        house.published(Office.version("1"), Office.TODAY);
        rules.sites = LayersOn.sites(house.database, house.clock);
        rules.parcels = Injected.bean(
                Parcels.class,
                "ir.hamedan.esup.parcels.internal.ParcelsBean",
                Map.of("source", house.database.application()));
        rules.books = house.books;
        rules.engines = new Engines();
        rules.clock = house.clock;
        house.clock.pass(Duration.ofMinutes(5));
    }

    /** As callers ask who give no instant. */
    private Instant minute() {
        return house.clock.instant().minusSeconds(30);
    }

    private Rules.Document asked(Instant known) {
        return asked(CODE, known);
    }

    private Rules.Document asked(RenewalCode code, Instant known) {
        return rules.document(rules.of(code, Office.TODAY, known, Rules.Supposed.NOTHING));
    }

    private Rules.Document truthAfter(Runnable change) {
        Instant before = minute();
        Rules.Document first = asked(before);
        change.run();
        house.clock.pass(Duration.ofSeconds(31));
        assertEquals(first, asked(before));
        return asked(minute());
    }

    @Test
    void a_lock_is_in_the_next_answer_and_not_in_those_that_were_given() {
        assertNotEquals(Verdict.INFORMATION_ONLY, asked(minute()).verdict());
        assertEquals(
                Verdict.INFORMATION_ONLY,
                truthAfter(() -> lock(house.clock.instant())).verdict());
    }

    @Test
    void a_new_book_is_in_the_next_answer() {
        assertTrue(asked(minute()).json().contains("\"version\":\"1\""));
        long second = house.importBook(Altered.with(
                        Office.version("2"),
                        "data",
                        Altered.with(Office.version("2").data(), "effectiveFrom", Office.TODAY)))
                .id();
        Rules.Document next = truthAfter(() -> {
            house.database.inTransaction(() -> house.office.withdraw(first(), "جدول نادرست بود"));
            house.publish(second, Office.TODAY, "planner-1");
            house.publish(second, Office.TODAY, "planner-2");
        });
        assertTrue(next.json().contains("\"version\":\"2\""), next.json());
    }

    @Test
    void a_past_day_keeps_its_rules_when_a_new_book_is_in_force_and_is_asked_for_with_what_is_known_now() {
        LocalDate past = Office.TODAY;
        String before = said(past);
        LocalDate later = past.plusDays(30);
        long second = house.importBook(Altered.with(
                        Office.version("2"),
                        "data",
                        Altered.with(Office.version("2").data(), "effectiveFrom", later)))
                .id();
        house.impact(second, later);
        house.publish(second, later, "planner-1");
        house.publish(second, later, "planner-2");
        house.clock.pass(Duration.ofDays(31));
        assertTrue(said(past.plusDays(31)).contains("\"version\":\"2\""), "the new book is in force");
        assertEquals(before, said(past));
    }

    /** The answer for a day with what is known now, without that instant and the hash over it. */
    private String said(LocalDate day) {
        return rules.document(rules.of(CODE, day, minute(), Rules.Supposed.NOTHING))
                .json()
                .replaceFirst("\"known\":\"[^\"]*\"", "")
                .replaceFirst("\"hash\":\"[0-9a-f]{64}\",", "");
    }

    private long first() {
        return house.books
                .inForce(Office.TODAY, house.clock.instant())
                .orElseThrow()
                .edition()
                .id();
    }

    @Test
    void a_new_layer_is_in_the_next_answer() {
        assertTrue(!asked(minute()).json().contains("barracks"));
        Rules.Document next = truthAfter(() -> publish(LayerKind.SECURITY, """
                {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"barracks"},
                "geometry":{"type":"Polygon","coordinates":[[[264900,3847900],[266000,3847900],[266000,3849000],
                [264900,3849000],[264900,3847900]]]}}]}"""));
        assertTrue(next.json().contains("barracks"), next.json());
    }

    @Test
    void a_code_that_was_replaced_has_no_answer_any_more() {
        Instant before = minute();
        Rules.Document first = asked(before);
        sql().run("""
                insert into parcels.code_change (action, from_code, to_code, changed_on, reference, recorded_at)
                values ('RENUMBER', ?, '2-1-2-6-0-0-0', ?, 'test', ?)""", CODE, Office.TODAY, house.clock.instant());
        sql().run("update parcels.land_object set retired_on = ? where code = ?", Office.TODAY, CODE);
        house.clock.pass(Duration.ofSeconds(31));
        assertEquals(
                "parcels.code-replaced",
                assertThrows(Problem.class, () -> asked(minute())).code());
        assertEquals(first, asked(before), "as it was known then");
    }

    @Test
    void a_code_that_was_registered_later_has_no_answer_of_before() {
        Instant before = minute();
        RenewalCode fresh = RenewalCode.parse("2-1-2-77");
        Rules.Document first = asked(before);
        assertEquals("parcels.unknown-code", refused(fresh, before));
        ParcelOffice office = Injected.bean(
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
                        (Supplier<String>) () -> "officer-1"));
        LandObject object = new LandObject(
                fresh, 2, "", "", Optional.empty(), "همدان", LandUse.VACANT, DeedKind.SINGLE_SHEET, 240_00, 0, false);
        house.database.inTransaction(
                () -> office.changeCodes("RENUMBER", List.of(CODE), List.of(object), Office.TODAY, "test"));
        house.clock.pass(Duration.ofSeconds(31));

        assertEquals("parcels.registered-later", refused(fresh, before));
        assertEquals(first, asked(before), "it still had its old code");
        assertEquals(Verdict.NO_DATA, asked(fresh, minute()).verdict(), "nobody has drawn it yet");
    }

    private String refused(RenewalCode code, Instant known) {
        return assertThrows(Problem.class, () -> asked(code, known)).code();
    }

    private void lock(Instant at) {
        sql().run("""
                insert into parcels.lock (code, kind, authority, letter, from_day, placed_at, placed_by)
                values (?, 'SEIZURE', 'دادگاه', '1', ?, ?, 'test')""", CODE, Office.TODAY, at);
    }

    private void publish(LayerKind kind, String text) {
        try (Connection connection = house.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            var version = new LayerLoad(connection, house.clock.instant(), "planner-1", "planner-2")
                    .layer(
                            kind,
                            "test.geojson",
                            Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
                            FeatureNames.of(kind),
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                            Office.TODAY);
            assertEquals(LayerState.PUBLISHED, version.state(), version::toString);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Sql sql() {
        return new Sql(house.database.application());
    }
}
