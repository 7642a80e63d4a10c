package ir.hamedan.esup.rulebooks.internal.table;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a street that is too narrow leads to: the row of the next lower plot band whose street is met. Written out as rows
 * that name the row whose limits they bear, so that analysis, evaluation and export see nothing but rows.
 */
final class Fallback {
    /** The most rows a book may come to. */
    static final int MOST_ROWS = 50_000;

    /** A row too demanding, the lower row that takes its place, and the piece of street widths where it does. */
    private record Key(String demanding, String base, Band street) {}

    private record Place(String demanding, String base, Band plot, Band street) {}

    private final Map<Key, Row> growing = new LinkedHashMap<>();
    private final List<Row> found = new ArrayList<>();

    private Fallback() {}

    /**
     * The rows of the book, and after them those that narrow streets lead to.
     *
     * @throws Problem {@code rulebooks.too-many-rows}
     */
    static List<Row> expand(List<Row> rows) {
        Map<Place, Row> places = new LinkedHashMap<>();
        for (Group group : Group.of(rows)) {
            for (Row row : of(group)) {
                Place place = new Place(demanding(row), row.base().orElseThrow(), row.plot(), row.street());
                places.merge(place, row, Fallback::withUsesOfBoth);
            }
            if (rows.size() + places.size() > MOST_ROWS) {
                throw Problem.tooLarge("rulebooks.too-many-rows", MOST_ROWS);
            }
        }
        List<Row> all = new ArrayList<>(rows);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Row row : places.values()) {
            int number = numbers.merge(row.id(), 1, Integer::sum);
            all.add(number == 1 ? row : named(row, row.id() + "/" + number));
        }
        return List.copyOf(all);
    }

    private static List<Row> of(Group group) {
        Fallback fallback = new Fallback();
        List<Row> falling = group.rows().stream()
                .sorted(Comparator.comparing((Row row) -> row.plot().from()).reversed())
                .toList();
        for (Band strip : group.strips()) {
            fallback.expand(strip, group, falling);
        }
        fallback.found.addAll(fallback.growing.values());
        return fallback.found;
    }

    /** Within a strip no row begins or ends: the rows that ask for the least street are those too demanding below it. */
    private void expand(Band strip, Group group, List<Row> falling) {
        List<Row> here =
                group.rows().stream().filter(row -> row.plot().covers(strip)).toList();
        long least = here.stream().mapToLong(row -> row.street().from()).min().orElse(0);
        if (least == 0) {
            return;
        }
        for (Row demanding : here) {
            if (demanding.street().from() == least) {
                fill(strip, demanding, group.use(), falling);
            }
        }
    }

    private void fill(Band strip, Row demanding, String use, List<Row> falling) {
        List<Band> open = List.of(Band.below(demanding.street().from()));
        for (Row lower : falling) {
            if (lower.plot().until() > strip.from()) {
                continue;
            }
            for (Band piece : open) {
                piece.intersection(lower.street()).ifPresent(street -> add(strip, street, demanding, lower, use));
            }
            open = open.stream()
                    .flatMap(piece -> without(piece, lower.street()).stream())
                    .toList();
            if (open.isEmpty()) {
                return;
            }
        }
    }

    private void add(Band strip, Band street, Row demanding, Row lower, String use) {
        Key key = new Key(demanding.id(), lower.id(), street);
        Row before = growing.get(key);
        Band plot = strip;
        if (before != null && before.plot().until() == strip.from()) {
            plot = new Band(before.plot().from(), strip.until());
        } else if (before != null) {
            found.add(before);
        }
        growing.put(
                key,
                new Row(
                        demanding.id() + "/" + lower.id(),
                        lower.zone(),
                        List.of(use),
                        plot,
                        street,
                        lower.limits(),
                        lower.clauses(),
                        Optional.of(lower.id())));
        if (growing.size() + found.size() > MOST_ROWS) {
            throw Problem.tooLarge("rulebooks.too-many-rows", MOST_ROWS);
        }
    }

    private static List<Band> without(Band band, Band taken) {
        if (!band.overlaps(taken)) {
            return List.of(band);
        }
        List<Band> rest = new ArrayList<>(2);
        if (band.from() < taken.from()) {
            rest.add(new Band(band.from(), taken.from()));
        }
        if (taken.until() < band.until()) {
            rest.add(new Band(taken.until(), band.until()));
        }
        return rest;
    }

    private static String demanding(Row expanded) {
        return expanded.id().substring(0, expanded.id().indexOf('/'));
    }

    private static Row withUsesOfBoth(Row one, Row other) {
        List<String> uses = new ArrayList<>(one.uses());
        uses.addAll(other.uses());
        return new Row(one.id(), one.zone(), uses, one.plot(), one.street(), one.limits(), one.clauses(), one.base());
    }

    private static Row named(Row row, String id) {
        return new Row(id, row.zone(), row.uses(), row.plot(), row.street(), row.limits(), row.clauses(), row.base());
    }
}
