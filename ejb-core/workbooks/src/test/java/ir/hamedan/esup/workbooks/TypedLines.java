package ir.hamedan.esup.workbooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines with the columns a, b and c of a sheet of trees, each the seventh row, and what is told of them. */
final class TypedLines {
    static final Map<String, Integer> COLUMNS = Map.of("a", 0, "b", 1, "c", 27);

    private final Faults faults = new Faults();

    /** With this text in the first column. */
    Line line(String a) {
        return line(Map.of("a", a));
    }

    Line line(Map<String, String> typed) {
        Map<Integer, Cell> cells = new HashMap<>();
        typed.forEach((key, text) -> cells.put(COLUMNS.get(key), new Cell(Cell.Kind.TEXT, text)));
        return of(cells);
    }

    Line of(Map<Integer, Cell> cells) {
        return new Line(faults, "trees", 7, COLUMNS, Set.of(), cells);
    }

    /** Place, key and code of each fault, and what is said of it. */
    List<String> told() {
        return faults.all().stream()
                .map(fault -> fault.sheet() + "!" + fault.column() + fault.row() + " " + fault.field() + " "
                        + fault.code().replaceFirst("^workbooks\\.fault\\.", "")
                        + (fault.arguments().isEmpty() ? "" : " " + String.join("; ", fault.arguments())))
                .toList();
    }
}
