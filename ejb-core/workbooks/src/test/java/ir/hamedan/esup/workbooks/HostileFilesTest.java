package ir.hamedan.esup.workbooks;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.testing.Archive;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that would do harm. The tests of this module have little memory, so that what takes a lot of it fails here. */
class HostileFilesTest {
    private static final int MEGABYTE = 1 << 20;

    private static String refused(byte[] file) {
        String code = refusal(file).code();
        assertEquals(
                code,
                assertThrows(Problem.class, () -> WorkbookFile.sheetNames(file)).code(),
                "to ask for the names of the sheets is as safe");
        return code;
    }

    private static Problem refusal(byte[] file) {
        return assertThrows(Problem.class, () -> TreeBook.read(file));
    }

    @Test
    void what_is_no_archive_is_refused() {
        assertEquals("workbooks.file-not-a-workbook", refused("code;kind;height".getBytes(UTF_8)));
        assertEquals("workbooks.file-not-a-workbook", refused(new byte[0]));
        byte[] sound = TreeBook.sound();
        assertEquals("workbooks.file-not-a-workbook", refused(Arrays.copyOf(sound, sound.length / 2)));
        assertEquals(Problem.Kind.INVALID, refusal(new byte[9]).kind());
    }

    @Test
    void an_archive_that_is_no_workbook_is_refused() {
        byte[] empty = new byte[22];
        System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, empty, 0, 4);
        assertEquals("workbooks.file-not-a-workbook", refused(empty));
        assertEquals("workbooks.file-not-a-workbook", refused(Archive.with(empty, Map.of("a.xml", text("<a/>")))));
        assertEquals(
                "workbooks.file-not-a-workbook",
                refused(Archive.with(empty, Map.of("[Content_Types].xml", text("<Types/>")))));
    }

    @Test
    void noise_in_an_archive_is_refused_or_told_and_never_breaks_the_reader() {
        Random random = new Random(7);
        byte[] sound = TreeBook.sound();
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] noisy = sound.clone();
            for (int n = 0; n < 5; n++) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
            }
            try {
                TreeBook.read(noisy);
            } catch (Problem problem) {
                refused++;
                assertTrue(problem.code().startsWith("workbooks.file-"), problem.code());
            }
        }
        assertTrue(refused > 100, refused + " of 300 were refused");
    }

    /** Sound as an archive and as XML. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"99999999999\"/></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"3\"><c r=\"3A\"><v>1</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"3\"><c r=\"A3\" t=\"s\"><v>7000</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"3\"><c r=\"A3\" t=\"s\"><v>x</v></c></row></sheetData></worksheet>",
                "<worksheet><sheetData><row r=\"3\">"
            })
    void a_sheet_that_says_what_cannot_be_is_refused(String sheet) {
        Problem problem = refusal(TreeBook.sheet(sheet));
        assertEquals("workbooks.file-not-a-workbook", problem.code());
        assertTrue(problem.getCause() != null, "the log says why");
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_opened() {
        assertEquals("workbooks.file-too-large", refused(new byte[WorkbookFile.LARGEST + 1]));
        assertEquals("workbooks.file-not-a-workbook", refused(new byte[WorkbookFile.LARGEST]));
        assertEquals(
                Problem.Kind.TOO_LARGE,
                refusal(new byte[WorkbookFile.LARGEST + 1]).kind());
        assertEquals(List.of(20), refusal(new byte[WorkbookFile.LARGEST + 1]).arguments());
    }

    @Test
    void a_part_that_is_packed_too_well_is_a_bomb() {
        assertEquals("workbooks.file-bomb", refused(TreeBook.with("docProps/app.xml", blanks(200 << 10))));
        assertEquals("workbooks.file-bomb", refused(TreeBook.with("xl/media/image1.png", new byte[30 * MEGABYTE])));
        assertEquals(List.of(), TreeBook.told(TreeBook.with("docProps/app.xml", blanks(100 << 10))));
    }

    @Test
    void a_part_that_is_too_large_is_a_bomb_however_it_is_packed() {
        assertEquals("workbooks.file-bomb", refused(TreeBook.with("xl/media/image1.png", letters(65 * MEGABYTE))));
        assertEquals(List.of(), TreeBook.told(TreeBook.with("docProps/app.xml", letters(60 * MEGABYTE))));
    }

    @Test
    void parts_that_are_too_large_together_are_a_bomb() {
        byte[] half = letters(50 * MEGABYTE);
        Map<String, byte[]> both = Map.of("xl/media/image1.png", half, "xl/media/image2.png", half);
        assertEquals("workbooks.file-bomb", refused(Archive.with(TreeBook.sound(), both)));
    }

    /** What they say is in memory as a whole while the sheets are read. */
    @Test
    void styles_that_are_too_large_are_a_bomb() {
        assertEquals("workbooks.file-bomb", refused(TreeBook.with("xl/styles.xml", letters(5 * MEGABYTE))));
        assertEquals(List.of(), TreeBook.told(TreeBook.with("xl/styles.xml", letters(3 * MEGABYTE))));
    }

    @Test
    void an_archive_of_very_many_parts_is_a_bomb() {
        Map<String, byte[]> parts = new HashMap<>();
        for (int i = 0; i < 280; i++) {
            parts.put("docProps/" + i + ".xml", text("<a/>"));
        }
        assertEquals(List.of(), TreeBook.told(Archive.with(TreeBook.sound(), parts)));
        for (int i = 280; i < 300; i++) {
            parts.put("docProps/" + i + ".xml", text("<a/>"));
        }
        assertEquals("workbooks.file-bomb", refused(Archive.with(TreeBook.sound(), parts)));
        assertEquals(
                Problem.Kind.TOO_LARGE,
                refusal(Archive.with(TreeBook.sound(), parts)).kind());
    }

    /** Which of the two is read would depend on who reads. */
    @Test
    void a_part_that_is_there_twice_is_refused() {
        byte[] file = Archive.with(TreeBook.sound(), Map.of("XL/Worksheets\\sheet2.xml", text("<worksheet/>")));
        assertEquals("workbooks.file-not-a-workbook", refused(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TreeBook.TREES_PART,
                "xl/workbook.xml",
                "xl/styles.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/sharedStrings.xml",
                "xl/drawings/vmlDrawing1.vml",
                "docProps/core.xml"
            })
    void a_document_type_is_refused_in_every_part(String part) {
        String type = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>";
        assertEquals("workbooks.file-doctype", refused(TreeBook.with(part, text(type))));
    }

    @Test
    void entities_that_grow_are_refused_in_any_encoding() {
        String laughs = "<?xml version=\"1.0\"?><!-- a --><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + "<worksheet><sheetData><row r=\"3\">" + TreeBook.inline("A3", "&b;")
                + "</row></sheetData></worksheet>";
        assertEquals("workbooks.file-doctype", refused(TreeBook.sheet(laughs)));
        assertEquals("workbooks.file-doctype", refused(TreeBook.with(TreeBook.TREES_PART, laughs.getBytes(UTF_16))));
    }

    @ParameterizedTest
    @CsvSource({
        "xl/vbaProject.bin, file-macros",
        "xl/vbaData.xml, file-macros",
        "xl/macrosheets/sheet1.xml, file-macros",
        "xl/dialogsheets/sheet1.xml, file-macros",
        "XL/ActiveX/activeX1.bin, file-macros",
        "customUI/customUI14.xml, file-macros",
        "xl/embeddings\\oleObject1.bin, file-macros",
        "xl/externalLinks/externalLink1.xml, file-links",
        "xl/connections.xml, file-links",
        "xl/queryTables/queryTable1.xml, file-links",
        "xl/webextensions/webextension1.xml, file-links",
        "xl/model/item.data, file-links"
    })
    void a_part_that_runs_or_leads_elsewhere_is_refused(String part, String code) {
        assertEquals("workbooks." + code, refused(TreeBook.with(part, text("<a/>"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "application/vnd.ms-excel.template.MACROENABLED.main+xml",
                "application/vnd.ms-office.vbaProject"
            })
    void macros_that_are_only_declared_are_refused(String type) {
        String types = declared(
                "[Content_Types].xml", "</Types>", "<Override PartName=\"/a.bin\" ContentType=\"" + type + "\"/>");
        assertEquals("workbooks.file-macros", refused(TreeBook.with("[Content_Types].xml", text(types))));
    }

    @Test
    void links_to_elsewhere_are_refused_but_one_to_be_clicked_is_a_text() {
        String part = "xl/_rels/workbook.xml.rels";
        String link =
                "<Relationship Id=\"r99\" Type=\"http://x/oleObject\" Target=\"http://x/\" TargetMode=\"External\"/>";
        String rels = declared(part, "</Relationships>", link);
        assertEquals("workbooks.file-links", refused(TreeBook.with(part, text(rels))));
        assertEquals(
                "workbooks.file-links", refused(TreeBook.with(part, text(rels.replace("\"External", "\"EXTERNAL")))));
        assertEquals(List.of(), TreeBook.told(TreeBook.with(part, text(rels.replace("oleObject", "hyperlink")))));
    }

    /** A part of the sound file with this at its end. */
    private static String declared(String part, String end, String more) {
        String declared = Archive.part(TreeBook.sound(), part).replace(end, more + end);
        assertTrue(declared.contains(more));
        return declared;
    }

    /** It is unpacked once to be counted and once to be read, and never kept. */
    @Test
    void a_cell_of_fifty_megabytes_is_told_and_not_kept() {
        byte[] sheet = letters(50 * MEGABYTE);
        byte[] begin = text("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + TreeBook.keys() + "<row r=\"3\"><c t=\"inlineStr\"><is><t>");
        byte[] end = text("</t></is></c></row></sheetData></worksheet>");
        System.arraycopy(begin, 0, sheet, 0, begin.length);
        System.arraycopy(end, 0, sheet, sheet.length - end.length, end.length);
        assertEquals(
                List.of(TreeSheet.TREES.title() + "!A3 cell-too-long"),
                TreeBook.told(TreeBook.with(TreeBook.TREES_PART, sheet)));
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    /** XML that packs into next to nothing. */
    private static byte[] blanks(int length) {
        return text("<a>" + " ".repeat(length - 7) + "</a>");
    }

    /** XML that packs into a tenth. */
    private static byte[] letters(int length) {
        byte[] all = new byte[length];
        Arrays.fill(all, (byte) 'x');
        Random random = new Random(5);
        for (int i = 0; i < length; i += 40) {
            all[i] = (byte) ('a' + random.nextInt(26));
            all[Math.min(i + 1, length - 1)] = (byte) ('a' + random.nextInt(26));
        }
        System.arraycopy(text("<a>"), 0, all, 0, 3);
        System.arraycopy(text("</a>"), 0, all, length - 4, 4);
        return all;
    }
}
