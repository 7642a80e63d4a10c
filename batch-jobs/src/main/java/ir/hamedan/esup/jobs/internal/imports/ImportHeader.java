package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The first line of a file: which columns it has and in which order, and what separates them. */
public final class ImportHeader {
    private static final int LONGEST_SHOWN = 60;

    private final List<Column> columns;
    private final CSVFormat format;

    private ImportHeader(List<Column> columns, CSVFormat format) {
        this.columns = List.copyOf(columns);
        this.format = format;
    }

    /**
     * Reads the first line.
     *
     * @throws Problem {@code jobs.file-empty}, {@code jobs.header-unreadable}, {@code jobs.header-missing}, {@code
     *     jobs.column-unknown}, {@code jobs.column-twice}, {@code jobs.column-missing}
     */
    static ImportHeader read(Lines lines) {
        Line first = lines.next().orElseThrow(() -> Problem.invalid("jobs.file-empty"));
        if (first.fault().equals(Optional.of(RowFault.LINE_CUT))) {
            throw Problem.invalid("jobs.no-rows");
        }
        if (first.fault().isPresent()) {
            throw Problem.invalid("jobs.header-unreadable");
        }
        if (first.text().isBlank()) {
            throw Problem.invalid("jobs.header-missing");
        }
        CSVFormat format = format(first.text());
        List<String> cells = split(first.text(), format).orElseThrow(() -> Problem.invalid("jobs.header-unreadable"));
        return new ImportHeader(columns(cells), format);
    }

    /** Refuses a name that is no column's, {@code jobs.column-unknown}. */
    static void requireKnown(Collection<String> names) {
        for (String name : names) {
            if (Column.of(name).isEmpty()) {
                throw Problem.invalid("jobs.column-unknown", shown(name));
            }
        }
    }

    private static String shown(String name) {
        String cell = name.strip();
        return cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) : cell;
    }

    private static CSVFormat format(String header) {
        char separator = header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
        return CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    private static List<Column> columns(List<String> cells) {
        List<Optional<Column>> known = cells.stream().map(Column::of).toList();
        if (known.stream().noneMatch(Optional::isPresent)) {
            throw Problem.invalid("jobs.header-missing");
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String shown = shown(cells.get(i));
            Column column = known.get(i).orElseThrow(() -> Problem.invalid("jobs.column-unknown", shown));
            if (columns.contains(column)) {
                throw Problem.invalid("jobs.column-twice", shown);
            }
            columns.add(column);
        }
        String missing = Arrays.stream(Column.values())
                .filter(column -> column.isRequired() && !columns.contains(column))
                .map(Column::header)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw Problem.invalid("jobs.column-missing", missing);
        }
        return columns;
    }

    List<Column> columns() {
        return columns;
    }

    /** The cells of a line; empty when its quotes do not close. */
    Optional<List<String>> split(String line) {
        return split(line, format);
    }

    private static Optional<List<String>> split(String line, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.get(0).toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
