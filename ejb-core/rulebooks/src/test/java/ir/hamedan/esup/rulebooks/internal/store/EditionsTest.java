package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.RuleBookOffice.Draft;
import ir.hamedan.esup.rulebooks.demo.Altered;
import ir.hamedan.esup.workbooks.Fault;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EditionsTest {
    private final Office house = new Office();

    /** Another book under the same code and version. */
    private static RuleBook again(String version, String title) {
        RuleBook book = Office.version(version);
        return Altered.with(book, "data", Altered.with(book.data(), "title", title));
    }

    @Test
    void a_second_book_of_a_published_code_and_version_is_a_fault_at_its_cell() {
        house.published(Office.version("1"), Office.TODAY);
        Draft draft = house.importBook(again("1", "ضوابط دیگر"));
        List<Fault> faults = house.office.faults(draft.id(), Office.FIRST).rows();
        assertEquals(1, faults.size());
        Fault fault = faults.get(0);
        assertEquals("rulebooks.fault.edition-taken", fault.code());
        assertEquals("version", fault.field());
        assertEquals("B", fault.column());
        assertTrue(fault.row() > 1 && !fault.sheet().isEmpty(), fault.toString());
        String code = Office.version("1").data().code();
        assertEquals(List.of(code, "1"), fault.arguments());
        assertEquals(
                "The book “" + code + "” has been published in version “1” already. Give this one another version.",
                Messages.in(Locale.ENGLISH).text(fault.code(), fault.arguments().toArray()));
        assertEquals(0, house.importBook(again("2", "ضوابط دیگر")).faults());
    }

    @Test
    void a_withdrawn_book_keeps_its_version_for_what_was_answered_by_it() {
        long first = house.published(Office.version("1"), Office.TODAY).id();
        house.database.inTransaction(() -> house.office.withdraw(first, "جدول نادرست بود"));
        assertEquals(1, house.importBook(again("1", "ضوابط دیگر")).faults());
    }

    @Test
    void a_draft_that_was_given_up_takes_nothing() {
        long draft = house.importBook(Office.version("1")).id();
        house.database.inTransaction(() -> house.office.withdraw(draft, "پروندهٔ نادرست بود"));
        assertEquals(0, house.importBook(again("1", "ضوابط دیگر")).faults());
    }

    @Test
    void of_two_drafts_of_one_version_the_first_is_published_and_the_table_holds_it() {
        long second = house.importBook(again("1", "ضوابط دیگر")).id();
        house.published(Office.version("1"), Office.TODAY);
        house.impact(second, Office.TODAY.plusDays(5));
        Problem refused =
                assertThrows(Problem.class, () -> house.publish(second, Office.TODAY.plusDays(5), "planner-1"));
        assertEquals("rulebooks.edition-taken", refused.code());
        Sql owner = new Sql(house.database.owner());
        owner.run("update rulebooks.book set state = 'CHECKED' where id = ?", second);
        Sql.Failure failure = assertThrows(
                Sql.Failure.class,
                () -> owner.run(
                        "update rulebooks.book set state = 'PUBLISHED', effective_from = ? where id = ?",
                        Office.TODAY.plusDays(5),
                        second));
        assertTrue(failure.isDuplicate() && failure.getMessage().contains("book_edition_once"), failure.getMessage());
    }
}
