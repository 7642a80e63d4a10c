package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.people.api.Journal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final Page.Request FIRST = new Page.Request(0, 2);

    private final City city = new City().as("ahmadi");

    private static Journal.Query query(String actor, String action, String subject) {
        return new Journal.Query(actor, action, subject, Optional.empty(), Optional.empty());
    }

    private List<String> actions(Journal.Query query) {
        return city.journal.search(query, FIRST).rows().stream()
                .map(Journal.Entry::action)
                .toList();
    }

    @Test
    void a_row_says_who_for_whom_what_from_where_before_and_after() {
        city.writer.done(new Audited(
                "inquiry.answered", "q-1", "7401003716", Map.of("state", "WITH_OFFICER"), Map.of("state", "ISSUED")));

        Journal.Entry row = city.journal.search(query("", "", ""), FIRST).rows().get(0);
        assertEquals("ahmadi planning 10.1.2.3", row.actor() + " " + row.organisation() + " " + row.address());
        assertEquals("7401003716", row.forWhom());
        assertEquals("{\"state\": \"WITH_OFFICER\"}", row.before());
        assertEquals("{\"state\": \"ISSUED\"}", row.after());
        assertEquals(city.clock.instant(), row.at());
    }

    private RefusalsBean refusals() {
        RefusalsBean refusals = new RefusalsBean();
        refusals.writer = city.writer;
        refusals.actors = city.actors;
        refusals.counters = new ActionCounters();
        return refusals;
    }

    @Test
    void what_is_forbidden_to_nobody_in_particular_leaves_no_row() {
        city.as("ANONYMOUS");
        refusals().record("POST /pay", "", "people.forbidden");
        city.as("no-such-account");
        refusals().record("POST /pay", "", "people.forbidden");
        assertEquals(0, city.count("journal"));

        city.as("saeedi");
        refusals().record("POST /staff/case", "", "people.forbidden");
        assertEquals("saeedi", city.journal("actor", "POST /staff/case"));
    }

    @Test
    void a_row_goes_with_its_change_and_a_refusal_stays_without_it() {
        assertThrows(
                Problem.class,
                () -> city.database.inTransaction(() -> {
                    city.writer.done(Audited.of("inquiry.filed", "q-1", Map.of()));
                    throw Problem.conflict("inquiry.taken");
                }));
        refusals().record("inquiry.answer", "q-2", "people.forbidden");

        assertEquals(0, city.count("journal where action = 'inquiry.filed'"));
        assertEquals("t people.forbidden", city.journal("refused, after ->> 'reason'", "inquiry.answer"));
    }

    @Test
    void a_refusal_that_cannot_be_written_still_does_not_fail() {
        RefusalsBean refusals = refusals();
        refusals.writer = new JournalWriter();

        assertEquals("let through", refused(() -> refusals.record("inquiry.answer", "q-2", "people.forbidden")));
    }

    @Test
    void the_journal_is_found_by_actor_action_subject_and_day_newest_first_in_pages() {
        city.writer.done(Audited.of("a.one", "q-1", Map.of()));
        city.writer.done(Audited.of("a.two", "q-1", Map.of()));
        city.as("saeedi").writer.done(Audited.of("a.three", "q-2", Map.of()));
        LocalDate today = LocalDate.parse("2026-11-24");

        assertEquals(List.of("a.three", "a.two"), actions(query("", "", "")));
        assertEquals(List.of("a.two", "a.one"), actions(query("ahmadi", "", "")));
        assertEquals(List.of("a.one"), actions(query("", "a.one", "")));
        assertEquals(List.of("a.three"), actions(query("", "", " q-2 ")));
        assertEquals(3, city.journal.search(query("", "", ""), FIRST).total());
        assertEquals(
                List.of("a.two", "a.one"),
                actions(new Journal.Query("ahmadi", "", "", Optional.of(today), Optional.of(today))));
        assertEquals(
                List.of(), actions(new Journal.Query("", "", "", Optional.empty(), Optional.of(today.minusDays(1)))));
        assertEquals(
                List.of(), actions(new Journal.Query("", "", "", Optional.of(today.plusDays(1)), Optional.empty())));
    }

    @Test
    void what_the_product_or_the_public_does_is_written_under_their_names() {
        city.as("ANONYMOUS").writer.done(Audited.of("bill.paid", "b-1", Map.of()));
        assertEquals("public 10.1.2.3", city.journal("actor, address", "bill.paid"));
        city.as(Roles.SYSTEM).writer.done(Audited.of("certificate.released", "c-1", Map.of()));
        assertEquals("system", city.journal("actor", "certificate.released"));
    }

    @Test
    void long_and_hostile_texts_are_kept_within_bounds() {
        city.writer.done(Audited.of("a.b", "x\u0000y", Map.of("text", "ی".repeat(5000))));

        assertEquals("xy 2001", city.journal("subject, length(after ->> 'text')", "a.b"));
    }

    @Test
    void the_application_can_neither_change_nor_delete_what_was_written() {
        city.writer.done(Audited.of("a.b", "q-1", Map.of()));
        Sql sql = new Sql(city.database.application());
        for (String change : List.of(
                "update people.journal set actor = 'x'",
                "delete from people.journal",
                "truncate people.journal",
                "update people.setting set value = 'x'",
                "delete from people.setting")) {
            Sql.Failure failure = assertThrows(Sql.Failure.class, () -> sql.run(change), change);
            assertEquals("42501", failure.state(), change);
        }
        assertTrue(city.count("journal") > 0);
    }
}
