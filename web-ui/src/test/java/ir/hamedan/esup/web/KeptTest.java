package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final String[] OFFICE = {"notary-1"};

    @Test
    void a_marked_form_is_kept_with_its_writer_and_page() {
        Kept kept = Kept.form(Map.of(Kept.MARK, OFFICE, "parcel", new String[] {"1-5-67-15"}), "/notary/draft")
                .orElseThrow();
        assertEquals("notary-1", kept.user());
        assertEquals("/notary/draft", kept.path());
        assertEquals(List.of("1-5-67-15"), kept.values().get("parcel"));
    }

    @Test
    void a_form_without_the_mark_is_not_kept() {
        assertTrue(Kept.form(Map.of("parcel", new String[] {"1-5-67-15"}), "/notary/draft")
                .isEmpty());
    }

    @Test
    void secrets_and_the_state_of_the_view_are_never_kept() {
        Kept kept = Kept.form(
                        Map.of(
                                Kept.MARK,
                                OFFICE,
                                "form:newPassword",
                                new String[] {"hush"},
                                "clientSecret",
                                new String[] {"hush"},
                                "jakarta.faces.ViewState",
                                new String[] {"1:2"}),
                        "/notary/password")
                .orElseThrow();
        assertEquals(java.util.Set.of(Kept.MARK), kept.values().keySet());
    }

    @Test
    void a_form_beyond_all_measure_is_not_kept() {
        assertTrue(Kept.form(Map.of(Kept.MARK, OFFICE, "remarks", new String[] {"x".repeat(70_000)}), "/notary/draft")
                .isEmpty());
        Map<String, String[]> many = IntStream.range(0, 400)
                .boxed()
                .collect(Collectors.toMap(i -> i == 0 ? Kept.MARK : "f" + i, i -> new String[] {"v"}));
        assertTrue(Kept.form(many, "/notary/draft").isEmpty());
    }
}
