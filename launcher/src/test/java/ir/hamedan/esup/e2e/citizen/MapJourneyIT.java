package ir.hamedan.esup.e2e.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InPublic;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the map to the answer of a parcel, and from a wrong answer to the planners. */
class MapJourneyIT extends InPublic {
    /** Where on the screen a finger hits a parcel: its own path is uppermost there. */
    private static final String SPOT = """
            () => {
                for (const path of document.querySelectorAll('#map path.leaflet-interactive')) {
                    const box = path.getBoundingClientRect();
                    const x = box.x + box.width / 2, y = box.y + box.height / 2;
                    if (document.elementFromPoint(x, y) === path) { return [x, y]; }
                }
                return null;
            }
            """;

    @Test
    void a_parcel_of_the_list_beside_the_map_leads_to_its_rules() {
        String code = answers.drawn().get(0).code();
        open("/map?code=" + code);
        Locator entry = page.locator("#map-list a[href='/rules?code=" + code + "']");
        entry.waitFor();
        assertTrue(page.locator("#map-count").innerText().matches("(?s).*[۰-۹].*"), main());
        browser.assertAccessible(page);
        entry.click();
        browser.assertAccessible(page);
        assertTrue(page.url().endsWith("/rules?code=" + code), page.url());
        assertTrue(main().contains(code), main());
    }

    @Test
    void a_tap_on_a_parcel_shows_its_code_and_the_way_to_its_rules() {
        String code = answers.drawn().get(0).code();
        open("/map?code=" + code);
        page.locator("#map-list a").first().waitFor();
        page.locator("#map").scrollIntoViewIfNeeded();
        List<?> spot = (List<?>) page.evaluate(SPOT);
        page.mouse().click(number(spot.get(0)), number(spot.get(1)));
        String chosen = page.locator("#map-chosen").innerText();
        assertEquals(
                1,
                page.locator("#map-list a[href='/rules?code=" + chosen + "']").count(),
                chosen);
        assertEquals(1, page.locator("#map path.chosen").count());
        click("#map-open");
        assertTrue(page.url().endsWith("/rules?code=" + chosen), page.url());
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void the_whole_city_comes_first_and_a_tap_comes_nearer_until_parcels_are_listed() {
        open("/map");
        for (int i = 0; i < 6 && page.locator("#map-list a").count() == 0; i++) {
            page.waitForCondition(() -> page.locator("#map[aria-busy]").count() == 0);
            page.locator("#map").click(new Locator.ClickOptions().setPosition(120, 160));
            page.waitForTimeout(700);
        }
        page.locator("#map-list a").first().waitFor();
        click("#map-home");
        assertEquals("map", page.evaluate("document.activeElement.id"), "whoever uses keys is back in the map");
    }

    @Test
    void a_tap_on_the_picture_of_the_city_at_home_opens_the_map_there() {
        open("/");
        page.locator("input[type=image]").click(new Locator.ClickOptions().setPosition(170, 100));
        assertTrue(page.url().contains("/map?at.x=170&at.y=100"), page.url());
        page.waitForCondition(() -> page.locator("#map[aria-busy]").count() == 0);
        assertTrue(
                !page.locator("#map")
                        .getAttribute("data-start")
                        .equals(page.locator("#map").getAttribute("data-city")),
                "nearer than the whole city");
        browser.assertAccessible(page);
    }

    @Test
    void without_javascript_the_map_page_still_searches() {
        HttpResponse<String> plain = answers.get("/map");
        assertEquals(200, plain.statusCode());
        assertEquals(List.of(), plain.headers().allValues("Set-Cookie"));
        Page still = browser.page(Width.PHONE, false);
        still.navigate(city.address("/map"));
        assertTrue(still.locator(".no-script").isVisible());
        assertTrue(!still.locator("#map").isVisible(), "a map that stays empty");
        String code = answers.drawn().get(0).code();
        still.fill("#q", code);
        still.click("form.search button");
        assertTrue(still.url().endsWith("/rules?code=" + code), still.url());
        still.context().close();
    }

    @Test
    void an_error_is_reported_without_login_and_followed_by_its_number() {
        open("/rules?code=" + answers.drawn().get(1).code());
        click("a:text('گزارش خطا در این پاسخ')");
        page.fill("#words", "کوتاه");
        click("#file");
        assertTrue(page.locator("#errors").innerText().contains("شرح را با"), main());
        assertEquals("کوتاه", page.inputValue("#words"), "what was typed stays");
        assertEquals("true", page.getAttribute("#words", "aria-invalid"));

        page.fill("#words", "پهنای گذر جلو این ملک دوازده متر است و نه هشت متر.");
        click("#file");
        assertTrue(page.url().contains("/follow?filed=true"), page.url());
        String reference = page.url().replaceFirst(".*reference=([0-9]{16}).*", "$1");
        String shown = reference.replaceAll("(.{4})(?=.)", "$1-");
        assertTrue(main().contains(shown), main());

        open("/follow");
        page.fill("#reference", shown);
        click("form.search button");
        assertEquals("در انتظار پاسخ", heading());
        assertTrue(main().contains("پهنای گذر جلو این ملک"), main());

        open("/follow?reference=0000000000000000");
        assertTrue(page.locator("#errors").innerText().contains("گزارشی با این شماره نیست"), main());
    }
}
