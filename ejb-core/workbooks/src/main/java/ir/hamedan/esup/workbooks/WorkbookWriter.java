package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
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
public final class WorkbookWriter {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 16 * 256;
    private static final int WIDE = 60 * 256;
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final List<String> LONG_TEXTS = List.of("text", "reason");

    /** What is told of the sheets and columns to the people who fill them. */
    public interface Guide {
        /** What comes before all else. */
        List<String> introduction();

        /** What a sheet is for. */
        String purpose(SheetForm sheet);

        /** What stands over a column, with its unit. */
        String title(String column);

        /** What may stand in a column of constants; empty for the others. */
        String choices(SheetForm sheet, String column);
    }

    private final boolean persian;
    private final Guide guide;
    private final List<SheetForm> forms;

    /** Writes these sheets, as people of the language read. */
    public WorkbookWriter(Locale language, List<? extends SheetForm> forms, Guide guide) {
        this.persian = language.equals(Messages.PERSIAN);
        this.forms = List.copyOf(forms);
        this.guide = guide;
    }

    /** The file. */
    public byte[] write(SheetLines lines) {
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
            guide(workbook.createSheet(SheetForm.GUIDE), head);
            for (SheetForm sheet : forms) {
                sheet(workbook.createSheet(sheet.title()), sheet, lines.of(sheet), head, text);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What each sheet and column is for, and what a column of constants may hold. */
    private void guide(SXSSFSheet target, CellStyle head) {
        target.setRightToLeft(persian);
        target.setColumnWidth(0, WIDTH * 2);
        target.setColumnWidth(1, WIDTH * 2);
        target.setColumnWidth(2, WIDE);
        int number = 0;
        for (String sentence : guide.introduction()) {
            text(target.createRow(number++), 0, sentence);
        }
        for (SheetForm sheet : forms) {
            number++;
            Row row = target.createRow(number++);
            text(row, 0, sheet.title()).setCellStyle(head);
            text(row, 1, sheet.name());
            text(row, 2, guide.purpose(sheet));
            for (String column : sheet.columns()) {
                Row line = target.createRow(number++);
                text(line, 0, column);
                text(line, 1, guide.title(column));
                text(line, 2, guide.choices(sheet, column));
            }
        }
    }

    private void sheet(
            SXSSFSheet target, SheetForm sheet, List<Map<String, Object>> lines, CellStyle head, CellStyle textStyle) {
        target.setRightToLeft(persian);
        target.createFreezePane(0, 2);
        Row titles = target.createRow(0);
        Row keys = target.createRow(1);
        for (int i = 0; i < sheet.columns().size(); i++) {
            String column = sheet.columns().get(i);
            target.setDefaultColumnStyle(i, textStyle);
            target.setColumnWidth(i, LONG_TEXTS.contains(column) ? WIDE : WIDTH);
            text(titles, i, guide.title(column)).setCellStyle(head);
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

    /** A text that looks like an escape of the format would be read as the character it stands for. */
    private static Cell text(Row row, int column, String text) {
        Cell cell = row.createCell(column);
        cell.setCellValue(LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_"));
        return cell;
    }
}
