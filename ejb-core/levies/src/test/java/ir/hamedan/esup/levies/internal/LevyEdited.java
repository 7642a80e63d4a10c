package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.testing.Archive;
import ir.hamedan.esup.workbooks.Fault;
import ir.hamedan.esup.workbooks.SheetLines;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The workbook of the demonstration levy book after somebody worked on it. */
final class LevyEdited {
    static final Messages PERSIAN = Messages.in(Messages.PERSIAN);

    private LevyEdited() {}

    static byte[] untouched() {
        return LevyWorkbooks.write(DemoLevyBook.workbook(), PERSIAN);
    }

    static byte[] lines(Consumer<SheetLines> change) {
        SheetLines lines = LevyLines.of(DemoLevyBook.workbook());
        change.accept(lines);
        return LevyWorkbooks.write(lines, PERSIAN);
    }

    /** With one value of one line changed; the lines of a sheet count from zero. */
    static byte[] value(LevySheet sheet, int line, String column, Object value) {
        return lines(lines -> lines.of(sheet).get(line).put(column, value));
    }

    /** With a part put in, or in the place of its own. */
    static byte[] part(String name, byte[] content) {
        return Archive.with(untouched(), Map.of(name, content));
    }

    /** Sheet, column, row and code of each fault. */
    static List<String> faults(byte[] file) {
        return LevyWorkbooks.read(file).faults().stream().map(LevyEdited::shown).toList();
    }

    private static String shown(Fault fault) {
        return fault.sheet() + "!" + fault.column() + (fault.row() == 0 ? "" : fault.row()) + " "
                + fault.code().replaceFirst(".*\\.", "");
    }
}
