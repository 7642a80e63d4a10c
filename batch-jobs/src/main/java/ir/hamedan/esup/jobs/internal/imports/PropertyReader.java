package ir.hamedan.esup.jobs.internal.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows below the header property by property; empty lines are passed over. */
final class PropertyReader {
    private final ImportHeader header;
    private final Lines lines;
    private final LocalDate today;
    private final Words words = Words.read();
    private Optional<Row> ahead;

    /** @param position lines that were worked off before; a position is always the end of a property */
    PropertyReader(ImportHeader header, Lines lines, long position, LocalDate today) {
        this.header = header;
        this.lines = lines;
        this.today = today;
        lines.passTo(position);
        this.ahead = row();
    }

    /** The next property, checked; empty at the end. */
    Optional<Property> next() {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        long more = 0;
        Row first = ahead.get();
        long last;
        do {
            last = ahead.get().line();
            if (rows.size() < Property.MOST_ROWS) {
                rows.add(ahead.get());
            } else {
                more++;
            }
            ahead = row();
        } while (ahead.filter(row -> isOfSame(first, row)).isPresent());
        return Optional.of(new Property(rows, more, last).checked());
    }

    private static boolean isOfSame(Row first, Row row) {
        return first.code().isPresent() && first.code().equals(row.code());
    }

    private Optional<Row> row() {
        Optional<Line> line = lines.next();
        while (line.filter(read -> read.fault().isEmpty() && read.text().isBlank())
                .isPresent()) {
            line = lines.next();
        }
        return line.map(read -> RowReader.read(header, read, words, today));
    }
}
