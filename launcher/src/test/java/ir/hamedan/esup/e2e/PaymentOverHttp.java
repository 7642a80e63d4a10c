package ir.hamedan.esup.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pays a bill at the demo provider by sending the forms of the pages, without a browser: many can pay at once, and one
 * whose server dies gets an exception at once.
 */
public final class PaymentOverHttp {
    private static final Pattern FORM = Pattern.compile("(?s)<form\\b(.*?)>(.*?)</form>");
    private static final Pattern CONTROL = Pattern.compile("<(?:input|button)\\b[^>]*>");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();
    private final URI site;

    public PaymentOverHttp(RunningCity city) {
        this.site = city.base();
    }

    /** What became of it. */
    public enum End {
        /** The provider has the money, and its page or the receipt came. */
        PAID,
        /** The bill was paid before. */
        PAID_BEFORE
    }

    /**
     * Finds the bill by its two ids, goes on to the provider and pays there.
     *
     * @param mode how the provider behaves; after {@code NO_RETURN} nobody comes back to tell that it was paid
     * @param atProvider is run when the provider's page has come, before anything is paid there
     * @throws IOException when a step got no answer, or another status than 200
     */
    public End pay(String billId, String paymentId, String mode, Runnable atProvider) throws IOException {
        HttpResponse<String> search =
                send(HttpRequest.newBuilder(site.resolve("/pay")).GET());
        Map<String, String> ids = new LinkedHashMap<>(fields(search, "search"));
        ids.put("billId", billId);
        ids.put("paymentId", paymentId);
        HttpResponse<String> bill = post(action(search, "search"), ids);
        if (bill.body().contains("verdict good")) {
            return End.PAID_BEFORE;
        }
        HttpResponse<String> provider = post(action(bill, "to-provider"), fields(bill, "to-provider"));
        if (!provider.uri().getPath().contains("/pg/StartPay/")) {
            throw new IOException("not led to the provider but to " + provider.uri() + ": " + provider.body());
        }
        atProvider.run();
        post(provider.uri(), Map.of("action", "pay", "mode", mode));
        return End.PAID;
    }

    private HttpResponse<String> post(URI address, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = answer(request);
            if (RunningCity.hasWaited(answer)) {
                answer = answer(request);
            }
            if (answer.statusCode() != 200) {
                throw new IOException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.timeout(Duration.ofSeconds(60)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Matcher form(HttpResponse<String> page, String id) {
        Matcher form = FORM.matcher(page.body());
        while (form.find()) {
            if (form.group(1).contains("id=\"" + id + "\"")) {
                return form;
            }
        }
        throw new AssertionError("no form " + id + " at " + page.uri() + ": " + page.body());
    }

    private static URI action(HttpResponse<String> page, String id) {
        return page.uri().resolve(attribute(form(page, id).group(1), "action"));
    }

    private static Map<String, String> fields(HttpResponse<String> page, String id) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(form(page, id).group(2));
        while (control.find()) {
            String name = attribute(control.group(), "name");
            if (!name.isEmpty()) {
                fields.put(name, attribute(control.group(), "value"));
            }
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher attribute = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return attribute.find() ? attribute.group(1).replace("&amp;", "&") : "";
    }
}
