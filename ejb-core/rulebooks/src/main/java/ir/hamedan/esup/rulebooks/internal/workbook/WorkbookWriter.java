package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.kernel.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes lines as a workbook: a sheet that explains the others, and then these. */
final class WorkbookWriter {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 16 * 256;
    private static final int WIDE = 60 * 256;
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final List<String> LONG_TEXTS = List.of("text", "reason");

    private final Messages messages;

    WorkbookWriter(Messages messages) {
        this.messages = messages;
    }

    byte[] write(BookLines lines) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            // Sizes of eight bytes, which the library writes by default, are more than some readers understand.
            workbook.setZip64Mode(Zip64Mode.AsNeeded);
            CellStyle text = workbook.createCellStyle();
            // What is typed into the template stays what was typed, and does not become a date.
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            CellStyle head = workbook.createCellStyle();
            Font bold = workbook.createFont();
            bold.setBold(true);
            head.setFont(bold);
            head.setWrapText(true);
            guide(workbook.createSheet(Sheet.GUIDE), head);
            for (Sheet sheet : Sheet.values()) {
                sheet(workbook.createSheet(sheet.title()), sheet, lines.lines(sheet), head, text);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each sheet and column is for, and what a column of constants may hold. */
    private void guide(SXSSFSheet target, CellStyle head) {
        target.setRightToLeft(isPersian());
        target.setColumnWidth(0, WIDTH * 2);
        target.setColumnWidth(1, WIDTH * 2);
        target.setColumnWidth(2, WIDE);
        int number = 0;
        for (String key : List.of("rulebooks.guide.purpose", "rulebooks.guide.form", "rulebooks.guide.numbers")) {
            text(target.createRow(number++), 0, messages.text(key));
        }
        for (Sheet sheet : Sheet.values()) {
            number++;
            Row row = target.createRow(number++);
            text(row, 0, sheet.title()).setCellStyle(head);
            text(row, 1, sheet.name());
            text(row, 2, messages.label("rulebooks", sheet));
            for (String column : sheet.columns()) {
                Row line = target.createRow(number++);
                text(line, 0, column);
                text(line, 1, Columns.title(messages, column));
                text(line, 2, Columns.choices(sheet, column));
            }
        }
    }

    private void sheet(
            SXSSFSheet target, Sheet sheet, List<Map<String, Object>> lines, CellStyle head, CellStyle textStyle) {
        target.setRightToLeft(isPersian());
        target.createFreezePane(0, 2);
        Row titles = target.createRow(0);
        Row keys = target.createRow(1);
        for (int i = 0; i < sheet.columns().size(); i++) {
            String column = sheet.columns().get(i);
            target.setDefaultColumnStyle(i, textStyle);
            target.setColumnWidth(i, LONG_TEXTS.contains(column) ? WIDE : WIDTH);
            text(titles, i, Columns.title(messages, column)).setCellStyle(head);
            text(keys, i, column).setCellStyle(textStyle);
        }
        int number = 2;
        for (Map<String, Object> line : lines) {
            Row row = target.createRow(number++);
            for (int i = 0; i < sheet.columns().size(); i++) {
                Object value = line.get(sheet.columns().get(i));
                if (value instanceof BigDecimal decimal) {
                    row.createCell(i).setCellValue(decimal.doubleValue());
                } else if (value != null) {
                    text(row, i, value.toString()).setCellStyle(textStyle);
                }
            }
        }
    }

    private boolean isPersian() {
        return messages.locale().equals(Messages.PERSIAN);
    }

    /** A text that looks like an escape of the format would be read as the character it stands for. */
    private static Cell text(Row row, int column, String text) {
        Cell cell = row.createCell(column);
        cell.setCellValue(LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_"));
        return cell;
    }
}
