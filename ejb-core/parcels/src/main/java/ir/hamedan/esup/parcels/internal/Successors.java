package ir.hamedan.esup.parcels.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import java.util.List;

/** What took the place of codes that are no longer in force. */
record Successors(Sql sql) {
    private static final int MOST = 1_000;

    /** From a retired code over all changes until codes in force are reached; a code in force follows itself. */
    List<RenewalCode> of(RenewalCode code) {
        return sql.list("""
                with recursive following (code, depth) as (
                    select ?, 0
                    union
                    select c.to_code, f.depth + 1 from following f
                    join parcels.land_object r on r.code = f.code and r.retired_on is not null
                    join parcels.code_change c on c.from_code = f.code
                    where f.depth < 100)
                select distinct o.code, o.sort_key from following f
                join parcels.land_object o on o.code = f.code and o.retired_on is null
                order by o.sort_key limit ?""", row -> row.code("code"), code, MOST);
    }

    /** Why nothing can be read or changed under the code any more. */
    Problem notInForce(RenewalCode code) {
        List<RenewalCode> following = of(code);
        return following.isEmpty()
                ? Problem.notFound("parcels.unknown-code", code)
                : Problem.conflict("parcels.code-replaced", code, following);
    }
}
