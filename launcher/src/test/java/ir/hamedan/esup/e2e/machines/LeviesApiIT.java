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
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The estimate of permit levies as software reads it: what the page says, line by line, and never an amount for what is not known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InCity.class)
@Timeout(120)
class LeviesApiIT {
    private static final String SHOPS = "tradeUnits=2&tradeArea=۳۰٫۵&tradeSpan=4&tradeHeight=4.5";

    private RuleAnswers answers;
    private String code;

    @BeforeAll
    void choose(RunningCity running) {
        answers = new RuleAnswers(running);
        code = answers.first("RULED").get("parcel").getAsString();
    }

    private HttpResponse<String> ask(String of, String question) {
        return answers.get("/api/parcels/" + of + "/levies?" + question);
    }

    private JsonObject estimate(String question) {
        HttpResponse<String> answer = ask(code, question);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("max-age"));
        for (JsonElement use : Machine.json(answer).getAsJsonArray("uses")) {
            if (!use.getAsJsonObject().get("estimate").isJsonNull()) {
                return use.getAsJsonObject().getAsJsonObject("estimate");
            }
        }
        throw new AssertionError("nothing may be built: " + answer.body());
    }

    private static long sum(JsonObject estimate) {
        long sum = 0;
        for (JsonElement line : estimate.getAsJsonArray("lines")) {
            sum += line.getAsJsonObject().get("amount").getAsLong();
        }
        return sum;
    }

    private static List<String> unknown(JsonObject estimate) {
        List<String> reasons = new ArrayList<>();
        for (JsonElement left : estimate.getAsJsonArray("leftOut")) {
            if (left.getAsJsonObject().get("unknown").getAsBoolean()) {
                reasons.add(left.getAsJsonObject().get("reason").getAsString());
            }
        }
        return reasons;
    }

    @Test
    void the_lines_add_up_and_name_their_law_and_the_page_says_the_same() {
        JsonObject estimate = estimate("");
        assertTrue(estimate.getAsJsonObject("book").get("demonstration").getAsBoolean());
        assertTrue(estimate.getAsJsonObject("price").get("amount").getAsLong() > 0);
        long total = estimate.get("total").getAsLong();
        assertTrue(total > 0);
        assertEquals(total, sum(estimate));
        for (JsonElement line : estimate.getAsJsonArray("lines")) {
            assertFalse(line.getAsJsonObject().get("legalBasis").getAsString().isBlank(), line.toString());
        }
        String amount = String.format(Locale.ROOT, "%,d", total).replace(',', '٬');
        StringBuilder persian = new StringBuilder();
        amount.chars().forEach(c -> persian.append((char) (c >= '0' && c <= '9' ? c - '0' + '۰' : c)));
        String page = answers.get("/rules?code=" + code).body();
        assertTrue(page.contains(persian), persian + " is not on the page");
    }

    @Test
    void what_is_not_known_is_left_out_until_it_is_said() {
        JsonObject untold = estimate("");
        JsonObject told = estimate(SHOPS);
        assertEquals(List.of(), unknown(told));
        assertTrue(told.get("complete").getAsBoolean());
        if (unknown(untold).contains("NO_TRADE")) {
            assertFalse(untold.get("complete").getAsBoolean());
            assertTrue(told.get("total").getAsLong() > untold.get("total").getAsLong());
        }
    }

    @Test
    void before_the_first_book_no_amount_is_named() {
        HttpResponse<String> early = ask(code, "on=1390/01/01");
        assertEquals(404, early.statusCode(), early.body());
        assertEquals("rulebooks.no-book", Machine.json(early).get("code").getAsString());
    }

    @Test
    void whatever_is_wrong_with_the_shops_is_said_at_once() {
        HttpResponse<String> wrong = ask(code, "tradeUnits=2&tradeArea=x&tradeSpan=4.555");
        assertEquals(422, wrong.statusCode(), wrong.body());
        List<String> fields = new ArrayList<>();
        Machine.json(wrong)
                .getAsJsonArray("errors")
                .forEach(
                        error -> fields.add(error.getAsJsonObject().get("field").getAsString()));
        assertEquals(List.of("tradeArea", "tradeSpan", "tradeHeight"), fields);
        assertEquals(404, ask("1-99-99-99-0-0-0", "").statusCode());
        assertEquals(422, ask(code, "use=NO_SUCH_USE").statusCode());
    }

    @Test
    void a_use_can_be_asked_for_alone_and_one_that_is_not_permitted_has_no_estimate() {
        HttpResponse<String> park = ask(code, "use=PARK_BUILDING");
        assertEquals(200, park.statusCode(), park.body());
        JsonObject use = Machine.json(park).getAsJsonArray("uses").get(0).getAsJsonObject();
        assertEquals("NOT_PERMITTED", use.get("verdict").getAsString());
        assertTrue(use.get("estimate").isJsonNull(), use.toString());
    }
}
