package ir.hamedan.esup.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.Demands;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.ledger.api.Payment;
import ir.hamedan.esup.ledger.api.Payments;
import ir.hamedan.esup.people.api.Refusals;
import ir.hamedan.esup.people.api.Users;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateView;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.signing.api.Verification;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/** What the tests in the container have at hand: the modules' doors, the people of the town, and common ways. */
abstract class InContainer {
    @Inject
    Inquiries inquiries;

    @Inject
    InquiryDesk desk;

    @Inject
    Demands demands;

    @Inject
    Payments payments;

    @Inject
    Certificates certificates;

    @Inject
    Verification verification;

    @Inject
    Users users;

    @Inject
    Refusals refusals;

    @Inject
    Clock clock;

    @Inject
    Townspeople.Notary12 notary;

    @Inject
    Townspeople.Notary13 otherNotary;

    @Inject
    Townspeople.Officer1 officer;

    @Inject
    Townspeople.Officer2 secondOfficer;

    @Inject
    Townspeople.Supervisor supervisor;

    @Inject
    Townspeople.Revenue revenue;

    @Inject
    Townspeople.Administrator administrator;

    @Inject
    Townspeople.Citizen citizen;

    @Inject
    Townspeople.Deputy deputy;

    @Inject
    Townspeople.DeedClerk clerk;

    @Inject
    Townspeople.Auditor auditor;

    @Inject
    Townspeople.Night night;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Resource
    ManagedExecutorService threads;

    @Resource
    UserTransaction transaction;

    Facts facts;

    @BeforeEach
    void look() {
        facts = new Facts(new Sql(source));
    }

    InquiryRequest sale(Parcels parcel, PartyShare owner) {
        return parcel.sale(owner, today(), Optional.empty());
    }

    Demand claim(Parcels parcel) {
        int year = PersianDate.of(today()).year() - 1;
        return demands.post(new Demands.NewDemand(
                "test:" + parcel,
                parcel.code(),
                LevyKind.WASTE,
                year,
                Rial.of(1_000_000),
                PersianDate.firstDayOf(year),
                PersianDate.lastDayOf(year),
                "test"));
    }

    boolean revoke(CertificateNumber number) {
        certificates.revoke(number, "ISSUED_IN_ERROR", "آزمون");
        return true;
    }

    /** Ali's half of a parcel with an open claim. */
    InquiryView owing(Parcels parcel) {
        revenue.does(() -> claim(parcel));
        InquiryView view = notary.does(() -> inquiries.file("owing-" + parcel, sale(parcel, Parcels.ALI)));
        assertEquals("AWAITING_PAYMENT", facts.state(view));
        assertEquals(1, facts.open(parcel));
        return view;
    }

    static Bill bill(InquiryView owing) {
        return owing.debts().orElseThrow().bills().get(0);
    }

    Payment pay(Bill bill) {
        payments.start(bill.billId(), bill.paymentId());
        return payments.returned(facts.token(bill), true);
    }

    long failures(InquiryView inquiry) {
        return facts.count(
                "inquiries.release where inquiry = ? and failed > 0 and problem = 'signing.unavailable'", inquiry.id());
    }

    CertificateView verify(InquiryView inquiry) {
        InquiryView.CertificateRef certificate = inquiry.certificate().orElseThrow();
        return verification.verify(certificate.number(), certificate.secret());
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(PersianDate.TEHRAN));
    }

    static String problem(Executable work) {
        return assertThrows(Problem.class, work).code();
    }

    /** It is the container who refuses, and for want of a right alone. */
    static void refused(Executable work) {
        Throwable cause = assertThrows(EJBException.class, work);
        while (!(cause instanceof EJBAccessException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertInstanceOf(EJBAccessException.class, cause);
    }

    /** All of them begin together, each on a thread of the container. */
    <T> List<T> atOnce(List<? extends Callable<? extends T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<? extends T> work : works) {
            running.add(threads.submit(() -> {
                start.await(1, TimeUnit.MINUTES);
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : running) {
            results.add(future.get(2, TimeUnit.MINUTES));
        }
        return results;
    }
}
