package ir.hamedan.esup.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import ir.hamedan.esup.e2e.Browser.Width;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What anybody does without login, in a window of its own on a phone; no page of it may set a cookie. */
public abstract class InPublic extends InBrowser {
    protected Page page;
    protected RuleAnswers answers;

    @BeforeEach
    protected void openWindow() {
        page = browser.page(Width.PHONE, true);
        answers = new RuleAnswers(city);
    }

    @AfterEach
    protected void no_page_set_a_cookie() {
        List<String> names =
                page.context().cookies().stream().map(cookie -> cookie.name).toList();
        page.context().close();
        assertEquals(List.of(), names);
    }

    /** Opens a page that has to be there, and examines it. */
    protected void open(String path) {
        assertEquals(200, answered(path).status(), path);
    }

    /** Opens a page that may be a refusal, and examines it. */
    protected Response answered(String path) {
        Response response = page.navigate(city.address(path));
        browser.assertAccessible(page);
        return response;
    }

    protected void click(String selector) {
        page.click(selector);
        browser.assertAccessible(page);
    }

    protected String heading() {
        return page.locator("h1").first().innerText().strip();
    }

    protected String main() {
        return page.locator("main").innerText();
    }
}
