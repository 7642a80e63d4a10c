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
        List<String> accounts = citizens();
        return city.demo().getAsJsonObject("parcels").getAsJsonArray("clean").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(parcel -> parcel.getAsJsonArray("owners").size() == 2 && accounts.containsAll(owners(parcel)))
                .findFirst()
                .orElseThrow();
    }

    private List<String> citizens() {
        return city.demo().getAsJsonArray("users").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(user ->
                        user.getAsJsonArray("roles").get(0).getAsString().equals("CITIZEN"))
                .map(user -> user.get("username").getAsString())
                .toList();
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
        page.selectOption(
                Portal.field("use"),
                page.locator(Portal.field("use") + " optgroup >> nth=0")
                        .locator("option")
                        .first()
                        .getAttribute("value"));
        fill(page, SMALL);
        fill(page, Map.of("storeys", "۹۰", "setback", "0"));
        applicant.click(Portal.field("check"));
        assertTrue(main(applicant).contains("شمار طبقه‌ها: در طرح ۹۰ طبقه است"), main(applicant));
        assertTrue(page.locator(".objections a[href^='/book/']").count() > 0);
        applicant.click(Portal.field("file"));
        assertTrue(applicant.errors().contains("ایراد دارد"), applicant.errors());
        assertEquals("۹۰", page.inputValue(Portal.field("storeys")), "nothing that was typed is lost");

        fill(page, SMALL);
        applicant.click(Portal.field("check"));
        assertTrue(main(applicant).contains("طرح با ضابطه‌ها می‌خواند"), main(applicant));
        String first = filed(applicant);
        assertTrue(main(applicant).contains("نخست مالکان دیگر"), main(applicant));
        applicant.open("/my/permit?code=" + code);
        assertTrue(main(applicant).contains("در دست بررسی است"), main(applicant));

        Portal officer = Portal.at(city, browser, Width.DESK).login("staff", "officer1");
        giveBack(officer, code);

        applicant.open("/my/request?id=" + first);
        assertTrue(main(applicant).contains("راه پله دیده نشده است"), main(applicant));
        applicant.click("main a.button");
        assertEquals("1", page.inputValue(Portal.field("units")), "the plan is there to be corrected");
        page.fill(Portal.field("words"), "با راه پله");
        String second = filed(applicant);

        Portal other = citizen(owners(parcel).get(1));
        other.open("/my/permits").click("main th a >> nth=0").click("[id='agreeing:agree']");
        assertTrue(main(other).contains("رضایت شما ثبت شد"), main(other));

        officer.open("/staff/permits").click("main th a >> nth=0").click("[id='accepting:accept']");
        assertTrue(main(officer).contains("درخواست پذیرفته شد"), main(officer));
        applicant.open("/my/request?id=" + second);
        assertTrue(main(applicant).contains("همهٔ مالکان رضایت داده‌اند"), main(applicant));

        Portal foreign = citizen(citizens().get(0));
        foreign.open("/my/request?id=" + second);
        assertTrue(main(foreign).contains("چنین درخواستی نیست"), main(foreign));
    }

    private static String filed(Portal applicant) {
        applicant.click(Portal.field("file"));
        assertTrue(applicant.page().url().contains("/my/request?id="), applicant.errors());
        return applicant.page().url().replaceFirst(".*id=", "");
    }

    /** Cannot be accepted yet; a clause the book does not have is refused at its row, and one that it has sends it back. */
    private static void giveBack(Portal officer, String code) {
        Page page = officer.page();
        officer.open("/staff/permits?q=" + code).click("main th a >> nth=0");
        assertEquals(0, page.locator("[id='accepting:accept']").count());
        officer.click(Portal.field("more"));
        page.fill(Portal.field("remarks:1:clause"), "99999");
        page.fill(Portal.field("remarks:1:words"), "راه پله دیده نشده است");
        officer.click(Portal.field("giveBack"));
        assertEquals("true", page.getAttribute(Portal.field("remarks:1:clause"), "aria-invalid"), officer.errors());
        page.fill(Portal.field("remarks:1:clause"), "۱");
        officer.click(Portal.field("giveBack"));
        assertTrue(main(officer).contains("برگشت داده شد"), officer.errors());
    }
}
