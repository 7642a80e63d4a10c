package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.internal.table.Analysis;
import ir.hamedan.esup.rulebooks.internal.workbook.Workbooks;
import ir.hamedan.esup.workbooks.Fault;
import java.util.List;
import java.util.Optional;

/** Files on their way to rows: read, kept with all that is wrong with them, and analysed. */
final class Imports {
    /**
     * A file that is kept.
     *
     * @param isNew false when it was there already
     */
    record Imported(long id, boolean isNew, int faults) {}

    private record Read(Optional<RuleBook> book, List<Fault> faults, Optional<Analysis.Report> report) {}

    private final Sql sql;
    private final BookRows rows;

    Imports(Sql sql) {
        this.sql = sql;
        this.rows = new BookRows(sql);
    }

    Imported add(byte[] file, BookRows.Handed handed) {
        Optional<Long> before =
                sql.first("select id from rulebooks.book where file_hash = ?", row -> row.number("id"), handed.hash());
        if (before.isPresent()) {
            return new Imported(before.get(), false, 0);
        }
        Read read = read(file);
        Optional<Long> added = rows.add(
                file,
                handed,
                read.book(),
                read.report().map(Analysis.Report::complete).orElse(true));
        if (added.isEmpty()) {
            return new Imported(rows.idOfFile(handed.hash()), false, 0);
        }
        long id = added.get();
        rows.faults().add(id, read.faults());
        read.report().ifPresent(report -> new Settling(sql).add(id, report));
        return new Imported(id, true, read.faults().size());
    }

    private Read read(byte[] file) {
        Workbooks.Reading reading = Workbooks.read(file, new Publishing(sql)::isTaken);
        if (reading.book().isEmpty()) {
            return new Read(Optional.empty(), reading.faults(), Optional.empty());
        }
        try {
            return new Read(
                    reading.book(),
                    List.of(),
                    Optional.of(Analysis.of(reading.book().get())));
        } catch (Problem problem) {
            // A table that narrow streets make too large cannot be analysed; that is a fault of the table.
            Fault fault = new Fault(
                    "",
                    0,
                    "",
                    "",
                    problem.code(),
                    problem.arguments().stream().map(String::valueOf).toList());
            return new Read(Optional.empty(), List.of(fault), Optional.empty());
        }
    }
}
