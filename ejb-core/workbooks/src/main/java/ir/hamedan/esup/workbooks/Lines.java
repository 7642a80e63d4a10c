package ir.hamedan.esup.workbooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the lines of one sheet: the keys of its columns first, then what stands under them. */
final class Lines implements CellHandler.Target {
    private static final int TITLES = 1;
    private static final int KEYS = 2;

    private final SheetForm sheet;
    private final List<String> keys;
    private final String name;
    private final Faults faults;
    private final List<Line> all = new ArrayList<>();
    private Optional<Heading> heading = Optional.empty();

    Lines(SheetForm sheet, String name, Faults faults) {
        this.sheet = sheet;
        this.keys = sheet.columns();
        this.name = name;
        this.faults = faults;
    }

    private int most() {
        return sheet.mostLines();
    }

    String name() {
        return name;
    }

    List<Line> all() {
        return all;
    }

    @Override
    public boolean row(int number, Map<Integer, Cell> cells) {
        if (number == TITLES) {
            return true;
        }
        if (number == KEYS) {
            heading = Optional.of(new Heading(keys, cells, faults, name, KEYS));
            return true;
        }
        if (heading.isEmpty()) {
            faults.add(name, KEYS, -1, "", "keys-missing");
            return false;
        }
        if (all.size() >= most()) {
            tooManyRows();
            return false;
        }
        Map<Integer, Cell> read = heading.get().under(cells);
        if (!read.isEmpty()) {
            all.add(new Line(
                    faults, name, number, heading.get().columns(), heading.get().missing(), read));
        }
        return !faults.isFull();
    }

    @Override
    public void merged(String range) {
        String first = range.split(":", 2)[0];
        String digits = first.replaceAll("[^0-9]", "");
        int row = digits.length() < 1 || digits.length() > 8 ? 0 : Integer.parseInt(digits);
        faults.add(name, row, row == 0 ? -1 : CellHandler.column(first), "", "merged-cells", range);
    }

    @Override
    public void tooManyRows() {
        faults.add(name, 0, -1, "", "too-many-rows", most());
    }

    /** Called when the sheet is read: what was never there can be told only now. */
    void end() {
        if (heading.isEmpty() && faults.all().stream().noneMatch(f -> f.sheet().equals(name))) {
            faults.add(name, KEYS, -1, "", "keys-missing");
        }
    }
}
