package ir.hamedan.esup.rulebooks.internal.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example of the demonstration book, number for number. */
class WorkedExampleTest {
    private final Answer answer = new Engine(DemoBook.book()).answer(Places.worked(), Given.NOTHING);
    private final Answer.UseAnswer dwelling = answer.use("DWELLING").orElseThrow();

    @Test
    void the_plot_without_its_widening_finds_row_twelve() {
        assertEquals(Verdict.RULED, answer.verdict());
        assertEquals(List.of("12"), dwelling.rows());
        assertEquals(12_00, value(NumberName.WIDENING_AREA));
        assertEquals(228_00, value(NumberName.EFFECTIVE_AREA));
    }

    @Test
    void density_is_240_then_280_by_clause_11_then_224_by_clause_17() {
        assertEquals(2240, value(NumberName.DENSITY));
        assertEquals(List.of("2400 BONUS W1 [11]", "2800 REDUCTION L1 [17]"), lost(NumberName.DENSITY));
        assertEquals(List.of("34", "1", "11", "17", "2"), clauses(NumberName.DENSITY));
    }

    @Test
    void height_is_14_50_then_17_30_and_buffer_2_leaves_10_50() {
        assertEquals(10_50, value(NumberName.HEIGHT));
        assertEquals(List.of("1450 BONUS W1 [11]", "1730 CAP H2 [14]"), lost(NumberName.HEIGHT));
        assertEquals(List.of("14", "3", "23"), clauses(NumberName.HEIGHT));
    }

    @Test
    void under_10_50_there_is_room_for_two_storeys_over_the_pilotis() {
        assertEquals(2, value(NumberName.FLOORS));
        assertEquals(Answer.BasisKind.PILOTIS, figure(NumberName.FLOORS).basis().kind());
        assertEquals(List.of("4 BONUS W1 [11]", "5 HEIGHT H2 [14]"), lost(NumberName.FLOORS));
        assertEquals(List.of("14", "23"), clauses(NumberName.FLOORS));
    }

    @Test
    void the_storeys_bind_at_120_percent_and_273_square_metres() {
        assertEquals(600, value(NumberName.COVERAGE));
        assertEquals(1200, value(NumberName.REACHABLE_DENSITY));
        assertEquals(
                Answer.BasisKind.STOREYS_BIND,
                figure(NumberName.REACHABLE_DENSITY).basis().kind());
        assertEquals(
                List.of("2400 BONUS W1 [11]", "2800 REDUCTION L1 [17]", "2240 STOREYS_BIND  [34, 1, 14]"),
                lost(NumberName.REACHABLE_DENSITY));
        assertEquals(273_00, value(NumberName.BUILDABLE_AREA));
    }

    @Test
    void units_parking_and_light_well_follow() {
        // 228 - 136.8 m2 are open: four units of 22 m2 each, and a space for each unit.
        assertEquals(91_20, value(NumberName.OPEN_SPACE));
        assertEquals(4, value(NumberName.UNITS));
        assertEquals(4, value(NumberName.PARKING));
        assertEquals(
                new Answer.Basis(Answer.BasisKind.PER_UNIT, 100),
                figure(NumberName.PARKING).basis());
        assertEquals(0, value(NumberName.PARKING_SHORTAGE));
        assertEquals(12_00, value(NumberName.LIGHT_WELL));
        assertEquals(0, value(NumberName.PROJECTION));
    }

    @Test
    void what_concerns_it_names_its_rules_and_clauses_and_what_they_ask_for() {
        assertEquals(
                List.of(
                        "HERITAGE 1000 [H2] [HERITAGE_INQUIRY]",
                        "WORN_OUT 1000 [W1] []",
                        "SLOPE 1000 [L1] [GEOTECHNICAL_REPORT]"),
                answer.concerns().stream()
                        .map(c -> c.layer() + " " + c.share() + " " + c.rules() + " " + c.needs())
                        .toList());
        assertEquals(true, answer.doesNotConcern().contains(LayerKind.RIVER));
        assertEquals(List.of(), answer.noData());
        assertEquals(List.of("GEOTECHNICAL_REPORT", "HERITAGE_INQUIRY"), dwelling.needs());
    }

    @Test
    void the_nearest_rows_that_failed_tell_by_how_much() {
        assertEquals(
                List.of(
                        "11 PLOT_TOO_LARGE 2801",
                        "13 PLOT_TOO_SMALL 7200",
                        "13 STREET_TOO_NARROW 200",
                        "14 PLOT_TOO_SMALL 27200",
                        "14 STREET_TOO_NARROW 600"),
                dwelling.whyNot().stream()
                        .map(w -> w.row() + " " + w.condition() + " " + w.shortBy())
                        .toList());
    }

    private Answer.Figure figure(NumberName name) {
        return dwelling.number(name).orElseThrow();
    }

    private long value(NumberName name) {
        return figure(name).value().orElseThrow();
    }

    private List<String> clauses(NumberName name) {
        return figure(name).clauses().stream().map(Answer.ClauseRef::number).toList();
    }

    private List<String> lost(NumberName name) {
        return figure(name).lost().stream()
                .map(l -> l.value() + " " + l.because() + " " + l.by() + " "
                        + l.clauses().stream().map(Answer.ClauseRef::number).toList())
                .toList();
    }
}
