package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.Owner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of one property, one below the other, one for each share. They stand or fall together: half the owners of a
 * property are worse than none.
 *
 * @param rows at most {@value #MOST_ROWS}
 * @param more how many rows there are beyond those
 * @param lastLine where it ends
 */
record Property(List<Row> rows, long more, long lastLine) {
    static final int MOST_ROWS = 400;

    Property {
        rows = List.copyOf(rows);
    }

    boolean isRefused() {
        return rows.stream().anyMatch(row -> row.entry().isEmpty());
    }

    long size() {
        return rows.size() + more;
    }

    Row.Entry first() {
        return rows.get(0).entry().orElseThrow();
    }

    List<Owner> owners() {
        return rows.stream()
                .flatMap(row -> row.entry().flatMap(Row.Entry::owner).stream())
                .toList();
    }

    /** The same with what is wrong about the rows as a whole; a property with a fault is refused in all its rows. */
    Property checked() {
        List<Row> each = rows.stream().map(this::row).toList();
        Optional<Row> whole = each.stream().anyMatch(row -> row.entry().isEmpty()) ? Optional.empty() : ofShares();
        if (whole.isPresent()) {
            each = Stream.concat(whole.stream(), each.stream().skip(1)).toList();
        }
        if (each.stream().allMatch(row -> row.entry().isPresent())) {
            return this;
        }
        return new Property(
                each.stream()
                        .map(row -> row.entry().isEmpty()
                                ? row
                                : row.with(
                                        RowFault.WITH_OTHERS,
                                        Optional.of(Column.CODE),
                                        row.code().orElseThrow().text()))
                        .toList(),
                more,
                lastLine);
    }

    private Row row(Row row) {
        if (row.entry().isEmpty()) {
            return row;
        }
        if (more > 0) {
            return row.with(RowFault.OWNERS_TOO_MANY, Optional.empty(), Integer.toString(MOST_ROWS));
        }
        Row.Entry entry = row.entry().get();
        boolean differs = rows.get(0)
                .entry()
                .filter(first -> !first.isOfSameObject(entry))
                .isPresent();
        if (differs) {
            return row.with(RowFault.OBJECT_DIFFERS, Optional.empty(), "");
        }
        if (rows.size() > 1 && entry.owner().isEmpty()) {
            return row.with(RowFault.OWNER_MISSING, Optional.of(Column.OWNER_ID), "");
        }
        return row;
    }

    /** The first row with what is wrong about the shares; empty when they are exactly the whole, or there are none. */
    private Optional<Row> ofShares() {
        List<Owner> owners = owners();
        Set<PartyId> parties = new HashSet<>();
        for (Owner owner : owners) {
            if (!parties.add(owner.party())) {
                return Optional.of(rows.get(0)
                        .with(
                                RowFault.OWNER_TWICE,
                                Optional.of(Column.OWNER_ID),
                                owner.party().id()));
            }
        }
        if (owners.isEmpty()) {
            return Optional.empty();
        }
        try {
            Share sum = owners.stream().map(Owner::share).reduce(Share::plus).orElseThrow();
            return sum.isWhole()
                    ? Optional.empty()
                    : Optional.of(rows.get(0).with(RowFault.SHARES, Optional.of(Column.SHARE), sum.toString()));
        } catch (Problem above) {
            return Optional.of(rows.get(0)
                    .with(
                            RowFault.SHARES,
                            Optional.of(Column.SHARE),
                            above.arguments().get(0).toString()));
        }
    }
}
