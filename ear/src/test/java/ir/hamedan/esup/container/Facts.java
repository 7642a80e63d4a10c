package ir.hamedan.esup.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What stands in the database, whatever anybody returned. */
record Facts(Sql sql) {
    long count(String from, Object... arguments) {
        return sql.one("select count(*) as n from " + from, row -> row.number("n"), arguments);
    }

    String state(InquiryView inquiry) {
        return sql.one("select state from inquiries.inquiry where id = ?", row -> row.text("state"), inquiry.id());
    }

    long inquiriesOn(Parcels parcel) {
        return count("inquiries.inquiry where code = ?", parcel.code());
    }

    /** Certificates in the register, each with the row of its signature, for inquiries on the parcel. */
    long certificatesOn(Parcels parcel) {
        return count(
                "signing.register r join signing.journal j on j.signature_number = r.signature_number"
                        + " join inquiries.inquiry i on i.certificate_number = r.number where i.code = ?",
                parcel.code());
    }

    /** Signed rows that took a certificate back, or put another in its place, in the name of this actor. */
    long changes(InquiryView inquiry, String state, String actor) {
        return count(
                "signing.status s join signing.journal j on j.signature_number = s.signature_number"
                        + " where s.number = ? and s.state = ? and s.actor = ? and j.purpose = 'STATUS'",
                inquiry.certificate().orElseThrow().number(),
                state,
                actor);
    }

    long journal(String action, String subject, String actor) {
        return count("people.journal where action = ? and subject = ? and actor = ?", action, subject, actor);
    }

    /** Money that came in for the bill, on its claims or on account. */
    long received(Bill bill) {
        return sql.one(
                "select coalesce(sum(t.amount), 0)::bigint as n from ledger.posting p"
                        + " join ledger.transfer t on t.posting = p.id join ledger.account a on a.id = t.debit"
                        + " where a.code = 'PROVIDER' and p.reference = ?",
                row -> row.number("n"),
                Long.toString(bill.number()));
    }

    long open(Parcels parcel) {
        return count(
                "ledger.demand d join ledger.file f on f.number = d.file where f.code = ? and d.settled < d.principal",
                parcel.code());
    }

    /** The token of the payment of this bill that was started last. */
    String token(Bill bill) {
        return sql.one(
                "select token from ledger.payment where bill = ? order by started_at desc limit 1",
                row -> row.text("token"),
                bill.number());
    }

    /** What happens after a commit happens soon; two minutes are for a busy machine. */
    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        assertTrue(condition.getAsBoolean(), "it did not happen: " + what);
    }
}
