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
    protected void open(RunningCity running, Browser shared) {
        city = running;
        browser = shared;
    }

    @AfterAll
    protected void nothing_left_the_host_and_no_page_broke_its_policy() {
        browser.assertNothingLeft(city.base());
    }
}
