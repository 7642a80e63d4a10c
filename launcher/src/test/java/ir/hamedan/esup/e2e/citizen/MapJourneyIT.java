package ir.hamedan.esup.e2e.citizen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InPublic;
import ir.hamedan.esup.e2e.RuleAnswers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From the map to the answer of a parcel, and from a wrong answer to the planners. */
class MapJourneyIT extends InPublic {
    /** Where on the screen a finger hits a parcel: its own path is uppermost there. */
    private static final String SPOTS = """
            () => {
                const spots = [];
                for (const path of document.querySelectorAll('#map path.leaflet-interactive')) {
                    const box = path.getBoundingClientRect();
                    const x = box.x + box.width / 2, y = box.y + box.height / 2;
                    if (document.elementFromPoint(x, y) === path) { spots.push([x, y]); }
                }
                return spots;
            }
            """;

    /** Where it hits the map and no parcel. */
    private static final String FREE = """
            () => {
                const box = document.getElementById('map').getBoundingClientRect();
                const spots = [];
                for (let x = box.x + 20; x < box.right - 20; x += 30) {
                    for (let y = box.y + 120; y < Math.min(box.bottom, innerHeight) - 20; y += 30) {
                        const top = document.elementFromPoint(x, y);
                        if (top && top.closest('#map') && !top.closest('.leaflet-interactive')) { spots.push([x, y]); }
                    }
                }
                return spots;
            }
            """;

    private static final int MOST_TAPS = 60;

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
        tap(spots(SPOTS).get(0));
        String chosen = page.locator("#map-chosen").innerText();
        assertEquals(
                1,
                page.locator("#map-list a[href='/rules?code=" + chosen + "']").count(),
                chosen);
        assertEquals(1, page.locator("#map path.chosen").count());
        Locator said = page.locator("#map-said p");
        page.waitForCondition(() -> said.count() == 2);
        browser.assertAccessible(page);
        List<String> told = said.allInnerTexts();
        click("#map-open");
        assertTrue(page.url().endsWith("/rules?code=" + chosen), page.url());
        assertEquals(page.locator(".verdict .lead").innerText(), told.get(0));
        assertTrue(
                told.get(1).length() > 5 && page.locator(".verdict").innerText().contains(told.get(1)), told.get(1));
    }

    private List<List<?>> spots(String script) {
        List<List<?>> spots = new ArrayList<>();
        ((List<?>) page.evaluate(script)).forEach(spot -> spots.add((List<?>) spot));
        return spots;
    }

    private void tap(List<?> spot) {
        page.mouse().click(((Number) spot.get(0)).doubleValue(), ((Number) spot.get(1)).doubleValue());
    }

    /** Around the square of the city there are streets, and the park in the middle, where no parcel is. */
    @Test
    void a_tap_on_a_street_or_where_no_parcel_is_says_so() {
        RuleAnswers.Drawn nearest = answers.drawn().stream()
                .min(Comparator.comparingDouble(
                        parcel -> Math.hypot(parcel.longitude() - 48.5148, parcel.latitude() - 34.7983)))
                .orElseThrow();
        open("/map?code=" + nearest.code());
        page.locator("#map-list a").first().waitFor();
        page.locator("#map").scrollIntoViewIfNeeded();
        Set<String> told = new HashSet<>();
        List<List<?>> free = spots(FREE);
        for (int i = 0; i < free.size() && i < MOST_TAPS && told.size() < 2; i++) {
            tap(free.get(i));
            page.waitForCondition(() -> !said().contains("خوانده می‌شود"));
            Stream.of("روی گذر", "ملکی روی نقشه نیست").filter(said()::contains).forEach(told::add);
            assertEquals("جایی که زدید", page.locator("#map-chosen").innerText());
            assertTrue(page.locator("#map-open").isHidden(), "there are no rules to see");
        }
        assertEquals(2, told.size(), told.toString());
        browser.assertAccessible(page);

        click("#map-report");
        assertEquals("گزارش خطای نقشه", heading());
        assertTrue(page.isChecked("input[value=MISSING]"), main());
        page.fill("#words", "در این جا خانه‌ای است که روی نقشه نیامده است.");
        click("#file");
        assertTrue(page.url().contains("/follow?filed=true"), page.url());
        page.click("dd a[href^='/map?lat=']");
        page.locator("#map-besides li").first().waitFor();
        browser.assertAccessible(page);
    }

    private String said() {
        return page.locator("#map-said").innerText();
    }

    @Test
    void an_answer_that_comes_late_or_not_at_all_is_never_taken_for_another() {
        open("/map?code=" + answers.drawn().get(0).code());
        page.locator("#map-list a").first().waitFor();
        page.locator("#map").scrollIntoViewIfNeeded();
        List<List<?>> parcels = spots(SPOTS);
        List<Route> held = new ArrayList<>();
        page.route("**/rules?code=*", held::add);
        tap(parcels.get(0));
        page.waitForCondition(() -> held.size() == 1);
        assertTrue(said().contains("خوانده می‌شود"), said());
        page.unroute("**/rules?code=*");
        tap(parcels.get(1));
        page.waitForCondition(() -> page.locator("#map-said p").count() == 2);
        String second = said();
        held.get(0)
                .fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("<p data-said>LATE</p>"));
        page.waitForTimeout(500);
        assertEquals(second, said());

        page.route("**/rules?code=*", Route::abort);
        tap(parcels.get(0));
        page.waitForCondition(() -> said().contains("پاسخ خوانده نشد"));
        assertTrue(page.locator("#map-open").isVisible(), "its page may still be opened");
        page.unroute("**/rules?code=*");
        tap(parcels.get(0));
        page.waitForCondition(() -> page.locator("#map-said p").count() == 2);
    }

    @Test
    void zones_and_overlays_in_view_are_listed_in_words() {
        open("/map?code=" + answers.drawn().get(0).code());
        Locator besides = page.locator("#map-besides li");
        besides.first().waitFor();
        assertTrue(
                besides.first().innerText().matches("پهنه.*: .*\u2067[A-Z][0-9]{3} [^\u2067]+\u2069.*"),
                besides.allInnerTexts().toString());
        page.locator("#map-layers input").all().forEach(Locator::check);
        page.waitForCondition(() -> besides.count() > 1);
        browser.assertAccessible(page);
        page.locator("#map-layers input[value=ZONE]").uncheck();
        page.waitForCondition(() -> besides.allInnerTexts().stream().noneMatch(row -> row.startsWith("پهنه")));
    }

    @Test
    void the_whole_city_comes_first_and_a_tap_comes_nearer_until_parcels_are_listed() {
        drawn(() -> open("/map"));
        for (int i = 0; i < 6 && page.locator("#map-list a").count() == 0; i++) {
            drawn(() -> page.locator("#map").click(new Locator.ClickOptions().setPosition(120, 160)));
        }
        page.locator("#map-list a").first().waitFor();
        click("#map-home");
        assertEquals("map", page.evaluate("document.activeElement.id"), "whoever uses keys is back in the map");
    }

    /** Until the view that the step leads to is on the map. */
    private void drawn(Runnable step) {
        page.waitForResponse(answer -> answer.url().contains("&scale="), step);
        page.waitForCondition(() -> page.locator("#map[aria-busy]").count() == 0);
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
