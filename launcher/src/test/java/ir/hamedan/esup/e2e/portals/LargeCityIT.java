package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import ir.hamedan.esup.e2e.Browser;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.RuleAnswers;
import ir.hamedan.esup.e2e.RunningCity;
import ir.hamedan.esup.launcher.Product;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A city of 200,000 parcels comes in as planners bring it: the register, the limit and the layers as files at the pages of the
 * staff, checked by the jobs, signed by two people; then its parcels are asked about. With {@code -Pfull} alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(
        named = "esup.full",
        matches = "true",
        disabledReason = "many minutes, which the build has no room for: with -Pfull")
class LargeCityIT {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int ASKED = 100;

    private final GridCity grid = new GridCity(50, 200);
    private Path folder;
    private RunningCity city;
    private Browser browser;
    private Portal planner;
    private Portal second;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        city = RunningCity.of(Product.anew(folder.resolve("data")));
        browser = new Browser();
        planner = Portal.at(city, browser, Width.DESK).login("staff", "supervisor");
        second = Portal.at(city, browser, Width.DESK).login("staff", "admin");
        planner.page().setDefaultTimeout((double) PATIENCE.toMillis());
        second.page().setDefaultTimeout((double) PATIENCE.toMillis());
    }

    @AfterAll
    void stop() {
        browser.close();
        city.close();
    }

    @Test
    void two_hundred_thousand_parcels_come_in_by_their_files_and_are_answered_for() throws IOException {
        assertEquals(200_000, grid.lots());
        register();
        limit();
        layer("ZONE", grid.zones(folder.resolve("zones.geojson.gz")));
        layer("STREET", grid.streets(folder.resolve("streets.geojson.gz")));
        layer("PARCEL", grid.parcels(folder.resolve("parcels.geojson.gz")));
        answers();
    }

    private void register() throws IOException {
        planner.open("/staff/jobs");
        planner.page().setInputFiles(Portal.field("file"), grid.register(folder.resolve("register.csv.gz")));
        planner.click(Portal.field("start"));
        assertEquals("", planner.errors());
        assertEquals("این کار بی‌خطا پایان یافت", planner.endOfRun(PATIENCE));
        assertTrue(planner.page().locator(".figures").innerText().contains("۲۰۰٬۰۰۰"), "all were taken");
        tell("register");
    }

    private void limit() throws IOException {
        planner.open("/staff/citylimits");
        planner.page().setInputFiles(Portal.field("outline"), grid.limit(folder.resolve("limit.geojson")));
        planner.click(Portal.field("handIn"));
        assertEquals("", planner.errors());
        second.open("/staff/citylimits").click("[id='publishing:publish']");
        assertEquals("", second.errors());
    }

    private void layer(String kind, Path file) {
        Page page = planner.open("/staff/layers").page();
        page.selectOption(Portal.field("kind"), kind);
        page.setInputFiles(Portal.field("file"), file);
        planner.click(Portal.field("start"));
        assertEquals("", planner.errors());
        String end = planner.endOfRun(PATIENCE);
        assertEquals("این نسخه آمادهٔ امضا است", end, page.locator("main").innerText());
        planner.click("[id='signing:sign']");
        second.open(page.url().replaceFirst("^[a-z]+://[^/]+", "")).click("[id='publishing:publish']");
        assertTrue(second.page().locator(".verdict").first().innerText().contains("منتشر شده است"), kind);
        tell(kind);
    }

    /** How long the job says it took. */
    private void tell(String what) {
        if (planner.page().locator("a[href^='job?key=']").count() > 0) {
            planner.click("a[href^='job?key='] >> nth=0");
        }
        System.out.println(what + ": "
                + planner.page().locator("main").innerText().replaceFirst("(?s).*?([^\\n]*دقیقه[^\\n]*).*", "$1"));
    }

    /** By code and by point, far from the layers of the demonstration city: row 12 of its book, and nothing lost. */
    private void answers() {
        RuleAnswers answers = new RuleAnswers(city);
        Random random = new Random(7);
        // Who gives no instant asks as of the beginning of this minute; and asks no more often than one address may.
        for (int i = 0; i < 60 && !answers.isRuled(grid.code(0)); i++) {
            RunningCity.pause(2_000);
        }
        for (int i = 0; i < ASKED; i++) {
            int lot = grid.farLot(random);
            String code = grid.code(lot);
            HttpResponse<String> answer = answers.of(code);
            assertEquals(200, answer.statusCode(), code + " " + answer.body());
            JsonObject use = RuleAnswers.firstUse(Machine.json(answer));
            assertEquals("DWELLING", use.get("use").getAsString(), code);
            assertEquals(240, RuleAnswers.number(use, "density").get("value").getAsInt(), code);
            assertEquals(
                    effective(lot),
                    RuleAnswers.number(use, "effectiveArea").get("value").getAsDouble(),
                    code);
        }
        assertTrue(answers.drawn().size() > 100, "the map draws them");
    }

    /**
     * Square metres. A lot between two streets of ten metres that meet at a right angle loses its corner: a chamfer with a line of
     * three metres (row C22 of the book) cuts off a triangle of 3² / 4 = 2.25.
     */
    private double effective(int lot) {
        return grid.isCorner(lot) ? GridCity.LOT - 2.25 : GridCity.LOT;
    }
}
