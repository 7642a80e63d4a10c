package ir.hamedan.esup.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Payment;
import ir.hamedan.esup.people.api.Users;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateState;
import ir.hamedan.esup.signing.api.Signer;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What only a container can prove of the modules: rights at the business methods, transactions, proxies, timers, and
 * what is done after a commit. One deployment on Payara Micro with a real PostgreSQL; each test has a parcel of its own.
 */
@ExtendWith(ArquillianExtension.class)
class ContainerIT extends InContainer {
    /** What a notary calls and that belongs to no office: the register and the books, asked about any parcel. */
    private static final Set<String> OF_EVERY_OFFICE = new TreeSet<>(Set.of(
            "Bills.byReference",
            "Bills.issue",
            "Certificates.canSign",
            "Certificates.issue",
            "Certificates.pdf",
            "Certificates.supersede",
            "Demands.loaded",
            "Demands.open",
            "Demands.position",
            "Dues.bill",
            "Dues.billed",
            "Dues.claims",
            "Dues.due",
            "ParcelOffice.recordTransfer",
            "Parcels.facts",
            "Parcels.held",
            "Parcels.kin",
            "Parcels.owners"));

    @Deployment
    static WebArchive town() throws IOException, SQLException {
        return Town.build();
    }

    @Test
    void whoever_has_no_right_is_refused_at_the_business_method_and_leaves_nothing() {
        String tables = "(select id::text from inquiries.inquiry union all select key from inquiries.idempotency"
                + " union all select id::text from ledger.demand union all select username from people.account"
                + " union all select number from signing.status) kept";
        long before = facts.count(tables);
        InquiryRequest request = sale(Parcels.REFUSED, Parcels.ALI);
        CertificateNumber number = CertificateNumber.of(1405, 1, CertificateKind.TRANSFER_CLEARANCE, 1);
        Users.NewUser user = new Users.NewUser("own-man", "خودی", "7405000029", "notary12", Set.of(Roles.DEPUTY));

        refused(() -> inquiries.file("nobody", request));
        refused(() -> revenue.does(() -> inquiries.file("revenue", request)));
        refused(() -> notary.does(() -> desk.claim("1405-0000001")));
        refused(() -> officer.does(() -> desk.revoke("1405-0000001", ReasonCode.SEIZED, "")));
        refused(() -> notary.does(() -> claim(Parcels.REFUSED)));
        refused(() -> administrator.does(payments::sweep));
        refused(() -> notary.does(() -> revoke(number)));
        refused(() -> officer.does(() -> users.create(user)));

        assertEquals(before, facts.count(tables));
    }

    @Test
    void every_method_of_every_facade_opens_to_the_roles_of_the_page_alone() throws Exception {
        List<Townspeople.Person> people =
                List.of(citizen, notary, deputy, clerk, officer, revenue, supervisor, auditor, administrator, night);
        assertEquals(Set.of(), difference(Roles.GRANTABLE, people));
        assertTrue(RightsPage.lines().size() > 50);

        assertEquals(List.of(), new RightsPage(transaction).differences(people));
    }

    @Test
    void what_belongs_to_an_office_is_reached_by_that_office_alone_through_any_method() throws Exception {
        Belongings belongings = new Belongings(inquiries, users, transaction, today());
        String inquiry = notary.does(() -> inquiries.file("belonging", sale(Parcels.BELONGING, Parcels.ALI)))
                .id();
        String draft = notary.does(() -> inquiries.saveDraft(Optional.empty(), "{}"));
        Belongings.Things things = new Belongings.Things("notary12", inquiry, draft, "deputy");

        Set<String> left = new TreeSet<>();
        for (RightsPage.Line line : RightsPage.lines()) {
            if (line.roles().contains(Roles.NOTARY)) {
                left.add(line.facade().getSimpleName() + "." + line.method());
            }
        }
        left.removeAll(belongings.methods());
        assertEquals(OF_EVERY_OFFICE, left);

        assertEquals(belongings.methods(), belongings.reached(notary, things));
        assertEquals(Set.of(), belongings.reached(otherNotary, things));
    }

    private static Set<String> difference(Collection<String> roles, List<Townspeople.Person> people) {
        Set<String> left = new TreeSet<>(roles);
        people.forEach(person -> left.remove(person.role()));
        return left;
    }

    @Test
    void the_caller_the_container_knows_is_the_office_that_asks_and_the_name_in_the_journal() {
        InquiryView filed = notary.does(() -> inquiries.file("journal", sale(Parcels.JOURNALLED, Parcels.ALI)));

        assertEquals(1, facts.journal("inquiries.filed", filed.id(), "notary12"));
        assertEquals(1, facts.count("inquiries.inquiry where id = ? and office = 'notary12'", filed.id()));
        assertEquals("inquiries.unknown", problem(() -> otherNotary.does(() -> inquiries.get(filed.id()))));
        assertEquals("people.not-logged-in", problem(() -> users.changeOwnPassword("a", "b")));
    }

    @Test
    void a_problem_comes_unwrapped_and_takes_all_of_its_transaction_back_but_not_the_refusal() throws Exception {
        long version = administrator.does(
                () -> users.find("administrator").orElseThrow().version());
        Users.NewUser clerk = new Users.NewUser("clerk", "کارمند", "7405000029", "municipality", Set.of(Roles.OFFICER));
        transaction.begin();
        administrator.does(() -> users.create(clerk));
        administrator.does(() -> {
            refusals.record("test.tried", "clerk", "test.refused");
            return true;
        });
        // The role is taken away before it shows that nobody else has it.
        assertEquals(
                "people.last-administrator",
                problem(() ->
                        administrator.does(() -> users.changeRoles("administrator", Set.of(Roles.AUDITOR), version))));
        assertThrows(RollbackException.class, transaction::commit);

        assertEquals(0, facts.count("people.account where username = 'clerk'"));
        assertEquals(0, facts.count("people.journal where action = 'people.user-created' and subject = 'clerk'"));
        assertEquals(1, facts.count("people.account where username = 'administrator' and roles = '{ADMINISTRATOR}'"));
        assertEquals(
                1, facts.count("people.journal where refused and action = 'test.tried' and actor = 'administrator'"));
    }

    @Test
    void a_payment_commits_on_its_own_and_releases_the_answer_whatever_becomes_of_its_caller() throws Exception {
        InquiryView owing = owing(Parcels.PAID);
        Bill bill = bill(owing);

        transaction.begin();
        try {
            assertEquals(Payment.State.BOOKED, pay(bill).state());
            Facts.await("released while its caller is not done", () -> facts.state(owing)
                    .equals("ISSUED"));
        } finally {
            transaction.rollback();
        }

        assertEquals(bill.amount().amount(), facts.received(bill));
        assertEquals(0, facts.open(Parcels.PAID));
        assertEquals(1, facts.certificatesOn(Parcels.PAID));
        assertEquals(1, facts.journal("inquiries.released-by-payment", owing.id(), "system"));
    }

    @Test
    void a_dead_key_undoes_no_booked_money_and_what_waits_for_it_is_signed_later() throws Exception {
        InquiryView owing = owing(Parcels.DEAD_KEY);
        Bill bill = bill(owing);
        Callable<InquiryView> clean =
                () -> notary.does(() -> inquiries.file("dead-key", sale(Parcels.DEAD_KEY_CLEAN, Parcels.ALI)));
        Path keys = Path.of(System.getProperty("esup.data"), "signing", "demo.p12");
        Path away = Files.move(keys, keys.resolveSibling("away.p12"));
        try {
            Files.writeString(keys, "no key");
            // A key that fails makes the server forget the others it had opened.
            assertFalse(officer.does(() -> certificates.canSign(Signer.officer("stranger", "غریبه"))));

            assertEquals(Payment.State.BOOKED, pay(bill).state());
            Facts.await("the release fails and is put off", () -> failures(owing) > 0);
            assertEquals("signing.unavailable", problem(clean::call));

            assertEquals(bill.amount().amount(), facts.received(bill));
            assertEquals("AWAITING_PAYMENT", facts.state(owing));
            assertEquals(0, facts.certificatesOn(Parcels.DEAD_KEY));
            assertEquals(0, facts.inquiriesOn(Parcels.DEAD_KEY_CLEAN));
            assertEquals(0, facts.count("inquiries.idempotency where key = 'dead-key'"));
        } finally {
            Files.move(away, keys, StandardCopyOption.REPLACE_EXISTING);
        }

        Facts.await("the release is tried again", () -> facts.state(owing).equals("ISSUED"));
        assertEquals(1, facts.certificatesOn(Parcels.DEAD_KEY));
        assertEquals(bill.amount().amount(), facts.received(bill));
        assertEquals(InquiryState.ISSUED, clean.call().state());
    }

    @Test
    void a_payment_whose_payer_never_came_back_is_found_and_booked_by_the_timer() {
        InquiryView owing = owing(Parcels.SWEPT);
        Bill bill = bill(owing);
        String payment = payments.start(bill.billId(), bill.paymentId()).payment();

        facts.sql().run("update ledger.payment set next_check_at = started_at where id = ?", payment);

        Facts.await("swept and released", () -> facts.state(owing).equals("ISSUED"));
        assertEquals(1, facts.count("ledger.payment where id = ? and state = 'BOOKED' and checks > 0", payment));
        assertEquals(bill.amount().amount(), facts.received(bill));
        assertEquals(
                1, facts.journal("ledger.payment-booked", Parcels.SWEPT.code().text(), "system"));
    }

    @Test
    void two_payers_of_one_bill_who_both_come_back_twice_at_once_have_paid_it_once() throws Exception {
        Bill bill = bill(owing(Parcels.PAID_TWICE));
        List<Callable<Payment>> returns = new ArrayList<>();
        for (int payer = 1; payer <= 2; payer++) {
            payments.start(bill.billId(), bill.paymentId());
            String token = facts.token(bill);
            returns.add(() -> payments.returned(token, true));
            returns.add(() -> payments.returned(token, true));
        }

        atOnce(returns);

        Facts.await(
                "the second payer has the money back",
                () -> facts.count("ledger.payment where bill = ? and state = 'REVERSED'", bill.number()) == 1);
        assertEquals(1, facts.count("ledger.payment where bill = ? and state = 'BOOKED'", bill.number()));
        assertEquals(bill.amount().amount(), facts.received(bill));
        assertEquals(0, facts.open(Parcels.PAID_TWICE));
    }

    @Test
    void a_payment_that_arrives_while_another_inquiry_is_examined_releases_both() throws Exception {
        InquiryView first = owing(Parcels.PAID_MEANWHILE);
        Bill bill = bill(first);

        atOnce(List.<Callable<Object>>of(
                () -> pay(bill),
                () -> otherNotary.does(() -> inquiries.file("meanwhile", sale(Parcels.PAID_MEANWHILE, Parcels.SARA)))));

        Facts.await("both are answered", () -> facts.certificatesOn(Parcels.PAID_MEANWHILE) == 2);
        assertEquals("ISSUED", facts.state(first));
        assertEquals(bill.amount().amount(), facts.received(bill));
    }

    @Test
    void two_notaries_who_ask_for_the_same_share_at_once_get_one_clearance() throws Exception {
        InquiryRequest request = sale(Parcels.SAME_SHARE, Parcels.ALI);

        List<InquiryView> views = atOnce(List.of(
                () -> notary.does(() -> inquiries.file("same-share", request)),
                () -> otherNotary.does(() -> inquiries.file("same-share", request))));

        assertEquals(
                List.of("ISSUED", "WITH_OFFICER"),
                views.stream().map(facts::state).sorted().toList());
        assertEquals(1, facts.certificatesOn(Parcels.SAME_SHARE));
        assertEquals(1, facts.count("inquiries.reservation where code = ?", Parcels.SAME_SHARE.code()));
    }

    @Test
    void a_double_click_is_one_inquiry_with_one_certificate() throws Exception {
        InquiryRequest request = sale(Parcels.DOUBLE_CLICK, Parcels.ALI);
        Callable<InquiryView> click = () -> notary.does(() -> inquiries.file("double-click", request));

        List<InquiryView> views = atOnce(List.of(click, click, click, click));

        assertEquals(1, views.stream().map(InquiryView::certificate).distinct().count());
        assertEquals(1, facts.inquiriesOn(Parcels.DOUBLE_CLICK));
        assertEquals(1, facts.certificatesOn(Parcels.DOUBLE_CLICK));
    }

    @Test
    void a_clean_answer_against_a_doubt_is_signed_by_its_officer_once_a_second_agrees() {
        String id = notary.does(() -> inquiries.file("doubtful", sale(Parcels.DOUBTFUL, Parcels.ALI)))
                .id();
        officer.does(() -> desk.claim(id));
        InquiryView answered =
                officer.does(() -> desk.answer(id, true, ReasonCode.EXAMINED_AND_CLEAR, "پرونده بسته شد"));
        assertEquals("WITH_OFFICER", facts.state(answered));
        assertEquals(
                "inquiries.second-signer-needed", problem(() -> officer.does(() -> desk.countersign(id, true, ""))));

        InquiryView issued = secondOfficer.does(() -> desk.countersign(id, true, ""));

        assertEquals("ISSUED", facts.state(issued));
        assertEquals(1, facts.certificatesOn(Parcels.DOUBTFUL));
        assertTrue(verify(issued).signature().signer().contains("officer1"));
        assertEquals(1, facts.journal("inquiries.countersigned", id, "officer2"));
    }

    @Test
    void a_follow_up_supersedes_the_answer_and_a_supervisor_revokes_the_later_one_each_by_a_signed_row() {
        InquiryView first = notary.does(() -> inquiries.file("first", sale(Parcels.FOLLOWED, Parcels.ALI)));
        InquiryRequest again = Parcels.FOLLOWED.sale(Parcels.ALI, today(), Optional.of(first.id()));

        InquiryView later = notary.does(() -> inquiries.file("later", again));
        assertEquals(CertificateState.SUPERSEDED, verify(first).state());
        assertEquals(CertificateState.VALID, verify(later).state());
        supervisor.does(() -> desk.revoke(later.id(), ReasonCode.SEIZED, "بازداشت دیر رسید"));

        assertEquals(1, facts.changes(first, "SUPERSEDED", "notary12"));
        assertEquals(1, facts.changes(later, "REVOKED", "supervisor"));
        assertEquals(CertificateState.REVOKED, verify(later).state());
        assertEquals("REFUSED", facts.state(later));
    }

    @Test
    void a_deal_given_up_by_a_notary_is_revoked_in_the_name_of_the_office_which_the_notary_may_not() {
        InquiryView issued = notary.does(() -> inquiries.file("abandoned", sale(Parcels.ABANDONED, Parcels.ALI)));
        String number = issued.certificate().orElseThrow().number();
        refused(() -> notary.does(() -> revoke(new CertificateNumber(number))));

        notary.does(() -> inquiries.reportDeed(issued.id(), DeedOutcome.ABANDONED, "", today()));

        assertEquals(1, facts.changes(issued, "REVOKED", "#system"));
        assertEquals(Optional.of("DEAL_ABANDONED"), verify(issued).reasonCode());
        assertEquals(1, facts.journal("inquiries.deed-reported", issued.id(), "notary12"));
    }
}
