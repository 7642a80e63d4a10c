package ir.hamedan.esup.e2e;

import com.microsoft.playwright.Page;

/** A citizen who pays a bill with nothing but its two ids, on a page of their own and without a login. */
public final class Payer {
    private final RunningCity city;
    private final Page page;

    public Payer(RunningCity city, Page page) {
        this.city = city;
        this.page = page;
    }

    /** Types the ids at the payment page and ends at the bill. */
    public Payer find(String billId, String paymentId) {
        page.navigate(city.address("/pay"));
        page.fill("#billId", billId);
        page.fill("#paymentId", paymentId);
        page.click("#find");
        return this;
    }

    /** Goes on to the payment service provider, pays there and comes back to the receipt. */
    public Payer pay() {
        page.click("#pay");
        page.click("button[value='pay']");
        return this;
    }

    public String heading() {
        return page.locator("h1").first().innerText().strip();
    }
}
