package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Bills;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Finding a bill by code, bill id or reference. */
@Named("bills")
@RequestScoped
public class BillsPage {
    private static final int PAGE_SIZE = 25;

    @Inject
    Bills bills;

    @Inject
    HttpServletRequest request;

    private String text;
    private Page<Bill> rows;

    @PostConstruct
    void load() {
        text = Parameters.text(request, "q");
        rows = bills.search(text, Parameters.page(request, PAGE_SIZE));
    }

    public String tone(Bill.State state) {
        return switch (state) {
            case OPEN -> "care";
            case PAID -> "good";
            case LAPSED, REPLACED -> "plain";
        };
    }

    public String getText() {
        return text;
    }

    public Page<Bill> getRows() {
        return rows;
    }
}
