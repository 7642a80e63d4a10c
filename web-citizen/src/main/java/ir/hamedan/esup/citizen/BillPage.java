package ir.hamedan.esup.citizen;

import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Bills;
import ir.hamedan.esup.ledger.api.Payments;
import ir.hamedan.esup.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** One bill, and the way to the payment provider. */
@Named
@RequestScoped
public class BillPage {
    @Inject
    Bills bills;

    @Inject
    Payments payments;

    @Inject
    Limits limits;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private Bill bill;

    /** The bill of the address. Read when first asked for, since the page asks on every way it is reached. */
    public Bill getBill() {
        if (bill == null) {
            PayPage.Pair pair = PayPage.Pair.read(request.getParameter("bill"), request.getParameter("payment"));
            limits.count();
            bill = bills.find(pair.bill(), pair.payment());
        }
        return bill;
    }

    /** Sends the payer to the provider. Amount and deadline are the ledger's, whatever the page said. */
    public String pay() throws IOException {
        Bill shown = getBill();
        bill = null;
        Redirects.to(
                payments.start(shown.billId(), shown.paymentId()).location().toString());
        return null;
    }

    /** Whether there is a provider to go to. */
    public boolean isOnline() {
        return payments.isAvailable();
    }

    public boolean isOpen() {
        return getBill().state() == Bill.State.OPEN;
    }

    public String getStateKind() {
        return switch (getBill().state()) {
            case OPEN -> "info";
            case PAID -> "good";
            case LAPSED, REPLACED -> "care";
        };
    }

    public String getStateTitle() {
        return texts.get("citizen.bill.title." + getBill().state());
    }

    public String getStateText() {
        return texts.get("citizen.bill.text." + getBill().state());
    }
}
