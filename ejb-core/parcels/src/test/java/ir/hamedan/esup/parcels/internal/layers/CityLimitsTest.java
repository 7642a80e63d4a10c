package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.CityLimits.Limit;
import ir.hamedan.esup.parcels.api.CityLimits.LimitState;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class CityLimitsTest {
    private static final LocalDate TODAY = CityLayers.TODAY;

    private final CityLayers city = new CityLayers();
    private final CityLimitsBean limits = city.limits;
    private final MapViewsBean views = new MapViewsBean();

    CityLimitsTest() {
        views.source = city.database.application();
    }

    private static Drawing square(double side) {
        return new Drawing().box("city", "", 0, 0, side, side);
    }

    private Limit handedIn(LocalDate from, Drawing drawing) {
        city.caller = "planner-1";
        return city.database.transaction(() -> limits.handIn(from, "حد شهر.geojson", drawing.stream()));
    }

    private Limit published(long limit) {
        city.caller = "planner-2";
        return city.database.transaction(() -> limits.publish(limit));
    }

    private static Problem refused(Runnable work) {
        return assertThrows(Problem.class, work::run);
    }

    private boolean isBounded(LocalDate on, Instant known) {
        return views.bounds(on, known).isPresent();
    }

    @Test
    void a_limit_holds_from_its_day_on_once_a_second_person_signed_it() {
        Limit waiting = handedIn(TODAY.plusDays(2), square(1_000));
        assertEquals(LimitState.WAITING, waiting.state());
        assertEquals(100_000_000, waiting.area());
        assertEquals(5, waiting.points());
        assertEquals(CityLayers.hash(square(1_000).text()), waiting.hash());
        assertTrue(!isBounded(TODAY.plusDays(2), CityLayers.NOW), "one signature is not enough");
        assertEquals(
                "parcels.second-signer-needed",
                refused(() -> limits.publish(waiting.id())).code());
        city.clock.pass(Duration.ofHours(1));
        Limit published = published(waiting.id());
        assertEquals(LimitState.PUBLISHED, published.state());
        assertEquals(Optional.of("planner-2"), published.decidedBy());
        Instant now = city.clock.instant();
        assertTrue(isBounded(TODAY.plusDays(2), now));
        assertTrue(!isBounded(TODAY.plusDays(1), now), "not before its day");
        assertTrue(!isBounded(TODAY.plusDays(2), CityLayers.NOW), "nobody knew of it then");
        assertEquals(Optional.empty(), limits.inForce());
        city.clock.pass(Duration.ofDays(2));
        assertEquals(published, limits.inForce().orElseThrow());
        assertEquals(
                List.of("parcels.city-limit-signed", "parcels.city-limit-set"),
                city.audited.all().stream().map(Audited::action).toList());
    }

    @Test
    void what_was_decided_stays_and_a_day_that_has_passed_is_no_day_for_a_second_limit() {
        Limit first = handedIn(TODAY.minusYears(3), square(1_000));
        published(first.id());
        assertEquals(
                "parcels.city-limit-decided",
                refused(() -> published(first.id())).code());
        assertEquals(
                "parcels.city-limit-decided",
                refused(() -> limits.giveUp(first.id())).code());
        assertEquals(
                "parcels.layer-day-in-the-past",
                refused(() -> handedIn(TODAY.minusDays(1), square(2_000))).code());
        Limit late = handedIn(TODAY, square(2_000));
        city.clock.pass(Duration.ofDays(1));
        assertEquals(
                "parcels.layer-day-in-the-past",
                refused(() -> published(late.id())).code());
        Limit givenUp = city.database.transaction(() -> limits.giveUp(late.id()));
        assertEquals(LimitState.GIVEN_UP, givenUp.state());
        assertEquals(first.id(), limits.inForce().orElseThrow().id());
        assertEquals(2, limits.all(new Page.Request(0, 10)).total());
        assertEquals(
                "parcels.unknown-city-limit", refused(() -> limits.get(777_777)).code());
    }

    @Test
    void the_tables_hold_the_two_signatures_whoever_writes() {
        Limit waiting = handedIn(TODAY, square(1_000));
        Sql owner = new Sql(city.database.owner());
        for (String change : new String[] {
            "update parcels.city_limit_draft set published = true, decided_by = signed_by, decided_at = now()",
            "update parcels.city_limit_draft set published = true",
            "insert into parcels.city_limit (draft, valid_from, geometry, bounds, set_at, set_by)"
                    + " select id, valid_from, geometry, bounds, now(), 'x' from parcels.city_limit_draft"
        }) {
            assertEquals(
                    "23514",
                    assertThrows(Sql.Failure.class, () -> owner.run(change), change)
                            .state());
        }
        published(waiting.id());
        Sql.Failure kept = assertThrows(
                Sql.Failure.class, () -> owner.run("update parcels.city_limit_draft set decided_by = 'planner-9'"));
        assertEquals("23514", kept.state());
        Sql application = new Sql(city.database.application());
        for (String change :
                new String[] {"update parcels.city_limit_draft set area = 1", "delete from parcels.city_limit_draft"}) {
            assertEquals(
                    "42501",
                    assertThrows(Sql.Failure.class, () -> application.run(change), change)
                            .state());
        }
    }

    private Limit withdrawn(long limit, String reason) {
        city.caller = "planner-3";
        return city.database.transaction(() -> limits.withdraw(limit, reason));
    }

    private Site at(double east, LocalDate on, Instant known) {
        LayerFault.Place place = new Projection(32639).degrees(new Coordinate(Drawing.EAST + east, Drawing.NORTH + 10));
        return city.sites().at(place.longitude(), place.latitude(), on, known);
    }

    private String answer(double east, LocalDate on, Instant known) {
        try {
            return at(east, on, known).toString();
        } catch (Problem problem) {
            return problem.code();
        }
    }

    /** All that depends on the limit, at places in and out of all of them and on days before and after. */
    private List<String> answers(List<Instant> instants) {
        List<String> answers = new ArrayList<>();
        for (Instant known : instants) {
            for (LocalDate on : List.of(TODAY.minusDays(1), TODAY, TODAY.plusDays(1))) {
                answers.add(views.bounds(on, known).toString());
                for (double east : new double[] {50, 500, 1_500}) {
                    answers.add(answer(east, on, known));
                }
            }
        }
        return answers;
    }

    @Test
    void a_withdrawn_limit_leaves_the_one_before_it_and_no_answer_of_before_changes() {
        Limit wide = published(handedIn(TODAY.minusYears(3), square(1_000)).id());
        city.clock.pass(Duration.ofHours(1));
        Limit narrow = published(handedIn(TODAY, square(100)).id());
        city.clock.pass(Duration.ofHours(1));
        List<Instant> earlier = List.of(
                CityLayers.NOW.minusSeconds(1),
                CityLayers.NOW,
                CityLayers.NOW.plusSeconds(3_600),
                city.clock.instant());
        List<String> before = answers(earlier);
        assertEquals("parcels.outside-city", answer(500, TODAY, city.clock.instant()));
        city.clock.pass(Duration.ofHours(1));

        Limit gone = withdrawn(narrow.id(), "مرز نادرست منتشر شد");

        Instant now = city.clock.instant();
        assertEquals(before, answers(earlier));
        assertEquals(Optional.empty(), at(500, TODAY, now).parcel());
        assertEquals("parcels.outside-city", answer(1_500, TODAY, now), "the limit before it holds");
        assertEquals(wide.id(), limits.inForce().orElseThrow().id());
        assertEquals(LimitState.WITHDRAWN, gone.state());
        assertEquals(
                List.of("planner-2", "planner-3", now, "مرز نادرست منتشر شد"),
                List.of(
                        gone.decidedBy().orElseThrow(),
                        gone.withdrawnBy().orElseThrow(),
                        gone.withdrawnAt().orElseThrow(),
                        gone.withdrawnBecause().orElseThrow()));
        assertEquals(gone, limits.all(new Page.Request(0, 10)).rows().get(0));
        Audited told = city.audited.all().get(city.audited.all().size() - 1);
        assertEquals("parcels.city-limit-withdrawn", told.action());
        assertEquals("مرز نادرست منتشر شد", told.after().get("reason"));
    }

    @Test
    void without_the_only_limit_nothing_is_known_of_the_city_and_nothing_lies_outside() {
        city.published(LayerKind.ZONE, new Drawing().box("z", "'code':'G111'", 0, 0, 50, 50), TODAY);
        Limit only = published(handedIn(TODAY, square(100)).id());
        assertEquals("parcels.outside-city", answer(500, TODAY, city.clock.instant()));
        Instant before = city.clock.instant();
        city.clock.pass(Duration.ofHours(1));
        withdrawn(only.id(), "مرز نادرست منتشر شد");

        Site beyond = at(500, TODAY, city.clock.instant());
        assertEquals(List.of(), beyond.zones());
        assertTrue(beyond.noData().contains(LayerKind.ZONE), beyond.noData().toString());
        assertTrue(!beyond.clear().contains(LayerKind.ZONE), beyond.clear().toString());
        assertEquals("parcels.outside-city", answer(500, TODAY, before));
        assertEquals(Optional.empty(), limits.inForce());
        assertTrue(!isBounded(TODAY, city.clock.instant()));
        assertTrue(
                city.codes(city.checked(LayerKind.GARDEN, new Drawing().box("g", "", 0, 0, 10, 10)))
                        .contains(FaultCode.NO_CITY_LIMIT),
                "drafts are not checked against it");
        Limit right = published(handedIn(TODAY.minusYears(3), square(2_000)).id());
        assertEquals(right.id(), limits.inForce().orElseThrow().id(), "the right one may begin where that one did");
    }

    @Test
    void only_what_is_published_is_withdrawn_once_and_with_a_reason() {
        String reason = "مرز نادرست منتشر شد";
        Limit waiting = handedIn(TODAY, square(1_000));
        assertEquals(
                "parcels.city-limit-not-published",
                refused(() -> withdrawn(waiting.id(), reason)).code());
        Limit left = handedIn(TODAY, square(900));
        city.database.inTransaction(() -> limits.giveUp(left.id()));
        assertEquals(
                "parcels.city-limit-not-published",
                refused(() -> withdrawn(left.id(), reason)).code());
        published(waiting.id());
        for (String empty : new String[] {null, "", " بد ", "x".repeat(501)}) {
            Problem problem = refused(() -> withdrawn(waiting.id(), empty));
            assertEquals("parcels.reason-missing", problem.code());
            assertEquals(Optional.of("reason"), problem.field());
        }
        withdrawn(waiting.id(), reason);
        assertEquals(
                "parcels.city-limit-withdrawn-already",
                refused(() -> withdrawn(waiting.id(), reason)).code());
        assertEquals(
                "parcels.city-limit-decided",
                refused(() -> published(waiting.id())).code());
        assertEquals(
                "parcels.city-limit-decided",
                refused(() -> limits.giveUp(waiting.id())).code());
        assertEquals(
                "parcels.unknown-city-limit",
                refused(() -> withdrawn(777_777, reason)).code());
        Sql owner = new Sql(city.database.owner());
        assertEquals(
                "23505",
                assertThrows(
                                Sql.Failure.class,
                                () -> owner.run(
                                        "insert into parcels.city_limit_withdrawal"
                                                + " select city_limit, reason, withdrawn_by, now() from parcels.city_limit_withdrawal"))
                        .state());
    }

    @Test
    void of_two_who_withdraw_a_limit_at_once_one_is_told_that_it_was_withdrawn() throws InterruptedException {
        Limit limit = published(handedIn(TODAY, square(1_000)).id());
        AtomicReference<String> second = new AtomicReference<>();
        Thread other = new Thread(() -> second.set(
                refused(() -> withdrawn(limit.id(), "دومی هم پس گرفت")).code()));
        city.database.inTransaction(() -> {
            limits.withdraw(limit.id(), "نخستین پس گرفت");
            other.start();
            waitForLock();
        });
        other.join();
        assertEquals("parcels.city-limit-withdrawn-already", second.get());
        assertEquals("نخستین پس گرفت", limits.get(limit.id()).withdrawnBecause().orElseThrow());
    }

    private void waitForLock() {
        Sql owner = new Sql(city.database.owner());
        String waiting = "select exists (select from pg_locks where not granted) as waiting";
        for (int i = 0; i < 200 && !owner.one(waiting, row -> row.bool("waiting")); i++) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private String said(String text, String language) {
        Problem problem = refused(() -> city.database.transaction(() ->
                limits.handIn(TODAY, "x.geojson", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        assertEquals("parcels.outline-wrong", problem.code());
        assertEquals("outline", problem.field().orElseThrow());
        return Messages.in(Locale.forLanguageTag(language)).text(problem);
    }

    @Test
    void an_outline_with_a_fault_is_refused_in_words_with_its_place() {
        Drawing bow = new Drawing().area("x", "", 200, 0, 300, 100, 300, 0, 200, 100);
        String words = said(bow.text(), "en");
        assertTrue(words.matches("The outline cannot be used: a ring crosses .*\\(#1, 34\\.7.*, 48\\.5.*"), words);
        assertTrue(said(bow.text(), "fa").contains("یک حلقه خود را می‌برد"));
        String degrees = "{\"type\":\"FeatureCollection\",\"features\":["
                + Drawing.feature("x", "", "Polygon", "[[[%s],[%s],[%s],[%s]]]") + "]}";
        assertTrue(said(degrees.formatted("34.79,48.51", "34.80,48.51", "34.80,48.52", "34.79,48.51"), "en")
                .contains("wrong order"));
        assertTrue(said(degrees.formatted("10,10", "11,10", "11,11", "10,10"), "en")
                .contains("nowhere near"));
        assertTrue(said(new Drawing().line("x", "", 0, 0, 10, 10).text(), "en").contains("other than polygons"));
        assertTrue(said(new Drawing().text(), "en").contains("no feature"));
        assertTrue(said("{\"type\":\"Polygon\",\"coordinates\":[]}", "en").contains("no GeoJSON collection"));
        assertTrue(said("حد شهر", "en").contains("not JSON")
                || said("حد شهر", "en").contains("no GeoJSON"));
        assertEquals(0, limits.all(new Page.Request(0, 10)).total(), "nothing of it was kept");
    }
}
