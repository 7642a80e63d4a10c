package ir.hamedan.esup.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do with the running product in one browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InCity.class)
@Timeout(300)
public abstract class InBrowser {
    protected RunningCity city;
    protected Browser browser;

    @BeforeAll
    protected void open(RunningCity running) {
        city = running;
        browser = new Browser();
    }

    @AfterAll
    protected void nothing_left_the_host_and_no_page_broke_its_policy() {
        try {
            browser.assertNothingLeft(city.base());
        } finally {
            browser.close();
        }
    }
}
