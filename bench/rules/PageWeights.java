import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import ir.hamedan.esup.e2e.Browser;

/** What a visitor who has nothing yet downloads for a page with all it loads, as the browser itself counts it. */
public final class PageWeights {
    /** Of the page and of everything it asked for, header lines included. */
    private static final String TRANSFERRED = """
            () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                .map(entry => [entry.name.replace(location.origin, ''), entry.transferSize])
                .sort((one, other) => other[1] - one[1]).map(entry => entry.join(' '))""";

    /** The map asks for what it shows a moment after all else has come. */
    private static final String WHOLE = """
            () => !document.getElementById('map')
                || performance.getEntriesByType('resource').some(entry => entry.name.includes('/api/map'))""";

    private PageWeights() {}

    public static void main(String[] arguments) {
        try (Browser browser = new Browser()) {
            tell(browser, arguments[0], "/", 60_000);
            tell(browser, arguments[0], "/map", 150_000);
        }
    }

    private static void tell(Browser browser, String base, String path, long aim) {
        for (Browser.Width width : Browser.Width.values()) {
            Page page = browser.page(width, true);
            page.navigate(base + path, new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
            page.waitForFunction(WHOLE);
            long bytes = 0;
            StringBuilder parts = new StringBuilder();
            for (Object part : (java.util.List<?>) page.evaluate(TRANSFERRED)) {
                String text = part.toString();
                bytes += Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
                parts.append("    ").append(text).append('\n');
            }
            System.out.printf(
                    "%s on a %s: %,d bytes, aim %,d: %s%n%s",
                    path, width, bytes, aim, bytes <= aim ? "reached" : "MISSED", parts);
            page.context().close();
        }
    }
}
