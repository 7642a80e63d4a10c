package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a planner hands in and what comes back: each fault with its place, and nothing that could be signed. */
class PlannerJourneyIT extends InBrowser {
    /** A bow: its outline crosses itself in the middle, in metres of UTM 39N. */
    private static final String BOW = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32639"}},"features":[
            {"type":"Feature","properties":{"id":"BOW-7","name":"باغ کج"},"geometry":{"type":"Polygon","coordinates":[[
            [273200,3853800],[273300,3853900],[273300,3853800],[273200,3853900],[273200,3853800]]]}}]}
            """;

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Portal planner() {
        return Portal.at(city, browser, Width.DESK).login("staff", "supervisor");
    }

    @Test
    void the_empty_template_comes_back_with_every_fault_at_its_sheet_row_and_column() throws IOException {
        Portal planner = planner().open("/staff/rulebooks");
        Page page = planner.page();
        Download template = page.waitForDownload(() -> page.click("a[href='files/rulebook-template']"));
        byte[] bytes = Files.readAllBytes(template.path());
        assertEquals("PK", new String(bytes, 0, 2, StandardCharsets.US_ASCII));

        page.setInputFiles(Portal.field("file"), new FilePayload("empty-template.xlsx", SHEET, bytes));
        planner.click(Portal.field("start"));
        assertEquals("این کار پایان یافت و خطاهایی پیدا کرد", planner.endOfRun());
        planner.click("a:text('صفحهٔ این دفترچه')");
        assertTrue(
                page.locator(".verdict").innerText().contains("کارپوشه خطا دارد و دفترچه‌ای از آن ساخته نشد"),
                page.locator(".verdict").innerText());
        String faults = page.locator("table").first().innerText();
        assertTrue(page.locator("tbody tr").count() > 1, faults);
        assertTrue(faults.contains("این برگه باید درست یک سطر داشته باشد"), faults);
        assertEquals(0, page.locator("[id='publishing:publish']").count(), "nothing to sign");
    }

    @Test
    void a_levy_book_is_known_by_its_workbook_and_is_published_by_two() throws IOException {
        Portal planner = planner().open("/staff/levybooks");
        Page page = planner.page();
        Download book = page.waitForDownload(() -> page.click("a[href='files/levybook-demonstration']"));
        page.setInputFiles(
                Portal.field("file"), new FilePayload("levies.xlsx", SHEET, of1420(Files.readAllBytes(book.path()))));
        planner.click(Portal.field("start"));
        planner.endOfRun();
        planner.click("a:text('صفحهٔ این دفترچه')");
        String main = page.locator("main").innerText();
        assertTrue(main.contains("۱٬۳۳۳٬۶۸۰٬۰۰۰ ریال"), main);
        assertTrue(main.contains("مادهٔ ۷: پذیرهٔ تجاری"), main);
        assertEquals(0, page.locator("#examples ~ .table .tag.bad").count(), "every example comes out");
        String address = page.url();
        page.fill("[id='publishing:effectiveFrom']", "۱۴۲۰/۰۱/۰۱");
        planner.click("[id='publishing:publish']");
        assertTrue(verdict(page).contains("این دفترچه در انتظار امضای دوم است"), verdict(page));

        Portal second =
                Portal.at(city, browser, Width.DESK).login("staff", "admin").open(address);
        second.click("[id='publishing:publish']");
        assertTrue(verdict(second.page()).contains("این دفترچه منتشر شده است"), verdict(second.page()));
        second.open("/levybook?year=1420&version=2");
        assertTrue(second.page().locator("#article-7").innerText().contains("پذیرهٔ تجاری"));
    }

    /** The book of 1405 as one of a year so far ahead that no answer of today is another. */
    private static byte[] of1420(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String text = cell.toString();
                        if (text.startsWith("1405")) {
                            // Anew: a cell with its text inside itself would keep the old one beside the new.
                            row.createCell(cell.getColumnIndex())
                                    .setCellValue(text.replaceFirst("1405(\\.0)?", "1420"));
                        }
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static String verdict(Page page) {
        return page.locator(".verdict").first().innerText().strip();
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_with_the_reason() {
        Portal planner = planner().open("/staff/rulebooks");
        Page page = planner.page();
        page.setInputFiles(
                Portal.field("file"),
                new FilePayload("book.xlsx", SHEET, "<!DOCTYPE x>".getBytes(StandardCharsets.UTF_8)));
        planner.click(Portal.field("start"));
        assertEquals("", planner.errors());
        assertEquals("این کار ناتمام ماند", planner.endOfRun());
        String reason = page.locator(".notice").first().innerText();
        assertTrue(reason.contains("سالم و بی‌رمز نیست"), reason);
    }

    @Test
    void a_ring_that_crosses_itself_is_shown_with_its_id_and_place_and_is_not_to_be_signed() {
        Portal planner = planner().open("/staff/layers");
        Page page = planner.page();
        page.selectOption(Portal.field("kind"), "GARDEN");
        page.setInputFiles(
                Portal.field("file"),
                new FilePayload("gardens.geojson", "application/geo+json", BOW.getBytes(StandardCharsets.UTF_8)));
        planner.click(Portal.field("start"));
        assertEquals("", planner.errors());
        assertEquals("این نسخه ایرادهایی دارد که مانع انتشار است", planner.endOfRun());

        String row = page.locator("tbody tr:has-text('BOW-7')").first().innerText();
        assertTrue(row.contains("محیط شکل در اینجا خود را قطع یا لمس می‌کند"), row);
        assertTrue(row.matches("(?s).*34\\.[0-9]{6}, 48\\.[0-9]{6}.*"), row);
        assertEquals(0, page.locator("[id='signing:sign']").count(), "a version with faults that block");
    }

    @Test
    void a_fault_leads_from_its_row_to_its_mark_on_the_map_and_back() {
        Portal planner = planner().open("/staff/layers");
        Page page = planner.page();
        page.selectOption(Portal.field("kind"), "GARDEN");
        byte[] bow = BOW.replace("BOW-7", "BOW-8").getBytes(StandardCharsets.UTF_8);
        page.setInputFiles(Portal.field("file"), new FilePayload("bow.geojson", "application/geo+json", bow));
        planner.click(Portal.field("start"));
        planner.endOfRun();
        page.locator("#map-list a[href*='#fault-']").first().waitFor();
        browser.assertAccessible(page);
        page.locator("tbody a[data-place] bdi").first().click();
        page.locator("#map path.chosen").first().waitFor();
        assertTrue(page.locator("#map-chosen").innerText().contains("BOW-8"), "the mark says what is wrong");
        planner.click("#map-open");
        assertTrue(page.url().contains("fault=1") && page.url().endsWith("#fault-1"), page.url());
        assertTrue(page.locator("tr#fault-1").innerText().contains("BOW-8"), page.url());
    }

    @Test
    void a_limit_of_the_city_waits_for_another_person_and_a_wrong_outline_is_said_in_words() {
        Portal planner = planner().open("/staff/citylimits");
        Page page = planner.page();
        String name = "[id='form:outline']";
        page.setInputFiles(
                name, new FilePayload("bow.geojson", "application/geo+json", BOW.getBytes(StandardCharsets.UTF_8)));
        planner.click("[id='form:handIn']");
        assertTrue(planner.errors().contains("یک حلقه خود را می‌برد"), planner.errors());
        String square = BOW.replace(
                "[273300,3853900],[273300,3853800],[273200,3853900]",
                "[273300,3853800],[273300,3853900],[273200,3853900]");
        page.setInputFiles(
                name,
                new FilePayload("square.geojson", "application/geo+json", square.getBytes(StandardCharsets.UTF_8)));
        planner.click("[id='form:handIn']");
        assertEquals("", planner.errors());
        assertTrue(page.locator("main").innerText().contains("امضای دوم باید از کس دیگری باشد"), "my own signature");
        page.waitForCondition(() -> page.locator("#map path").count() > 0);
        browser.assertAccessible(page);
        planner.click("[id='leaving:giveUp']");
        assertTrue(page.locator("main").innerText().contains("کنار گذاشته"), "what was given up is listed");
    }

    /** From a day so far ahead that no answer of today is another. */
    @Test
    void a_published_limit_is_withdrawn_with_a_reason_which_the_list_says() {
        Portal planner = planner().open("/staff/citylimits");
        Page page = planner.page();
        String square = BOW.replace(
                "[273300,3853900],[273300,3853800],[273200,3853900]",
                "[273300,3853800],[273300,3853900],[273200,3853900]");
        page.setInputFiles(
                "[id='form:outline']",
                new FilePayload("wrong.geojson", "application/geo+json", square.getBytes(StandardCharsets.UTF_8)));
        page.fill("[id='form:validFrom']", "۱۴۲۰/۰۱/۰۱");
        planner.click("[id='form:handIn']");
        assertEquals("", planner.errors());
        String limit = page.url();
        assertEquals(0, page.locator("[id='withdrawing:withdraw']").count(), "what is not published is given up");
        Portal.at(city, browser, Width.DESK).login("staff", "admin").open(limit).click("[id='publishing:publish']");

        planner.open(limit);
        planner.click("summary:has-text('پس گرفتن این حد')");
        planner.click("[id='withdrawing:withdraw']");
        assertTrue(planner.errors().contains("دلیل"), planner.errors());
        page.fill("[id='withdrawing:reason']", "تنها برای آزمایش منتشر شده بود");
        planner.click("[id='withdrawing:withdraw']");
        assertEquals("", planner.errors());
        String row = page.locator("tr:has-text('wrong.geojson')").innerText();
        assertTrue(row.contains("پس گرفته شده") && row.contains("تنها برای آزمایش") && row.contains("supervisor"), row);
        assertEquals(0, page.locator("[id='withdrawing:withdraw']").count(), "once");
        browser.assertAccessible(page);
    }

    @Test
    void a_decision_on_a_parcel_leads_to_its_rules_and_those_whose_parcel_was_split_have_a_list_of_their_own() {
        Portal planner = planner().open("/staff/planfacts");
        Page page = planner.page();
        planner.click("tbody tr:has-text('نمونه') th a");
        String main = page.locator("main").innerText();
        assertTrue(main.contains("نقشهٔ نمونه") && main.contains("۲۶۰"), main);
        String rules = page.locator("main p a[href^='/rules?code=']").getAttribute("href");
        Page everybody = Portal.at(city, browser, Width.PHONE).open(rules).page();
        assertTrue(everybody.locator("main").innerText().contains("کمیسیون"), everybody.url());
        planner.open("/staff/planfacts?land=replaced");
        assertTrue(page.locator("main").innerText().contains("تفکیک یا تجمیع"), page.url());
        planner.click("main a[href='planfacts']");
        assertTrue(page.locator("tbody tr:has-text('نمونه')").count() > 0, page.url());
    }

    @Test
    void without_a_file_or_a_kind_the_form_says_what_is_missing() {
        Portal planner = planner().open("/staff/layers");
        planner.click(Portal.field("start"));
        assertTrue(!planner.errors().isEmpty());
        planner.open("/staff/rulebooks").click(Portal.field("start"));
        assertTrue(!planner.errors().isEmpty());
    }
}
