package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.workbooks.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

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

    /** The cell of a line under the key of a column. */
    static XSSFCell cell(XSSFWorkbook workbook, Sheet sheet, int line, String column) {
        XSSFSheet target = workbook.getSheet(sheet.title());
        return target.getRow(line + 2).createCell(sheet.columns().indexOf(column));
    }

    /** The parts of the archive with some of them put in or replaced. */
    static byte[] parts(Map<String, byte[]> parts) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(untouched()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!parts.containsKey(entry.getName())) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        in.transferTo(zip);
                    }
                }
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of the sound workbook. */
    static String part(String name) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(untouched()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(name);
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
