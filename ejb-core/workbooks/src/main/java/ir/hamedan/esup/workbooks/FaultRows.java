package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Sql;
import java.util.List;

/** The faults of workbooks as rows: each module that takes books keeps them in a table of its own, of the same columns. */
public final class FaultRows {
    private final Sql sql;
    private final String table;

    /** @param table with its schema, such as {@code rulebooks.fault}; a constant of the module */
    public FaultRows(Sql sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    /** One by one: a list of texts is bound as an array, which a batch cannot do. */
    public void add(long book, List<Fault> faults) {
        for (int place = 0; place < faults.size(); place++) {
            Fault fault = faults.get(place);
            sql.run(
                    "insert into " + table + " (book, place, sheet, row_number, column_letters, field, code, arguments)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    book,
                    place,
                    fault.sheet(),
                    fault.row(),
                    fault.column(),
                    fault.field(),
                    fault.code(),
                    fault.arguments());
        }
    }

    /** Those of a book, in the order in which they were found. */
    public Page<Fault> of(long book, Page.Request page) {
        return new Page<>(
                sql.list(
                        "select * from " + table + " where book = ? order by place limit ? offset ?",
                        row -> new Fault(
                                row.text("sheet"),
                                row.integer("row_number"),
                                row.text("column_letters"),
                                row.text("field"),
                                row.text("code"),
                                row.texts("arguments")),
                        book,
                        page.size(),
                        page.offset()),
                sql.one("select count(*) as n from " + table + " where book = ?", row -> row.number("n"), book),
                page);
    }
}
