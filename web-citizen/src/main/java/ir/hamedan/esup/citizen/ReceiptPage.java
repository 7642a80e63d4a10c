package ir.hamedan.esup.citizen;

import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Payment;
import ir.hamedan.esup.ledger.api.Payments;
import ir.hamedan.esup.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What became of a payment: the receipt once it is booked, and what to do when it is not. */
@Named
@RequestScoped
public class ReceiptPage {
    /** The request attribute with the id of the payment, set by {@link Addresses}. */
    static final String ID = "ir.hamedan.esup.citizen.receipt";

    @Inject
    Payments payments;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private Payment payment;

    public Payment getPayment() {
        if (payment == null) {
            payment = payments.find(String.valueOf(request.getAttribute(ID)));
        }
        return payment;
    }

    public String getKind() {
        return switch (getPayment().state()) {
            case STARTED, REDIRECTED -> "info";
            case BOOKED -> "good";
            case CANCELLED, REVERSED -> "care";
            case FAILED -> "bad";
        };
    }

    public String getTitle() {
        return texts.get("citizen.receipt.title." + getPayment().state());
    }

    public String getSentence() {
        return texts.get("citizen.receipt.text." + getPayment().state());
    }

    public boolean isBooked() {
        return getPayment().state() == Payment.State.BOOKED;
    }

    /** Whether it is still open what becomes of it. */
    public boolean isWaiting() {
        return getPayment().state() == Payment.State.STARTED || getPayment().state() == Payment.State.REDIRECTED;
    }

    /** Whether trying once more makes sense. */
    public boolean isAgain() {
        return !isBooked() && getPayment().bill().state() == Bill.State.OPEN;
    }

    public String getAddress() {
        return "/receipt/" + getPayment().id();
    }

    public String getBillAddress() {
        Bill bill = getPayment().bill();
        return new PayPage.Pair(bill.billId(), bill.paymentId()).address();
    }
}
