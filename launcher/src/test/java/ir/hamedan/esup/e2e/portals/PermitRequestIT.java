package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the answer of the rules to a request that every owner agreed to and the municipality accepted. */
class PermitRequestIT extends InBrowser {
    /** Small enough for every plot of the demo where something may be built. */
    private static final Map<String, String> SMALL = Map.of(
            "storeys",
            "۱",
            "height",
            "۳٫۲",
            "groundArea",
            "40",
            "floorArea",
            "40",
            "units",
            "1",
            "spaces",
            "3",
            "setback",
            "12");

    /** A parcel of two citizens of the demo who both have an account. */
    private JsonObject shared() {
        List<String> accounts = city.demo().getAsJsonArray("users").asList().stream()
                .map(user -> user.getAsJsonObject().get("username").getAsString())
                .toList();
        return city.demo().getAsJsonObject("parcels").getAsJsonArray("clean").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(parcel -> parcel.getAsJsonArray("owners").size() == 2 && accounts.containsAll(owners(parcel)))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> owners(JsonObject parcel) {
        return parcel.getAsJsonArray("owners").asList().stream()
                .map(owner -> owner.getAsJsonObject().get("id").getAsString())
                .toList();
    }

    private Portal citizen(String nationalId) {
        Portal portal = Portal.at(city, browser, Width.PHONE);
        return portal.enter("my", nationalId, portal.password(nationalId));
    }

    private static void fill(Page page, Map<String, String> plan) {
        plan.forEach((field, value) -> page.fill(Portal.field(field), value));
    }

    private static String main(Portal portal) {
        return portal.page().locator("main").innerText();
    }

    @Test
    void an_owner_asks_from_the_answer_and_the_request_is_accepted_when_all_agree() {
        JsonObject parcel = shared();
        String code = parcel.get("code").getAsString();
        Portal applicant = citizen(owners(parcel).get(0));
        Page page = applicant.page();

        applicant.open("/rules?code=" + code).click("aside a[href^='/my/permit']");
        assertTrue(applicant.heading().startsWith("درخواست پروانهٔ ساختمان"), applicant.heading());
        applicant.click(Portal.field("file"));
        assertEquals(9, page.locator("#errors li").count(), applicant.errors());

        page.selectOption(Portal.field("works"), "REBUILDING");
        page.selectOption(Portal.field("use"), "DWELLING");
        fill(page, SMALL);
        fill(page, Map.of("storeys", "۹۰", "spaces", "0"));
        applicant.click(Portal.field("check"));
        assertTrue(main(applicant).contains("طرح با ضابطه‌ها نمی‌خواند"), main(applicant));
        assertTrue(page.locator(".objections li").count() >= 2, main(applicant));
        assertTrue(page.locator(".objections a[href^='/book/']").count() > 0);
        applicant.click(Portal.field("file"));
        assertTrue(applicant.errors().contains("ایراد دارد"), applicant.errors());
        assertEquals("۹۰", page.inputValue(Portal.field("storeys")), "nothing that was typed is lost");

        fill(page, SMALL);
        applicant.click(Portal.field("check"));
        assertTrue(main(applicant).contains("طرح با ضابطه‌ها می‌خواند"), main(applicant));
        applicant.click(Portal.field("file"));
        assertTrue(main(applicant).contains("نخست مالکان دیگر"), main(applicant));
        String request = page.url().replaceFirst(".*id=", "");
        applicant.open("/my/permits");
        applicant.open("/my/permit?code=" + code);
        assertTrue(main(applicant).contains("در دست بررسی است"), main(applicant));
        assertTrue(page.locator("#errors").count() == 0 && request.matches("\\d+"));
    }
}
