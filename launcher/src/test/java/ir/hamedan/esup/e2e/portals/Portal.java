package ir.hamedan.esup.e2e.portals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ir.hamedan.esup.e2e.Browser;
import ir.hamedan.esup.e2e.Browser.Width;
import ir.hamedan.esup.e2e.RunningCity;
import java.time.Duration;

/** What people do in the portals, as a browser does it. With JavaScript every page state on the way is examined. */
final class Portal {
    private final RunningCity city;
    private final Browser browser;
    private final Page page;
    private final boolean examined;

    private Portal(RunningCity city, Browser browser, Page page, boolean examined) {
        this.city = city;
        this.browser = browser;
        this.page = page;
        this.examined = examined;
    }

    static Portal at(RunningCity city, Browser browser, Width width) {
        return new Portal(city, browser, browser.page(width, true), true);
    }

    static Portal withoutJavaScript(RunningCity city, Browser browser, Width width) {
        return new Portal(city, browser, browser.page(width, false), false);
    }

    Page page() {
        return page;
    }

    /**
     * Logs in at {@code notary} or {@code staff} with an account of the demo city. An account that has logged in before in
     * this run goes on with that session while it lasts.
     */
    Portal login(String portal, String username) {
        String home = "/" + portal + "/";
        if (browser.loggedIn(home + username, page)) {
            page.navigate(city.address(home));
            if (!page.url().contains("/login")) {
                return this;
            }
        }
        enter(portal, username, password(username));
        if (!page.url().contains("/login")) {
            browser.keepLogin(home + username, page);
        }
        return this;
    }

    /** Types a name and a password at the door of a portal. */
    Portal enter(String portal, String username, String password) {
        open("/" + portal + "/login");
        page.fill(field("username"), username);
        page.fill(field("password"), password);
        return click(field("enter"));
    }

    String password(String username) {
        return city.demo().getAsJsonArray("users").asList().stream()
                .map(element -> element.getAsJsonObject())
                .filter(user -> user.get("username").getAsString().equals(username))
                .findFirst()
                .orElseThrow()
                .get("password")
                .getAsString();
    }

    Portal open(String path) {
        page.navigate(city.address(path));
        look();
        return this;
    }

    /** Files a sale of all shares of a sample parcel, question by question, and ends at the page with its outcome. */
    Portal sell(JsonObject parcel) {
        return fill(parcel).click(field("file"));
    }

    /** Sells the next sample parcel of a kind; its code. */
    String sellNext(String kind) {
        JsonObject parcel = city.parcel(kind);
        sell(parcel);
        return parcel.get("code").getAsString();
    }

    /** Answers every question of a sale of all shares, and ends where the answers are checked before filing. */
    Portal fill(JsonObject parcel) {
        fillUpToLetter(parcel, "SALE");
        next();
        next();
        assertEquals("پیش از ثبت، پاسخ‌ها را بازبینی کنید", heading());
        return this;
    }

    /** The same of a deal of any kind, up to the page of the notary's letter, which is filled and not sent. */
    Portal fillUpToLetter(JsonObject parcel, String deal) {
        open("/notary/new-parcel");
        page.fill(field("parcel"), parcel.get("code").getAsString());
        next();
        click("main a.button >> nth=0");
        page.check("input[value='" + deal + "']");
        next();
        transferors(parcel.getAsJsonArray("owners"));
        party("transferees", 0, "7409035803", "بهزاد کریمی", "1");
        next();
        page.check("input[value='NO']");
        next();
        page.fill(field("letter-number"), "۱۴۰۵/۱۲");
        return this;
    }

    private void transferors(JsonArray owners) {
        for (int i = 0; i < owners.size(); i++) {
            if (i > 0) {
                page.click(field("add"));
            }
            JsonObject owner = owners.get(i).getAsJsonObject();
            party(
                    "transferors",
                    i,
                    owner.get("id").getAsString(),
                    owner.get("name").getAsString(),
                    owner.get("share").getAsString());
        }
        next();
    }

    private void party(String side, int row, String id, String name, String share) {
        String path = side + ":" + row + ":";
        page.fill(field(path + "id"), id);
        page.fill(field(path + "name"), name);
        page.fill(field(path + "share"), share);
        page.selectOption(field(path + "unit"), "FRACTION");
    }

    Portal next() {
        return click(field("next"));
    }

    Portal click(String selector) {
        page.click(selector);
        look();
        return this;
    }

    private void look() {
        if (examined) {
            browser.assertAccessible(page);
        }
    }

    /** As an officer: codes are split, merged or renumbered, each of the new ones with land alone. */
    Portal changeCode(String from, String kind, String others, String... to) {
        open("/staff/codes?code=" + from);
        page.check("input[value='" + kind + "']");
        page.fill(field("others"), others);
        for (int i = 0; i < to.length; i++) {
            String row = "rows:" + i + ":";
            page.fill(field(row + "code"), to[i]);
            page.fill(field(row + "land"), "۱۲۰٫۵");
            page.fill(field(row + "floor"), "0");
            page.fill(field(row + "plate"), "23/" + (i + 1));
        }
        page.fill(field("reference"), "صورت‌مجلس " + kind);
        click(field("check"));
        assertEquals("", errors(), kind);
        click(field("apply"));
        assertEquals("", errors(), kind);
        return this;
    }

    String heading() {
        return page.locator("h1").first().innerText().strip();
    }

    /** What the page says is wrong; empty when nothing is. */
    String errors() {
        Locator errors = page.locator("#errors");
        return errors.count() == 0 ? "" : errors.innerText().strip();
    }

    /** The verdict of a background run, once it is no longer one that is waited for. */
    String endOfRun() {
        return endOfRun(Duration.ofMinutes(1));
    }

    String endOfRun(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            String verdict =
                    page.locator(".verdict h1, .verdict h2").first().innerText().strip();
            if (!verdict.matches("این کار (در صف|در حال اجرا) است|این نسخه هنوز در حال خواندن و بررسی است")) {
                page.navigate(page.url());
                look();
                return verdict;
            }
            RunningCity.pause(500);
            page.reload();
        }
        throw new AssertionError("no end of the run at " + page.url());
    }

    /** The id of the inquiry whose page is open. */
    String inquiry() {
        return page.url().replaceFirst(".*[?&]id=([^&]+).*", "$1");
    }

    /** An element of the form with the id {@code form}. */
    static String field(String id) {
        return "[id='form:" + id + "']";
    }
}
