package ir.hamedan.esup.rulebooks.api;

import java.util.List;
import java.util.Optional;

/**
 * A row of the base table.
 *
 * @param id unique in the book; only rows that narrow streets lead to have a stroke in it, such as {@code 13/12}
 * @param zone code of the zone
 * @param uses codes of the uses it permits
 * @param plot area that counts, hundredths of a square metre
 * @param street width, centimetres; a book mostly gives the least only
 * @param clauses numbers of the clauses it rests on
 * @param base when a street too narrow led to it: the row whose limits it bears; empty for a row of the book itself
 */
public record Row(
        String id,
        String zone,
        List<String> uses,
        Band plot,
        Band street,
        Limits limits,
        List<String> clauses,
        Optional<String> base) {
    public Row {
        uses = List.copyOf(uses);
        clauses = List.copyOf(clauses);
        if (uses.isEmpty()) {
            throw new IllegalArgumentException("row " + id + " without a use");
        }
        if (base.isEmpty() && id.contains("/")) {
            throw new IllegalArgumentException("a stroke is for rows that narrow streets lead to: " + id);
        }
    }

    public boolean matches(long area, long width) {
        return plot.contains(area) && street.contains(width);
    }
}
