package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    private static boolean found(String typed, String... texts) {
        return SearchWords.wanted(typed).areIn(texts);
    }

    @Test
    void all_words_must_be_there_in_whichever_of_the_texts() {
        assertTrue(found("پارکینگ کسری", "کسری پارکینگ"));
        assertTrue(found("پارکینگ هتل", "پارکینگ", "هتل و مهمان‌سرا"));
        assertFalse(found("پارکینگ باغ", "پارکینگ", "هتل"));
    }

    @Test
    void keyboards_digits_and_half_spaces_do_not_matter() {
        assertTrue(found("پيش آمدگي", "پیش‌آمدگی"));
        assertTrue(found("پیش‌آمدگی", "پیش آمدگی"));
        assertTrue(found("۱۲", "بند 12"));
        assertTrue(found("تراک", "تراکم"));
        assertFalse(found("م", "مترمربع"), "a letter stands for itself");
    }

    @Test
    void what_is_no_word_is_not_looked_for() {
        assertTrue(SearchWords.wanted(null).isEmpty());
        assertTrue(SearchWords.wanted("؟ -- %").isEmpty());
        assertEquals(
                List.of(new SearchWords.Mark(5, 10)),
                SearchWords.wanted("تراكم").marks("سقف، تراکم"));
    }
}
