package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;

/** Somebody must always be left who can let others in. */
record Administrators(Sql sql) {
    /** Before a change that may take one away: of two such changes at once the second sees what the first left. */
    void lock() {
        sql.list(
                "select username from people.account where kind = 'PERSON' and 'ADMINISTRATOR' = any(roles)"
                        + " order by username for update",
                row -> row.text("username"));
    }

    /** After it: {@code people.last-administrator} takes it back when nobody is left. */
    void mustRemain() {
        boolean remains = sql.one(
                "select exists (select 1 from people.account a join people.organisation o on o.id = a.organisation"
                        + " where a.kind = 'PERSON' and 'ADMINISTRATOR' = any(a.roles) and a.active and o.active) as remains",
                row -> row.bool("remains"));
        if (!remains) {
            throw Problem.conflict("people.last-administrator");
        }
    }
}
