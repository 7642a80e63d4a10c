package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import ir.hamedan.esup.e2e.RuleAnswers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What notaries and officers do after an inquiry was filed, and what officers keep in the register; as plain forms. */
class OfficeWorkIT extends InBrowser {
    private static final byte[] PAPER = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private Portal notary() {
        return at("notary", "notary4");
    }

    private Portal at(String portal, String username) {
        return Portal.withoutJavaScript(city, browser, Width.DESK).login(portal, username);
    }

    @Test
    void an_officer_asks_for_a_document_sees_it_and_refuses_with_a_reason() {
        Portal notary = notary();
        notary.sellNext("doubtful");
        String inquiry = notary.inquiry();
        Portal officer =
                at("staff", "officer1").open("/staff/case?id=" + inquiry).click("[id='acts:claim']");
        unfold(officer.page(), "ask:send");
        officer.page().fill("[id='ask:asking']", "تصویر سند مالکیت");
        officer.click("[id='ask:send']");

        notary.open("/notary/inquiry?id=" + inquiry);
        assertTrue(notary.page().content().contains("تصویر سند مالکیت"));
        notary.page().setInputFiles("[id='hand:content']", new FilePayload("سند.pdf", "application/pdf", PAPER));
        notary.click("[id='hand:send']");

        officer.open("/staff/case?id=" + inquiry);
        String held =
                officer.page().locator("a[href^='files/document']").first().getAttribute("href");
        assertArrayEquals(
                PAPER,
                officer.page()
                        .context()
                        .request()
                        .get(city.address("/staff/" + held))
                        .body());
        officer.page().check("input[value='OWNER_MISMATCH']");
        officer.click("[id='answer:sign']");

        notary.open("/notary/inquiry?id=" + inquiry);
        assertEquals("نقل‌وانتقال این ملک اکنون ممکن نیست.", notary.heading());
        assertEquals(1, notary.page().locator("a[href^='files/answer']").count());
    }

    @Test
    void a_registered_deed_changes_the_owners_and_a_deal_given_up_frees_the_share() {
        Portal notary = notary();
        String sold = notary.sellNext("clean");
        report(notary, "REGISTERED");
        Portal officer = at("staff", "officer1").open("/staff/parcel?code=" + sold);
        assertTrue(officer.page().content().contains("بهزاد کریمی"));

        var parcel = city.parcel("clean");
        notary.sell(parcel);
        report(notary, "ABANDONED");
        notary.sell(parcel);
        assertEquals(InquiryJourneysIT.ISSUED, notary.heading());
    }

    private static void report(Portal notary, String outcome) {
        notary.page().check("input[value='" + outcome + "']");
        if (outcome.equals("REGISTERED")) {
            notary.page().fill("[id='deedform:deedNumber']", "۱۲۳۴۵");
        }
        notary.click("[id='deedform:report']");
        assertEquals("", notary.errors());
        assertEquals(0, notary.page().locator("[id='deedform:report']").count());
    }

    @Test
    void an_answer_that_was_asked_again_or_revoked_says_so_for_ever() {
        Portal notary = notary();
        notary.sellNext("clean");
        String earlier = notary.inquiry();
        String earlierPaper = verifyAddress(notary);
        notary.click("[id='acts:follow']");
        notary.page().fill(Portal.field("letter-number"), "۱۴۰۵/۱۳");
        notary.next().click(Portal.field("file"));
        assertEquals(InquiryJourneysIT.ISSUED, notary.heading());
        String later = notary.inquiry();
        String laterPaper = verifyAddress(notary);
        notary.open("/notary/inquiry?id=" + earlier);
        assertFalse(notary.heading().equals(InquiryJourneysIT.ISSUED));

        Portal supervisor = at("staff", "supervisor").open("/staff/case?id=" + later);
        unfold(supervisor.page(), "revoke:send");
        supervisor.page().selectOption("[id='revoke:revokeReason']", "SEIZED");
        supervisor.page().fill("[id='revoke:revokeWords']", "دستور قضایی ۱۲/۳۴");
        supervisor.click("[id='revoke:send']");
        assertEquals("", supervisor.errors());

        Page citizen = browser.page(Width.PHONE, true);
        citizen.navigate(earlierPaper);
        browser.assertAccessible(citizen);
        assertTrue(said(citizen).contains("پاسخ تازه‌تری جای آن را گرفته است"), said(citizen));
        citizen.navigate(laterPaper);
        browser.assertAccessible(citizen);
        assertTrue(said(citizen).contains("این گواهی باطل شده است"), said(citizen));
    }

    private static String verifyAddress(Portal notary) {
        return notary.page().locator("a[href*='/v/']").first().getAttribute("href");
    }

    private static String said(Page page) {
        return page.locator("main").innerText();
    }

    @Test
    void an_inquiry_that_waits_for_money_is_withdrawn() {
        Portal notary = notary();
        notary.sellNext("owing");
        unfold(notary.page(), "acts:withdraw");
        notary.click("[id='acts:withdraw']");
        assertEquals("این استعلام پس گرفته شد.", notary.heading());
        assertEquals(0, notary.page().locator("a[href^='/bill?']").count());
    }

    @Test
    void owners_are_corrected_by_two_people() {
        String code = city.parcel("owing").get("code").getAsString();
        Portal officer = at("staff", "officer1").open("/staff/owners?code=" + code);
        officer.page().fill("[id='form:owners:0:name']", "نام درست‌شده");
        officer.page().fill("[id='form:reason']", "نام در سند چنین است");
        officer.click("[id='form:propose']");
        officer.open("/staff/corrections?q=" + code);
        assertEquals(0, officer.page().locator("[id$=':approve']").count(), "decided by who proposed it");

        Portal supervisor = at("staff", "supervisor").open("/staff/corrections?q=" + code);
        supervisor.click("[id$=':approve']").open("/staff/parcel?code=" + code);
        assertTrue(supervisor.page().content().contains("نام درست‌شده"));
    }

    @Test
    void a_title_deed_is_recorded_and_what_is_wrong_in_it_is_said_at_its_field() {
        String code = city.parcel("owing").get("code").getAsString();
        Portal officer = at("staff", "officer1").open("/staff/title?code=" + code);
        Page page = officer.page();
        page.fill(Portal.field("number"), "۹۸۷۶۵۴");
        page.fill(Portal.field("issuedOn"), "۱۴۰۵/۰۸/۱۲");
        page.fill(Portal.field("surveyed"), "۲۱۴٫۵۵۵");
        page.fill(Portal.field("north"), "به گذر ده‌متری");
        officer.click(Portal.field("save"));
        for (String wrong : List.of("surveyed", "issuer")) {
            assertEquals("true", page.getAttribute(Portal.field(wrong), "aria-invalid"), "both at once: " + wrong);
        }
        assertEquals("به گذر ده‌متری", page.inputValue(Portal.field("north")), "what was typed stays");
        page.fill(Portal.field("surveyed"), "۲۱۴/۵۵");
        page.fill(Portal.field("issuer"), "دفتر املاک همدان");
        officer.click(Portal.field("save"));

        assertEquals("", officer.errors());
        String said = page.locator("main").innerText();
        assertTrue(said.contains("شماره ۹۸۷۶۵۴ مورخ"), said);
        assertTrue(said.contains("۲۱۴٫۵۵ مترمربع"), said);
        assertTrue(said.contains("به گذر ده‌متری"), said);
    }

    @Test
    void a_lock_sends_the_next_inquiry_to_an_officer_until_it_is_lifted() {
        var parcel = city.parcel("clean");
        Portal officer = at("staff", "officer1");
        officer.open("/staff/parcel?code=" + parcel.get("code").getAsString());
        unfold(officer.page(), "place:send");
        officer.page().selectOption("[id='place:kind']", "SEIZURE");
        officer.page().fill("[id='place:authority']", "دادگستری همدان");
        officer.page().fill("[id='place:letter']", "۱۲/۳۴");
        officer.click("[id='place:send']");

        Portal notary = notary();
        notary.sell(parcel);
        assertEquals("استعلام نزد کارشناس شهرداری است.", notary.heading());
        unfold(notary.page(), "acts:withdraw");
        notary.click("[id='acts:withdraw']");

        officer.page().fill("[id='lift:liftLetter']", "۵۶/۷۸");
        officer.click("[id='lift:rows:0:lift']");
        assertEquals("", officer.errors());
        notary.sell(parcel);
        assertEquals(InquiryJourneysIT.ISSUED, notary.heading());
    }

    @Test
    void a_parcel_is_split_put_together_again_and_renumbered() {
        Portal officer = at("staff", "officer1");
        String code = bareLand(officer);
        String block = code.replaceFirst("^(\\d+-\\d+-\\d+)-.*", "$1-");
        RuleAnswers answers = new RuleAnswers(city);
        String before = "/rules?known=" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String rules = answers.get("/api/parcels/" + code + before).body();
        officer.changeCode(code, "SPLIT", "", block + "801", block + "802");
        officer.changeCode(block + "801", "MERGE", block + "802", block + "803");
        officer.changeCode(block + "803", "RENUMBER", "", block + "804");

        officer.open("/staff/parcel?code=" + block + "804");
        assertTrue(officer.page().content().contains(block + "803-0-0-0"));
        assertEquals(rules, answers.get("/api/parcels/" + code + before).body(), "the rules as they were known");
        HttpResponse<String> unknown = answers.get("/api/parcels/" + block + "804" + before);
        assertEquals(404, unknown.statusCode(), unknown.body());
        assertTrue(unknown.body().contains("parcels.registered-later"), unknown.body());
        String now = "/rules?known=" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
        assertEquals(200, answers.get("/api/parcels/" + block + "804" + now).statusCode());
        Portal notary = notary().open("/notary/new-parcel");
        notary.page().fill(Portal.field("parcel"), code);
        notary.next();
        assertTrue(notary.page().content().contains(block + "804-0-0-0"), "an old code finds what took its place");
    }

    /** The next owing parcel with nothing but itself in the register: buildings and units would go with a change. */
    private String bareLand(Portal officer) {
        String code;
        do {
            code = city.parcel("owing").get("code").getAsString();
            officer.open("/staff/parcels?q=" + code);
        } while (officer.page().locator("tbody tr").count() != 1);
        return code;
    }

    private static void unfold(Page page, String button) {
        page.locator("details")
                .filter(new Locator.FilterOptions().setHas(page.locator("[id='" + button + "']")))
                .locator("summary")
                .click();
    }
}
