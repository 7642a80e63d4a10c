package ir.hamedan.esup.e2e.portals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import ir.hamedan.esup.e2e.Payer;
import ir.hamedan.esup.e2e.RunningCity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The three inquiries in the portals: instant, pay and release, and with an officer and a second signer. With JavaScript they
 * are done on a phone, without it at a desk; how they look is examined at both widths.
 */
class InquiryJourneysIT extends InBrowser {
    static final String ISSUED = "نقل‌وانتقال بلامانع است؛ پاسخ صادر شد.";

    @Test
    void a_clean_parcel_is_answered_at_once_and_the_signed_paper_can_be_fetched() throws IOException {
        Portal notary = Portal.at(city, browser, Width.PHONE).login("notary", "notary1");
        notary.sell(city.parcel("clean"));

        assertEquals(ISSUED, notary.heading());
        Page page = notary.page();
        Download paper = page.waitForDownload(
                () -> page.locator("a[href^='files/answer']").click());
        byte[] head = Arrays.copyOf(Files.readAllBytes(paper.path()), 4);
        assertArrayEquals("%PDF".getBytes(StandardCharsets.US_ASCII), head);
        notary.open("/notary/").open("/notary/office").open("/notary/help").open("/notary/password");
    }

    @Test
    void an_owing_parcel_is_told_what_to_pay_and_released_when_a_citizen_pays() {
        Portal notary = Portal.at(city, browser, Width.PHONE).login("notary", "deputy2");
        notary.sell(city.parcel("owing"));
        String inquiry = notary.inquiry();
        assertTrue(notary.heading().contains("بدهی دارد"), notary.heading());

        pay(notary, browser.page(Width.PHONE, true));

        assertEquals(ISSUED, awaited(notary, inquiry));
        browser.assertAccessible(notary.page());
    }

    @Test
    void a_doubtful_parcel_goes_to_an_officer_and_a_clean_answer_needs_a_second_signer() {
        doubtful(() -> Portal.at(city, browser, Width.PHONE));
    }

    @Test
    @EnabledIfSystemProperty(
            named = "esup.full",
            matches = "true",
            disabledReason = "the same three as above, for which the build has no room a second time: with -Pfull")
    void the_three_inquiries_work_at_a_desk_without_javascript() {
        Portal notary = Portal.withoutJavaScript(city, browser, Width.DESK).login("notary", "notary4");
        notary.sell(city.parcel("clean"));
        assertEquals(ISSUED, notary.heading());

        notary.sell(city.parcel("owing"));
        String inquiry = notary.inquiry();
        pay(notary, browser.page(Width.DESK, false));
        assertEquals(ISSUED, awaited(notary, inquiry));

        doubtful(() -> Portal.withoutJavaScript(city, browser, Width.DESK));
    }

    @Test
    void an_inheritance_names_the_certificate_of_the_heirs_and_keeps_what_was_typed_wrong() {
        Portal notary = Portal.at(city, browser, Width.PHONE).login("notary", "notary2");
        notary.fillUpToLetter(city.parcel("clean"), "INHERITANCE");
        notary.next();
        Page page = notary.page();
        assertEquals("true", page.getAttribute(Portal.field("basis-number"), "aria-invalid"));
        assertEquals("۱۴۰۵/۱۲", page.inputValue(Portal.field("letter-number")), "what was typed stays");

        page.fill(Portal.field("basis-number"), "۱۴۰۴/۹۸۷");
        page.fill(Portal.field("basis-date"), "۱۴۰۴/۱۳/۴۰");
        notary.next();
        assertEquals("true", page.getAttribute(Portal.field("basis-date"), "aria-invalid"));
        assertEquals("۱۴۰۴/۱۳/۴۰", page.inputValue(Portal.field("basis-date")));

        page.fill(Portal.field("basis-date"), "۱۴۰۴/۱۱/۰۵");
        notary.next().next();
        assertTrue(page.locator("main").innerText().contains("۱۴۰۴/۹۸۷"));
        notary.click(Portal.field("file"));
        assertEquals(ISSUED, notary.heading());
    }

    @Test
    void a_double_click_on_the_last_button_files_once() {
        Portal notary = Portal.withoutJavaScript(city, browser, Width.DESK).login("notary", "notary4");
        JsonObject parcel = city.parcel("clean");
        notary.fill(parcel);
        Page page = notary.page();
        page.dblclick(Portal.field("file"));
        assertThat(page.locator("h1").first()).hasText(ISSUED);

        notary.open("/notary/?q=" + parcel.get("code").getAsString());
        assertEquals(1, page.locator("a[href*='inquiry?id=']").count());
    }

    private void doubtful(Supplier<Portal> window) {
        Portal notary = window.get().login("notary", "clerk3");
        notary.sell(city.parcel("doubtful"));
        String inquiry = notary.inquiry();
        assertEquals("استعلام نزد کارشناس شهرداری است.", notary.heading());

        Portal officer = window.get().login("staff", "officer1");
        officer.open("/staff/queue?q=" + inquiry).open("/staff/case?id=" + inquiry);
        officer.click("[id='acts:claim']").click("[id='answer:sign']");
        assertEquals(1, officer.page().locator("#errors").count(), "an answer without a reason");
        officer.page().check("input[value='EXAMINED_AND_CLEAR']");
        officer.click("[id='answer:sign']");
        assertEquals("true", officer.page().getAttribute("[id='answer:words']", "aria-invalid"), "without a ground");
        officer.page().fill("[id='answer:words']", "سند و نقشه دیده شد");
        officer.click("[id='answer:sign']");
        assertEquals(0, officer.page().locator("[id='second:sign']").count(), "the first signer is the second one too");
        notary.open("/notary/inquiry?id=" + inquiry);
        assertEquals(0, notary.page().locator("a[href^='files/answer']").count(), "issued by one signer alone");

        Portal second = window.get().login("staff", "officer2");
        second.open("/staff/queue?tab=AWAITING_SECOND_SIGNER").open("/staff/case?id=" + inquiry);
        second.page().check("input[value='YES']");
        second.click("[id='second:sign']");

        // A doubtful parcel may owe as well: what is owed stays owed.
        notary.open("/notary/inquiry?id=" + inquiry);
        if (notary.page().locator("a[href^='/bill?']").count() > 0) {
            pay(notary, second.page());
        }
        assertEquals(ISSUED, awaited(notary, inquiry));
    }

    /** A citizen pays, with the ids that stand on the notary's page, on another page. */
    private void pay(Portal notary, Page citizen) {
        String[] ids = notary.page()
                .locator("a[href^='/bill?']")
                .getAttribute("href")
                .replaceFirst(".*bill=(\\d+)&payment=(\\d+)$", "$1 $2")
                .split(" ");
        Payer payer = new Payer(city, citizen).find(ids[0], ids[1]);
        assertEquals("قبض عوارض", payer.heading());
        assertEquals("پرداخت شد", payer.pay().heading());
    }

    private String awaited(Portal notary, String inquiry) {
        for (int i = 0; i < 120; i++) {
            notary.page().navigate(city.address("/notary/inquiry?id=" + inquiry));
            if (notary.heading().equals(ISSUED)) {
                break;
            }
            RunningCity.pause(250);
        }
        return notary.heading();
    }
}
