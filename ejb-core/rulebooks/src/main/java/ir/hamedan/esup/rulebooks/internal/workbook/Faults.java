package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.rulebooks.api.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The faults found so far; of a file that is wrong all over only so many are kept. */
final class Faults {
    /** What anybody would read. */
    static final int MOST = 2_000;

    private static final int LONGEST_ARGUMENT = 100;

    private final List<Fault> all = new ArrayList<>();

    void add(String sheet, int row, int column, String field, String code, Object... arguments) {
        if (isFull()) {
            return;
        }
        if (all.size() == MOST - 1) {
            all.add(new Fault("", 0, "", "", "rulebooks.fault.too-many-faults", List.of(Integer.toString(MOST - 1))));
            return;
        }
        List<String> texts = Arrays.stream(arguments)
                .map(argument -> shortened(String.valueOf(argument)))
                .toList();
        all.add(new Fault(sheet, row, column < 0 ? "" : letters(column), field, "rulebooks.fault." + code, texts));
    }

    boolean isFull() {
        return all.size() >= MOST;
    }

    int count() {
        return all.size();
    }

    List<Fault> all() {
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
