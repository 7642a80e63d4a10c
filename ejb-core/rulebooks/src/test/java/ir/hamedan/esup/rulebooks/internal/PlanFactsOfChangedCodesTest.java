package ir.hamedan.esup.rulebooks.internal;

import static ir.hamedan.esup.rulebooks.internal.PlannedTown.CODE;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.DECISION;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.NEIGHBOUR;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Fact;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.Altered;
import ir.hamedan.esup.rulebooks.internal.plan.PlanFactTable;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision is on a parcel for ten days; then the register takes other codes, from the fifth day on. */
class PlanFactsOfChangedCodesTest {
    private static final Page.Request FIRST = new Page.Request(0, 50);
    private static final RenewalCode NEW = RenewalCode.parse("2-1-2-905");
    private static final RenewalCode NEWER = RenewalCode.parse("2-1-2-906");
    private static final LocalDate CHANGED = TODAY.plusDays(5);
    private static final LocalDate LATER = TODAY.plusDays(9);

    private final PlannedTown town = new PlannedTown();
    private Fact fact;
    private Instant before;

    @BeforeEach
    void decide() {
        fact = town.published(town.proposed(TODAY, DECISION));
        town.house.clock.pass(Duration.ofDays(10));
        before = town.now();
    }

    private Answer answer(RenewalCode code, LocalDate on, Instant known) {
        return town.rules.of(code, on, known, Rules.Supposed.NOTHING);
    }

    private String decision(RenewalCode code, LocalDate on, Instant known) {
        return answer(code, on, known).given().decision().map(Decision::number).orElse("");
    }

    private String decision(RenewalCode code, LocalDate on) {
        return decision(code, on, town.now());
    }

    private Fact proposed(RenewalCode code, LocalDate from, String number) {
        return town.house.database.transaction(() -> town.facts.proposeDecision(
                UUID.randomUUID().toString(), code, from, Altered.with(DECISION, "number", number)));
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }

    @Test
    void a_new_number_of_the_same_land_takes_over_from_its_day_on() {
        town.changed("RENUMBER", CHANGED, List.of(CODE), List.of(NEW));
        assertEquals("1405/17", decision(NEW, CHANGED));
        assertEquals("", decision(NEW, CHANGED.minusDays(1)), "on that day the land had its old number");
        assertEquals("1405/17", decision(CODE, CHANGED.minusDays(1)));
        assertEquals("1405/17", decision(CODE, LATER, before), "nobody knew of the new number then");
        assertEquals("parcels.code-replaced", refused(() -> decision(CODE, CHANGED)));

        town.changed("RENUMBER", TODAY.plusDays(8), List.of(NEW), List.of(NEWER));
        assertEquals("1405/17", decision(NEWER, LATER));
        assertEquals("1405/17", decision(NEW, TODAY.plusDays(7)));
        town.published(proposed(NEWER, LATER, "1405/40"));
        assertEquals("1405/40", decision(NEWER, LATER), "what was laid down for the new number follows");
        assertEquals("1405/17", decision(NEWER, LATER.minusDays(1)));
    }

    @Test
    void the_office_sees_old_and_new_number_as_one_parcel() {
        town.changed("RENUMBER", CHANGED, List.of(CODE), List.of(NEW));
        Fact moved =
                town.facts.search("2-1-2-905", Optional.empty(), FIRST).rows().get(0);
        assertEquals(fact.id(), moved.id());
        assertEquals(List.of(CODE, NEW), List.of(moved.parcel(), moved.now()));
        assertFalse(moved.replaced());
        assertEquals(0, town.facts.replaced(FIRST).total());
        assertEquals("rulebooks.plan-paper-there", refused(() -> proposed(NEW, CHANGED, "1405/17")));
        Fact other = proposed(NEW, TODAY, "1405/18");
        assertEquals("rulebooks.plan-day-taken", refused(() -> town.published(other)));
    }

    @Test
    void it_follows_a_number_without_a_statement_of_its_own_and_for_many_parcels_at_once() {
        town.published(town.proposed(TODAY, new GroundLevel("3", TODAY, 1830_00)));
        town.changed("RENUMBER", CHANGED, List.of(CODE), List.of(NEW));
        town.changed("RENUMBER", CHANGED, List.of(NEW), List.of(NEWER));
        answer(NEWER, LATER, town.now());
        AtomicInteger asked = town.house.counted();
        Answer answer = answer(NEWER, LATER, town.now());
        assertEquals(1, asked.get());
        assertEquals(1830_00, answer.given().groundLevel().orElseThrow());
        assertEquals(
                Set.of(NEWER),
                new PlanFactTable(town.application())
                        .laid(List.of(NEIGHBOUR, NEWER), LATER, town.now())
                        .keySet());
    }

    @Test
    void what_a_parcel_is_split_into_is_other_land_and_the_office_is_told() {
        RenewalCode piece = RenewalCode.parse("2-1-2-907");
        town.changed("SPLIT", CHANGED, List.of(CODE), List.of(NEW, piece));
        assertEquals("", decision(NEW, LATER));
        assertEquals("", decision(piece, LATER));
        assertEquals("1405/17", decision(CODE, CHANGED.minusDays(1)));
        assertEquals(List.of(fact.id()), replaced());
        assertTrue(town.facts.get(fact.id()).replaced());
        town.published(proposed(NEW, LATER, "1405/17"));
        assertEquals("1405/17", decision(NEW, LATER), "what still holds is recorded anew");
        assertEquals(List.of(fact.id()), replaced());
        town.house.database.transaction(() -> town.facts.withdraw(fact.id(), "شماره نادرست بود"));
        assertEquals(List.of(), replaced());
    }

    private List<Long> replaced() {
        return town.facts.replaced(FIRST).rows().stream().map(Fact::id).toList();
    }

    @Test
    void a_code_that_is_kept_for_other_land_keeps_nothing() {
        town.changed("SPLIT", CHANGED, List.of(CODE), List.of(CODE, NEW));
        assertEquals("1405/17", decision(CODE, CHANGED.minusDays(1)));
        assertEquals("", decision(CODE, CHANGED));
        assertEquals("1405/17", decision(CODE, LATER, before));
        assertEquals(List.of(fact.id()), replaced());
        Fact anew = town.published(proposed(CODE, CHANGED, "1405/17"));
        assertEquals("1405/17", decision(CODE, CHANGED));
        assertFalse(anew.replaced());
    }

    @Test
    void a_merge_ends_it_also_for_the_code_that_is_kept_and_for_a_later_number() {
        town.changed("RENUMBER", CHANGED, List.of(CODE), List.of(NEW));
        town.changed("MERGE", TODAY.plusDays(7), List.of(NEW, NEIGHBOUR), List.of(NEW));
        assertEquals("1405/17", decision(NEW, TODAY.plusDays(6)));
        assertEquals("", decision(NEW, LATER));
        town.changed("RENUMBER", TODAY.plusDays(8), List.of(NEW), List.of(NEWER));
        assertEquals("", decision(NEWER, LATER));
        assertEquals(List.of(fact.id()), replaced());
    }

    @Test
    void the_sweep_of_the_city_says_the_same() {
        town.market();
        assertEquals(Verdict.RULED, answer(CODE, LATER, town.now()).verdict());
        town.changed("SPLIT", CHANGED, List.of(CODE), List.of(CODE, NEW));
        assertEquals(Verdict.REFERRAL, answer(CODE, LATER, town.now()).verdict());
        Report report =
                town.house.impact(town.house.importBook(Office.version("2")).id(), TODAY.plusDays(12));
        assertEquals(
                Optional.of(Verdict.REFERRAL),
                town.house.reports.parcels(report.id(), Optional.empty(), new Page.Request(0, 200)).rows().stream()
                        .filter(row -> row.code().equals(CODE))
                        .findFirst()
                        .orElseThrow()
                        .before()
                        .verdict());
    }
}
