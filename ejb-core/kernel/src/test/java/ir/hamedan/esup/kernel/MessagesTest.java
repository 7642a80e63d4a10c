package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Messages PERSIAN = Messages.in(Messages.PERSIAN);
    private static final Messages ENGLISH = Messages.in(Locale.ENGLISH);

    @Test
    void every_text_is_there_in_both_languages() {
        ResourceBundle persian = ResourceBundle.getBundle("ir.hamedan.esup.kernel.messages", Messages.PERSIAN);
        ResourceBundle english = ResourceBundle.getBundle("ir.hamedan.esup.kernel.messages", Locale.ENGLISH);
        assertEquals(english.keySet(), persian.keySet());
        for (String key : persian.keySet()) {
            assertFalse(PERSIAN.text(key, 2, 3).isBlank());
            assertFalse(ENGLISH.text(key, 2, 3).isBlank());
        }
    }

    @Test
    void a_problem_says_cause_and_remedy_in_the_language_of_the_reader() {
        Problem problem = assertThrows(Problem.class, () -> NationalId.parse("3860123458"));
        assertTrue(PERSIAN.text(problem).contains("کد ملی «3860123458» درست نیست"));
        assertTrue(ENGLISH.text(problem).contains("“3860123458” is not correct"));
    }

    @Test
    void persian_is_the_default_for_everybody_who_does_not_ask_for_english() {
        assertEquals(Messages.PERSIAN, Messages.in(Locale.GERMAN).locale());
        assertEquals(Locale.ENGLISH, Messages.in(Locale.UK).locale());
    }

    @Test
    void codes_stay_in_one_left_to_right_piece() {
        String text = PERSIAN.text("kernel.renewal-code.malformed", RenewalCode.parse("1-5-67-15"));
        assertTrue(text.contains("\u20661-5-67-15-0-0-0\u2069"));
    }

    @Test
    void a_key_without_a_text_is_a_fault_of_ours() {
        assertThrows(IllegalStateException.class, () -> PERSIAN.text("kernel.no-such-key"));
        assertThrows(IllegalStateException.class, () -> PERSIAN.text("nothing"));
        assertFalse(PERSIAN.has("kernel.no-such-key"));
        assertTrue(PERSIAN.has("kernel.date.wrong"));
    }

    @Test
    void a_share_is_said_as_deeds_say_it() {
        Messages persian = Messages.in(Messages.PERSIAN);
        assertEquals("شش دانگ", persian.share(Share.WHOLE));
        assertEquals("۳ دانگ از شش دانگ", persian.share(Share.parse("1/2")));
        assertEquals("۴ دانگ از شش دانگ", persian.share(Share.parse("2/3")));
        assertEquals("۵ سهم از ۹۶ سهم", persian.share(Share.parse("5/96")));
        assertEquals("3 dang of 6", Messages.in(java.util.Locale.ENGLISH).share(Share.parse("1/2")));
    }
}
