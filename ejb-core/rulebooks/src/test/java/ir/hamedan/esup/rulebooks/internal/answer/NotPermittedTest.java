package ir.hamedan.esup.rulebooks.internal.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotPermittedTest {
    private final Engine engine = new Engine(DemoBook.book());

    private Answer.UseAnswer asked(Site site, String use) {
        Answer answer = engine.answer(site, Given.NOTHING, use);
        assertEquals(Verdict.NOT_PERMITTED, answer.verdict());
        return answer.uses().get(0);
    }

    private static List<String> numbers(List<Answer.ClauseRef> clauses) {
        return clauses.stream().map(Answer.ClauseRef::number).toList();
    }

    @Test
    void a_use_that_is_not_permitted_says_what_is_and_by_which_clauses() {
        Answer.UseAnswer shop = asked(Places.plot("R222", 400_00, 10_00), "SHOP");
        assertEquals(1, shop.notPermitted().size());
        Answer.NotPermitted why = shop.notPermitted().get(0);
        assertEquals("R222", why.zone());
        assertEquals(
                List.of("DWELLING", "GUEST_HOUSE"),
                why.permitted().stream().map(Answer.Permitted::use).toList());
        assertTrue(why.permitted().stream().noneMatch(use -> use.title().isBlank()), "uses have their titles");
        assertEquals(List.of("38", "1", "14"), numbers(why.clauses()));
        assertTrue(why.clauses().stream().noneMatch(clause -> clause.title().isBlank()));
    }

    @Test
    void of_several_zones_those_are_named_that_do_not_permit_it() {
        Site two = Places.plot(
                400_00,
                400_00,
                List.of(new Site.Zone("M211", "M211", 300_00), new Site.Zone("R122", "R122", 100_00)),
                List.of(new Site.Frontage("s1", "خیابان", 20_00, 20_00, 10_00, 0)),
                List.of(),
                List.of());
        assertEquals(
                List.of("R122"),
                asked(two, "HOTEL").notPermitted().stream()
                        .map(Answer.NotPermitted::zone)
                        .toList());
    }

    @Test
    void a_garden_that_leaves_one_zone_only_gives_the_clause_of_the_garden_first() {
        Site garden = Places.plot("R122", 3000_00, 12_00, Places.in(LayerKind.GARDEN, "", 0, 3000_00));
        Answer.NotPermitted why = asked(garden, "DWELLING").notPermitted().get(0);
        assertEquals("G121", why.zone());
        assertEquals("GARDEN_HOUSE", why.permitted().get(0).use());
        assertEquals(List.of("13", "50", "1"), numbers(why.clauses()));
    }

    @Test
    void a_use_that_is_permitted_has_nothing_of_it() {
        Answer.UseAnswer dwelling =
                engine.answer(Places.worked(), Given.NOTHING).use("DWELLING").orElseThrow();
        assertEquals(List.of(), dwelling.notPermitted());
    }
}
