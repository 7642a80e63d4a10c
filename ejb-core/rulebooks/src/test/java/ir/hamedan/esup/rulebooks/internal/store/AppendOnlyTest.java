package ir.hamedan.esup.rulebooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendOnlyTest {
    private static final String DENIED = "42501";
    private static final String CHECK = "23514";

    private final Office house = new Office();
    private final Sql application = house.application();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report_reply",
                "book_file",
                "book_content",
                "fault",
                "finding",
                "settlement",
                "settlement_decision",
                "finding_settled",
                "signature",
                "publication",
                "withdrawal",
                "chapter",
                "clause",
                "impact_parcel",
                "impact_sum",
                "impact_finding",
                "plan_fact",
                "plan_fact_outcome",
                "plan_fact_withdrawal"
            })
    void facts_are_neither_changed_nor_deleted_by_the_application(String table) {
        String column = application.one(
                "select column_name from information_schema.columns where table_schema = 'rulebooks'"
                        + " and table_name = ? and is_identity = 'NO' and is_generated = 'NEVER' limit 1",
                row -> row.text("column_name"),
                table);
        assertRefused(DENIED, "update rulebooks." + table + " set " + column + " = " + column);
        assertRefused(DENIED, "delete from rulebooks." + table);
        assertRefused(DENIED, "truncate rulebooks." + table);
    }

    @Test
    void of_a_book_only_the_state_moves_and_only_on() {
        long book = house.published(DemoBook.book(), Office.TODAY).id();
        assertRefused(DENIED, "delete from rulebooks.book");
        assertRefused(DENIED, "truncate rulebooks.book cascade");
        assertRefused(DENIED, "update rulebooks.book set title = 'other' where id = " + book);
        assertRefused(CHECK, "update rulebooks.book set state = 'DRAFT' where id = " + book);
        assertRefused(
                CHECK,
                "update rulebooks.book set state = 'WITHDRAWN', effective_from = '2030-01-01' where id = " + book);
        application.run("update rulebooks.book set state = 'WITHDRAWN' where id = ?", book);
        assertRefused(CHECK, "update rulebooks.book set state = 'PUBLISHED' where id = " + book);
    }

    private void assertRefused(String state, String statement) {
        Sql.Failure failure = assertThrows(Sql.Failure.class, () -> application.run(statement), statement);
        assertEquals(state, failure.state(), failure.getMessage());
    }
}
