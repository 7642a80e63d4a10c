package ir.hamedan.esup.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void a_page_knows_whether_another_follows() {
        Page<String> page = new Page<>(List.of("a", "b"), 5, new Page.Request(1, 2));
        assertEquals(3, page.pages());
        assertTrue(page.hasNext());
        assertFalse(new Page<>(List.of("e"), 5, new Page.Request(2, 2)).hasNext());
        assertEquals(1, new Page<>(List.of(), 0, new Page.Request(0, 2)).pages());
        assertEquals(2, page.request().offset());
        assertEquals(List.of(1, 1), page.map(String::length).rows());
    }

    @Test
    void no_page_is_larger_than_the_limit() {
        assertThrows(Problem.class, () -> new Page.Request(0, Page.LARGEST + 1));
        assertThrows(Problem.class, () -> new Page.Request(-1, 10));
        assertThrows(Problem.class, () -> new Page.Request(0, 0));
    }

    @Test
    void a_list_that_is_there_as_a_whole_is_shown_in_parts() {
        List<String> all = List.of("a", "b", "c", "d", "e");
        Page<String> first = Page.part(all, new Page.Request(0, 2));
        assertEquals(List.of("a", "b"), first.rows());
        assertEquals(5, first.total());
        assertEquals(List.of("e"), Page.part(all, new Page.Request(2, 2)).rows());
        assertEquals(List.of(), Page.part(all, new Page.Request(1_000_000, 200)).rows());
    }
}
