package ir.hamedan.esup.rulebooks.internal;

import static ir.hamedan.esup.rulebooks.internal.PlannedTown.CODE;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.DECISION;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.LIMITS;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.NEIGHBOUR;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.TODAY;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.figure;
import static ir.hamedan.esup.rulebooks.internal.PlannedTown.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.ImpactReports.ParcelImpact;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.PlanFacts.Fact;
import ir.hamedan.esup.rulebooks.api.PlanFacts.PlanState;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import ir.hamedan.esup.rulebooks.demo.Altered;
import ir.hamedan.esup.rulebooks.internal.store.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PlanFactsTest {
    private static final Page.Request FIRST = new Page.Request(0, 200);

    private final PlannedTown town = new PlannedTown();

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }

    private Rules.Document document(Instant known) {
        return town.rules.document(town.answer(TODAY, known));
    }

    private static Decision numbered(String number) {
        return Altered.with(DECISION, "number", number);
    }

    @Test
    void a_referral_becomes_what_the_commission_decided_and_caps_still_win() {
        town.market();
        Instant before = town.now();
        Rules.Document referral = document(before);
        assertEquals(Verdict.REFERRAL, referral.verdict());
        Fact waiting = town.proposed(TODAY, DECISION);
        town.pass();
        assertEquals(Verdict.REFERRAL, town.answer().verdict(), "one signature is not enough");
        assertEquals("rulebooks.second-signer-needed", refused(() -> town.facts.publish(waiting.id())));

        town.published(waiting);
        Answer decided = town.answer();
        assertEquals(Verdict.RULED, decided.verdict());
        assertEquals(Optional.of(DECISION), decided.given().decision());
        assertFalse(decided.isWhatIf());
        assertEquals(2600, number(decided, NumberName.DENSITY));
        assertEquals(16_00, number(decided, NumberName.HEIGHT));
        assertEquals(Optional.of(DECISION), town.byPoint().given().decision());
        String json = town.rules.document(decided).json();
        assertTrue(json.contains("\"decision\":{\"date\":\"" + DECISION.date() + "\",\"map\":\"12-الف\""), json);
        assertEquals(referral, document(before), "nobody knew of it then");

        town.everywhere(LayerKind.SECURITY, "\"name\":\"پادگان\"");
        Answer capped = town.answer();
        assertEquals(2, number(capped, NumberName.FLOORS));
        assertEquals(
                List.of(Answer.Because.CAP),
                figure(capped, NumberName.FLOORS).lost().stream()
                        .map(Answer.Lost::because)
                        .toList());
    }

    @Test
    void a_decision_replaces_what_the_table_says_and_names_itself() {
        assertEquals(Verdict.RULED, town.answer().verdict());
        town.published(town.proposed(TODAY, DECISION));
        Answer.Lost lost = figure(town.answer(), NumberName.COVERAGE).lost().get(0);
        assertEquals(Answer.Because.DECISION, lost.because());
        assertEquals("1405/17", lost.by());
        assertEquals(650, number(town.answer(), NumberName.COVERAGE));
    }

    @Test
    void under_the_cone_a_level_of_the_street_makes_the_answer_sure() {
        town.everywhere(LayerKind.AIRPORT, "\"level\":1840");
        Instant before = town.now();
        Rules.Document unsure = document(before);
        assertEquals(Verdict.PROVISIONAL, unsure.verdict());
        town.published(town.proposed(TODAY, new GroundLevel("بر ۹", TODAY, 1830_00)));
        Answer sure = town.answer();
        assertEquals(Verdict.RULED, sure.verdict());
        assertEquals(10_00, number(sure, NumberName.HEIGHT));
        assertEquals(Optional.empty(), sure.given().decision());
        assertTrue(town.rules.document(sure).json().contains("\"groundLevel\":1830"));
        assertEquals(unsure, document(before));
        town.published(town.proposed(TODAY, DECISION));
        assertEquals(10_00, number(town.answer(), NumberName.HEIGHT), "the level still counts beside a decision");
        assertEquals(2600, number(town.answer(), NumberName.DENSITY));
    }

    @Test
    void what_is_withdrawn_does_not_hold_from_then_on_and_what_was_said_stays() {
        town.market();
        Fact waiting = town.proposed(TODAY, DECISION);
        assertEquals("rulebooks.plan-not-published", refused(() -> town.facts.withdraw(waiting.id(), "اشتباه بود")));
        town.published(waiting);
        Instant between = town.now();
        Rules.Document ruled = document(between);
        assertEquals("rulebooks.reason-missing", refused(() -> town.facts.withdraw(waiting.id(), " ")));
        town.pass();
        Fact withdrawn = town.house.database.transaction(() -> town.facts.withdraw(waiting.id(), "شماره نادرست بود"));
        assertEquals(PlanState.WITHDRAWN, withdrawn.state());
        assertEquals("شماره نادرست بود", withdrawn.withdrawal().orElseThrow().reason());
        assertEquals(Verdict.REFERRAL, town.answer().verdict());
        assertEquals(ruled, document(between));
        assertEquals("rulebooks.plan-not-published", refused(() -> town.facts.withdraw(waiting.id(), "بار دوم")));
        assertEquals(PlanState.WAITING, town.proposed(TODAY, DECISION).state(), "the paper may be recorded anew");
        assertEquals(
                List.of("proposed", "published", "withdrawn", "proposed"),
                town.audited.all().stream()
                        .map(Audited::action)
                        .map(action -> action.replace("rulebooks.plan-fact-", ""))
                        .toList());
    }

    @Test
    void a_later_one_follows_the_earlier_one_in_whatever_order_they_came() {
        Fact later = town.proposed(TODAY.plusDays(5), numbered("1405/30"));
        town.published(later);
        Instant before = town.now();
        town.published(town.proposed(TODAY, DECISION));
        assertEquals("1405/17", decision(TODAY.plusDays(4), town.now()));
        assertEquals("1405/30", decision(TODAY.plusDays(5), town.now()));
        assertEquals("1405/30", decision(TODAY.plusDays(5), before));
        assertEquals("", decision(TODAY.plusDays(4), before));
        town.house.database.transaction(() -> town.facts.withdraw(later.id(), "لغو شد"));
        assertEquals("1405/17", decision(TODAY.plusDays(5), town.now()));
    }

    private String decision(LocalDate on, Instant known) {
        return town.answer(on, known).given().decision().map(Decision::number).orElse("");
    }

    @Test
    void a_paper_is_recorded_once_and_a_day_belongs_to_one() {
        Fact waiting = town.proposed(TODAY, DECISION);
        assertEquals(
                "rulebooks.plan-paper-there", refused(() -> town.proposed(TODAY.plusDays(1), numbered("۱۴۰۵/۱۷"))));
        Fact other = town.proposed(TODAY, numbered("1405/18"));
        Fact givenUp = town.house.database.transaction(() -> town.facts.giveUp(other.id()));
        assertEquals(PlanState.GIVEN_UP, givenUp.state());
        assertEquals("rulebooks.plan-decided", refused(() -> town.published(other)));
        town.caller.set("planner-1");
        town.published(waiting);
        assertEquals("rulebooks.plan-decided", refused(() -> town.facts.giveUp(waiting.id())));
        Fact late = town.proposed(TODAY, numbered("1405/19"));
        assertEquals("rulebooks.plan-day-taken", refused(() -> town.published(late)));
        assertEquals("rulebooks.unknown-plan-fact", refused(() -> town.facts.get(777_777)));
        assertEquals(3, town.facts.search("", Optional.empty(), FIRST).total());
        assertEquals(3, town.facts.search("۲-۱-۲-۵-۱", Optional.empty(), FIRST).total(), "what stands on it");
        assertEquals(0, town.facts.search("2-1-2-6", Optional.empty(), FIRST).total());
        assertEquals(
                List.of(late),
                town.facts.search("۵/۱۹", Optional.empty(), FIRST).rows());
        assertEquals(
                List.of(town.facts.get(other.id())),
                town.facts
                        .search("۱۲-الف", Optional.of(PlanState.GIVEN_UP), FIRST)
                        .rows());
    }

    @Test
    void a_decision_on_one_plot_is_none_on_several_put_together() {
        town.published(town.proposed(TODAY, DECISION));
        Answer both = town.with(NEIGHBOUR);
        assertEquals(Optional.empty(), both.given().decision());
        assertEquals(2, both.given().merged());
    }

    @Test
    void of_two_at_once_one_comes_first_and_the_other_is_told() throws Exception {
        Fact waiting = town.proposed(TODAY, DECISION);
        assertEquals(
                List.of("", "rulebooks.plan-decided"),
                atOnce(() -> town.facts.publish(waiting.id()), () -> town.facts.publish(waiting.id())));
        assertEquals(
                List.of("", "rulebooks.plan-paper-there"),
                atOnce(
                        () -> town.facts.proposeDecision("k1", CODE, TODAY, numbered("7")),
                        () -> town.facts.proposeDecision("k2", CODE, TODAY, numbered("7"))));
        assertEquals(
                List.of("", ""),
                atOnce(
                        () -> town.facts.proposeDecision("k3", CODE, TODAY, numbered("8")),
                        () -> town.facts.proposeDecision("k3", CODE, TODAY, numbered("8"))));
        assertEquals(1, town.facts.search("8", Optional.empty(), FIRST).total());
        assertEquals(
                List.of("", "kernel.request-key.used"),
                atOnce(
                        () -> town.facts.proposeDecision("k4", CODE, TODAY, numbered("9")),
                        () -> town.facts.proposeDecision("k4", NEIGHBOUR, TODAY, numbered("9"))));
    }

    /** Of both what they were refused with, in the order of the codes; empty when they were not. */
    private List<String> atOnce(Callable<Fact> one, Callable<Fact> other) throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> ends = people.invokeAll(List.of(one, other).stream()
                    .<Callable<String>>map(work -> () -> {
                        town.caller.set(Thread.currentThread().getName());
                        both.await();
                        try {
                            town.house.database.transaction(work);
                            return "";
                        } catch (Problem problem) {
                            return problem.code();
                        }
                    })
                    .toList());
            return List.of(ends.get(0).get(), ends.get(1).get()).stream()
                    .sorted()
                    .toList();
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void numbers_that_cannot_be_are_refused_at_their_fields() {
        assertWrong("number", DECISION.date(), numbered(" "));
        assertWrong("map", TODAY, Altered.with(DECISION, "map", "x".repeat(101)));
        assertWrong("date", TODAY.plusDays(9), Altered.with(DECISION, "date", TODAY.plusDays(1)));
        assertWrong("validFrom", DECISION.date().minusDays(1), DECISION);
        assertWrong("storeys", TODAY, Altered.with(DECISION, "limits", Altered.with(LIMITS, "storeys", 101)));
        assertWrong("height", TODAY, Altered.with(DECISION, "limits", Altered.with(LIMITS, "height", 100_001)));
        assertWrong("density", TODAY, Altered.with(DECISION, "limits", Altered.with(LIMITS, "density", 0)));
        for (int level : new int[] {-10_001, 900_001}) {
            assertEquals(
                    "rulebooks.plan-level-wrong",
                    refused(() -> town.proposed(TODAY, new GroundLevel("1", TODAY, level))));
        }
        assertEquals(
                "parcels.unknown-code",
                refused(() -> town.facts.proposeDecision("k", RenewalCode.parse("9-9-9-9"), TODAY, DECISION)));
        assertEquals("kernel.request-key.wrong", refused(() -> town.facts.proposeDecision(" ", CODE, TODAY, DECISION)));
        assertEquals(0, town.facts.search("", Optional.empty(), FIRST).total());
    }

    private void assertWrong(String field, LocalDate from, Decision decision) {
        Problem problem = assertThrows(Problem.class, () -> town.proposed(from, decision), field);
        assertEquals(Optional.of(field), problem.field(), problem.code());
    }

    @Test
    void the_tables_hold_two_people_and_what_was_laid_down_whoever_writes() {
        Fact waiting = town.proposed(TODAY, DECISION);
        assertHeld("insert into rulebooks.plan_fact_outcome values (" + waiting.id() + ", true, 'planner-1', now())");
        assertHeld("update rulebooks.plan_fact set density = 9");
        assertHeld("delete from rulebooks.plan_fact");
        town.published(waiting);
        assertHeld("update rulebooks.plan_fact_outcome set decided_by = 'x'");
        Fact other = town.proposed(TODAY, numbered("2"));
        town.house.database.transaction(() -> town.facts.giveUp(other.id()));
        assertHeld("insert into rulebooks.plan_fact_withdrawal values (" + other.id() + ", 'because', 'x', now())");
    }

    private void assertHeld(String change) {
        Sql.Failure failure = assertThrows(Sql.Failure.class, () -> town.owner().run(change), change);
        assertEquals("23514", failure.state(), failure.getMessage());
    }

    @Test
    void an_impact_report_counts_with_what_was_laid_down() {
        town.market();
        town.published(town.proposed(TODAY, DECISION));
        Report report =
                town.house.impact(town.house.importBook(Office.version("2")).id(), TODAY.plusDays(5));
        List<ParcelImpact> rows =
                town.house.reports.parcels(report.id(), Optional.empty(), FIRST).rows();
        ParcelImpact decided =
                rows.stream().filter(row -> row.code().equals(CODE)).findFirst().orElseThrow();
        assertEquals(Optional.of(Verdict.RULED), decided.before().verdict());
        assertEquals(2600, decided.after().density());
        assertEquals(
                Optional.of(Verdict.REFERRAL),
                rows.stream()
                        .filter(row -> row.code().equals(NEIGHBOUR))
                        .findFirst()
                        .orElseThrow()
                        .after()
                        .verdict());
    }

    @Test
    void it_costs_no_statement_of_its_own() {
        town.published(town.proposed(TODAY, DECISION));
        town.published(town.proposed(TODAY, new GroundLevel("3", TODAY, 1830_00)));
        town.answer();
        AtomicInteger asked = town.house.counted();
        Answer answer = town.answer();
        assertEquals(1, asked.get());
        assertEquals(Optional.of(DECISION), answer.given().decision());
        assertEquals(1830_00, answer.given().groundLevel().orElseThrow());
    }
}
