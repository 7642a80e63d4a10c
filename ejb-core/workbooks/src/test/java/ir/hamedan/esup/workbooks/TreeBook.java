package ir.hamedan.esup.workbooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.testing.Archive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of trees: a sound one, what somebody made of it, and what is read of that. */
final class TreeBook {
    /** The part of the sheet of trees: the first is the guide. */
    static final String TREES_PART = "xl/worksheets/sheet2.xml";

    private static final String BEGIN =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    private static final WorkbookWriter.Guide GUIDE = new WorkbookWriter.Guide() {
        @Override
        public List<String> introduction() {
            return List.of("Trees of the city.", "One line a tree.");
        }

        @Override
        public String purpose(SheetForm sheet) {
            return "purpose of " + sheet.name();
        }

        @Override
        public String title(String column) {
            return "title of " + column;
        }

        @Override
        public String choices(SheetForm sheet, String column) {
            return column.equals("kind") ? "PLANE, ELM, WALNUT" : "";
        }
    };

    private static final byte[] SOUND = write(lines());

    enum Kind {
        PLANE,
        ELM,
        WALNUT
    }

    /** Years. */
    record Age(long from, long until) implements Range {
        static final long OPEN = Long.MAX_VALUE;

        @Override
        public boolean isOpen() {
            return until == OPEN;
        }
    }

    /** What was read, and what was wrong. */
    record Reading(WorkbookFile file, Faults faults) {
        Line tree(int index) {
            return file.lines(TreeSheet.TREES).get(index);
        }

        /** Sheet, column, row and code of each fault. */
        List<String> told() {
            return faults.all().stream().map(TreeBook::shown).toList();
        }
    }

    private TreeBook() {}

    /** A line of each sheet. */
    static SheetLines lines() {
        SheetLines lines = new SheetLines();
        lines.add(TreeSheet.TREES)
                .text("code", "T-1")
                .text("kind", "ELM")
                .list("streets", List.of("S1", "S2"))
                .number("height", TreeNumber.HEIGHT, 7_50)
                .optional("girth", TreeNumber.COUNT, OptionalInt.of(88))
                .band("age", TreeNumber.COUNT, new Age(10, 20))
                .flag("listed", true)
                .date("born", LocalDate.of(2000, 3, 20))
                .text("note", "of the school");
        lines.add(TreeSheet.STREETS).text("code", "S1").text("title", "بوعلی");
        lines.add(TreeSheet.TREE_CARE).text("tree", "T-1").text("text", "water");
        return lines;
    }

    static byte[] write(SheetLines lines) {
        return write(lines, Messages.PERSIAN);
    }

    static byte[] write(SheetLines lines, Locale language) {
        return new WorkbookWriter(language, List.of(TreeSheet.values()), GUIDE).write(lines);
    }

    static byte[] sound() {
        return SOUND.clone();
    }

    /** After somebody worked on it in a spreadsheet program. */
    static byte[] edited(Consumer<XSSFWorkbook> change) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sound()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(workbook);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cell of the only tree. */
    static XSSFCell cell(XSSFWorkbook workbook, String column) {
        return workbook.getSheet(TreeSheet.TREES.title())
                .getRow(2)
                .createCell(TreeSheet.TREES.columns().indexOf(column));
    }

    /** With a part put in, or in the place of its own. */
    static byte[] with(String part, byte[] content) {
        return Archive.with(sound(), Map.of(part, content));
    }

    /** With these rows on the sheet of trees, as they stand in the file. */
    static byte[] rows(String rows) {
        return sheet(BEGIN + rows + "</sheetData></worksheet>");
    }

    /** With this sheet of trees. */
    static byte[] sheet(String xml) {
        return with(TREES_PART, xml.getBytes(UTF_8));
    }

    /** The row of the keys, all in their places. */
    static String keys() {
        return keys(TreeSheet.TREES.columns());
    }

    static String keys(List<String> keys) {
        StringBuilder row = new StringBuilder("<row r=\"2\">");
        keys.forEach(key -> row.append(inline("", key)));
        return row.append("</row>").toString();
    }

    /** A cell with a text of its own; without a reference it stands behind the one before. */
    static String inline(String reference, String text) {
        return "<c" + (reference.isEmpty() ? "" : " r=\"" + reference + "\"") + " t=\"inlineStr\"><is><t>" + text
                + "</t></is></c>";
    }

    static Reading read(byte[] file) {
        Faults faults = new Faults();
        WorkbookFile workbook = new WorkbookFile(List.of(TreeSheet.values()), faults);
        workbook.read(file);
        return new Reading(workbook, faults);
    }

    static List<String> told(byte[] file) {
        return read(file).told();
    }

    private static String shown(Fault fault) {
        return fault.sheet() + "!" + fault.column() + (fault.row() == 0 ? "" : fault.row()) + " "
                + fault.code().replaceFirst("^workbooks\\.fault\\.", "");
    }
}
