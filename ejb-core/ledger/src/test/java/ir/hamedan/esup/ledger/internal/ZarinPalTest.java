package ir.hamedan.esup.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import ir.hamedan.esup.kernel.Rial;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The adapter against a small server that answers what the published protocol says, and what it does not. */
class ZarinPalTest {
    private static final String TOKEN = "A00000000000000000000000000207288780";

    private HttpServer server;
    private ZarinPal provider;
    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "";
    private long delay;

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // the container injects them otherwise
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/pg/v4/payment/", exchange -> {
            asked.add(exchange.getRequestURI().getPath().replaceFirst(".*/", "") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            pause();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        provider = new ZarinPal();
        provider.url = "http://127.0.0.1:" + server.getAddress().getPort();
        provider.pageUrl = "http://pages.test";
        provider.demoUrl = "http://localhost:8080/demo-provider";
        provider.merchant = "1344b5d4-0048-11e8-94db-005056a205be";
        provider.timeout = Duration.ofSeconds(2);
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(int newStatus, String body) {
        status = newStatus;
        answer = body;
    }

    @Test
    void without_a_demo_the_address_of_the_demo_provider_is_no_provider() {
        assertTrue(provider.isSetUp());
        provider.url = provider.demoUrl;
        assertFalse(provider.isSetUp());
        provider.demo = true;
        assertTrue(provider.isSetUp());
    }

    @Test
    void a_request_carries_merchant_amount_in_rial_and_where_to_return() {
        answers(
                200,
                "{\"data\":{\"code\":100,\"message\":\"Success\",\"authority\":\"" + TOKEN
                        + "\",\"fee_type\":\"Merchant\",\"fee\":100},\"errors\":[]}");

        PaymentProvider.Ticket ticket =
                provider.request(Rial.of(1_091_000), "قبض", URI.create("http://esup.test/pay/return"), "order-1");

        assertEquals(Optional.of(TOKEN), ticket.token());
        assertEquals(Optional.of(URI.create("http://pages.test/pg/StartPay/" + TOKEN)), ticket.page());
        assertTrue(asked.get(0).startsWith("request.json "));
        JsonObject sent = Json.createReader(
                        new java.io.StringReader(asked.get(0).substring(13)))
                .readObject();
        assertEquals(1_091_000, sent.getJsonNumber("amount").longValue());
        assertEquals("IRR", sent.getString("currency"));
        assertEquals("قبض", sent.getString("description"));
        assertEquals("http://esup.test/pay/return", sent.getString("callback_url"));
        assertEquals(provider.merchant, sent.getString("merchant_id"));
        assertEquals("order-1", sent.getJsonObject("metadata").getString("order_id"));
    }

    @Test
    void a_request_that_is_refused_has_no_token() {
        answers(
                422,
                "{\"data\":[],\"errors\":{\"code\":-9,\"message\":\"The merchant id field is required.\",\"validations\":[]}}");

        PaymentProvider.Ticket ticket = provider.request(Rial.of(1_000), "", URI.create("http://esup.test"), "o");

        assertEquals(Optional.empty(), ticket.token());
        assertEquals("-9", ticket.code());
    }

    @Test
    void a_token_that_could_lead_elsewhere_is_refused() {
        answers(200, "{\"data\":{\"code\":100,\"authority\":\"../../evil?x=1\"},\"errors\":[]}");

        assertEquals(
                Optional.empty(),
                provider.request(Rial.of(1_000), "", URI.create("http://esup.test"), "o")
                        .token());
    }

    @Test
    void verified_for_the_first_time_and_again_is_the_same() {
        for (String code : List.of("100", "101", "\"100\"")) {
            answers(
                    200,
                    "{\"data\":{\"code\":" + code + ",\"ref_id\":201,\"card_pan\":\"502229******5995\","
                            + "\"card_hash\":\"1EB\",\"fee\":0},\"errors\":[]}");

            PaymentProvider.Answer verified = provider.verify(TOKEN, Rial.of(1_000));

            assertEquals(PaymentProvider.Verdict.VERIFIED, verified.verdict());
            assertEquals(Optional.of("201"), verified.trace());
            assertEquals(Optional.of("502229******5995"), verified.card());
        }
    }

    @Test
    void a_whole_card_number_is_masked_before_it_goes_anywhere() {
        answers(200, "{\"data\":{\"code\":100,\"ref_id\":201,\"card_pan\":\"6037991000000012\"},\"errors\":[]}");

        assertEquals(
                Optional.of("603799******0012"),
                provider.verify(TOKEN, Rial.of(1_000)).card());
    }

    @Test
    void refusals_to_verify_say_why() {
        assertVerdict(PaymentProvider.Verdict.AMOUNT_DIFFERS, 401, error(-50));
        assertVerdict(PaymentProvider.Verdict.NOT_PAID, 401, error(-51));
        assertVerdict(PaymentProvider.Verdict.NOT_PAID, 401, error(-54));
        assertVerdict(PaymentProvider.Verdict.UNKNOWN, 401, error(-10));
        assertVerdict(
                PaymentProvider.Verdict.AMOUNT_DIFFERS,
                200,
                "{\"data\":{\"code\":100,\"ref_id\":1,\"amount\":999},\"errors\":[]}");
    }

    @Test
    void what_cannot_be_understood_is_no_answer() {
        assertVerdict(PaymentProvider.Verdict.UNKNOWN, 500, "{\"data\":{\"code\":100,\"ref_id\":1},\"errors\":[]}");
        assertVerdict(PaymentProvider.Verdict.UNKNOWN, 200, "");
        assertVerdict(PaymentProvider.Verdict.UNKNOWN, 200, "<html>maintenance</html>");
        assertVerdict(PaymentProvider.Verdict.UNKNOWN, 200, "[]");
        assertVerdict(PaymentProvider.Verdict.UNKNOWN, 200, "{\"data\":[],\"errors\":[]}");
        assertVerdict(PaymentProvider.Verdict.UNKNOWN, 302, "");
        assertVerdict(
                PaymentProvider.Verdict.UNKNOWN, 200, "{\"data\":{\"code\":100,\"x\":\"" + "x".repeat(70_000) + "\"}}");
    }

    private void assertVerdict(PaymentProvider.Verdict expected, int newStatus, String body) {
        answers(newStatus, body);
        assertEquals(expected, provider.verify(TOKEN, Rial.of(1_000)).verdict(), body);
    }

    private static String error(int code) {
        return "{\"data\":[],\"errors\":{\"code\":" + code + ",\"message\":\"no\",\"validations\":[]}}";
    }

    @Test
    void a_slow_or_absent_provider_is_no_answer() {
        provider.timeout = Duration.ofMillis(200);
        delay = 1_000;
        assertEquals(
                PaymentProvider.Verdict.UNKNOWN,
                provider.verify(TOKEN, Rial.of(1)).verdict());

        server.stop(0);
        assertEquals(PaymentProvider.Verdict.UNKNOWN, provider.inquire(TOKEN).verdict());
    }

    @Test
    void an_inquiry_tells_the_state() {
        for (var expected : java.util.Map.of(
                        "PAID", PaymentProvider.Verdict.PAID,
                        "VERIFIED", PaymentProvider.Verdict.VERIFIED,
                        "IN_BANK", PaymentProvider.Verdict.PENDING,
                        "FAILED", PaymentProvider.Verdict.NOT_PAID,
                        "REVERSED", PaymentProvider.Verdict.REVERSED,
                        "SOMETHING", PaymentProvider.Verdict.UNKNOWN)
                .entrySet()) {
            answers(
                    200,
                    "{\"data\":{\"status\":\"" + expected.getKey()
                            + "\",\"code\":100,\"message\":\"Success\"},\"errors\":[]}");
            assertEquals(expected.getValue(), provider.inquire(TOKEN).verdict());
        }
        answers(401, error(-54));
        assertEquals(PaymentProvider.Verdict.NOT_PAID, provider.inquire(TOKEN).verdict());
    }

    @Test
    void a_reversal_is_done_or_not_known() {
        answers(200, "{\"data\":{\"code\":100,\"message\":\"Reversed\"},\"errors\":[]}");
        assertEquals(PaymentProvider.Verdict.REVERSED, provider.reverse(TOKEN).verdict());
        answers(401, error(-61));
        assertEquals(PaymentProvider.Verdict.UNKNOWN, provider.reverse(TOKEN).verdict());
    }
}
