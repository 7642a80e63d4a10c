package ir.hamedan.esup.notary;

import java.util.List;
import java.util.stream.Collectors;

/** Rows for spreadsheets (RFC 4180). A cell a spreadsheet would take for a formula is made plain text. */
final class Csv {
    /** Spreadsheets take a file for UTF-8 only with the byte order mark. */
    static final String BOM = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r\n|%";

    private Csv() {}

    static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.strip().isEmpty() ? ' ' : first(text)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** The first character that counts: leading spaces do not disarm a formula. */
    private static char first(String text) {
        char start = text.charAt(0);
        return FORMULA_STARTS.indexOf(start) >= 0 ? start : text.strip().charAt(0);
    }
}
