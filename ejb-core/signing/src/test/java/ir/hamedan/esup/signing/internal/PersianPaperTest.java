package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.signing.api.Paper;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Persian as people read it: by text and by picture. */
class PersianPaperTest {
    private static final String BOTH_SIDES = "بپتثجچحخسشصضطظعغفقکگلمنهیئ";
    private static final String ONE_SIDE = "ادذرزژوآأؤ";

    private final PersianShaping shaping = new PersianShaping();

    @Test
    void every_letter_joins_on_the_sides_it_has() {
        for (int i = 0; i < BOTH_SIDES.length(); i++) {
            char letter = BOTH_SIDES.charAt(i);
            String shaped = shaping.shapeText("" + letter + letter + letter + " " + letter);
            assertEquals(5, shaped.length());
            assertEquals(4, shaped.chars().distinct().count() - 1, "four forms of " + letter);
            assertEquals(shaped.charAt(4) + 1, (int) shaped.charAt(2), "final after isolated of " + letter);
            assertEquals(shaped.charAt(4) + 2, (int) shaped.charAt(0), "initial of " + letter);
            assertEquals(shaped.charAt(4) + 3, (int) shaped.charAt(1), "medial of " + letter);
        }
        for (int i = 0; i < ONE_SIDE.length(); i++) {
            char letter = ONE_SIDE.charAt(i);
            String shaped = shaping.shapeText("ب" + letter + "ب");
            assertEquals('\uFE91', shaped.charAt(0));
            assertEquals('\uFE8F', shaped.charAt(2), letter + " does not join to the left");
        }
    }

    @Test
    void lam_and_alef_are_one_marks_are_transparent_and_the_zero_width_non_joiner_breaks() {
        assertEquals("\uFEFB", shaping.shapeText("لا"));
        assertEquals("\uFEB3\uFEFC\uFEE1", shaping.shapeText("سلام"));
        assertEquals("\uFE91\u064E\uFE90", shaping.shapeText("ب\u064Eب"));
        assertEquals("\uFEE3\uFBFD\u200C\uFEB7\uFEEE\uFEA9", shaping.shapeText("می\u200Cشود"));
        assertEquals(
                "سلام".length(), shaping.deshapeText(shaping.shapeText("سدر")).length() + 1);
        assertEquals("پچژگک", PersianShaping.plain(shaping.shapeText("پچژگک")));
    }

    @Test
    void the_text_of_the_paper_is_persian_and_its_numbers_are_in_order() throws Exception {
        Path file = file(Papers.transfer(1));
        // Poppler marks the direction of each piece; the marks are not text.
        String text = Normalizer.normalize(Tool.run("pdftotext", "-layout", file.toString(), "-"), Normalizer.Form.NFKC)
                .replaceAll("[\u202A-\u202E\u2066-\u2069\u200E\u200F]", "");

        for (String words : List.of(
                "ملک با کد نوسازی",
                "۱-۵-۶۷-۱۵",
                "بی\u200Cمانع است",
                "پروانه ژاله\u200Cگچکار",
                "پاسخ استعلام نقل و انتقال",
                "نمونهٔ نمایشی – دادهٔ ساختگی",
                "۱۴۰۵/۱/۰۱/۰۰۰۰۰۴۷۱۱/۴۱",
                "1-5-67-15-0-0-0",
                "7KX2-M9QR-T4VW-B3CD",
                "۱۴۰۵/۰۹/۰۳",
                "۱۲٬۳۴۵٬۶۷۸",
                "esup.hamedan.ir/v")) {
            assertTrue(text.contains(Normalizer.normalize(words, Normalizer.Form.NFKC)), words + " in " + text);
        }
        assertEquals(1, pages(file));
    }

    @Test
    void a_code_inside_a_sentence_is_set_from_left_to_right() {
        String page = PaperPage.xhtml(Papers.draft(Papers.transfer(1)));
        assertTrue(page.contains("با کد نوسازی <span dir=\"ltr\" class=\"code\">۱-۵-۶۷-۱۵</span> از نظر"), page);
    }

    @Test
    void the_letters_touch_in_the_picture() throws Exception {
        // One word of letters that all join is one piece of ink; of those that do not join, many.
        assertEquals(1, pieces("سسسس"));
        assertEquals(1, pieces("سصسص"));
        assertEquals(1, pieces("کلککل") - strokes("ک"));
        assertEquals(4, pieces("رررر"));
    }

    /** The stroke above a kaf may stand free of it, in some faces: it does not in this one. */
    private static int strokes(String letter) {
        return letter.equals("ک") ? 0 : 1;
    }

    /** How many pieces of ink the verdict is made of. */
    private static int pieces(String word) throws Exception {
        Paper paper = new Paper("م", word, List.of(), List.of());
        Path file = file(paper);
        Path picture = Path.of(file + "-page");
        Tool.run("pdftoppm", "-r", "300", "-png", "-singlefile", file.toString(), picture.toString());
        BufferedImage image = ImageIO.read(new File(picture + ".png"));
        return Ink.pieces(image);
    }

    @Test
    void a_long_answer_goes_on_to_numbered_pages() throws Exception {
        Path file = file(Papers.transfer(40));
        String text = Tool.run("pdftotext", "-layout", file.toString(), "-");

        assertTrue(pages(file) > 1);
        assertTrue(
                text.contains("صفحهٔ")
                        || Normalizer.normalize(text, Normalizer.Form.NFKC).contains("صفح"),
                text);
    }

    private static Path file(Paper paper) throws Exception {
        Path file = Files.createTempFile("esup-paper", ".pdf");
        file.toFile().deleteOnExit();
        return Files.write(file, new PaperRenderer().pdf(Papers.draft(paper)));
    }

    private static int pages(Path file) throws Exception {
        String info = Tool.run("pdfinfo", file.toString());
        return Integer.parseInt(info.replaceAll("(?s).*Pages:\\s+(\\d+).*", "$1"));
    }
}
