package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import ir.hamedan.esup.e2e.RunningCity;
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
        JsonObject parcel = city.sharedParcel();
        String code = parcel.get("code").getAsString();
        Portal applicant = citizen(RunningCity.owners(parcel).get(0));
        Page page = applicant.page();

        applicant.open("/rules?code=" + code).click("aside a[href^='/my/permit']");
        assertTrue(applicant.heading().startsWith("درخواست پروانهٔ ساختمان"), applicant.heading());
        applicant.click(Portal.field("file"));
        assertEquals(9, page.locator("#errors li").count(), applicant.errors());

        page.selectOption(Portal.field("works"), "REBUILDING");
        chooseUse(page);
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
        assertTrue(main(applicant).contains("ایرادی به این طرح ندارد"), main(applicant));
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

        Portal other = citizen(RunningCity.owners(parcel).get(1));
        other.open("/my")
                .click("main a[href='/my/permits']")
                .click("main tr:has-text('رضایت شما لازم است') th a")
                .click("[id='agreeing:agree']");
        assertTrue(main(other).contains("رضایت شما ثبت شد"), main(other));

        officer.open("/staff/permits").click("main th a >> nth=0").click("[id='accepting:accept']");
        assertTrue(officer.errors().contains("موارد سنجیده‌نشده را دیده‌اید"), "accepted unawares");
        officer.page().check("[id='accepting:openSeen']");
        officer.click("[id='accepting:accept']");
        assertTrue(main(officer).contains("درخواست پذیرفته شد"), main(officer));
        applicant.open("/my/request?id=" + second);
        assertTrue(main(applicant).contains("همهٔ مالکان رضایت داده‌اند"), main(applicant));

        renumbered(applicant, officer, code);

        Portal foreign = citizen(city.citizens().get(0));
        foreign.open("/my/request?id=" + second);
        assertTrue(main(foreign).contains("چنین درخواستی نیست"), main(foreign));
    }

    /** A request that the rules cannot answer any more is shown, and returned for that. */
    private static void renumbered(Portal applicant, Portal officer, String code) {
        Page page = applicant.page();
        applicant.open("/my/permit?code=" + code);
        page.selectOption(Portal.field("works"), "EXTENSION");
        chooseUse(page);
        fill(page, SMALL);
        String third = filed(applicant);
        officer.changeCode(code, "RENUMBER", "", code.replaceFirst("^(\\d+-\\d+-\\d+)-.*", "$1-970-0-0-0"));
        officer.open("/staff/permit?id=" + third);
        assertTrue(main(officer).contains("نمی‌توان این طرح را با ضوابط سنجید"), main(officer));
        officer.click(Portal.field("giveBack"));
        assertTrue(main(officer).contains("برگشت داده شد"), officer.errors());
        applicant.open("/my/request?id=" + third);
        assertTrue(main(applicant).contains("اطلاعات ملک برای سنجش کافی نیست"), main(applicant));
    }

    /** The first of those that are permitted. */
    private static void chooseUse(Page page) {
        page.selectOption(
                Portal.field("use"),
                page.locator(Portal.field("use") + " optgroup >> nth=0")
                        .locator("option")
                        .first()
                        .getAttribute("value"));
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
