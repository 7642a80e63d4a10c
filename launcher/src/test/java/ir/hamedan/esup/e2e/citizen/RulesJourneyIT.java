package ir.hamedan.esup.e2e.citizen;

import static ir.hamedan.esup.e2e.RuleAnswers.firstUse;
import static ir.hamedan.esup.e2e.RuleAnswers.number;
import static ir.hamedan.esup.e2e.RuleAnswers.persian;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import ir.hamedan.esup.e2e.InPublic;
import ir.hamedan.esup.e2e.RuleAnswers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the home page to what may be built, why, for what levy, and what if. */
class RulesJourneyIT extends InPublic {
    @Test
    void the_words_of_an_address_lead_from_the_home_page_to_the_answer() {
        String code = ruled();
        open("/rules?code=" + code);
        String address = page.locator(".verdict p")
                .last()
                .innerText()
                .replaceFirst("^[^،]*،", "")
                .strip();

        open("/");
        page.fill("#q", address);
        click("form.search button");
        click("tbody a[href='/rules?code=" + code + "']");
        assertTrue(main().contains(address), main());
        assertTrue(page.locator(".verdict .lead").innerText().startsWith("در این ملک"), main());
    }

    @Test
    void a_code_in_persian_digits_leads_to_the_numbers_that_the_interface_gives() {
        JsonObject answer = answers.first("RULED");
        String code = answer.get("parcel").getAsString();
        open("/");
        page.fill("#q", persian(code));
        click("form.search button");
        assertTrue(page.url().endsWith("/rules?code=" + code), "a whole code needs no choice: " + page.url());

        JsonObject use = firstUse(answer);
        String verdict = page.locator(".verdict .lead").innerText();
        assertTrue(verdict.contains(use.get("title").getAsString()), verdict);
        assertTrue(verdict.contains(shown(use, "density")), verdict);
        assertTrue(verdict.contains(shown(use, "coverage")), verdict);
        for (String[] pair :
                List.of(new String[] {"تراکم مجاز", "density"}, new String[] {"سطح اشغال", "coverage"}, new String[] {
                    "زیربنای قابل ساخت", "buildableArea"
                })) {
            String value = row(pair[0]).locator("td").first().innerText();
            assertTrue(value.contains(shown(use, pair[1])), pair[0] + ": " + value);
        }
        assertTrue(main().contains("این دفترچه نمونه است و ضابطهٔ شهر همدان نیست."), main());
        assertEquals(1, page.locator("figure.extract svg path[d^='M']").first().count(), "the extract of the map");
    }

    /** The value of a number as the page writes whole ones. */
    private static String shown(JsonObject use, String name) {
        String value = number(use, name)
                .get("value")
                .getAsBigDecimal()
                .stripTrailingZeros()
                .toPlainString();
        int point = value.indexOf('.');
        String whole = persian(point < 0 ? value : value.substring(0, point));
        return whole.length() > 3
                ? whole.substring(0, whole.length() - 3) + "٬" + whole.substring(whole.length() - 3)
                : whole;
    }

    /** The row of a number in the table of the first use. */
    private Locator row(String label) {
        return page.locator("table")
                .first()
                .locator("tbody tr:has(th:text-is('" + label + "'))")
                .first();
    }

    @Test
    void a_reason_unfolds_and_leads_to_the_words_of_its_clause() {
        JsonObject answer = answers.first("RULED");
        JsonElement clause =
                number(firstUse(answer), "density").getAsJsonArray("clauses").get(0);
        String number = clause.getAsJsonObject().get("number").getAsString();
        open("/rules?code=" + answer.get("parcel").getAsString());
        Locator link = row("تراکم مجاز").locator("details a").first();
        assertFalse(link.isVisible());
        row("تراکم مجاز").locator("summary").click();
        assertTrue(link.isVisible());
        browser.assertAccessible(page);

        link.click();
        browser.assertAccessible(page);
        assertTrue(page.url().contains("/clause/" + number), page.url());
        assertTrue(heading().contains("بند " + persian(number)), heading());
        assertTrue(heading().contains(clause.getAsJsonObject().get("title").getAsString()), heading());
    }

    @Test
    void where_only_the_commission_decides_the_page_says_how_to_ask_it() {
        String code = answers.drawn().stream()
                .map(RuleAnswers.Drawn::code)
                .filter(one -> answers.of(one).statusCode() == 422)
                .findFirst()
                .orElseThrow();
        open("/rules?code=" + code);
        assertTrue(page.locator(".verdict").innerText().contains("از شهرداری منطقه درخواست"), main());
        click(".verdict a[href='/help/rules#commission']");
        assertTrue(page.locator("#commission").isVisible(), main());
    }

    @Test
    void the_levies_of_the_permit_are_estimated_line_by_line_and_are_nobodys_debt() {
        open("/rules?code=" + ruled());
        Locator estimate = page.locator("details:has(summary:text('برآورد عوارض پروانه:'))")
                .first();
        assertTrue(estimate.locator("summary").innerText().contains("ریال"), estimate.innerText());
        estimate.locator("summary").click();
        browser.assertAccessible(page);
        assertTrue(estimate.innerText().contains("بدهی کسی نیست"), estimate.innerText());
        assertTrue(estimate.locator("li").count() >= 2, estimate.innerText());
        assertTrue(estimate.innerText().contains("این تعرفه نمایشی است"), estimate.innerText());
    }

    @Test
    void the_levy_on_frontage_is_estimated_for_the_shops_that_are_told_of() {
        open("/rules?code=" + answers.inZone("S111", "SHOP"));
        Locator estimate = page.locator(
                        "section:has(a[href='#shops']) details:has(summary:text('برآورد عوارض پروانه'))")
                .first();
        estimate.locator("summary").click();
        assertTrue(estimate.innerText().contains("شمار، مساحت، دهانه و ارتفاع"), estimate.innerText());
        estimate.locator("a[href='#shops']").click();
        page.fill("#tradeUnits", "۲");
        page.fill("#tradeArea", "۳۰");
        page.fill("#tradeSpan", "زیاد");
        click("form:has(#with) button");
        assertTrue(page.locator("#tradeSpan-error").innerText().contains("عددی مانند"), main());
        assertTrue(page.locator("#tradeHeight-error").innerText().contains("این اندازه را هم"), main());
        assertEquals("۳۰", page.inputValue("#tradeArea"), "what was typed stays");
        assertTrue(row("تراکم مجاز").count() > 0, "the answer for the parcel as it is stands");
        browser.assertAccessible(page);

        page.fill("#tradeSpan", "۴٫۵");
        page.fill("#tradeHeight", "۵");
        click("form:has(#with) button");
        assertEquals(0, page.locator("a[href='#shops']").count(), "nothing more is asked");
        Locator counted =
                page.locator("section li:has-text('عوارض پذیرهٔ تجاری')").first();
        counted.locator("xpath=ancestor::details/summary").click();
        assertTrue(counted.innerText().contains("ریال"), counted.innerText());
        assertTrue(counted.innerText().contains("۴٫۵"), counted.innerText());
        assertEquals(
                1,
                page.locator("aside a[href*='/rules?'][href*='known='][href*='tradeSpan=']")
                        .count(),
                "the permanent address tells of them");
        browser.assertAccessible(page);
    }

    @Test
    void what_if_a_neighbour_is_put_to_it_and_ground_is_given_up_stands_beside_the_answer() {
        RuleAnswers.Pair pair = answers.neighbours();
        open("/rules?code=" + pair.one());
        String alone = row("مساحت ملاک عمل").locator("td").first().innerText();
        page.check("#neighbour-0");
        page.fill("#ceded", "۲۰");
        click("form:has(#with) button");
        assertTrue(page.locator("thead").first().innerText().contains("با فرض شما"));
        assertTrue(page.locator(".notice").first().innerText().contains("با واگذاری ۲۰ مترمربع به گذر"), main());
        Locator row = row("مساحت ملاک عمل");
        assertEquals(alone, row.locator("td").first().innerText());
        String supposed = row.locator("td").nth(1).innerText();
        assertTrue(supposed.contains("متر"), supposed);
        assertNotEquals(alone, supposed, "the plot is another");
        String levies =
                page.locator("summary:text('برآورد عوارض پروانه')").first().innerText();
        assertTrue(levies.contains("با فرض شما: "), levies);
        assertTrue(page.isChecked("#neighbour-0"), "what was chosen stays");
        assertEquals("۲۰", page.inputValue("#ceded"), "what was typed stays");
        assertTrue(page.locator(".notice:has-text('" + pair.other() + "')").count() > 0, main());
        browser.assertAccessible(page);
    }

    @Test
    void what_cannot_be_supposed_is_told_at_its_field_beside_the_answer_and_nothing_typed_is_lost() {
        Response response = answered("/rules?code=" + ruled() + "&with=9-9-9-9&ceded=12");
        assertEquals(422, response.status());
        assertTrue(page.locator("#with-error").innerText().contains("در دفتر شهرداری نیست"), main());
        assertEquals("9-9-9-9", page.inputValue("#with"));
        assertEquals("12", page.inputValue("#ceded"));
        assertEquals(1, page.locator("#errors a[href='#with']").count(), "told above the page, and leads to the field");
        assertTrue(row("تراکم مجاز").count() > 0, "the answer for the parcel as it is stands");
        browser.assertAccessible(page);
    }

    @Test
    void two_uses_stand_beside_each_other_and_one_that_is_not_permitted_says_what_is() {
        open("/rules?code=" + ruled());
        page.selectOption("#use-0", page.getAttribute("#use-0 optgroup option", "value"));
        page.selectOption("#use-1", "DEPOT");
        click("form:has(#with) button");
        assertTrue(main().contains("کاربری‌ها کنار هم"), main());
        assertEquals(3, page.locator("table").first().locator("thead th").count(), main());
        assertTrue(main().contains("کاربری‌های مجاز این پهنه:"), main());
        assertEquals("DEPOT", page.inputValue("#use-1"), "what was chosen stays");
        browser.assertAccessible(page);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code=9-9-9-9                          | 404 | در دفتر شهرداری نیست
            code=1-5-x                            | 422 | خوانا نیست
            code=%s&on=1300/01/01                 | 404 | دفترچهٔ ضابطهٔ منتشرشده‌ای در سامانه نیست
            code=%s&on=1405/13/01                 | 422 | درست نیست
            code=%s&known=2090-01-01T00:00:00Z    | 422 | زمان آگاهی نمی‌تواند پس از اکنون باشد
            code=%s&known=yesterday               | 422 | زمان «yesterday» درست نیست
            code=%s&with=1-5-x                    | 422 | خوانا نیست
            code=%s&with=%s                       | 422 | دو بار آمده است
            code=%s&ceded=x                       | 422 | مساحت واگذاری را به مترمربع
            code=%s&use=CASTLE                    | 422 | کاربری CASTLE ندارد
            """)
    void what_cannot_be_answered_is_refused_with_its_reason(String question, int status, String reason) {
        Response response = answered("/rules?" + question.replace("%s", ruled()));
        assertTrue(main().contains(reason), main());
        assertEquals(status, response.status());
    }

    @Test
    void a_search_that_finds_nothing_or_says_too_little_tells_so() {
        open("/places?q=هیچ‌کجاآباد");
        assertEquals(1, page.locator("main .empty").count(), main());
        open("/places?q=ب");
        assertTrue(page.locator("#errors").innerText().contains("دست‌کم یک واژهٔ"), main());
        assertEquals("ب", page.inputValue("#q"), "what was typed stays");
    }

    private String ruled() {
        return answers.first("RULED").get("parcel").getAsString();
    }
}
