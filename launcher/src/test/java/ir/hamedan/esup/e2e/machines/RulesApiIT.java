package ir.hamedan.esup.e2e.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ir.hamedan.esup.e2e.InCity;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.RuleAnswers;
import ir.hamedan.esup.e2e.RunningCity;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules of a parcel as software reads them: names that are promised, equal bytes, and refusals that say why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InCity.class)
@Timeout(120)
class RulesApiIT {
    private static final Set<String> NUMBERS = Set.of(
            "density",
            "coverage",
            "floors",
            "height",
            "parking",
            "frontSetback",
            "wideningArea",
            "effectiveArea",
            "reachableDensity",
            "buildableArea");

    private RunningCity city;
    private RuleAnswers answers;
    private JsonObject ruled;

    @BeforeAll
    void ask(RunningCity running) {
        city = running;
        answers = new RuleAnswers(running);
        ruled = answers.first("RULED");
    }

    @Test
    void an_answer_has_every_name_that_is_promised() {
        holds(ruled, "parcel", "on", "book", "concerns", "doesNotConcern", "noData", "uses", "hash");
        holds(ruled.getAsJsonObject("book"), "title", "version", "effectiveFrom");
        assertTrue(ruled.getAsJsonArray("uses").size() > 0);
        for (JsonElement each : ruled.getAsJsonArray("uses")) {
            JsonObject use = each.getAsJsonObject();
            holds(use, "use", "numbers", "whyNot");
            Set<String> names = new HashSet<>();
            for (JsonElement number : use.getAsJsonArray("numbers")) {
                holds(number.getAsJsonObject(), "name", "value", "unit", "basis", "clauses", "lost");
                names.add(number.getAsJsonObject().get("name").getAsString());
            }
            assertTrue(names.isEmpty() || names.containsAll(NUMBERS), use.get("use") + " has only " + names);
        }
        JsonObject density = RuleAnswers.number(RuleAnswers.firstUse(ruled), "density");
        holds(density.getAsJsonArray("clauses").get(0).getAsJsonObject(), "number", "title");
    }

    @Test
    void the_lists_of_an_answer_say_layer_name_and_share_and_every_layer_is_in_one_of_them() {
        boolean concerned = false;
        for (RuleAnswers.Drawn parcel : answers.drawn().stream().limit(60).toList()) {
            JsonObject answer = Machine.json(answers.of(parcel.code()));
            Set<String> layers = new HashSet<>();
            for (JsonElement concern : answer.getAsJsonArray("concerns")) {
                holds(concern.getAsJsonObject(), "layer", "name", "share", "clauses");
                layers.add(concern.getAsJsonObject().get("layer").getAsString());
                concerned = true;
            }
            answer.getAsJsonArray("doesNotConcern").forEach(layer -> layers.add(layer.getAsString()));
            answer.getAsJsonArray("noData")
                    .forEach(
                            one -> layers.add(one.getAsJsonObject().get("layer").getAsString()));
            assertTrue(
                    layers.containsAll(Set.of("HERITAGE", "WORN_OUT", "RIVER", "SLOPE", "AIRPORT", "SECURITY")),
                    layers.toString());
            if (concerned) {
                return;
            }
        }
        throw new AssertionError("no overlay concerns any of the first parcels");
    }

    @Test
    void equal_questions_have_equal_bytes_and_an_answer_that_is_known_is_not_sent_again() {
        // So long ago that the second time it is an answer that was kept.
        String path = "/api/parcels/" + code() + "/rules?on=1405/09/01&known="
                + Instant.now().minusSeconds(15).truncatedTo(ChronoUnit.MILLIS);
        HttpResponse<String> first = answers.get(path);
        HttpResponse<String> second = answers.get(path);
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(first.body(), second.body());
        assertEquals(first.statusCode(), second.statusCode());
        for (String header : List.of("ETag", "Cache-Control", "Content-Type", "Content-Length", "X-Frame-Options")) {
            assertEquals(first.headers().allValues(header), second.headers().allValues(header), header);
        }
        assertEquals("2026-11-22", Machine.json(first).get("on").getAsString());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals("\"" + Machine.json(first).get("hash").getAsString() + "\"", tag);
        HttpResponse<String> same = same(path, tag);
        assertEquals(304, same.statusCode());
        assertEquals("", same.body());
        assertTrue(first.headers().firstValue("Cache-Control").orElse("").contains("max-age"));
        assertEquals(List.of(), first.headers().allValues("Set-Cookie"));
    }

    @Test
    void the_point_of_a_parcel_has_the_answer_of_its_code() {
        String known = ruled.get("known").getAsString();
        for (RuleAnswers.Drawn parcel : answers.drawn().stream().limit(5).toList()) {
            HttpResponse<String> byPoint = answers.get(String.format(
                    Locale.ROOT,
                    "/api/rules?lat=%.7f&lon=%.7f&known=%s",
                    parcel.latitude(),
                    parcel.longitude(),
                    known));
            HttpResponse<String> byCode = answers.get("/api/parcels/" + parcel.code() + "/rules?known=" + known);
            assertEquals(Machine.json(byCode).get("uses"), Machine.json(byPoint).get("uses"), parcel.toString());
            assertEquals(parcel.code(), Machine.json(byPoint).get("parcel").getAsString());
            assertEquals(byCode.statusCode(), byPoint.statusCode());
        }
    }

    @Test
    void outside_the_city_before_the_first_book_and_for_nonsense_there_is_a_problem_and_no_answer() {
        refused("/api/rules?lat=35.7&lon=51.4", 404, "parcels.outside-city");
        refused("/api/parcels/9-9-9-9/rules", 404, "parcels.unknown-code");
        refused("/api/parcels/" + code() + "/rules?on=1300/01/01", 404, "rulebooks.no-book");
        refused("/api/parcels/1-5-x/rules", 422, "kernel.renewal-code.malformed");
        refused("/api/parcels/" + code() + "/rules?known=2090-01-01T00:00:00Z", 422, "rulebooks.known-in-the-future");
        refused("/api/parcels/" + code() + "/rules?known=yesterday", 422, "kernel.instant.wrong");
        refused("/api/parcels/" + code() + "/rules?known=-1000000000-01-01T00:00:00Z", 422, "kernel.instant.wrong");
        refused("/api/parcels/" + code() + "/rules?on=%2B999999999-12-31", 422, "restapi.date-wrong");
        refused("/api/rules?lat=north&lon=48.5", 422, "restapi.degrees-malformed");
        refused("/api/rules?lat=48.5148&lon=34.7983", 404, "parcels.outside-city.swapped");
    }

    @Test
    void a_neighbour_put_to_it_makes_one_plot_whose_document_says_that_it_is_supposed() {
        String known = ruled.get("known").getAsString();
        assertFalse(ruled.get("whatIf").getAsBoolean());
        RuleAnswers.Pair pair = answers.neighbours();
        JsonObject one = Machine.json(answers.get(path(pair.one(), known)));
        JsonObject other = Machine.json(answers.get(path(pair.other(), known)));
        HttpResponse<String> answer = answers.get(path(pair.one(), known) + "&with=" + pair.other());
        JsonObject both = Machine.json(answer);

        assertTrue(both.get("whatIf").getAsBoolean(), answer.body());
        assertEquals(pair.one(), both.get("parcel").getAsString());
        JsonObject given = both.getAsJsonObject("given");
        assertEquals(2, given.get("merged").getAsInt());
        assertEquals("[\"" + pair.other() + "\"]", given.get("with").toString());
        assertEquals(area(one) + area(other), area(both), 0.5, "the zones of both");
        assertEquals(
                answer.headers().firstValue("ETag").orElseThrow(),
                "\"" + both.get("hash").getAsString() + "\"");
        JsonObject back = Machine.json(answers.get(path(pair.other(), known) + "&with=" + pair.one()));
        assertEquals(both.get("zones"), back.get("zones"));
        JsonObject ceded = Machine.json(answers.get(path(pair.one(), known) + "&ceded=20"));
        assertEquals(20, ceded.getAsJsonObject("given").get("ceded").getAsInt());
    }

    private static String path(String code, String known) {
        return "/api/parcels/" + code + "/rules?known=" + known;
    }

    private static double area(JsonObject answer) {
        double area = 0;
        for (JsonElement zone : answer.getAsJsonArray("zones")) {
            area += zone.getAsJsonObject().get("area").getAsDouble();
        }
        return area;
    }

    @Test
    void what_cannot_be_put_to_it_is_refused_with_its_own_reason() {
        String rules = "/api/parcels/" + code() + "/rules";
        refused(rules + "?with=9-9-9-9", 404, "parcels.unknown-code");
        refused(rules + "?with=1-5-x", 422, "kernel.renewal-code.malformed");
        refused(rules + "?with=" + code(), 422, "parcels.code-twice");
        refused(rules + "?with=" + answers.farFrom(code()), 422, "parcels.plots-apart");
        refused(rules + "?with=1-1-1-1".concat("&with=1-1-1-1".repeat(9)), 422, "parcels.too-many-plots");
        refused(rules + "?ceded=much", 422, "rulebooks.ceded-wrong");
        refused(rules + "?use=CASTLE", 422, "rulebooks.unknown-use");
    }

    @Test
    void one_use_is_shown_alone_and_one_that_is_not_permitted_says_what_is_and_why() {
        String use = RuleAnswers.firstUse(ruled).get("use").getAsString();
        String path = path(code(), ruled.get("known").getAsString());
        JsonObject alone = Machine.json(answers.get(path + "&use=" + use));
        assertEquals(1, alone.getAsJsonArray("uses").size());
        assertEquals(RuleAnswers.firstUse(ruled), alone.getAsJsonArray("uses").get(0));
        assertTrue(alone.get("whatIf").getAsBoolean());

        JsonObject depot = Machine.json(answers.get(path + "&use=DEPOT"));
        assertEquals("NOT_PERMITTED", depot.get("verdict").getAsString());
        JsonObject why = depot.getAsJsonArray("uses")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("notPermitted")
                .get(0)
                .getAsJsonObject();
        assertTrue(why.get("permitted").toString().contains("\"" + use + "\""), why.toString());
        holds(why.getAsJsonArray("clauses").get(0).getAsJsonObject(), "number", "title");
    }

    private void refused(String path, int status, String code) {
        HttpResponse<String> answer = answers.get(path);
        assertEquals(status, answer.statusCode(), path + " " + answer.body());
        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                answer.headers().map().toString());
        assertTrue(answer.body().contains(code), answer.body());
        assertFalse(Machine.json(answer).has("uses"), answer.body());
    }

    @Test
    void where_the_book_has_no_rule_the_facts_come_with_a_status_that_is_no_success() {
        JsonObject facts = answers.drawn().stream()
                .map(parcel -> answers.of(parcel.code()))
                .filter(answer -> answer.statusCode() == 422)
                .findFirst()
                .map(Machine::json)
                .orElseThrow(() -> new AssertionError("no parcel of the demo city is referred to the commission"));
        holds(facts, "parcel", "on", "book", "concerns", "doesNotConcern", "noData", "uses", "hash", "zones");
        holds(facts, "type", "title", "status", "detail", "code");
        assertEquals("restapi.no-rule.referral", facts.get("code").getAsString());
        assertEquals(422, facts.get("status").getAsInt());
        assertEquals("REFERRAL", facts.get("verdict").getAsString());
        JsonObject use = RuleAnswers.firstUse(facts);
        assertTrue(use.getAsJsonArray("whyNot").size() > 0, use.toString());
        holds(use.getAsJsonArray("whyNot").get(0).getAsJsonObject(), "row", "condition", "shortBy");
    }

    /** So long ago that the second time it is an answer that was kept. */
    @Test
    void a_place_without_a_rule_is_a_problem_in_the_language_of_the_caller_kept_or_not() {
        String code = answers.drawn().stream()
                .filter(parcel -> answers.of(parcel.code()).statusCode() == 422)
                .findFirst()
                .orElseThrow()
                .code();
        String path = path(
                code,
                Instant.now().minusSeconds(15).truncatedTo(ChronoUnit.MILLIS).toString());
        JsonObject first = refusal(path, "en");
        assertEquals(first, refusal(path, "en"));
        JsonObject persian = refusal(path, "fa");
        assertTrue(persian.get("detail").getAsString().contains("مادهٔ ۵"), persian.toString());
        assertEquals(first.get("uses"), persian.get("uses"));
        assertEquals(first.get("hash"), persian.get("hash"));
    }

    private JsonObject refusal(String path, String language) {
        HttpResponse<String> answer =
                city.send(HttpRequest.newBuilder(city.base().resolve(path))
                        .header("Accept-Language", language)
                        .header("If-None-Match", "*"));
        assertEquals(422, answer.statusCode(), "conditions count only where it would be 200");
        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                answer.headers().map().toString());
        assertEquals(language, answer.headers().firstValue("Content-Language").orElse(""));
        assertTrue(answer.headers().allValues("Vary").toString().contains("Accept-Language"));
        assertEquals(List.of(), answer.headers().allValues("ETag"));
        return Machine.json(answer);
    }

    @Test
    void the_tag_of_a_question_without_an_instant_is_weak_and_of_all_but_the_instant() throws Exception {
        // Of one day: between the two instants another may begin.
        String path = "/api/parcels/" + code() + "/rules?on=" + ruled.get("on").getAsString();
        HttpResponse<String> now = answers.get(path);
        HttpResponse<String> before =
                answers.get(path + "&known=" + Instant.now().minusSeconds(15));
        assertFalse(now.body().equals(before.body()), "as of another instant");
        String content = before.body().replaceFirst("\"hash\":\"[0-9a-f]{64}\",\"known\":\"[^\"]+\",", "");
        String tag = "W/\""
                + HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)))
                + '"';
        assertEquals(tag, now.headers().firstValue("ETag").orElseThrow());
        HttpResponse<String> same = same(path, tag);
        assertEquals(304, same.statusCode());
        assertEquals(tag, same.headers().firstValue("ETag").orElseThrow());
    }

    private HttpResponse<String> same(String path, String tag) {
        return city.send(HttpRequest.newBuilder(city.base().resolve(path)).header("If-None-Match", tag));
    }

    @Test
    void no_owner_and_no_debt_is_in_an_answer() {
        for (String kind : List.of("clean", "owing")) {
            JsonObject parcel = city.demo()
                    .getAsJsonObject("parcels")
                    .getAsJsonArray(kind)
                    .get(0)
                    .getAsJsonObject();
            String body = answers.of(parcel.get("code").getAsString()).body();
            for (JsonElement each : parcel.getAsJsonArray("owners")) {
                JsonObject owner = each.getAsJsonObject();
                assertFalse(body.contains(owner.get("name").getAsString()), body);
                assertFalse(body.contains(owner.get("id").getAsString()), body);
            }
            for (String word : List.of("owner", "debt", "rial", "due", "amountDue", "ریال", "بدهی")) {
                assertFalse(body.contains("\"" + word), word + " in " + body);
            }
        }
    }

    private String code() {
        return ruled.get("parcel").getAsString();
    }

    private static void holds(JsonObject object, String... names) {
        for (String name : names) {
            assertTrue(object.has(name), name + " is missing in " + object);
        }
    }
}
