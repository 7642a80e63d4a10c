package ir.hamedan.esup.workbooks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The faults found so far; of a file that is wrong all over only so many are kept. */
public final class Faults {
    /** What anybody would read. */
    public static final int MOST = 2_000;

    private static final int LONGEST_ARGUMENT = 100;

    private static final String COMMON = "workbooks.fault.";

    private final List<Fault> all = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param row as spreadsheets count; 0 for the sheet as a whole
     * @param column counts from 0; -1 for the row as a whole
     * @param code of the text; the codes of this module without what they begin with
     */
    public void add(String sheet, int row, int column, String field, String code, Object... arguments) {
        if (isFull()) {
            return;
        }
        if (all.size() == MOST - 1) {
            all.add(new Fault("", 0, "", "", COMMON + "too-many-faults", List.of(Integer.toString(MOST - 1))));
            return;
        }
        List<String> texts = Arrays.stream(arguments)
                .map(argument -> shortened(String.valueOf(argument)))
                .toList();
        all.add(new Fault(
                shortened(sheet),
                row,
                column < 0 ? "" : letters(column),
                field,
                code.contains(".") ? code : COMMON + code,
                texts));
    }

    /** Whether no more are kept. */
    public boolean isFull() {
        return all.size() >= MOST;
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }

    /** In the order in which they were found. */
    public List<Fault> all() {
        return List.copyOf(all);
    }

    /** A, B, ... Z, AA, as spreadsheets count columns. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_ARGUMENT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ARGUMENT)) + "…";
    }
}
