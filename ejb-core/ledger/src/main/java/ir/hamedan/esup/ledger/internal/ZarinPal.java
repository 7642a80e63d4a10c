package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Rial;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * ZarinPal's interface, version 4, by its published protocol: request, the page StartPay, verify (100 the first time, 101
 * after), inquiry, reverse. Amounts are rial. Errors come with a status of 4xx and a body of their own.
 */
@ApplicationScoped
public class ZarinPal implements PaymentProvider {
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern CARD = Pattern.compile("([0-9]{6})[0-9*xX]{2,9}([0-9]{4})");

    /** Where our server reaches the provider. */
    @Inject
    @ConfigProperty(name = "esup.payment.url")
    String url;

    /** Where the payer's browser reaches it. */
    @Inject
    @ConfigProperty(name = "esup.payment.page-url")
    String pageUrl;

    @Inject
    @ConfigProperty(name = "esup.demo", defaultValue = "false")
    boolean demo;

    @Inject
    @ConfigProperty(name = "esup.demo-provider.url")
    String demoUrl;

    @Inject
    @ConfigProperty(name = "esup.payment.merchant")
    String merchant;

    @Inject
    @ConfigProperty(name = "esup.payment.timeout")
    Duration timeout;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The address of the demo provider is the default, and leads nowhere where there is no demo. */
    @Override
    public boolean isSetUp() {
        return demo || !url.equals(demoUrl);
    }

    @Override
    public Ticket request(Rial amount, String description, URI callback, String order) {
        Reply reply = call(
                "request.json",
                body().add("amount", amount.amount())
                        .add("currency", "IRR")
                        .add("description", description)
                        .add("callback_url", callback.toString())
                        .add("metadata", Json.createObjectBuilder().add("order_id", order)));
        String token = reply.text("authority").orElse("");
        if (!reply.code().equals("100") || !TOKEN.matcher(token).matches()) {
            return new Ticket(Optional.empty(), Optional.empty(), reply.code());
        }
        return new Ticket(Optional.of(token), Optional.of(URI.create(pageUrl + "/pg/StartPay/" + token)), reply.code());
    }

    @Override
    public Answer verify(String token, Rial amount) {
        Reply reply = call("verify.json", body().add("amount", amount.amount()).add("authority", token));
        Optional<String> said = reply.text("amount");
        if (said.isPresent() && !said.get().equals(amount.toString())) {
            return Answer.of(Verdict.AMOUNT_DIFFERS, reply.code() + " amount " + said.get());
        }
        return switch (reply.code()) {
            case "100", "101" ->
                new Answer(
                        Verdict.VERIFIED,
                        reply.code(),
                        reply.text("ref_id"),
                        reply.text("card_pan").flatMap(ZarinPal::masked));
            case "-50" -> Answer.of(Verdict.AMOUNT_DIFFERS, reply.code());
            case "-51", "-54", "-55" -> Answer.of(Verdict.NOT_PAID, reply.code());
            default -> Answer.of(Verdict.UNKNOWN, reply.code());
        };
    }

    @Override
    public Answer inquire(String token) {
        Reply reply = call("inquiry.json", body().add("authority", token));
        String status = reply.text("status").orElse("");
        Verdict verdict =
                switch (status) {
                    case "PAID" -> Verdict.PAID;
                    case "VERIFIED" -> Verdict.VERIFIED;
                    case "IN_BANK" -> Verdict.PENDING;
                    case "FAILED" -> Verdict.NOT_PAID;
                    case "REVERSED" -> Verdict.REVERSED;
                    default -> reply.code().equals("-54") ? Verdict.NOT_PAID : Verdict.UNKNOWN;
                };
        return Answer.of(verdict, (reply.code() + " " + status).strip());
    }

    @Override
    public Answer reverse(String token) {
        Reply reply = call("reverse.json", body().add("authority", token));
        return Answer.of(reply.code().equals("100") ? Verdict.REVERSED : Verdict.UNKNOWN, reply.code());
    }

    /** The part of an answer that is there: data, or errors. */
    private record Reply(String code, JsonObject data) {
        Optional<String> text(String name) {
            JsonValue value = data.get(name);
            if (value instanceof JsonString text) {
                return Optional.of(text.getString());
            }
            return value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
        }
    }

    private JsonObjectBuilder body() {
        return Json.createObjectBuilder().add("merchant_id", merchant);
    }

    private Reply call(String method, JsonObjectBuilder body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/pg/v4/payment/" + method))
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream stream = response.body()) {
                return read(response.statusCode(), stream.readNBytes(LONGEST_ANSWER));
            }
        } catch (IOException e) {
            return nothing(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing("interrupted");
        }
    }

    private static Reply read(int status, byte[] body) {
        if (status >= 500) {
            return nothing("status " + status);
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonObject answer = reader.readObject();
            JsonObject part = answer.get("data") instanceof JsonObject data && data.containsKey("code")
                    ? data
                    : answer.get("errors") instanceof JsonObject errors ? errors : JsonValue.EMPTY_JSON_OBJECT;
            String code = new Reply("", part).text("code").orElse("status " + status);
            return new Reply(code, part);
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            return nothing("unreadable, status " + status);
        }
    }

    private static Reply nothing(String why) {
        return new Reply(why, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** First six and last four digits, whatever was sent. */
    private static Optional<String> masked(String card) {
        Matcher form = CARD.matcher(card);
        return form.matches() ? Optional.of(form.group(1) + "******" + form.group(2)) : Optional.empty();
    }
}
