package ir.hamedan.esup.rulebooks.internal.workbook;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.workbooks.Faults;
import ir.hamedan.esup.workbooks.WorkbookFile;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SHEET = "xl/worksheets/sheet7.xml";
    private static final String BEGIN =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String KEYS = "<row r=\"2\"><c t=\"inlineStr\"><is><t>id</t></is></c></row>";
    private static final String END = "</sheetData></worksheet>";

    @Test
    void what_is_no_archive_is_refused() {
        assertEquals("workbooks.file-not-a-workbook", refused("id;zone;use".getBytes(UTF_8)));
        assertEquals("workbooks.file-not-a-workbook", refused(new byte[0]));
        byte[] cut = Edited.untouched();
        assertEquals("workbooks.file-not-a-workbook", refused(Arrays.copyOf(cut, cut.length / 2)));
    }

    @Test
    void noise_in_an_archive_is_refused_or_told_and_never_breaks_the_reader() {
        Random random = new Random(7);
        byte[] sound = Edited.untouched();
        for (int i = 0; i < 200; i++) {
            byte[] noisy = sound.clone();
            for (int n = 0; n < 5; n++) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
            }
            try {
                Workbooks.read(noisy);
            } catch (Problem refused) {
                assertTrue(refused.code().startsWith("workbooks.file-"), refused.code());
            }
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_opened() {
        assertEquals("workbooks.file-too-large", refused(new byte[WorkbookFile.LARGEST + 1]));
    }

    @Test
    void a_bomb_ends_at_its_limit() {
        assertEquals("workbooks.file-bomb", refused(with(SHEET, blanks(200 << 20))));
        assertEquals("workbooks.file-bomb", refused(with("xl/styles.xml", blanks(5 << 20))));
        assertEquals("workbooks.file-bomb", refused(with("xl/media/image1.png", new byte[30 << 20])));
        assertEquals("workbooks.file-bomb", refused(with("docProps/app.xml", blanks(200 << 10))));
    }

    /** Sound but for its size. */
    private static byte[] blanks(int length) {
        byte[] all = new byte[length];
        Arrays.fill(all, (byte) ' ');
        System.arraycopy("<a>".getBytes(UTF_8), 0, all, 0, 3);
        System.arraycopy("</a>".getBytes(UTF_8), 0, all, length - 4, 4);
        return all;
    }

    @Test
    void an_archive_of_very_many_parts_is_refused() {
        Map<String, byte[]> parts = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            parts.put("xl/media/" + i + ".png", new byte[1]);
        }
        assertEquals("workbooks.file-bomb", refused(Edited.parts(parts)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/worksheets/sheet7.xml",
                "xl/workbook.xml",
                "xl/styles.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/sharedStrings.xml",
                "docProps/core.xml"
            })
    void a_document_type_is_refused_in_every_part(String part) {
        String type = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        String sound = part.endsWith("sharedStrings.xml") ? "<sst/>" : Edited.part(part);
        assertEquals(
                "workbooks.file-doctype",
                refused(with(
                        part,
                        (type + sound.substring(sound.indexOf("?>") + (sound.contains("?>") ? 2 : 1)))
                                .getBytes(UTF_8))));
    }

    @Test
    void entities_that_grow_are_refused() {
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + BEGIN
                + "<row r=\"3\"><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>" + END;
        assertEquals("workbooks.file-doctype", refused(with(SHEET, laughs.getBytes(UTF_8))));
        assertEquals("workbooks.file-doctype", refused(with(SHEET, laughs.getBytes(UTF_16))));
    }

    @Test
    void macros_are_refused_whether_there_or_only_declared() {
        assertEquals("workbooks.file-macros", refused(with("xl/vbaProject.bin", new byte[10])));
        String types = Edited.part("[Content_Types].xml").replace("sheet.main+xml", "sheet.macroEnabled.main+xml");
        assertTrue(types.contains("macroEnabled"));
        assertEquals("workbooks.file-macros", refused(with("[Content_Types].xml", types.getBytes(UTF_8))));
    }

    @Test
    void links_to_elsewhere_are_refused() {
        assertEquals(
                "workbooks.file-links", refused(with("xl/externalLinks/externalLink1.xml", "<a/>".getBytes(UTF_8))));
        assertEquals("workbooks.file-links", refused(with("xl/connections.xml", "<a/>".getBytes(UTF_8))));
        String relations = Edited.part("xl/_rels/workbook.xml.rels")
                .replace(
                        "</Relationships>",
                        "<Relationship Id=\"r99\" Type=\"http://x/oleObject\" Target=\"http://x/\" TargetMode=\"External\"/>"
                                + "</Relationships>");
        assertEquals("workbooks.file-links", refused(with("xl/_rels/workbook.xml.rels", relations.getBytes(UTF_8))));
    }

    @Test
    void a_million_rows_are_not_read() {
        StringBuilder rows = new StringBuilder(BEGIN).append(KEYS);
        Random random = new Random(3);
        for (int i = 3; i <= 1_000_000; i++) {
            rows.append("<row r=\"")
                    .append(i)
                    .append("\"><c><v>")
                    .append(random.nextInt(1 << 30))
                    .append("</v></c></row>");
        }
        byte[] file = with(SHEET, rows.append(END).toString().getBytes(UTF_8));
        List<String> faults = assertTimeout(LIMIT, () -> Edited.faults(file));
        assertTrue(faults.contains("جدول پایه! too-many-rows"), faults.toString());
        assertTrue(faults.size() <= Faults.MOST);
    }

    @Test
    void a_million_blank_rows_are_told_as_too_many() {
        byte[] random = new byte[3_000_000];
        new Random(1).nextBytes(random);
        StringBuilder rows = new StringBuilder(BEGIN).append(KEYS);
        for (int i = 3; i <= 1_000_000; i++) {
            rows.append("<row s=\"").append(random[i] & 255).append("\"/>");
        }
        byte[] file = with(SHEET, rows.append(END).toString().getBytes(UTF_8));
        List<String> faults = assertTimeout(LIMIT, () -> Edited.faults(file));
        assertTrue(faults.contains("جدول پایه! too-many-rows"), faults.toString());
    }

    @Test
    void a_cell_of_a_hundred_megabytes_is_refused_and_a_long_one_is_told() {
        assertEquals("workbooks.file-bomb", refused(with(SHEET, cell(100_000_000, 4_000))));
        List<String> faults = Edited.faults(with(SHEET, cell(1_000_000, 50_000)));
        assertTrue(faults.contains("جدول پایه!A3 cell-too-long"), faults.toString());
    }

    /** So many different letters again and again. */
    private static byte[] cell(int length, int different) {
        byte[] head = (BEGIN + KEYS + "<row r=\"3\"><c t=\"inlineStr\"><is><t>").getBytes(UTF_8);
        byte[] tail = ("</t></is></c></row>" + END).getBytes(UTF_8);
        ByteBuffer all = ByteBuffer.allocate(head.length + length + tail.length).put(head);
        Random random = new Random(5);
        byte[] letters = new byte[different];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        for (int left = length; left > 0; left -= letters.length) {
            all.put(letters, 0, Math.min(left, letters.length));
        }
        return all.put(tail).array();
    }

    @Test
    void numbers_of_strange_size_are_told() {
        for (String number : List.of("1E999999999", "1E2147483647", "9".repeat(5_000), "NaN", "0x1p3")) {
            String sheet =
                    BEGIN + "<row r=\"2\"><c t=\"inlineStr\"><is><t>density</t></is></c></row><row r=\"3\"><c><v>"
                            + number + "</v></c></row>" + END;
            List<String> faults = assertTimeout(LIMIT, () -> Edited.faults(with(SHEET, sheet.getBytes(UTF_8))));
            assertTrue(faults.contains("جدول پایه!A3 error-cell"), number + " " + faults);
        }
    }

    private static byte[] with(String part, byte[] content) {
        return Edited.parts(Map.of(part, content));
    }

    private static String refused(byte[] file) {
        return assertTimeout(LIMIT, () -> assertThrows(Problem.class, () -> Workbooks.read(file))
                .code());
    }
}
