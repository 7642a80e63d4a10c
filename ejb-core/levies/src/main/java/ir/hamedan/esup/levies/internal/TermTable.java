package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.levies.api.LevyTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The table of the terms. */
final class TermTable {
    /**
     * The terms of a day.
     *
     * @param unpriced something on the object could not be assessed for want of a price, in a year up to the day's
     */
    record InForce(Terms terms, boolean unpriced) {}

    private final Sql sql;

    TermTable(DataSource source) {
        this.sql = new Sql(source);
    }

    InForce inForce(LocalDate day, RenewalCode code) {
        String key = code.sortKey();
        // Trailing zeros name no part: what stands on the object begins with what remains, part by part.
        String prefix = key.replaceFirst("(?:000000)+$", "");
        Map<String, Terms.Value> values = new HashMap<>();
        List<Boolean> unpriced = new ArrayList<>();
        sql.list(
                """
                select distinct on (levy, name) levy, name, value, basis,
                    exists (select from levies.unpriced u where u.sort_key >= ? and u.sort_key < ?) as unpriced
                from levies.term where valid_from <= ? order by levy, name, valid_from desc, id desc
                """,
                row -> {
                    values.put(
                            row.text("levy") + "/" + row.text("name"),
                            new Terms.Value(row.text("value"), row.text("basis")));
                    return unpriced.add(row.bool("unpriced"));
                },
                prefix,
                prefix + ":",
                day);
        return new InForce(new Terms(values), unpriced.contains(true));
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
