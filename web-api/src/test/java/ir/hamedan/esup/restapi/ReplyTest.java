package ir.hamedan.esup.restapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.api.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyTest {
    private static final String JSON = """
            {"hash":"77","known":"2026-11-28T10:00:00Z","noData":[],"uses":[{"whyNot":[{"row":"R1"}]}],"verdict":"X"}""";

    private static Reply reply(Verdict verdict, Reply.Lasting lasting) {
        return Reply.of(new Rules.Document(verdict, JSON, "77", "55"), lasting);
    }

    private static String body(Reply reply, String language) {
        return reply.form(language).body();
    }

    @Test
    void rules_are_the_document_itself() {
        Reply reply = reply(Verdict.RULED, Reply.Lasting.AS_FAR_AS_IS_WRITTEN);
        assertEquals(200, reply.status());
        assertEquals("application/json", reply.type());
        assertEquals(JSON, body(reply, ""));
    }

    @ParameterizedTest
    @EnumSource(names = {"REFERRAL", "UNDECIDED", "UNKNOWN_ZONE", "NO_AREA"})
    void where_the_book_has_no_rule_it_is_a_problem_in_both_languages_and_nothing_of_the_document_is_lost(
            Verdict verdict) {
        Reply reply = reply(verdict, Reply.Lasting.AS_FAR_AS_IS_WRITTEN);
        assertEquals(422, reply.status());
        assertEquals("application/problem+json", reply.type());
        JsonObject facts = read(JSON);
        for (String language : new String[] {"fa", "en"}) {
            JsonObject problem = read(body(reply, language));
            assertEquals(
                    "restapi.no-rule."
                            + verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    problem.getString("code"));
            assertEquals("urn:esup:problem:" + problem.getString("code"), problem.getString("type"));
            assertEquals(422, problem.getInt("status"));
            facts.forEach((name, value) -> assertEquals(value, problem.get(name), name));
            assertEquals(facts.size() + 5, problem.size());
            boolean persian = problem.getString("detail").matches(".*[\u0600-\u06ff].*");
            assertEquals(language.equals("fa"), persian, problem.getString("detail"));
            assertEquals(persian, problem.getString("title").matches(".*[\u0600-\u06ff].*"));
            assertEquals(
                    Map.of("Cache-Control", "max-age=60", "Content-Language", language, "Vary", "Accept-Language"),
                    reply.form(language).headers());
        }
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            OF_THIS_MINUTE       | W/"55" | max-age=60
            AS_FAR_AS_IS_WRITTEN | "77"   | max-age=60
            FOR_GOOD             | "77"   | max-age=86400, immutable
            """)
    void an_answer_without_an_instant_has_a_weak_tag_and_one_of_an_instant_that_is_over_lasts(
            Reply.Lasting lasting, String tag, String control) {
        assertEquals(
                Map.of("ETag", tag, "Cache-Control", control),
                reply(Verdict.RULED, lasting).form("").headers());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            W/"55"           | true
            "55"             | true
            "1", W/"55" ,"2" | true
            *                | true
            "77"             | false
            W/"5"            | false
            55               | false
            """)
    void a_caller_has_it_when_one_of_its_tags_is_the_tag_weak_or_not(String ifNoneMatch, boolean held) {
        assertEquals(held, reply(Verdict.RULED, Reply.Lasting.OF_THIS_MINUTE).isHeld(ifNoneMatch));
    }

    @Test
    void who_has_no_tag_and_what_is_a_problem_is_always_given_whole() {
        assertFalse(reply(Verdict.RULED, Reply.Lasting.FOR_GOOD).isHeld(null));
        assertTrue(reply(Verdict.LOCKED, Reply.Lasting.FOR_GOOD).isHeld("*"));
        assertFalse(reply(Verdict.REFERRAL, Reply.Lasting.FOR_GOOD).isHeld("*"));
    }
}
