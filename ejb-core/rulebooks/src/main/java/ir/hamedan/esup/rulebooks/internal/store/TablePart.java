package ir.hamedan.esup.rulebooks.internal.store;

import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.internal.table.DmnExport;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The part of a table that is for one zone and one use. Rows of other zones and uses never bear on it, so that a book cut
 * down to it says the same of it.
 */
final class TablePart {
    private TablePart() {}

    static RuleBook of(RuleBook book, String zone, String use) {
        List<Row> rows = book.rows().stream()
                .filter(row -> row.zone().equals(zone) && row.uses().contains(use))
                .map(row -> new Row(
                        row.id(),
                        row.zone(),
                        List.of(use),
                        row.plot(),
                        row.street(),
                        row.limits(),
                        row.clauses(),
                        Optional.empty()))
                .toList();
        return new RuleBook(
                book.data(),
                book.chapters(),
                book.clauses(),
                book.zones().stream().filter(z -> z.code().equals(zone)).toList(),
                book.uses().stream().filter(u -> u.code().equals(use)).toList(),
                rows,
                List.of(),
                book.chamfers(),
                book.parameters(),
                book.precedences(),
                book.referrals().stream().filter(r -> r.concerns(zone, use)).toList(),
                List.of());
    }

    static byte[] dmn(RuleBook book) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DmnExport.write(book, out);
        return out.toByteArray();
    }
}
