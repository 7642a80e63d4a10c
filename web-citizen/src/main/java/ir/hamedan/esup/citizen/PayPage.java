package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.ledger.api.Bills;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** Finding a bill by its two ids, or by the 26 digits of its barcode. */
@Named
@RequestScoped
public class PayPage {
    private static final int BARCODE = 26;
    private static final int HALF = BARCODE / 2;

    /** The pair of ids a person typed. */
    record Pair(BillId bill, PaymentId payment) {
        /**
         * Reads the pair; the barcode may stand in the first field with the second empty.
         *
         * @throws Problem at {@code billId} or {@code paymentId}
         */
        static Pair read(String billId, String paymentId) {
            String first = PersianText.digitsOnlyForm(billId == null ? "" : billId);
            boolean barcode = first.length() == BARCODE;
            if (first.isEmpty()) {
                throw Problem.invalid("citizen.pay.bill-id.missing").at("billId");
            }
            BillId bill = at("billId", () -> BillId.parse(barcode ? first.substring(0, HALF) : first));
            String second =
                    barcode ? first.substring(HALF) : PersianText.digitsOnlyForm(paymentId == null ? "" : paymentId);
            if (second.isEmpty()) {
                throw Problem.invalid("citizen.pay.payment-id.missing").at("paymentId");
            }
            return new Pair(bill, at(barcode ? "billId" : "paymentId", () -> PaymentId.parse(bill, second)));
        }

        private static <T> T at(String field, java.util.function.Supplier<T> reading) {
            try {
                return reading.get();
            } catch (Problem problem) {
                throw problem.at(field);
            }
        }

        String address() {
            return "/bill?bill=" + bill + "&payment=" + payment;
        }
    }

    @Inject
    Bills bills;

    @Inject
    Limits limits;

    private String billId;
    private String paymentId;

    /** Leads to the page of the bill. */
    public String find() throws IOException {
        Pair pair = Pair.read(billId, paymentId);
        limits.count();
        bills.find(pair.bill(), pair.payment());
        Redirects.to(pair.address());
        return null;
    }

    public String getBillId() {
        return billId;
    }

    public void setBillId(String billId) {
        this.billId = billId;
    }

    public String getPaymentId() {
        return paymentId;
    }

    public void setPaymentId(String paymentId) {
        this.paymentId = paymentId;
    }
}
