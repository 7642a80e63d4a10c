package ir.hamedan.esup.rulebooks.internal.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import ir.hamedan.esup.rulebooks.internal.table.Books;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How an answer ends, and what is said of what is not known. */
class VerdictTest {
    private final Engine engine = new Engine(DemoBook.book());
    private final Site plot = Places.plot("R122", 240_00, 10_00);

    @Test
    void the_road_plan_locks_and_a_seizure_leaves_numbers_for_information() {
        Answer.UseAnswer locked = dwelling(plot, Given.NOTHING.withLocks(Set.of(LockKind.ROAD_PLAN)));
        Answer.UseAnswer seized = dwelling(plot, Given.NOTHING.withLocks(Set.of(LockKind.SEIZURE)));
        Answer.UseAnswer mortgaged = dwelling(plot, Given.NOTHING.withLocks(Set.of(LockKind.MORTGAGE)));

        assertEquals(Verdict.LOCKED, locked.verdict());
        assertEquals(List.of(), locked.numbers());
        assertEquals(Verdict.INFORMATION_ONLY, seized.verdict());
        assertFalse(seized.numbers().isEmpty());
        assertEquals(Verdict.RULED, mortgaged.verdict());
    }

    @Test
    void a_plot_wholly_in_the_road_plan_is_locked_and_one_partly_in_it_is_not() {
        Site whole = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.ROAD_PLAN, "", 0, 239_50));
        Site part = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.ROAD_PLAN, "", 0, 120_00));

        assertEquals(Verdict.LOCKED, engine.answer(whole, Given.NOTHING).verdict());
        assertEquals(Verdict.RULED, engine.answer(part, Given.NOTHING).verdict());
    }

    @Test
    void below_the_table_the_answer_is_a_referral_with_the_facts_and_how_much_is_missing() {
        Answer answer = engine.answer(Places.plot("R131", 228_00, 12_00), Given.NOTHING);
        Answer.UseAnswer dwelling = answer.use("DWELLING").orElseThrow();

        assertEquals(Verdict.REFERRAL, answer.verdict());
        assertEquals(
                228_00,
                dwelling.number(NumberName.EFFECTIVE_AREA).orElseThrow().value().orElseThrow());
        assertEquals(
                List.of(
                        new Answer.WhyNot("15", Answer.Miss.PLOT_TOO_SMALL, 72_00),
                        new Answer.WhyNot("15", Answer.Miss.STREET_TOO_NARROW, 2_00)),
                dwelling.whyNot().subList(0, 2));
    }

    @Test
    void a_use_without_a_row_in_a_zone_of_the_plot_is_not_permitted() {
        Site two = Places.plot(
                240_00,
                240_00,
                List.of(new Site.Zone("R122", "", 200_00), new Site.Zone("G111", "", 40_00)),
                plot.frontages(),
                List.of(),
                List.of());

        assertEquals(Verdict.NOT_PERMITTED, dwelling(two, Given.NOTHING).verdict());
        assertEquals(
                Verdict.NOT_PERMITTED,
                engine.answer(plot, Given.NOTHING, "HOTEL").verdict());
        assertEquals(
                List.of("DWELLING", "PARK_BUILDING"),
                engine.answer(two, Given.NOTHING).uses().stream()
                        .map(Answer.UseAnswer::use)
                        .toList());
    }

    @Test
    void two_rows_without_precedence_leave_it_undecided() {
        List<String> dwelling = List.of("DWELLING");
        Engine unclear = new Engine(Books.of(List.of(
                Books.row("1", "R122", dwelling, Band.ANY, Band.ANY),
                Books.row("2", "R122", dwelling, Band.from(200_00), Band.ANY))));

        assertEquals(
                Verdict.UNDECIDED,
                unclear.answer(plot, Given.NOTHING)
                        .use("DWELLING")
                        .orElseThrow()
                        .verdict());
    }

    @Test
    void what_stands_in_the_way_of_any_table_is_said_by_its_name() {
        Site noStreet = Places.without(
                Places.plot(240_00, 240_00, plot.zones(), List.of(), List.of(), List.of()), LayerKind.STREET);
        Site noZone = Places.plot(240_00, 240_00, List.of(), plot.frontages(), List.of(), List.of());

        assertEquals(Verdict.NO_DATA, engine.answer(noStreet, Given.NOTHING).verdict());
        assertEquals(Verdict.NO_DATA, engine.answer(noZone, Given.NOTHING).verdict());
        assertEquals(
                Verdict.UNKNOWN_ZONE,
                engine.answer(Places.plot("X1", 240_00, 10_00), Given.NOTHING).verdict());
        assertEquals(
                Verdict.NO_AREA,
                engine.answer(Places.plot("R122", 0, 10_00), Given.NOTHING).verdict());
        assertEquals(
                Verdict.NO_AREA,
                engine.answer(plot, Given.NOTHING.withCeded(240_00)).verdict());
    }

    @Test
    void a_book_that_asks_for_no_street_answers_without_one_and_says_that_it_could_take_something() {
        Site noStreet = Places.without(
                Places.plot(240_00, 240_00, plot.zones(), List.of(), List.of(), List.of()), LayerKind.STREET);
        Engine anyStreet =
                new Engine(Books.of(List.of(Books.row("1", "R122", List.of("DWELLING"), Band.ANY, Band.ANY))));

        Answer answer = anyStreet.answer(noStreet, Given.NOTHING);

        assertEquals(Verdict.PROVISIONAL, answer.verdict());
        Answer.UseAnswer dwelling = answer.use("DWELLING").orElseThrow();
        assertEquals(List.of("1"), dwelling.rows());
        assertTrue(dwelling.number(NumberName.PROJECTION).isEmpty(), "it depends on the street");
        assertTrue(answer.noData().stream().anyMatch(u -> u.layer() == LayerKind.STREET && u.couldLower()));
    }

    @Test
    void a_plot_that_lies_partly_in_no_zone_has_provisional_numbers() {
        Answer answer = engine.answer(plotWith(EnumSet.allOf(LayerKind.class), Set.of(LayerKind.ZONE)), Given.NOTHING);

        assertEquals(Verdict.PROVISIONAL, answer.verdict());
        assertEquals(LayerKind.ZONE, answer.noData().get(0).layer());
    }

    @Test
    void a_layer_without_data_that_could_set_a_cap_makes_the_answer_provisional() {
        Answer answer = engine.answer(Places.without(plot, LayerKind.HERITAGE), Given.NOTHING);

        assertEquals(Verdict.PROVISIONAL, answer.verdict());
        assertEquals(
                List.of(new Answer.Unknown(
                        LayerKind.HERITAGE,
                        Answer.Missing.LAYER,
                        true,
                        List.of(new Answer.ClauseRef("14", "حریم هگمتانه")))),
                answer.noData());
        assertFalse(answer.doesNotConcern().contains(LayerKind.HERITAGE));
    }

    @Test
    void a_layer_without_data_that_could_only_add_is_told_and_the_numbers_hold() {
        Answer answer = engine.answer(Places.without(plot, LayerKind.WORN_OUT), Given.NOTHING);

        assertEquals(Verdict.RULED, answer.verdict());
        assertEquals(LayerKind.WORN_OUT, answer.noData().get(0).layer());
        assertFalse(answer.noData().get(0).couldLower());
    }

    @Test
    void a_layer_the_site_says_nothing_of_is_not_known_either() {
        Set<LayerKind> clear = EnumSet.complementOf(EnumSet.of(LayerKind.RIVER));

        Answer answer = engine.answer(plotWith(clear, Set.of()), Given.NOTHING);

        assertEquals(Verdict.PROVISIONAL, answer.verdict());
        assertEquals(LayerKind.RIVER, answer.noData().get(0).layer());
    }

    @Test
    void a_layer_that_is_called_clear_and_without_data_is_without_data() {
        Set<LayerKind> all = EnumSet.allOf(LayerKind.class);

        Answer answer = engine.answer(plotWith(all, Set.of(LayerKind.RIVER)), Given.NOTHING);

        assertEquals(Verdict.PROVISIONAL, answer.verdict());
        assertFalse(answer.doesNotConcern().contains(LayerKind.RIVER));
    }

    @Test
    void a_layer_that_is_called_clear_and_touches_the_plot_concerns_it() {
        Site.Concern buffer = Places.in(LayerKind.HERITAGE, "BUFFER_2", 0, 240_00);
        Set<LayerKind> all = EnumSet.allOf(LayerKind.class);

        Answer answer = engine.answer(plotWith(List.of(buffer), all, Set.of()), Given.NOTHING);

        assertEquals(1, answer.concerns().size());
        assertFalse(answer.doesNotConcern().contains(LayerKind.HERITAGE));
    }

    private Site plotWith(Set<LayerKind> clear, Set<LayerKind> noData) {
        return plotWith(List.of(), clear, noData);
    }

    private Site plotWith(List<Site.Concern> concerns, Set<LayerKind> clear, Set<LayerKind> noData) {
        return new Site(
                plot.parcel(),
                plot.on(),
                plot.known(),
                plot.deedArea(),
                plot.area(),
                plot.zones(),
                plot.frontages(),
                List.of(),
                concerns,
                clear,
                noData,
                List.of());
    }

    @Test
    void a_grade_the_book_does_not_name_is_not_known() {
        Site site = Places.plot("R122", 240_00, 10_00, Places.in(LayerKind.HERITAGE, "BUFFER_9", 0, 240_00));
        Answer answer = engine.answer(site, Given.NOTHING);

        assertEquals(Verdict.PROVISIONAL, answer.verdict());
        assertEquals(Answer.Missing.UNKNOWN_GRADE, answer.noData().get(0).missing());
        assertTrue(answer.concerns().get(0).rules().isEmpty());
    }

    @Test
    void a_corner_without_a_row_in_the_table_of_chamfers_is_not_known() {
        List<Site.Frontage> two = List.of(
                new Site.Frontage("a", "a", 10_00, 10_00, 10_00, 0),
                new Site.Frontage("b", "b", 12_00, 12_00, 20_00, 0));
        Site sharp = Places.plot(240_00, 240_00, plot.zones(), two, List.of(new Site.Corner("a", "b", 30)), List.of());

        Answer answer = engine.answer(sharp, Given.NOTHING);

        assertEquals(Verdict.PROVISIONAL, answer.verdict());
        assertEquals(Answer.Missing.CHAMFER, answer.noData().get(0).missing());
    }

    private Answer.UseAnswer dwelling(Site site, Given given) {
        return engine.answer(site, given).use("DWELLING").orElseThrow();
    }
}
