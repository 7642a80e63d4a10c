package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MistakesTest {
    private static final Ui.Mistake DENSITY = new Ui.Mistake("form:density", "عدد نوشته نشده است.");
    private static final Ui.Mistake HEIGHT = new Ui.Mistake("form:height", "عدد نوشته نشده است.");
    private static final Ui.Mistake DAY = new Ui.Mistake("form:date", "تاریخ را وارد کنید.");

    @Test
    void a_sentence_said_of_several_inputs_names_each() {
        List<Ui.Mistake> named = Ui.named(List.of(DENSITY, DAY, HEIGHT), id -> id.substring(5));
        assertEquals(
                List.of("density: عدد نوشته نشده است.", "تاریخ را وارد کنید.", "height: عدد نوشته نشده است."),
                named.stream().map(Ui.Mistake::text).toList());
        assertEquals("form:density", named.get(0).id());
    }

    @Test
    void a_sentence_of_one_input_or_of_one_without_a_name_stays() {
        assertEquals(List.of(DENSITY, DAY), Ui.named(List.of(DENSITY, DAY), id -> id));
        assertEquals(List.of(DENSITY, HEIGHT), Ui.named(List.of(DENSITY, HEIGHT), id -> ""));
    }

    @Test
    void an_error_page_has_the_search_of_the_home_page_with_what_was_asked_for() {
        String search = ErrorPage.search(Messages.in(Messages.PERSIAN), "1-5-\"><script>");
        assertTrue(search.contains("action=\"/places\""), search);
        assertTrue(search.contains("value=\"1-5-&quot;&gt;&lt;script&gt;\""), search);
        assertTrue(ErrorPage.search(Messages.in(Locale.ENGLISH), null).contains("value=\"\""));
    }
}
