package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.levies.api.LevyWorkbook;
import ir.hamedan.esup.workbooks.Fault;
import ir.hamedan.esup.workbooks.Faults;
import ir.hamedan.esup.workbooks.SheetLines;
import ir.hamedan.esup.workbooks.WorkbookFile;
import ir.hamedan.esup.workbooks.WorkbookWriter;
import java.util.List;
import java.util.Optional;

/** Levy books as workbooks (.xlsx): read with every fault, and written again. */
final class LevyWorkbooks {
    static final List<LevySheet> SHEETS = List.of(LevySheet.values());

    /**
     * What a file came to.
     *
     * @param book only when nothing is wrong
     * @param faults all that are, but for a file that is wrong all over
     */
    record Reading(Optional<LevyWorkbook> book, List<Fault> faults) {}

    private LevyWorkbooks() {}

    /** Whether the file has the sheet by which a levy book is known. */
    static boolean isLevyBook(byte[] file) {
        return WorkbookFile.sheetNames(file).stream().anyMatch(LevySheet.LEVY_BOOK::isNamed);
    }

    static Reading read(byte[] file) {
        Faults faults = new Faults();
        WorkbookFile workbook = new WorkbookFile(SHEETS, faults);
        workbook.read(file);
        Optional<LevyWorkbook> book = new LevyReader(workbook, faults).read();
        return new Reading(faults.count() == 0 ? book : Optional.empty(), faults.all());
    }

    /** What it is read back as is equal to what was written. */
    static byte[] write(LevyWorkbook book, Messages messages) {
        return write(LevyLines.of(book), messages);
    }

    static byte[] write(SheetLines lines, Messages messages) {
        return new WorkbookWriter(messages.locale(), SHEETS, new LevyColumns(messages)).write(lines);
    }

    /** A workbook with nothing but titles and keys. */
    static byte[] template(Messages messages) {
        return write(new SheetLines(), messages);
    }
}
