package ir.hamedan.esup.rulebooks.internal.table;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rows of one zone that permit one use, in the order of the book. */
record Group(String zone, String use, List<Row> rows) {
    private record Key(String zone, String use) {}

    /** All groups of the rows, in the order in which they first appear. */
    static List<Group> of(List<Row> rows) {
        Map<Key, List<Row>> byKey = new LinkedHashMap<>();
        for (Row row : rows) {
            for (String use : new LinkedHashSet<>(row.uses())) {
                byKey.computeIfAbsent(new Key(row.zone(), use), key -> new ArrayList<>())
                        .add(row);
            }
        }
        return byKey.entrySet().stream()
                .map(group -> new Group(group.getKey().zone(), group.getKey().use(), List.copyOf(group.getValue())))
                .toList();
    }

    /** The plot areas cut where a row begins or ends. */
    List<Band> strips() {
        return strips(rows.stream().map(Row::plot));
    }

    /** Everything from zero on, cut where one of the bands begins or ends. */
    static List<Band> strips(Stream<Band> bands) {
        TreeSet<Long> edges = new TreeSet<>(List.of(0L, Band.OPEN));
        bands.forEach(band -> {
            edges.add(band.from());
            edges.add(band.until());
        });
        List<Band> strips = new ArrayList<>();
        long from = edges.pollFirst();
        for (long until : edges) {
            strips.add(new Band(from, until));
            from = until;
        }
        return strips;
    }
}
