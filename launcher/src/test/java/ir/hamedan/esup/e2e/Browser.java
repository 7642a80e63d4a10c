package ir.hamedan.esup.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Debian's Chromium, at the width of a phone or a desk, with or without JavaScript. It writes down where requests go. */
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

    /** What tells the state of a page from others: its path, language, and the elements and classes it is made of. */
    private static final String STATE = """
            () => location.pathname + ' ' + document.documentElement.lang + ' '
                + [...new Set([...document.querySelectorAll('*')].map(e => e.localName + '.' + e.getAttribute('class')
                + (e.id && !/\\d/.test(e.id) ? '#' + e.id : '')))].sort().join(' ')
            """;

    private static final AtomicInteger PICTURES = new AtomicInteger();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Set<String> hosts = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> examined = new HashSet<>();

    public Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
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

    /**
     * Everything asked for so far went to this host, no page broke its own security policy or script, and pages were
     * examined.
     */
    public void assertNothingLeft(URI base) {
        assertFalse(examined.isEmpty(), "no page was examined");
        assertEquals(Set.of(base.getAuthority()), hosts);
        assertEquals(List.of(), complaints);
    }

    /**
     * axe finds nothing, and did look; nothing is wider than the window. A page state of the same address, width, language
     * and kinds of elements as one before is not examined again, for axe is slow. With {@code -Desup.e2e.shots} a picture of
     * each examined state is kept in that directory.
     */
    public void assertAccessible(Page page) {
        // Before its style is there, any page is wider.
        page.waitForLoadState();
        boolean wider = (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
        assertFalse(wider, page.url() + " is wider than the window");
        if (!examined.add(page.viewportSize().width + " " + page.evaluate(STATE))) {
            return;
        }
        keepPicture(page);
        AxeResults results =
                new AxeBuilder(page).options(violations()).setLegacyMode(true).analyze();
        assertTrue(results.getPasses().size() > 10, "axe checked nothing on " + page.url());
        List<String> found = results.getViolations().stream()
                .map(rule -> page.url() + " " + rule.getId() + " at "
                        + rule.getNodes().stream()
                                .map(node -> node.getTarget().toString())
                                .toList())
                .toList();
        assertEquals(List.of(), found);
    }

    /** Of all other results one example each, for they are many. */
    private static AxeRunOptions violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
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
