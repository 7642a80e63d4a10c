package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import ir.hamedan.esup.e2e.Payer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a citizen does after the login: sees the own property, pays what it owes and takes the signed rules of it home. */
class CitizenDeskIT extends InBrowser {
    private static final String OWES = "این ملک بدهی دارد";
    private static final String CLEAR = "این ملک بدهی ندارد";
    private static final String OF_THE_LIST = "main th a[href^='/my/dues']";

    private Portal desk(String nationalId) {
        Portal portal = Portal.at(city, browser, Width.PHONE);
        portal.open("/my").enter("my", nationalId, portal.password(nationalId));
        assertEquals("ملک‌های من", portal.heading());
        return portal;
    }

    private static String verdict(Portal portal) {
        return portal.page().locator(".verdict").first().innerText();
    }

    /** Opens one property after the other until one is found that owes. */
    private static void openOwing(Portal portal) {
        List<String> all = portal.page().locator(OF_THE_LIST).all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (String one : all) {
            if (verdict(portal.open(one)).contains(OWES)) {
                return;
            }
        }
        throw new AssertionError("none of " + all + " owes");
    }

    @Test
    void an_owner_sees_the_dues_gets_the_bill_pays_it_and_owes_nothing() {
        Portal portal = desk(city.citizens().get(0));
        openOwing(portal);
        String dues = portal.page().url().replaceFirst("^[a-z]+://[^/]+", "");
        portal.click("[id='billing:bill']");

        assertTrue(portal.page().url().contains("/bill?bill="), portal.page().url());
        String[] ids = portal.page()
                .url()
                .replaceFirst(".*bill=(\\d+)&payment=(\\d+)$", "$1 $2")
                .split(" ");
        Payer payer = new Payer(city, portal.page()).find(ids[0], ids[1]);
        assertEquals("پرداخت شد", payer.pay().heading());

        assertTrue(verdict(portal.open(dues)).contains(CLEAR), verdict(portal));
        assertEquals(0, portal.page().locator("[id='billing:bill']").count());
    }

    @Test
    void an_owner_takes_the_signed_statement_of_rules_along() throws IOException {
        Portal portal = desk(city.citizens().get(1));
        portal.click(OF_THE_LIST + " >> nth=0").click("[id='stating:issue']");

        assertEquals("اعلام ضابطه‌های من", portal.heading());
        Page page = portal.page();
        Download paper = page.waitForDownload(
                () -> page.locator("a[href^='/my/files/statement']").first().click());
        byte[] head = Arrays.copyOf(Files.readAllBytes(paper.path()), 4);
        assertArrayEquals("%PDF".getBytes(StandardCharsets.US_ASCII), head);
    }

    @Test
    void anothers_property_is_answered_as_not_there() {
        Portal owing = desk(city.citizens().get(0));
        String foreign = owing.page().locator(OF_THE_LIST).first().getAttribute("href");
        Portal other = desk(city.citizens().get(1));
        other.open(foreign);
        assertTrue(other.page().locator("main").innerText().contains("در ملک‌های شما ملکی با کد"), other.heading());
    }

    @Test
    void from_the_answer_one_comes_to_the_dues_through_the_door_and_leaves_nothing_behind() {
        String nationalId = city.citizens().get(1);
        Portal known = desk(nationalId);
        String dues = known.page().locator(OF_THE_LIST).first().getAttribute("href");
        String code = dues.replaceFirst(".*code=", "");

        Portal portal = Portal.at(city, browser, Width.PHONE).open("/rules?code=" + code);
        Page page = portal.page();
        portal.click("aside a[href='" + dues + "']");
        assertEquals("ورود به کارتابل شهروندی", portal.heading());
        page.fill(Portal.field("username"), nationalId);
        page.fill(Portal.field("password"), "nonsense");
        portal.click(Portal.field("enter"));
        assertTrue(!portal.errors().isEmpty());
        page.fill(Portal.field("password"), portal.password(nationalId));
        portal.click(Portal.field("enter"));
        assertTrue(page.url().endsWith(dues), page.url());

        for (Cookie cookie : page.context().cookies()) {
            if (cookie.name.equals("ESUPMY")) {
                assertEquals("/my", cookie.path, "the public pages get none");
                assertTrue(cookie.httpOnly);
            }
        }
        portal.click("[id='leave:go']");
        assertEquals("ورود به کارتابل شهروندی", portal.heading());
        portal.open(dues);
        assertEquals("ورود به کارتابل شهروندی", portal.heading());
    }

    @Test
    void an_officer_opens_an_account_and_the_citizen_chooses_the_own_password() {
        String nationalId = "7402464091";
        Portal officer = Portal.at(city, browser, Width.DESK).login("staff", "officer1");
        officer.open("/staff/citizens");
        officer.page().fill(Portal.field("nationalId"), "7402464092");
        officer.page().fill(Portal.field("name"), "راضیه همدانی");
        officer.click(Portal.field("open"));
        assertEquals("true", officer.page().getAttribute(Portal.field("nationalId"), "aria-invalid"));
        officer.page().fill(Portal.field("nationalId"), nationalId);
        officer.click(Portal.field("open"));
        String lost = shownOnce(officer);
        officer.click("main th a:text('راضیه همدانی')").click("[id='renewing:renew']");
        String first = shownOnce(officer);

        Portal citizen = Portal.at(city, browser, Width.PHONE);
        citizen.enter("my", nationalId, lost);
        assertTrue(!citizen.errors().isEmpty(), "the lost one opens nothing");
        citizen.enter("my", "۷۴۰۲۴۶۴۰۹۱", first);
        assertEquals("تغییر گذرواژه", citizen.heading());
        citizen.open("/my");
        assertEquals("تغییر گذرواژه", citizen.heading(), "nothing else is open before");
        Page page = citizen.page();
        page.fill(Portal.field("current"), first);
        page.fill(Portal.field("wanted"), "چهار واژهٔ بی‌ربط کنار هم");
        page.fill(Portal.field("again"), "چهار واژهٔ بی‌ربط کنار هم");
        citizen.click(Portal.field("change"));
        assertEquals("ملک‌های من", citizen.heading());
        assertTrue(page.locator("main").innerText().contains("ملکی به نام شما ثبت نیست"));
    }

    private static String shownOnce(Portal portal) {
        return portal.page().locator(".notice .code bdi").nth(1).innerText().strip();
    }
}
