package ir.hamedan.esup.e2e.citizen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.Payer;
import ir.hamedan.esup.e2e.RunningCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody does without login: checking certificates and paying bills, on a phone and at a desk. */
class PublicPagesIT extends InBrowser {
    private static final List<String> PAGES = List.of(
            "/",
            "/verify",
            "/pay",
            "/help",
            "/help/verify",
            "/help/pay",
            "/help/rules",
            "/help/permit",
            "/help/my",
            "/help/inquiry",
            "/help/safety",
            "/help/accessibility",
            "/no/such/page");

    @TempDir
    private Path folder;

    @Test
    void every_public_page_is_accessible_in_both_languages_and_sets_no_session() {
        for (String language : List.of("fa", "en")) {
            Page page = browser.page(Width.PHONE, true);
            for (String path : PAGES) {
                Response response = page.navigate(city.address(path + "?lang=" + language));
                assertEquals(path.startsWith("/no/") ? 404 : 200, response.status(), path);
                assertEquals(language, page.locator("html").getAttribute("lang"), path);
                browser.assertAccessible(page);
            }
            assertOnlyLanguageCookie(page);
            page.context().close();
        }
    }

    @Test
    void a_certificate_is_checked_by_its_address_its_ids_and_its_file() throws IOException {
        JsonObject certificate = sell("clean").getAsJsonObject("certificate");
        String number = certificate.get("number").getAsString();
        String secret = certificate.get("secret").getAsString();
        Page page = browser.page(Width.PHONE, true);

        assertEquals(
                city.address("/v/" + number + "/" + secret),
                certificate.get("verifyUrl").getAsString());
        page.navigate(certificate.get("verifyUrl").getAsString());
        assertEquals("گواهی اصل و معتبر است", heading(page));
        assertTrue(page.locator("main").innerText().contains("بهزاد کریمی"));
        browser.assertAccessible(page);

        Download download = page.waitForDownload(
                () -> page.locator("a[href$='/pdf']").first().click());
        byte[] original = Files.readAllBytes(download.path());
        assertArrayEquals("%PDF".getBytes(StandardCharsets.US_ASCII), head(original));

        page.navigate(city.address("/v"));
        assertEquals(city.address("/verify"), page.url(), "the address that is printed beside number and secret");
        page.navigate(city.address("/v/" + number));
        assertEquals(number, page.inputValue("#number"));
        page.fill("#secret", secret);
        page.click("#find");
        assertEquals("گواهی اصل و معتبر است", heading(page));

        upload(page, original);
        assertEquals("این پرونده از شهرداری است و دست‌نخورده مانده است", heading(page));
        browser.assertAccessible(page);

        byte[] touched = original.clone();
        touched[touched.length / 3] ^= 1;
        upload(page, touched);
        assertTrue(heading(page).matches("این پرونده (دست‌کاری شده است|از شهرداری نیست)"), heading(page));
        browser.assertAccessible(page);
        assertOnlyLanguageCookie(page);
    }

    @Test
    void there_are_two_negative_answers_and_what_was_typed_stays() {
        JsonObject certificate = sell("clean").getAsJsonObject("certificate");
        String number = certificate.get("number").getAsString();
        String secret = certificate.get("secret").getAsString();
        Page page = browser.page(Width.PHONE, true);

        String other = (secret.charAt(0) == 'A' ? "B" : "A") + secret.substring(1);
        Response wrongSecret = page.navigate(city.address("/v/" + number + "/" + other));
        assertEquals(404, wrongSecret.status());
        browser.assertAccessible(page);

        page.navigate(city.address("/verify"));
        String mistyped = number.substring(0, 17) + (char) ('0' + (number.charAt(17) - '0' + 1) % 10);
        page.fill("#number", mistyped);
        page.fill("#secret", secret);
        page.click("#find");
        assertEquals(mistyped, page.inputValue("#number"));
        assertEquals(secret, page.inputValue("#secret"));
        assertEquals("true", page.getAttribute("#number", "aria-invalid"));
        assertEquals("errors", page.evaluate("document.activeElement.id"));
        browser.assertAccessible(page);
    }

    @Test
    void a_bill_is_paid_without_javascript_and_its_certificate_issues_itself() {
        JsonObject inquiry = sell("owing");
        JsonObject bill =
                inquiry.getAsJsonObject("debts").getAsJsonArray("bills").get(0).getAsJsonObject();
        Page page = browser.page(Width.PHONE, false);

        Payer payer = new Payer(city, page)
                .find(
                        persian(bill.get("billId").getAsString()),
                        bill.get("paymentId").getAsString());
        assertEquals("قبض عوارض", payer.heading());
        assertEquals("پرداخت شد", payer.pay().heading());

        page.navigate(city.address("/bill?bill=" + bill.get("billId").getAsString() + "&payment="
                + bill.get("paymentId").getAsString()));
        assertEquals("این قبض پرداخت شده است", heading(page));
        assertOnlyLanguageCookie(page);
        assertEquals("ISSUED", awaited(inquiry.get("id").getAsString()));
    }

    @Test
    void a_payer_who_turns_back_can_pay_again() {
        JsonObject bill = sell("owing")
                .getAsJsonObject("debts")
                .getAsJsonArray("bills")
                .get(0)
                .getAsJsonObject();
        Page page = browser.page(Width.DESK, true);
        Payer payer = new Payer(city, page)
                .find(bill.get("billId").getAsString(), bill.get("paymentId").getAsString());
        browser.assertAccessible(page);
        page.click("#pay");
        browser.assertAccessible(page);
        page.click("button[value='cancel']");
        assertEquals("پرداخت انجام نشد", heading(page));
        browser.assertAccessible(page);
        page.locator("main a.button").first().click();
        assertEquals("پرداخت شد", payer.pay().heading());
        assertTrue(page.locator("main").innerText().contains("شمارهٔ پیگیری"), "the receipt");
        browser.assertAccessible(page);
    }

    @Test
    void a_form_of_another_site_and_a_file_beyond_all_measure_are_refused() {
        assertEquals(
                403,
                city.send(HttpRequest.newBuilder(city.base().resolve("/pay"))
                                .header("Origin", "https://elsewhere.example")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("search=search")))
                        .statusCode());
        Page page = browser.page(Width.DESK, true);
        upload(page, new byte[6 << 20]);
        assertTrue(page.locator("#errors").innerText().contains("۵ مگابایت"));
        upload(page, new byte[12 << 20]);
        assertEquals("پرونده بزرگ‌تر از اندازهٔ مجاز است", heading(page));
    }

    private Machine office() {
        return Machine.of(city, "notary-12");
    }

    /** Files a sale of all shares of the next sample parcel of a kind, as a notary's software does. */
    private JsonObject sell(String kind) {
        HttpResponse<String> filed = office().file(Machine.sale(city.parcel(kind)));
        assertEquals(201, filed.statusCode(), filed.body());
        return Machine.json(filed);
    }

    private void upload(Page page, byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("certificate.pdf"), bytes);
            page.navigate(city.address("/verify"));
            page.setInputFiles("#pdf", file);
            page.click("#check");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String awaited(String inquiry) {
        String state = "";
        for (int i = 0; i < 60 && !state.equals("ISSUED"); i++) {
            RunningCity.pause(500);
            state = Machine.json(office().get("/api/inquiries/" + inquiry))
                    .get("state")
                    .getAsString();
        }
        return state;
    }

    private static String heading(Page page) {
        return page.locator("h1").first().innerText().strip();
    }

    private static void assertOnlyLanguageCookie(Page page) {
        List<String> names =
                page.context().cookies().stream().map(cookie -> cookie.name).toList();
        assertTrue(names.isEmpty() || names.equals(List.of("lang")), names.toString());
        for (Cookie cookie : page.context().cookies()) {
            assertTrue(cookie.httpOnly);
        }
    }

    private static byte[] head(byte[] bytes) {
        return Arrays.copyOf(bytes, 4);
    }

    private static String persian(String digits) {
        StringBuilder out = new StringBuilder();
        digits.chars().forEach(c -> out.appendCodePoint(c - '0' + 0x06F0));
        return out.toString();
    }
}
