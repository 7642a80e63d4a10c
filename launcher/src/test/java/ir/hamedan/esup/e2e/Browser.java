package ir.hamedan.esup.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import ir.hamedan.esup.testing.Form;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Debian's Chromium without its windows, at the width of a phone or a desk, with or without JavaScript; one for all journeys
 * of a run. It writes down where requests go.
 */
public final class Browser implements AutoCloseable {
    /** How wide the window is. */
    public enum Width {
        PHONE(390, 844),
        DESK(1280, 900);

        private final int width;
        private final int height;

        Width(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** The page was drawn at its present width, and has looked itself which of its parts scroll. */
    private static final String SETTLED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))";

    /** What tells the state of a page from others: its path, language, and the elements and classes it is made of. */
    private static final String STATE = """
            () => location.pathname + ' ' + document.documentElement.lang + ' '
                + [...new Set([...document.querySelectorAll('*')].map(e => e.localName + '.' + e.getAttribute('class')
                + (e.id && !/\\d/.test(e.id) ? '#' + e.id : '')))].sort().join(' ')
            """;

    /** What axe found, and how much it looked at. */
    private static final String AXE = """
            () => axe.run(document, {resultTypes: ['violations']}).then(found => ({
                passes: found.passes.length,
                violations: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target))}))
            """;

    private static final AtomicInteger PICTURES = new AtomicInteger();

    /** The page states that were examined by any browser of this run. */
    private static final Set<String> EXAMINED = new HashSet<>();

    private static final String AXE_ITSELF = axe() + "; undefined";

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Set<String> hosts = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean lookedAtPages;
    private final Map<String, List<Cookie>> logins = new HashMap<>();

    public Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium-headless-shell"))
                        .setArgs(QUIET));
    }

    /** A window of its own, with no cookies. */
    public Page page(Width width, boolean javaScript) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width.width, width.height)
                .setJavaScriptEnabled(javaScript));
        context.setDefaultTimeout(30_000);
        context.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the cookies of a window under a name, for {@link #loggedIn}. */
    public void keepLogin(String name, Page page) {
        logins.put(name, page.context().cookies());
    }

    /** Gives a window the cookies kept under a name; false when there are none. */
    public boolean loggedIn(String name, Page page) {
        List<Cookie> cookies = logins.get(name);
        if (cookies != null) {
            page.context().addCookies(cookies);
        }
        return cookies != null;
    }

    /**
     * Everything asked for so far went to this host, no page broke its own security policy or script, and pages were
     * examined.
     */
    public void assertNothingLeft(URI base) {
        assertTrue(lookedAtPages, "no page was examined");
        assertEquals(Set.of(base.getAuthority()), hosts);
        assertEquals(List.of(), complaints);
    }

    /**
     * At both widths nothing is wider than the window, and at the width of the page, with {@code -Pfull} at both, axe finds
     * nothing, and did look. A page state of the same address, width, language and kinds of elements as one before is not
     * examined again, for axe is slow. With
     * {@code -Desup.e2e.shots} a picture of each examined state is kept in that directory.
     */
    public void assertAccessible(Page page) {
        // Before its style is there, any page is wider.
        page.waitForLoadState();
        ViewportSize own = page.viewportSize();
        for (Width width : Width.values()) {
            page.setViewportSize(width.width, width.height);
            boolean wider = (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
            assertFalse(wider, page.url() + " is wider than the window");
            if (Form.FULL || width.width == own.width) {
                examine(page);
            }
        }
        page.setViewportSize(own.width, own.height);
    }

    private void examine(Page page) {
        lookedAtPages = true;
        if (!EXAMINED.add(page.viewportSize().width + " " + page.evaluate(STATE))) {
            return;
        }
        page.evaluate(SETTLED);
        keepPicture(page);
        page.evaluate(AXE_ITSELF);
        Map<?, ?> results = (Map<?, ?>) page.evaluate(AXE);
        assertTrue((Integer) results.get("passes") > 10, "axe checked nothing on " + page.url());
        assertEquals(List.of(), results.get("violations"), page.url());
    }

    private static void keepPicture(Page page) {
        String directory = System.getProperty("esup.e2e.shots");
        if (directory != null) {
            String name = PICTURES.incrementAndGet() + "-" + page.viewportSize().width
                    + URI.create(page.url()).getPath().replace('/', '-') + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(directory).resolve(name)));
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
