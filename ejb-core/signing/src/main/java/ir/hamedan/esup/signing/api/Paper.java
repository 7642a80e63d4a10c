package ir.hamedan.esup.signing.api;

import java.util.List;
import java.util.Optional;

/**
 * What people read on the certificate, in Persian, as the caller wrote it: Persian digits, no HTML.
 *
 * @param title of the paper, such as «پاسخ استعلام نقل و انتقال»
 * @param verdict the answer in one sentence
 * @param sections the facts
 * @param notes small print: legal basis, validity, undertakings
 */
public record Paper(String title, String verdict, List<Section> sections, List<String> notes) {
    /** More than this is not a certificate but a file. */
    public static final int MOST_ROWS = 600;

    public Paper {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
        int rows = notes.size();
        for (Section section : sections) {
            rows += 1
                    + section.lines().size()
                    + section.table().map(t -> t.rows().size()).orElse(0);
        }
        if (title.isBlank() || verdict.isBlank() || rows > MOST_ROWS) {
            throw new IllegalStateException("a paper has a title, a verdict and at most " + MOST_ROWS + " rows");
        }
    }

    /** Some facts under one heading: labelled lines, then a table if there is one. */
    public record Section(String title, List<Line> lines, Optional<Table> table) {
        public Section {
            lines = List.copyOf(lines);
        }

        public static Section of(String title, List<Line> lines) {
            return new Section(title, lines, Optional.empty());
        }

        public static Section of(String title, Table table) {
            return new Section(title, List.of(), Optional.of(table));
        }
    }

    /** One fact. A code is set left to right as one piece. */
    public record Line(String label, String value, boolean code) {
        public static Line text(String label, String value) {
            return new Line(label, value, false);
        }

        public static Line code(String label, String value) {
            return new Line(label, value, true);
        }
    }

    /** A table; the first column stands on the right. Every row has as many cells as there are columns. */
    public record Table(List<Column> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (width < 1 || width > 8 || rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalStateException("a table has one to eight columns and rows as wide");
            }
        }
    }

    public record Column(String title, Content content) {
        public static Column text(String title) {
            return new Column(title, Content.TEXT);
        }

        public static Column code(String title) {
            return new Column(title, Content.CODE);
        }

        public static Column amount(String title) {
            return new Column(title, Content.AMOUNT);
        }
    }

    /** How the cells of a column are set. */
    public enum Content {
        TEXT,
        /** Left to right, as one piece. */
        CODE,
        /** Digits below digits. */
        AMOUNT
    }
}
