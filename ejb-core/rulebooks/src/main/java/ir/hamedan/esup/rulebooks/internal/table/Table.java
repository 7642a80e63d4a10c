package ir.hamedan.esup.rulebooks.internal.table;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Precedence;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The base table of a book, ready to be read: with the rows narrow streets lead to and what settles overlaps. */
public final class Table {
    private record Wins(String winner, String loser) {}

    private final List<Row> rows;
    private final List<Group> groups;
    private final Map<String, Map<String, Group>> byZone = new HashMap<>();
    private final Set<Wins> wins = new HashSet<>();
    private final List<Referral> referrals;

    /**
     * What the table says of a plot.
     *
     * @param row the one that counts; empty when there is none, or several without a winner
     * @param matching all rows that match
     * @param referral declared for this place; set only where no row counts
     */
    public record Match(Optional<Row> row, List<Row> matching, Optional<Referral> referral) {
        /** Several rows match, and the book does not say which counts. */
        public boolean isUndecided() {
            return !matching.isEmpty() && row.isEmpty() && referral.isEmpty();
        }
    }

    /**
     * Reads the rows of a book.
     *
     * @throws Problem {@code rulebooks.too-many-rows}, {@code rulebooks.row-twice}
     */
    public Table(RuleBook book) {
        Set<String> ids = new HashSet<>();
        for (Row row : book.rows()) {
            if (!ids.add(row.id())) {
                throw Problem.invalid("rulebooks.row-twice", row.id());
            }
        }
        rows = Fallback.expand(book.rows());
        groups = Group.of(rows);
        for (Group group : groups) {
            byZone.computeIfAbsent(group.zone(), zone -> new LinkedHashMap<>()).put(group.use(), group);
        }
        for (Precedence precedence : book.precedences()) {
            wins.add(new Wins(precedence.winner(), precedence.loser()));
        }
        referrals = book.referrals();
    }

    /** All rows, those of the book first. */
    public List<Row> rows() {
        return rows;
    }

    List<Group> groups() {
        return groups;
    }

    /** The uses that have a row in the zone, in the order of the book. */
    public List<String> uses(String zone) {
        return List.copyOf(byZone.getOrDefault(zone, Map.of()).keySet());
    }

    /** The rows of the zone for the use. */
    public List<Row> rows(String zone, String use) {
        Group group = byZone.getOrDefault(zone, Map.of()).get(use);
        return group == null ? List.of() : group.rows();
    }

    /**
     * The row for a plot.
     *
     * @param area that counts, hundredths of a square metre
     * @param width of the street, centimetres
     */
    public Match match(String zone, String use, long area, long width) {
        List<Row> matching =
                rows(zone, use).stream().filter(row -> row.matches(area, width)).toList();
        Optional<Row> counts = winner(matching);
        Optional<Referral> referral = counts.isPresent()
                ? Optional.empty()
                : referrals(zone, use).stream()
                        .filter(r -> r.plot().contains(area) && r.street().contains(width))
                        .findFirst();
        return new Match(counts, matching, referral);
    }

    /** The only row, or the one that takes precedence over all others. */
    Optional<Row> winner(List<Row> matching) {
        return matching.stream()
                .filter(row -> matching.stream().allMatch(other -> other.equals(row) || beats(row, other)))
                .findFirst();
    }

    /** Precedence is between rows of the book; a row that a narrow street led to has it of the row it bears the limits of. */
    private boolean beats(Row row, Row other) {
        return wins.contains(new Wins(row.id(), other.id()))
                || wins.contains(
                        new Wins(row.base().orElse(row.id()), other.base().orElse(other.id())));
    }

    List<Referral> referrals(String zone, String use) {
        return referrals.stream().filter(r -> r.concerns(zone, use)).toList();
    }
}
