package ir.hamedan.esup.rulebooks.internal.table;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.Referral;
import ir.hamedan.esup.rulebooks.api.Row;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Zone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether a table has exactly one rule for every plot. For each zone and use the plane of plot area and street width is cut
 * where rows and referrals begin and end; inside a cell nothing changes, so what is said of it is exact.
 */
public final class Analysis {
    /** What is shown of a book that is wrong all over. */
    static final int MOST_FINDINGS = 5_000;

    /**
     * What was found.
     *
     * @param findings in the order of zones and uses, each region once
     * @param complete whether these are all
     */
    public record Report(List<Finding> findings, boolean complete) {
        /** Nothing is open. */
        public boolean isClean() {
            return complete && findings.stream().noneMatch(Finding::isOpen);
        }
    }

    /** What is the same in neighbouring strips and can be told as one region. */
    private record Key(Band street, List<String> rows, Finding.Settlement settled, String by) {}

    private final Table table;
    private final List<Finding> findings = new ArrayList<>();

    private Analysis(Table table) {
        this.table = table;
    }

    public static Report of(RuleBook book) {
        Table table = new Table(book);
        Analysis analysis = new Analysis(table);
        for (Group group : table.groups()) {
            analysis.check(group);
        }
        Set<String> known = new HashSet<>();
        table.groups().forEach(group -> known.add(group.zone()));
        for (Zone zone : book.zones()) {
            if (!known.contains(zone.code())) {
                analysis.check(new Group(zone.code(), "", List.of()));
            }
        }
        boolean complete = analysis.findings.size() <= MOST_FINDINGS;
        return new Report(
                List.copyOf(complete ? analysis.findings : analysis.findings.subList(0, MOST_FINDINGS)), complete);
    }

    private void check(Group group) {
        List<Referral> referrals = table.referrals(group.zone(), group.use());
        Map<Key, Band> growing = new LinkedHashMap<>();
        for (Band strip : Group.strips(Stream.concat(
                group.rows().stream().map(Row::plot), referrals.stream().map(Referral::plot)))) {
            if (findings.size() > MOST_FINDINGS) {
                return;
            }
            Map<Key, Band> next = new LinkedHashMap<>();
            for (Key key : cells(group, strip, referrals)) {
                Band before = growing.remove(key);
                next.put(key, before == null ? strip : new Band(before.from(), strip.until()));
            }
            growing.forEach((key, plot) -> add(group, key, plot));
            growing = next;
        }
        growing.forEach((key, plot) -> add(group, key, plot));
    }

    private void add(Group group, Key key, Band plot) {
        findings.add(new Finding(
                key.rows().isEmpty() ? Finding.Kind.GAP : Finding.Kind.OVERLAP,
                group.zone(),
                group.use(),
                plot,
                key.street(),
                key.rows(),
                key.settled(),
                key.by()));
    }

    /** Sweeps over the street widths of a strip; cells that say the same and touch become one. */
    private List<Key> cells(Group group, Band strip, List<Referral> referrals) {
        TreeMap<Long, List<Integer>> begin = new TreeMap<>();
        TreeMap<Long, List<Integer>> end = new TreeMap<>();
        TreeSet<Long> edges = new TreeSet<>(List.of(0L, Band.OPEN));
        for (int i = 0; i < group.rows().size(); i++) {
            Row row = group.rows().get(i);
            if (row.plot().covers(strip)) {
                begin.computeIfAbsent(row.street().from(), e -> new ArrayList<>())
                        .add(i);
                end.computeIfAbsent(row.street().until(), e -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Referral> here =
                referrals.stream().filter(r -> r.plot().covers(strip)).toList();
        edges.addAll(begin.keySet());
        edges.addAll(end.keySet());
        here.forEach(r -> edges.addAll(List.of(r.street().from(), r.street().until())));
        List<Key> cells = new ArrayList<>();
        BitSet active = new BitSet(group.rows().size());
        long from = 0;
        for (long edge : edges) {
            if (edge > from) {
                List<Row> rows = active.stream()
                        .limit(Finding.MOST_ROWS + 1L)
                        .mapToObj(group.rows()::get)
                        .toList();
                cell(new Band(from, edge), rows, here, cells);
            }
            end.getOrDefault(edge, List.of()).forEach(active::clear);
            begin.getOrDefault(edge, List.of()).forEach(active::set);
            from = edge;
            if (findings.size() + cells.size() > MOST_FINDINGS) {
                break;
            }
        }
        return cells;
    }

    private void cell(Band street, List<Row> rows, List<Referral> referrals, List<Key> cells) {
        if (rows.size() == 1) {
            return;
        }
        Optional<Row> winner = rows.size() > Finding.MOST_ROWS ? Optional.empty() : table.winner(rows);
        Optional<Referral> referral =
                referrals.stream().filter(r -> r.street().covers(street)).findFirst();
        Finding.Settlement settled = winner.isPresent()
                ? Finding.Settlement.PRECEDENCE
                : referral.isPresent() ? Finding.Settlement.REFERRAL : Finding.Settlement.OPEN;
        String by = winner.map(Row::id).or(() -> referral.map(Referral::id)).orElse("");
        List<String> ids = rows.stream().limit(Finding.MOST_ROWS).map(Row::id).toList();
        Key last = cells.isEmpty() ? null : cells.get(cells.size() - 1);
        Key key = new Key(street, ids, settled, by);
        if (last != null && last.street().until() == street.from() && key.equals(with(last, street))) {
            cells.set(cells.size() - 1, with(last, new Band(last.street().from(), street.until())));
        } else {
            cells.add(key);
        }
    }

    private static Key with(Key key, Band street) {
        return new Key(street, key.rows(), key.settled(), key.by());
    }
}
