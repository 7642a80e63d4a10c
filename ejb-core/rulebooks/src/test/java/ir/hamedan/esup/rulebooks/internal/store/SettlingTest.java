package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.Clause;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.ImpactReports.Report;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.FindingView;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Gaps and overlaps of a book are settled by two people who know whom they concern. */
class SettlingTest {
    private static final LocalDate DAY = Office.TODAY.plusDays(10);

    private final Office house = new Office();

    /** The demonstration book with row 12 a second time, for somewhat larger plots. */
    private static RuleBook overlapping() {
        return withTwelve(Map.of("12b", Band.of(250_00, 320_00)));
    }

    private static RuleBook withTwelve(Map<String, Band> plots) {
        List<Row> rows = new ArrayList<>(DemoBook.book().rows());
        Row twelve = rows.get(11);
        plots.forEach((id, plot) -> rows.add(new Row(
                id,
                twelve.zone(),
                twelve.uses(),
                plot,
                twelve.street(),
                twelve.limits(),
                twelve.clauses(),
                Optional.empty())));
        return Office.withRows(rows);
    }

    private static RuleBook gaping() {
        List<Row> rows = new ArrayList<>(DemoBook.book().rows());
        rows.remove(10);
        return Office.withRows(rows);
    }

    @Test
    void an_overlap_is_settled_by_two_people_and_by_nobody_alone() {
        Draft draft = counted(overlapping());
        assertEquals("rulebooks.findings-open", refused(() -> house.publish(draft.id(), DAY, "planner-1")));
        List<FindingView> open =
                house.office.findings(draft.id(), true, Office.FIRST).rows();
        FindingView overlap = open.stream()
                .filter(f -> f.finding().rows().equals(List.of("12", "12b")))
                .findFirst()
                .orElseThrow();
        assertEquals(Finding.Kind.OVERLAP, overlap.finding().kind());

        FindingView proposed = precedence(overlap.id(), "12");
        long proposal = proposed.proposal().orElseThrow().id();
        assertEquals("rulebooks.proposal-waiting", refused(() -> referral(overlap.id())));
        assertEquals("rulebooks.second-signer-needed", refused(() -> decide(proposal, true)));
        assertTrue(house.office.findings(draft.id(), true, Office.FIRST).total() == open.size());

        house.caller = "planner-2";
        FindingView settled = decide(proposal, true);
        assertEquals(Finding.Settlement.PRECEDENCE, settled.finding().settled());
        assertEquals("12", settled.finding().by());
        assertEquals("rulebooks.decided-already", refused(() -> decide(proposal, false)));
        assertEquals("rulebooks.settled-already", refused(() -> referral(overlap.id())));
    }

    @Test
    void one_settlement_reaches_over_the_findings_it_settles_too() {
        Draft draft = counted(overlapping());
        long before = house.office.findings(draft.id(), true, Office.FIRST).total();
        assertTrue(before > 1, "rows that narrow streets lead to overlap as well");
        settleAll(draft.id());
        assertEquals(0, house.office.draft(draft.id()).openFindings());
        house.publish(draft.id(), DAY, "planner-1");
        Draft published = house.publish(draft.id(), DAY, "planner-2");
        assertEquals(BookState.PUBLISHED, published.state());
        RuleBook book = house.books.book(draft.id()).book();
        assertEquals(
                List.of("planner-1", "planner-2"), book.precedences().get(0).signers());
        Workbooks.Reading again = Workbooks.read(house.office.workbook(draft.id(), Messages.PERSIAN));
        assertEquals(List.of(), again.faults());
        assertEquals(book, again.book().orElseThrow().from(DAY));
    }

    @Test
    void a_gap_is_referred_on_purpose_and_no_row_wins_in_it() {
        Draft draft = counted(gaping());
        FindingView gap =
                house.office.findings(draft.id(), true, Office.FIRST).rows().get(0);
        assertEquals(Finding.Kind.GAP, gap.finding().kind());
        assertEquals("rulebooks.not-an-overlap", refused(() -> precedence(gap.id(), "12")));
        assertEquals("rulebooks.reason-missing", refused(() -> house.office.proposeReferral(gap.id(), "نه")));
        settleAll(draft.id());
        assertEquals(0, house.office.draft(draft.id()).openFindings());
        house.publish(draft.id(), DAY, "planner-1");
        house.publish(draft.id(), DAY, "planner-2");
        assertTrue(house.books.book(draft.id()).book().referrals().stream()
                .anyMatch(r -> r.id().equals("F-" + gap.id()) && r.zone().equals("R122")));
    }

    @Test
    void a_rejected_proposal_settles_nothing_and_another_may_follow() {
        Draft draft = counted(gaping());
        FindingView gap =
                house.office.findings(draft.id(), true, Office.FIRST).rows().get(0);
        long proposal = referral(gap.id()).proposal().orElseThrow().id();
        house.caller = "planner-2";
        assertTrue(decide(proposal, false).finding().isOpen());
        assertTrue(referral(gap.id()).proposal().orElseThrow().approved().isEmpty());
        assertEquals("rulebooks.decided-already", refused(() -> decide(proposal, true)));
    }

    @Test
    void a_row_that_is_not_part_of_the_overlap_cannot_win() {
        Draft draft = counted(overlapping());
        List<FindingView> open =
                house.office.findings(draft.id(), true, Office.FIRST).rows();
        FindingView overlap = open.get(0);
        assertEquals("rulebooks.not-among-rows", refused(() -> precedence(overlap.id(), "1")));
        assertEquals("rulebooks.not-among-rows", refused(() -> precedence(overlap.id(), " ")));
        assertEquals("rulebooks.unknown-finding", refused(() -> precedence(987_654, "1")));
        assertEquals("rulebooks.unknown-proposal", refused(() -> decide(987_654, true)));
    }

    @Test
    void the_opposite_of_what_was_settled_cannot_be_proposed() {
        Draft draft = counted(withTwelve(Map.of("12b", Band.of(250_00, 290_00), "12c", Band.of(270_00, 280_00))));
        FindingView two = withRows(draft.id(), 2);
        String winner = two.finding().rows().get(0);
        String loser = two.finding().rows().get(1);
        long proposal = precedence(two.id(), winner).proposal().orElseThrow().id();
        house.caller = "planner-2";
        decide(proposal, true);
        FindingView three = withRows(draft.id(), 3);
        assertEquals("rulebooks.precedence-contradicts", refused(() -> precedence(three.id(), loser)));
        assertEquals(
                winner, precedence(three.id(), winner).proposal().orElseThrow().winner());
    }

    private FindingView withRows(long book, int number) {
        return open(book).stream()
                .filter(f -> f.finding().rows().size() == number)
                .filter(f -> f.finding().rows().stream().noneMatch(row -> row.contains("/")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothing_is_settled_before_the_parcels_it_concerns_are_counted_and_once_is_enough() {
        Draft draft = house.importBook(overlapping());
        FindingView first = open(draft.id()).get(0);
        assertEquals(
                "rulebooks.impact-before-settling",
                refused(() -> precedence(first.id(), first.finding().rows().get(0))));
        assertEquals("rulebooks.impact-before-settling", refused(() -> referral(first.id())));
        Report begun = house.database.transaction(() -> house.reports.open(draft.id(), DAY));
        assertEquals("rulebooks.impact-before-settling", refused(() -> referral(first.id())));
        house.database.transaction(() -> house.reports.work(begun.id(), 100));
        settleAll(draft.id());
        assertEquals(1, house.reports.reports(draft.id(), Office.FIRST).total());
    }

    @Test
    void a_finding_names_the_clauses_it_concerns_before_anything_is_counted() {
        Draft overlaps = house.importBook(overlapping());
        Draft gaps = house.importBook(gaping());
        for (Draft draft : List.of(overlaps, gaps)) {
            List<FindingView> open = open(draft.id());
            Map<Long, List<Clause>> clauses = house.office.clauses(draft.id(), open);
            for (FindingView view : open) {
                assertEquals("1", clauses.get(view.id()).get(0).number());
                assertTrue(clauses.get(view.id()).get(0).text().contains("عقب‌نشینی"));
            }
        }
    }

    /** Whoever settles knows how many parcels of the city are concerned. */
    private Draft counted(RuleBook book) {
        Draft draft = house.importBook(book);
        house.impact(draft.id(), DAY);
        return draft;
    }

    private void settleAll(long book) {
        for (List<FindingView> open = open(book); !open.isEmpty(); open = open(book)) {
            FindingView first = open.get(0);
            house.caller = "planner-1";
            long proposal = (first.finding().kind() == Finding.Kind.GAP
                            ? referral(first.id())
                            : precedence(first.id(), first.finding().rows().get(0)))
                    .proposal()
                    .orElseThrow()
                    .id();
            house.caller = "planner-2";
            assertFalse(decide(proposal, true).finding().isOpen());
        }
    }

    private List<FindingView> open(long book) {
        return house.office.findings(book, true, Office.FIRST).rows();
    }

    private FindingView precedence(long finding, String winner) {
        return house.database.transaction(() -> house.office.proposePrecedence(finding, winner, "ردیف دقیق‌تر است"));
    }

    private FindingView referral(long finding) {
        return house.database.transaction(() -> house.office.proposeReferral(finding, "به‌عمد بی‌ضابطه است"));
    }

    private FindingView decide(long proposal, boolean approve) {
        return house.database.transaction(() -> house.office.decide(proposal, approve));
    }

    private static String refused(Runnable work) {
        return assertThrows(Problem.class, work::run).code();
    }
}
