package ir.hamedan.esup.rulebooks.internal.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Outcome;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.demo.GeneratedCity;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImpactMapTest {
    private static final LocalDate DAY = Office.TODAY.plusDays(10);

    private final Office house = new Office();
    private final Report report;

    ImpactMapTest() {
        new GeneratedCity(6, 3).load(house.database.owner(), house.clock.instant());
        report = house.impact(house.importBook(Office.version("1")).id(), DAY);
    }

    private MapViews.View view(double scale, Set<LayerKind> kinds) {
        MapViews.Bounds city = house.views.bounds(DAY, house.clock.instant()).orElseThrow();
        // The day and the instant are those of a page, not of the report.
        return new MapViews.View(
                city.west(),
                city.south(),
                city.east(),
                city.north(),
                scale,
                kinds,
                Office.TODAY.minusYears(90),
                house.clock.instant().plus(Duration.ofDays(1)));
    }

    private String written(Set<Outcome> outcomes, MapViews.View view) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        house.database.inTransaction(() -> house.reports.map(report.id(), outcomes, view, out));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> ids(String json, String layer) {
        Set<String> ids = new TreeSet<>();
        Matcher matcher = Pattern.compile("\"layer\":\"" + layer + "\",\"id\":\"([^\"]+)\"")
                .matcher(json);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private Set<String> codes(Outcome outcome) {
        Set<String> codes = new TreeSet<>();
        house.reports.parcels(report.id(), Optional.of(outcome), new Page.Request(0, Page.LARGEST)).rows().stream()
                .forEach(parcel -> codes.add(parcel.code().text()));
        return codes;
    }

    @Test
    void each_parcel_that_is_drawn_lies_on_the_map_under_its_outcome() {
        ByteArrayOutputStream layer = new ByteArrayOutputStream();
        MapViews.View whole = view(1, Set.of(LayerKind.PARCEL)).at(DAY, house.clock.instant());
        house.views.write(whole, layer);
        Set<String> drawn = ids(layer.toString(StandardCharsets.UTF_8), "PARCEL");
        String json = written(EnumSet.allOf(Outcome.class), view(1, Set.of()));
        Set<String> shown = new TreeSet<>();
        for (Outcome outcome : Outcome.values()) {
            Set<String> ids = ids(json, outcome.name());
            Set<String> codes = codes(outcome);
            codes.retainAll(drawn);
            assertTrue(ids.containsAll(codes), outcome + " on the map lacks some of the list");
            shown.addAll(ids);
        }
        assertEquals(drawn, shown);
        assertTrue(ids(json, "NEWLY_DECIDABLE").size() > 100, "most plots have a rule for the first time");
        assertTrue(json.endsWith("\"cut\":[]}\n"));
    }

    @Test
    void what_was_not_asked_for_is_left_out_and_layers_lie_beneath() {
        String json = written(EnumSet.of(Outcome.GAINS), view(1, Set.of(LayerKind.STREET)));
        assertEquals(Set.of(), ids(json, "NEWLY_DECIDABLE"));
        assertTrue(!ids(json, "STREET").isEmpty());
    }

    @Test
    void too_far_away_the_outcomes_are_named_as_cut_and_too_much_is_refused() {
        String json = written(EnumSet.of(Outcome.GAINS, Outcome.LOSES), view(6, Set.of()));
        assertTrue(json.endsWith("\"cut\":[\"GAINS\",\"LOSES\"]}\n"), json);
        assertEquals(
                "parcels.view-wrong",
                assertThrows(Problem.class, () -> written(EnumSet.of(Outcome.GAINS), view(0.001, Set.of())))
                        .code());
    }
}
