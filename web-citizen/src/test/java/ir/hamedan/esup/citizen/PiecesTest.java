package ir.hamedan.esup.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.SearchWords.Mark;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static String shown(List<Pieces.Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void what_was_found_is_marked_and_the_rest_stays() {
        String text = "عقب‌نشینی از گذر و عقب‌نشینی از همسایه";
        assertEquals(
                "[عقب‌نشینی] از گذر و [عقب‌نشینی] از همسایه",
                shown(Pieces.of(text, List.of(new Mark(0, 9), new Mark(19, 28)))));
        assertEquals(text, shown(Pieces.of(text, List.of())));
        assertEquals("[گذر]", shown(Pieces.of("گذر", List.of(new Mark(0, 3)))));
        assertEquals("", shown(Pieces.of("", List.of())));
    }

    @Test
    void markup_in_a_book_stays_text() {
        String text = "<script>alert(1)</script>";
        assertEquals(List.of(new Pieces.Piece(text, false)), Pieces.of(text, List.of()));
    }

    @Test
    void of_a_long_text_the_part_around_the_first_find_is_shown() {
        String text = "پیش ".repeat(100) + "گذر " + "پس ".repeat(200);
        int at = text.indexOf("گذر");
        String shown = shown(Pieces.around(text, List.of(new Mark(at, at + 3), new Mark(900, 902))));
        assertTrue(shown.startsWith("…") && shown.endsWith("…"), shown);
        assertTrue(shown.contains(" [گذر] "), shown);
        assertEquals(1, shown.chars().filter(c -> c == '[').count(), "what is out of sight is not marked");
        assertTrue(shown.length() < 520, shown.length() + " letters");
        assertTrue(shown.replaceAll("[…\\[\\]]", "").strip().matches("((پیش|گذر|پس) ?)+"), "cut at words: " + shown);
    }

    @Test
    void a_text_without_a_blank_is_never_cut_before_the_find() {
        String text = "ا".repeat(500) + " گذر";
        int at = text.indexOf("گذر");
        assertTrue(shown(Pieces.around(text, List.of(new Mark(at, at + 3)))).endsWith("[گذر]"));
        String whole = "ا".repeat(500);
        assertEquals("… [" + "ا".repeat(100) + "]", shown(Pieces.around(whole, List.of(new Mark(400, 500)))));
    }
}
