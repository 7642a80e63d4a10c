package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** With a table as the modules have it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultRowsTest {
    private static final Page.Request FIRST = new Page.Request(0, 10);

    private final Sql sql = new Sql(TestDatabase.fresh().owner());
    private final FaultRows rows = new FaultRows(sql, "trees.fault");

    FaultRowsTest() {
        sql.run("create schema trees");
        sql.run("create table trees.fault (book bigint not null, place integer not null, sheet text not null,"
                + " row_number integer not null, column_letters text not null, field text not null, code text not null,"
                + " arguments text[] not null, primary key (book, place))");
    }

    @Test
    void faults_come_back_as_they_were() {
        List<Fault> faults = List.of(
                new Fault("درخت‌ها", 3, "AB", "height", "workbooks.fault.empty", List.of()),
                new Fault("", 0, "", "", "trees.fault.felled", List.of("', {}\"\\", "", "null", "🌳")));
        rows.add(1, faults);
        assertEquals(new Page<>(faults, 2, FIRST), rows.of(1, FIRST));
    }

    @Test
    void a_book_has_its_own_faults_and_may_have_none() {
        rows.add(2, List.of(fault(1)));
        rows.add(3, List.of(fault(2), fault(3)));
        rows.add(4, List.of());
        assertEquals(new Page<>(List.of(fault(1)), 1, FIRST), rows.of(2, FIRST));
        assertEquals(2, rows.of(3, FIRST).total());
        assertEquals(new Page<>(List.of(), 0, FIRST), rows.of(4, FIRST));
    }

    /** In the order in which they were found, which is neither that of the rows nor of the texts. */
    @Test
    void faults_are_shown_in_pages_in_their_order() {
        List<Fault> faults =
                IntStream.range(0, 25).mapToObj(i -> fault(i * 7 % 25)).toList();
        rows.add(5, faults);
        for (int number = 0; number < 4; number++) {
            Page.Request page = new Page.Request(number, 10);
            assertEquals(Page.part(faults, page), rows.of(5, page));
        }
    }

    private static Fault fault(int row) {
        return new Fault("trees", row, "A", "code", "workbooks.fault.empty", List.of("" + row));
    }
}
