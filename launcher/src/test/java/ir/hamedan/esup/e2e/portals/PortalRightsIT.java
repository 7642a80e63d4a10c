package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.InBrowser;
import ir.hamedan.esup.testing.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may open which page: a menu hides, but the modules refuse. */
class PortalRightsIT extends InBrowser {
    private static final List<String> STAFF = List.of("officer1", "supervisor", "revenue", "auditor", "admin");
    /** Open to everybody who comes, or to everybody who has logged in. */
    private static final Set<String> DOORS = Set.of("login", "index");

    private static final String NOBODYS = "=999999";
    private static final List<String> NOTARIES = List.of("notary1", "deputy1", "clerk1");

    /** For each page, the accounts of {@link #STAFF} it opens to. */
    private static final Map<String, List<String>> STAFF_PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("queue", List.of("officer1", "supervisor", "auditor")),
            Map.entry("case?id=INQUIRY", List.of("officer1", "supervisor", "auditor")),
            Map.entry("permits", List.of("officer1", "supervisor", "auditor", "admin")),
            Map.entry("permit?id=999999", List.of("officer1", "supervisor", "auditor", "admin")),
            Map.entry("parcels", STAFF),
            Map.entry("parcel?code=PARCEL", STAFF),
            Map.entry("owners?code=PARCEL", List.of("officer1", "supervisor", "admin")),
            Map.entry("title?code=PARCEL", List.of("officer1", "supervisor", "admin")),
            Map.entry("codes?code=PARCEL", List.of("officer1", "supervisor", "admin")),
            Map.entry("corrections", List.of("officer1", "supervisor", "auditor", "admin")),
            Map.entry("citizens", List.of("officer1", "supervisor", "auditor", "admin")),
            Map.entry("certificates", STAFF),
            Map.entry("files/certificate?number=CERTIFICATE", STAFF),
            Map.entry("bills", List.of("supervisor", "revenue", "auditor")),
            Map.entry("statement", STAFF),
            Map.entry("statement?code=PARCEL", List.of("supervisor", "revenue", "auditor")),
            Map.entry("books", List.of("supervisor", "revenue", "auditor")),
            Map.entry("terms", STAFF),
            Map.entry("users", List.of("auditor", "admin")),
            Map.entry("user?username=clerk1", List.of("auditor", "admin")),
            Map.entry("organisations", STAFF),
            Map.entry("clients", List.of("auditor", "admin")),
            Map.entry("settings", List.of("auditor", "admin")),
            Map.entry("journal", List.of("auditor", "admin")),
            Map.entry("layers", List.of("supervisor", "auditor", "admin")),
            Map.entry("layer?id=999999", List.of("supervisor", "auditor", "admin")),
            Map.entry("rulebooks", List.of("supervisor", "auditor", "admin")),
            Map.entry("rulebook?id=999999", List.of("supervisor", "auditor", "admin")),
            Map.entry("rulestatements?book=999999", List.of("supervisor", "auditor", "admin")),
            Map.entry("rulereports", List.of("supervisor", "auditor", "admin")),
            Map.entry("impact?id=999999", List.of("supervisor", "auditor", "admin")),
            Map.entry("levybooks", List.of("supervisor", "auditor", "admin")),
            Map.entry("levybook?id=999999", List.of("supervisor", "auditor", "admin")),
            Map.entry("files/levybook-file?id=999999", List.of("supervisor", "auditor", "admin")),
            Map.entry("client?id=999999", List.of("auditor", "admin")),
            Map.entry("citylimits", List.of("supervisor", "auditor", "admin")),
            Map.entry("planfacts", List.of("supervisor", "auditor", "admin")),
            Map.entry("planfact?id=999999", List.of("supervisor", "auditor", "admin")),
            Map.entry("planform?code=PARCEL", List.of("supervisor", "admin")),
            Map.entry("jobs", List.of("supervisor", "admin")),
            Map.entry("job?key=JOB", List.of("supervisor", "admin")),
            Map.entry("help", STAFF),
            Map.entry("password", STAFF)));

    /** For each page, the accounts of {@link #NOTARIES} it opens to. */
    private static final Map<String, List<String>> NOTARY_PAGES = new TreeMap<>(Map.of(
            "", NOTARIES,
            "inquiry?id=INQUIRY", NOTARIES,
            "files/answer?id=INQUIRY", NOTARIES,
            "inquiries.csv", NOTARIES,
            "new-parcel", NOTARIES,
            "office", List.of("notary1"),
            "help", NOTARIES,
            "password", NOTARIES));

    private String parcel;
    private String inquiry;
    private String certificate;
    private String job;

    @BeforeAll
    void one_inquiry_is_answered() {
        Portal owner = Portal.withoutJavaScript(city, browser, Width.DESK).login("notary", "notary1");
        parcel = owner.sellNext("clean");
        inquiry = owner.inquiry();
        certificate = owner.page()
                .locator("a[href*='/v/']")
                .first()
                .getAttribute("href")
                .replaceFirst(".*/v/([^/]+)/.*", "$1");
    }

    /** A file of one wrong row: it leaves a job with a report, and the register as it is. */
    @BeforeAll
    void one_job_was_started() {
        Portal supervisor = Portal.withoutJavaScript(city, browser, Width.DESK).login("staff", "supervisor");
        supervisor.open("/staff/jobs");
        Page page = supervisor.page();
        String csv = "code,address,use,deed,landArea,registeredOn,ownerId,ownerName,share,ownedSince\n1-5,,,,,,,,,\n";
        page.setInputFiles(
                "[id='form:file']", new FilePayload("املاک.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.click("[id='form:start']");
        job = page.url().replaceFirst(".*[?&]key=([^&]+).*", "$1");
        assertTrue(job.startsWith("import-parcels-"), page.url());
        page.context().close();
    }

    @Test
    void every_page_of_the_staff_opens_to_its_roles_alone() {
        assertEquals(STAFF_PAGES, open("staff", STAFF, STAFF_PAGES));
    }

    @Test
    void every_page_of_the_notaries_opens_to_its_roles_alone() {
        assertEquals(NOTARY_PAGES, open("notary", NOTARIES, NOTARY_PAGES));
    }

    @Test
    void no_page_of_the_staff_is_left_out() throws IOException {
        Set<String> named = STAFF_PAGES.keySet().stream()
                .map(path -> path.replaceFirst("\\?.*", ""))
                .collect(Collectors.toSet());
        try (DirectoryStream<Path> pages =
                Files.newDirectoryStream(Path.of("../web-staff/src/main/webapp"), "*.xhtml")) {
            for (Path page : pages) {
                String name = page.getFileName().toString().replace(".xhtml", "");
                assertTrue(named.contains(name) || DOORS.contains(name), name);
            }
        }
    }

    private Map<String, List<String>> open(String portal, List<String> accounts, Map<String, List<String>> pages) {
        Map<String, List<String>> open = new TreeMap<>();
        pages.keySet().forEach(path -> open.put(path, new ArrayList<>()));
        for (String username : accounts) {
            Page page = Portal.withoutJavaScript(city, browser, Width.DESK)
                    .login(portal, username)
                    .page();
            APIRequestContext requests = page.context().request();
            for (String path : pages.keySet()) {
                APIResponse response = requests.get(
                        city.address("/" + portal + "/" + real(path)),
                        RequestOptions.create().setMaxRedirects(0));
                // What nobody has is not found by who may look for it, and forbidden to all others.
                if (response.status() == 200 || path.contains(NOBODYS) && response.status() == 404) {
                    open.get(path).add(username);
                } else {
                    assertEquals(403, response.status(), username + " at " + path);
                    assertTrue(response.text().contains("اجازهٔ دیدن این صفحه را ندارید"), username + " at " + path);
                }
            }
            page.context().close();
        }
        return open;
    }

    private String real(String path) {
        return path.replace("INQUIRY", inquiry)
                .replace("PARCEL", parcel)
                .replace("CERTIFICATE", certificate)
                .replace("JOB", job);
    }

    @Test
    void every_page_of_the_staff_is_accessible_in_persian_and_with_the_long_form_in_english() {
        for (String username : List.of("supervisor", "admin")) {
            Portal staff = Portal.at(city, browser, Width.PHONE).login("staff", username);
            for (String language : Form.FULL ? List.of("en", "fa") : List.of("fa")) {
                STAFF_PAGES.forEach((path, who) -> {
                    boolean seen = username.equals("admin") && who.contains("supervisor");
                    if (who.contains(username) && !seen && !path.startsWith("files/") && !path.contains(NOBODYS)) {
                        staff.open("/staff/" + real(path) + (path.contains("?") ? "&" : "?") + "lang=" + language);
                        assertEquals(language, staff.page().locator("html").getAttribute("lang"));
                    }
                });
            }
            staff.page().context().close();
        }
    }

    @Test
    void nobody_comes_in_without_a_login_or_at_another_portal() {
        Portal nobody = Portal.at(city, browser, Width.DESK);
        Page page = nobody.page();
        for (String path :
                List.of("/notary/", "/notary/office", "/notary/files/answer?id=1", "/staff/queue", "/staff/users")) {
            page.navigate(city.address(path));
            assertTrue(page.url().contains("/login"), path + " led to " + page.url());
        }
        nobody.login("staff", "notary1");
        assertTrue(page.locator("#errors").innerText().contains("به این درگاه دسترسی ندارد"));
        nobody.login("notary", "officer1");
        assertTrue(page.locator("#errors").innerText().contains("به این درگاه دسترسی ندارد"));
    }

    @Test
    void a_login_at_one_portal_opens_no_other() {
        Page page = Portal.withoutJavaScript(city, browser, Width.DESK)
                .login("staff", "officer1")
                .page();
        page.navigate(city.address("/notary/inquiry?id=" + inquiry));
        assertTrue(page.url().contains("/notary/login"), page.url());
    }

    @Test
    void another_offices_inquiry_does_not_exist() {
        Portal other = Portal.at(city, browser, Width.DESK).login("notary", "notary2");
        Page page = other.page();
        for (String path :
                List.of("inquiry?id=", "files/answer?id=", "files/document?document=1&id=", "new-check?id=")) {
            Response response = page.navigate(city.address("/notary/" + path + inquiry));
            assertEquals(404, response.status(), path);
            browser.assertAccessible(page);
        }
        other.open("/notary/?q=" + parcel);
        assertEquals(0, page.locator("a[href*='inquiry?id=']").count());
    }

    @Test
    void a_form_of_my_own_inquiry_turned_to_another_offices_changes_nothing() {
        Portal other = Portal.at(city, browser, Width.DESK).login("notary", "notary2");
        other.sellNext("clean");
        Page page = other.page();
        page.evaluate("id => document.getElementById('acts').action = 'inquiry?id=' + id", inquiry);
        Response response = page.waitForResponse(
                answer -> answer.request().method().equals("POST"), () -> page.click("[id='acts:follow']"));
        assertEquals(404, response.status());

        Portal owner = Portal.withoutJavaScript(city, browser, Width.DESK).login("notary", "notary1");
        owner.open("/notary/inquiry?id=" + inquiry);
        assertEquals(InquiryJourneysIT.ISSUED, owner.heading());
    }
}
