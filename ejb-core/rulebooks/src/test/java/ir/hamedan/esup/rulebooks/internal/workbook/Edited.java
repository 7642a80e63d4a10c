package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.workbooks.Fault;
import java.util.List;
import java.util.function.Consumer;

/** The workbook of the demonstration book after somebody worked on it. */
final class Edited {
    static final Messages PERSIAN = Messages.in(Messages.PERSIAN);

    private Edited() {}

    /** The sound workbook. */
    static byte[] untouched() {
        return Workbooks.write(DemoBook.book(), PERSIAN);
    }

    /** With one value of one line changed; the lines of a sheet count from zero. */
    static byte[] value(Sheet sheet, int line, String column, Object value) {
        return lines(lines -> lines.lines(sheet).get(line).put(column, value));
    }

    static byte[] lines(Consumer<BookLines> change) {
        BookLines lines = BookLines.of(DemoBook.book());
        change.accept(lines);
        return Workbooks.write(lines, PERSIAN);
    }

    /** Sheet, row, column and code of each fault. */
    static List<String> faults(byte[] file) {
        return Workbooks.read(file).faults().stream().map(Edited::shown).toList();
    }

    private static String shown(Fault fault) {
        return fault.sheet() + "!" + fault.column() + (fault.row() == 0 ? "" : fault.row()) + " "
                + fault.code().replaceFirst(".*\\.", "");
    }
}
