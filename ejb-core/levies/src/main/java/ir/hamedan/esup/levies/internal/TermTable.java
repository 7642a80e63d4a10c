package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of the terms. */
final class TermTable {
    /**
     * The terms of a day.
     *
     * @param assessedAt when the renewal levy was last looked at, if it was for every year of every span
     */
    record InForce(Terms terms, Optional<Instant> assessedAt) {}

    private final Sql sql;

    TermTable(DataSource source) {
        this.sql = new Sql(source);
    }

    /**
     * The terms, and whether all the years of the spans from the start year on were assessed: one round trip. Each year is
     * looked up by itself, for the planner, which does not know how few they are, would read the whole table.
     */
    InForce inForce(LocalDate day, List<Span> spans) {
        Map<String, Terms.Value> values = new HashMap<>();
        List<Instant> assessedAt = new ArrayList<>();
        sql.list(
                """
                with term as (
                    select distinct on (levy, name) levy, name, value, basis from levies.term
                    where valid_from <= ? order by levy, name, valid_from desc, id desc),
                start as (select value::numeric::integer as year from term where levy = 'RENEWAL' and name = 'start-year')
                select t.levy, t.name, t.value, t.basis, looked.assessed_at
                from term t
                cross join (select case when bool_and(a.code is not null) then max(a.assessed_at) end as assessed_at
                    from unnest(?::text[], ?::text[]::integer[], ?::text[]::integer[]) as w (code, first, last)
                    cross join lateral generate_series(greatest(w.first, (select year from start)), w.last) as y (year)
                    left join lateral (select a.code, a.assessed_at from levies.assessed a
                        where a.code = w.code and a.year = y.year limit 1) as a on true) as looked
                """,
                row -> {
                    values.put(
                            row.text("levy") + "/" + row.text("name"),
                            new Terms.Value(row.text("value"), row.text("basis")));
                    return row.isNull("assessed_at") ? null : assessedAt.add(row.instant("assessed_at"));
                },
                day,
                spans.stream().map(Span::code).toList(),
                spans.stream().map(span -> Integer.toString(span.first())).toList(),
                spans.stream().map(span -> Integer.toString(span.last())).toList());
        return new InForce(new Terms(values), assessedAt.stream().findFirst());
    }

    List<LevyTerms.Term> all() {
        return sql.list(
                "select levy, name, valid_from, value, basis from levies.term order by levy, name, valid_from desc, id desc limit 2000",
                row -> new LevyTerms.Term(
                        row.text("levy"),
                        row.text("name"),
                        row.date("valid_from"),
                        row.text("value"),
                        row.text("basis")));
    }

    /** The value that holds on a day. */
    Optional<String> value(String levy, String name, LocalDate day) {
        return sql.first("""
                select value from levies.term where levy = ? and name = ? and valid_from <= ?
                order by valid_from desc, id desc limit 1""", row -> row.text("value"), levy, name, day);
    }

    void add(LevyTerms.Term term) {
        sql.run(
                "insert into levies.term (levy, name, valid_from, value, basis) values (?, ?, ?, ?, ?)",
                term.levy(),
                term.name(),
                term.validFrom(),
                term.value(),
                term.basis());
    }
}
