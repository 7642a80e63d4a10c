package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What offices typed and did not file yet. */
final class Drafts {
    private static final int LARGEST = 64 * 1024;
    private static final int MOST = 100;

    private final Sql sql;

    Drafts(Sql sql) {
        this.sql = sql;
    }

    String save(Optional<String> id, String office, String fields, String by, Instant at) {
        if (fields.length() > LARGEST) {
            throw Problem.tooLarge("inquiries.draft-too-large");
        }
        if (id.isPresent()) {
            int changed = sql.run(
                    "update inquiries.draft set fields = ?, saved_by = ?, saved_at = ? where id = ? and office = ?",
                    fields,
                    by,
                    at,
                    id.get(),
                    office);
            if (changed == 0) {
                throw unknown();
            }
            return id.get();
        }
        String fresh = UUID.randomUUID().toString();
        int made = sql.run("""
                insert into inquiries.draft (id, office, fields, saved_by, saved_at) select ?, ?, ?, ?, ?
                where (select count(*) from inquiries.draft where office = ?) < ?""", fresh, office, fields, by, at, office, MOST);
        if (made == 0) {
            throw Problem.conflict("inquiries.too-many-drafts", MOST);
        }
        return fresh;
    }

    String fields(String id, String office) {
        return sql.first(
                        "select fields from inquiries.draft where id = ? and office = ?",
                        row -> row.text("fields"),
                        id,
                        office)
                .orElseThrow(Drafts::unknown);
    }

    List<Inquiries.Draft> list(String office) {
        return sql.list(
                """
                select id, fields, saved_by, saved_at from inquiries.draft
                where office = ? order by saved_at desc limit 100""",
                row -> new Inquiries.Draft(
                        row.text("id"), row.text("fields"), row.text("saved_by"), row.instant("saved_at")),
                office);
    }

    void discard(String id, String office) {
        sql.run("delete from inquiries.draft where id = ? and office = ?", id, office);
    }

    private static Problem unknown() {
        return Problem.notFound("inquiries.unknown-draft");
    }
}
