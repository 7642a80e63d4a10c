package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.workbooks.Fault;
import ir.hamedan.esup.workbooks.SheetLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

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

    /** As a spreadsheet program would. */
    static byte[] cells(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(untouched()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a part put in, or in the place of its own. */
    static byte[] part(String name, byte[] content) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(untouched()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.getName().equals(name)) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        in.transferTo(zip);
                    }
                }
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
