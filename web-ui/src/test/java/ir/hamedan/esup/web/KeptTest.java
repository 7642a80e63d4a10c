package ir.hamedan.esup.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Mark OURS = new Mark("a key".getBytes(StandardCharsets.US_ASCII));
    private static final String[] OFFICE = {OURS.of("notary-1", NOW)};

    private static Optional<Kept> form(Map<String, String[]> parameters, String path) {
        return Kept.form(parameters, path, OURS, NOW);
    }

    @Test
    void a_marked_form_is_kept_with_its_writer_and_page() {
        Kept kept = form(Map.of(Kept.MARK, OFFICE, "parcel", new String[] {"1-5-67-15"}), "/notary/draft")
                .orElseThrow();
        assertEquals("notary-1", kept.user());
        assertEquals("/notary/draft", kept.path());
        assertEquals(List.of("1-5-67-15"), kept.values().get("parcel"));
    }

    @Test
    void what_waits_in_the_session_is_texts_alone_whichever_portals_copy_of_the_class_made_it() {
        Kept kept = form(
                        Map.of(Kept.MARK, OFFICE, "parcel", new String[] {"1-5-67-15"}, "owners", new String[] {"a", "b"
                        }),
                        "/notary/draft?id=7")
                .orElseThrow();
        Object waiting = kept.plain();
        assertEquals(String[][].class, waiting.getClass());
        assertEquals(kept, Kept.of((String[][]) waiting));
    }

    @Test
    void it_is_taken_once_by_its_writer_on_its_page() {
        Kept kept = form(Map.of(Kept.MARK, OFFICE), "/notary/draft").orElseThrow();
        Map<String, Object> session = new HashMap<>(Map.of("ir.hamedan.esup.web.kept", kept.plain()));
        assertTrue(Kept.take(request(session, "notary-1", "/notary/office")).isEmpty());
        assertEquals(Optional.of(kept), Kept.take(request(session, "notary-1", "/notary/draft")));
        assertTrue(Kept.take(request(session, "notary-1", "/notary/draft")).isEmpty());

        session.put("ir.hamedan.esup.web.kept", kept.plain());
        assertTrue(Kept.take(request(session, "notary-2", "/notary/draft")).isEmpty());
        assertEquals(Map.of(), session);
    }

    private static HttpServletRequest request(Map<String, Object> attributes, String user, String path) {
        HttpSession session = played(HttpSession.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "removeAttribute" -> attributes.remove(arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
        return played(HttpServletRequest.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getSession" -> session;
            case "getRemoteUser" -> user;
            case "getRequestURI" -> path;
            default -> null;
        });
    }

    private static <T> T played(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void a_form_whose_mark_is_not_ours_or_old_is_not_kept() {
        Mark theirs = new Mark("another key".getBytes(StandardCharsets.US_ASCII));
        String mine = OURS.of("notary-1", NOW);
        for (String forged : List.of(
                "notary-1",
                "",
                theirs.of("notary-1", NOW),
                mine.replace("notary-1", "notary-2"),
                mine.replaceFirst(" [0-9]+ ", " 99999999999 "),
                mine + "0",
                OURS.of("notary-1", NOW.minus(Duration.ofDays(15))))) {
            assertTrue(
                    form(Map.of(Kept.MARK, new String[] {forged}), "/notary/draft")
                            .isEmpty(),
                    forged);
        }
        assertTrue(form(Map.of(Kept.MARK, new String[] {mine}), "/notary/draft").isPresent());
    }

    @Test
    void of_two_pages_that_differ_in_the_query_only_its_own_gets_it() {
        Kept kept = form(Map.of(Kept.MARK, OFFICE), "/staff/case?id=5").orElseThrow();

        assertTrue(kept.isOf("/staff/case", Map.of("id", "5")::get));
        assertFalse(kept.isOf("/staff/case", Map.of("id", "6")::get));
        assertFalse(kept.isOf("/staff/parcel", Map.of("id", "5")::get));
        assertTrue(
                form(Map.of(Kept.MARK, OFFICE), "/staff/settings").orElseThrow().isOf("/staff/settings", name -> null));
    }

    @Test
    void a_form_without_the_mark_is_not_kept() {
        assertTrue(form(Map.of("parcel", new String[] {"1-5-67-15"}), "/notary/draft")
                .isEmpty());
    }

    @Test
    void secrets_and_the_state_of_the_view_are_never_kept() {
        Kept kept = form(
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
        assertTrue(form(Map.of(Kept.MARK, OFFICE, "remarks", new String[] {"x".repeat(70_000)}), "/notary/draft")
                .isEmpty());
        Map<String, String[]> many = IntStream.range(0, 400)
                .boxed()
                .collect(Collectors.toMap(i -> i == 0 ? Kept.MARK : "f" + i, i -> new String[] {"v"}));
        assertTrue(form(many, "/notary/draft").isEmpty());
    }
}
