package ir.hamedan.esup.demoprovider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderTest {
    private static final String MERCHANT = "1344b5d4-0048-11e8-94db-005056a205be";
    private static final Instant NOON = Instant.parse("2026-11-24T08:30:00Z");

    @TempDir
    Path directory;

    private Provider provider;

    @BeforeEach
    void start() {
        provider = at(NOON);
    }

    /** The provider started anew at a moment, with the file as it is. */
    private Provider at(Instant now) {
        return new Provider(
                new SessionFile(directory.resolve("payments.jsonl"), 1_000), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static JsonObjectBuilder call() {
        return Json.createObjectBuilder().add("merchant_id", MERCHANT);
    }

    private String token() {
        return data("request.json", call().add("amount", 5_000).add("callback_url", "http://esup.test/pay/return"))
                .getString("authority");
    }

    private JsonObject data(String method, JsonObjectBuilder call) {
        Provider.Reply reply = provider.answer(method, call.build());
        assertEquals(200, reply.status());
        return reply.body().getJsonObject("data");
    }

    private int error(String method, JsonObjectBuilder call) {
        return provider.answer(method, call.build())
                .body()
                .getJsonObject("errors")
                .getInt("code");
    }

    private JsonObjectBuilder verify(String token, long amount) {
        return call().add("authority", token).add("amount", amount);
    }

    private String status(String token) {
        return data("inquiry.json", call().add("authority", token)).getString("status");
    }

    @Test
    void a_token_has_36_characters_and_waits_at_the_page() {
        String token = token();

        assertEquals(36, token.length());
        assertEquals("IN_BANK", status(token));
        assertEquals(-51, error("verify.json", verify(token, 5_000)));
    }

    @Test
    void wrong_requests_are_refused() {
        assertEquals(-9, error("request.json", call().add("amount", 999).add("callback_url", "http://a.test")));
        assertEquals(-9, error("request.json", call().add("amount", 5_000).add("callback_url", "javascript:alert(1)")));
        assertEquals(
                -9,
                error(
                        "request.json",
                        Json.createObjectBuilder().add("amount", 5_000).add("callback_url", "http://a.test")));
        assertEquals(-54, error("verify.json", verify("A1", 5_000)));
    }

    @Test
    void paid_money_is_verified_first_with_100_and_then_with_101() {
        String token = token();
        Session session = provider.pay(token, Session.Mode.NORMAL).orElseThrow();

        assertEquals(
                URI.create("http://esup.test/pay/return?Authority=" + token + "&Status=OK"), Provider.way(session));
        assertEquals("PAID", status(token));
        assertEquals(
                1, data("unVerified.json", call()).getJsonArray("authorities").size());
        JsonObject first = data("verify.json", verify(token, 5_000));
        JsonObject second = data("verify.json", verify(token, 5_000));

        assertEquals(100, first.getInt("code"));
        assertEquals(101, second.getInt("code"));
        assertEquals(first.get("ref_id"), second.get("ref_id"));
        assertEquals("VERIFIED", status(token));
        assertEquals(
                0, data("unVerified.json", call()).getJsonArray("authorities").size());
    }

    @Test
    void another_amount_or_merchant_is_not_verified() {
        String token = token();
        provider.pay(token, Session.Mode.NORMAL);

        assertEquals(-50, error("verify.json", verify(token, 6_000)));
        assertEquals(-53, error("verify.json", verify(token, 5_000).add("merchant_id", "other")));
        assertEquals("PAID", status(token));
    }

    @Test
    void a_payment_that_was_cancelled_can_not_be_paid_any_more() {
        String token = token();

        Session session = provider.fail(token).orElseThrow();
        provider.pay(token, Session.Mode.NORMAL);

        assertTrue(Provider.way(session).toString().endsWith("&Status=NOK"));
        assertEquals("FAILED", status(token));
    }

    @Test
    void a_payer_has_a_quarter_of_an_hour_and_unverified_money_goes_back_after_an_hour() {
        String waiting = token();
        String paid = token();
        provider.pay(paid, Session.Mode.NORMAL);

        provider = at(NOON.plus(Duration.ofMinutes(16)));
        assertEquals("FAILED", status(waiting));
        assertEquals("PAID", status(paid));

        provider = at(NOON.plus(Duration.ofMinutes(61)));
        assertEquals("REVERSED", status(paid));
    }

    @Test
    void payments_in_flight_survive_a_crash_in_the_middle_of_a_line() throws IOException {
        String token = token();
        provider.pay(token, Session.Mode.NORMAL);
        Files.writeString(directory.resolve("payments.jsonl"), "{\"token\":\"A", StandardOpenOption.APPEND);

        provider = at(NOON);

        assertEquals(100, data("verify.json", verify(token, 5_000)).getInt("code"));
        provider = at(NOON);
        assertEquals(101, data("verify.json", verify(token, 5_000)).getInt("code"));
    }

    @Test
    void the_oldest_payments_are_forgotten_beyond_the_bound() {
        SessionFile file = new SessionFile(directory.resolve("small.jsonl"), 2);
        Provider small = new Provider(file, Clock.fixed(NOON, ZoneOffset.UTC));
        for (int i = 0; i < 3; i++) {
            small.answer(
                    "request.json",
                    call().add("amount", 5_000)
                            .add("callback_url", "http://a.test")
                            .build());
        }

        assertEquals(2, file.all().size());
    }

    @Test
    void testers_make_it_answer_late_or_wrong_a_few_times() {
        String failing = token();
        provider.pay(failing, Session.Mode.ERROR);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    503,
                    provider.answer("verify.json", verify(failing, 5_000).build())
                            .status());
        }
        assertEquals(100, data("verify.json", verify(failing, 5_000)).getInt("code"));

        String slow = token();
        provider.pay(slow, Session.Mode.SLOW);
        Provider.Reply late = provider.answer("verify.json", verify(slow, 5_000).build());
        assertFalse(late.delay().isZero());
        assertEquals(100, late.body().getJsonObject("data").getInt("code"));

        String other = token();
        provider.pay(other, Session.Mode.OTHER_AMOUNT);
        assertEquals(-50, error("verify.json", verify(other, 5_000)));

        String back = token();
        provider.pay(back, Session.Mode.REVERSED);
        assertEquals("REVERSED", status(back));
    }

    @Test
    void money_goes_back_when_the_merchant_asks() {
        String token = token();
        assertEquals(-61, error("reverse.json", call().add("authority", token)));
        provider.pay(token, Session.Mode.NORMAL);

        assertEquals(100, data("reverse.json", call().add("authority", token)).getInt("code"));
        assertEquals("REVERSED", status(token));
        assertEquals(-51, error("verify.json", verify(token, 5_000)));
    }

    @Test
    void the_page_says_that_it_is_a_simulation_and_escapes_what_it_shows() {
        String token = provider.answer(
                        "request.json",
                        call().add("amount", 1_091_000)
                                .add("description", "<script>")
                                .add("callback_url", "http://esup.test/")
                                .build())
                .body()
                .getJsonObject("data")
                .getString("authority");

        String page = Page.pay(provider.find(token).orElseThrow(), "/demo-provider");

        assertTrue(page.contains("۱٬۰۹۱٬۰۰۰ ریال"));
        assertTrue(page.contains("شبیه‌سازی"));
        assertFalse(page.contains("<script>"));
    }
}
