package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.BillPaid;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Hears of paid bills. It notes the parcel in the payment's own transaction, which nothing here can hold up or undo. */
@Dependent
class PaymentNews {
    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Releaser releaser;

    void note(@Observes BillPaid paid) {
        new Sql(source)
                .run(
                        "insert into inquiries.paid (parcel, bill) values (?, ?)",
                        paid.code().ofParcel(),
                        paid.bill());
    }

    void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) BillPaid paid) {
        releaser.soon();
    }
}
