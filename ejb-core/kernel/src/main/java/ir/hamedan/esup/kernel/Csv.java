package ir.hamedan.esup.kernel;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows of a CSV file (RFC 4180). What people typed or handed in stands in the cells: a spreadsheet must take it neither for a
 * formula nor for two cells.
 */
public final class Csv {
    /** Spreadsheets take a file for UTF-8 only with the byte order mark. */
    public static final String BOM = "\uFEFF";

    private static final String FORMULA_STARTS = "=+-@\t\r\n|%";

    /** A number below zero begins like a formula, and is none. */
    private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    private Csv() {}

    /** A line for spreadsheets, with its end: what would be a formula has an apostrophe before it. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = isFormula(text) ? "'" + text : text;
        boolean several = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return several ? quoted(harmless) : harmless;
    }

    /** Blanks before it do not disarm a formula. */
    private static boolean isFormula(String text) {
        return (startsFormula(text) || startsFormula(text.strip()))
                && !NUMBER.matcher(text).matches();
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** A cell in quotes to the letter, for a reader that is no spreadsheet. */
    public static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
