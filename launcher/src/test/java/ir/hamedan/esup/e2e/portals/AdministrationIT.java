package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Accounts, organisations, clients of the interface and dated settings, from their making to their end; as plain forms. */
class AdministrationIT extends InBrowser {
    private Portal at(String portal, String username) {
        return Portal.withoutJavaScript(city, browser, Width.DESK).login(portal, username);
    }

    @Test
    void a_new_office_and_its_notary_who_chooses_a_password_and_is_shut_out_again() {
        Portal admin = at("staff", "admin").open("/staff/organisations");
        Page page = admin.page();
        page.fill(Portal.field("id"), "notary-901");
        page.fill(Portal.field("name"), "دفترخانهٔ ۹۰۱");
        page.selectOption(Portal.field("kind"), "NOTARY_OFFICE");
        admin.click(Portal.field("create"));
        assertEquals("", admin.errors());

        admin.open("/staff/users");
        page.fill(Portal.field("fullName"), "مریم نمونه");
        page.fill(Portal.field("nationalId"), "7409035803");
        page.fill(Portal.field("username"), "notary901");
        page.fill(Portal.field("organisation"), "notary-901");
        page.check("input[value='NOTARY']");
        admin.click(Portal.field("create"));
        String first = shownOnce(admin);
        assertFalse(
                admin.open("/staff/users?q=notary901").page().content().contains(first), "a password is shown once");

        Portal notary = enter("notary901", first);
        assertTrue(
                notary.page().url().endsWith("/notary/password"), notary.page().url());
        choose(notary, first, "یک گذرواژهٔ تازه ۱۴۰۵");
        assertTrue(notary.page().url().endsWith("/notary/"), notary.page().url());
        assertTrue(notary.page().content().contains("مریم نمونه"));

        admin.open("/staff/user?username=notary901").click(Portal.field("disable"));
        notary.page().navigate(city.address("/notary/"));
        assertTrue(notary.page().url().contains("/notary/login"), notary.page().url());
        assertEquals(
                1,
                enter("notary901", "یک گذرواژهٔ تازه ۱۴۰۵")
                        .page()
                        .locator("#errors")
                        .count());

        admin.open("/staff/journal?q=notary901");
        assertTrue(
                page.locator("tbody tr").count() >= 3,
                page.locator("tbody").allInnerTexts().toString());
    }

    private Portal enter(String username, String password) {
        return Portal.withoutJavaScript(city, browser, Width.DESK).enter("notary", username, password);
    }

    private static void choose(Portal portal, String current, String next) {
        portal.page().fill(Portal.field("current"), current);
        portal.page().fill(Portal.field("wanted"), next);
        portal.page().fill(Portal.field("again"), next);
        portal.click(Portal.field("change"));
    }

    @Test
    void a_notary_keeps_the_accounts_of_the_own_office() {
        Portal notary = at("notary", "notary3").open("/notary/office");
        Page page = notary.page();
        page.fill(Portal.field("fullName"), "کاربر تازه");
        page.fill(Portal.field("nationalId"), "7401733900");
        page.fill(Portal.field("username"), "clerk901");
        page.check("input[value='DEED_CLERK']");
        notary.click(Portal.field("create"));
        Portal clerk = enter("clerk901", shownOnce(notary));
        assertTrue(clerk.page().url().endsWith("/notary/password"), clerk.page().url());
        notary.open("/notary/office?q=clerk901").click("[id$=':disable']");
        clerk.page().navigate(city.address("/notary/"));
        assertTrue(clerk.page().url().contains("/notary/login"), clerk.page().url());
    }

    @Test
    void a_client_of_the_interface_gets_a_secret_once_another_and_none() {
        Portal admin = at("staff", "admin").open("/staff/clients");
        Page page = admin.page();
        page.fill(Portal.field("id"), "client-901");
        page.fill(Portal.field("name"), "نرم‌افزار دفترخانه");
        page.fill(Portal.field("organisation"), "notary-63");
        page.check("input[value='NOTARY']");
        admin.click(Portal.field("create"));
        String first = shownOnce(admin);
        assertEquals(200, token("client-901", first));

        admin.open("/staff/clients?q=client-901").click("[id$=':rotate']");
        String second = shownOnce(admin);
        assertEquals(401, token("client-901", first));
        assertEquals(200, token("client-901", second));

        admin.open("/staff/clients?q=client-901").click("[id$=':disable']");
        assertEquals(401, token("client-901", second));
    }

    private int token(String id, String secret) {
        String basic = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return city.send(HttpRequest.newBuilder(city.base().resolve("/api/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                .statusCode();
    }

    @Test
    void a_setting_gets_a_value_from_a_day_on_and_nonsense_is_refused() {
        Portal admin =
                Portal.at(city, browser, Width.PHONE).login("staff", "admin").open("/staff/settings");
        Page page = admin.page();
        String key = page.locator(Portal.field("key") + " option").nth(1).getAttribute("value");
        page.selectOption(Portal.field("key"), key);
        page.fill(Portal.field("value"), "999999999");
        page.fill(Portal.field("validFrom"), "۱۴۵۰/۰۱/۰۱");
        admin.click(Portal.field("set"));
        assertEquals(1, page.locator("#errors").count());
        assertEquals("۱۴۵۰/۰۱/۰۱", page.inputValue(Portal.field("validFrom")), "what was typed stays");

        page.fill(Portal.field("value"), "15");
        admin.click(Portal.field("set"));
        assertEquals("", admin.errors());
        assertTrue(page.locator("tbody").innerText().contains("۱۴۵۰/۰۱/۰۱"));
    }

    private static String shownOnce(Portal portal) {
        assertEquals("", portal.errors());
        return portal.page()
                .locator(".notice.good .code bdi")
                .last()
                .innerText()
                .strip();
    }
}
