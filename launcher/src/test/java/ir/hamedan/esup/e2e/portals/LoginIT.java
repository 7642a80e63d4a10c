package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The door of the portals: mistakes, guesses, sessions that ended, and pages that are not there. */
class LoginIT extends InBrowser {
    private static final String WRONG = "نام کاربری یا گذرواژه درست نیست";
    private static final String LOCKED = "پس از چند تلاش ناموفق";

    @Test
    void a_mistyped_password_is_said_and_the_name_stays() {
        Portal portal = Portal.at(city, browser, Width.PHONE);
        portal.enter("notary", "notary3", "nonsense");
        Page page = portal.page();
        assertTrue(portal.errors().contains(WRONG), portal.errors());
        assertEquals("notary3", page.inputValue(Portal.field("username")));
        assertEquals("", page.inputValue(Portal.field("password")));
        assertEquals("errors", page.evaluate("document.activeElement.id"));

        portal.open("/notary/login").click(Portal.field("enter"));
        assertEquals("true", page.getAttribute(Portal.field("username"), "aria-invalid"));
        assertEquals("true", page.getAttribute(Portal.field("password"), "aria-invalid"));
    }

    @Test
    void a_name_nobody_has_is_answered_like_a_wrong_password() {
        Portal portal = Portal.at(city, browser, Width.DESK);
        portal.enter("notary", "nobody-has-this-name", "nonsense");
        assertTrue(portal.errors().contains(WRONG), portal.errors());
    }

    @Test
    void guesses_shut_the_door_for_a_while_and_the_right_password_does_not_open_it() {
        Portal portal = Portal.at(city, browser, Width.PHONE);
        Page page = portal.page();
        for (int i = 0; i < 10 && !portal.errors().contains(LOCKED); i++) {
            portal.enter("notary", "clerk4", "guess-" + i);
        }
        assertTrue(portal.errors().contains(LOCKED), portal.errors());
        portal.enter("notary", "clerk4", portal.password("clerk4"));
        assertTrue(portal.errors().contains(LOCKED), portal.errors());
    }

    @Test
    void what_was_typed_outlives_the_session() {
        Portal notary = Portal.at(city, browser, Width.PHONE).login("notary", "notary1");
        Page page = notary.page();
        page.navigate(city.address("/notary/new-parcel"));
        page.fill(Portal.field("parcel"), "1-2-3-4");
        page.context().clearCookies();
        notary.next();
        assertTrue(page.url().contains("/login"), page.url());
        page.fill(Portal.field("username"), "notary1");
        page.fill(Portal.field("password"), notary.password("notary1"));
        notary.click(Portal.field("enter"));
        assertTrue(page.url().contains("/notary/new-parcel"), page.url());
        assertEquals("1-2-3-4", page.inputValue(Portal.field("parcel")));
    }

    @Test
    void whoever_leaves_is_out() {
        Portal notary = Portal.at(city, browser, Width.DESK);
        notary.enter("notary", "deputy1", notary.password("deputy1")).click("[id='leave:go']");
        Page page = notary.page();
        page.navigate(city.address("/notary/"));
        assertTrue(page.url().contains("/notary/login"), page.url());
    }

    @Test
    void a_page_that_is_not_there_or_not_for_me_is_said_in_our_own_words() {
        Portal clerk = Portal.at(city, browser, Width.DESK).login("notary", "clerk1");
        Page page = clerk.page();
        for (String path : List.of("/notary/no-such-page", "/notary/inquiry?id=no-such-inquiry", "/no-such-page")) {
            Response response = page.navigate(city.address(path));
            assertEquals(404, response.status(), path);
            assertEquals("صفحه پیدا نشد", clerk.heading(), path);
            browser.assertAccessible(page);
        }
        assertEquals(403, page.navigate(city.address("/notary/office")).status());
        assertEquals("اجازهٔ دیدن این صفحه را ندارید", clerk.heading());
        browser.assertAccessible(page);
    }
}
