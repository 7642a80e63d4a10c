package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.Deals.saraSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.parcels.api.LockKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who owes always has a way to a bill, and does not owe for ever. */
class UnpaidTest {
    private final House house = new House();

    private InquiryView owing() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        return house.as(NOTARY, () -> house.inquiries.file("k1", aliSells()));
    }

    private InquiryView get(String id) {
        return house.as(NOTARY, () -> house.inquiries.get(id));
    }

    private InquiryView freshBill(String id) {
        return house.as(NOTARY, () -> house.inquiries.freshBill(id));
    }

    private static InquiryView.Debts debts(InquiryView view) {
        return view.debts().orElseThrow();
    }

    private static boolean happened(InquiryView view, String what) {
        return view.events().stream().anyMatch(event -> event.what().equals("inquiries.event." + what));
    }

    private void giveUp() {
        for (String id : house.releases.neverPaid()) {
            house.database.inTransaction(() -> house.releases.giveUp(id));
        }
    }

    @Test
    void a_paid_inquiry_that_owes_something_new_is_billed_again() {
        InquiryView view = owing();
        house.owe(8, LevyKind.SERVICE, 1405, 2_000_000);
        house.pay(1);
        assertFalse(debts(get(view.id())).paid());
        house.release();
        InquiryView still = get(view.id());
        assertEquals(InquiryState.AWAITING_PAYMENT, still.state());
        assertEquals(Rial.of(2_000_000), debts(still).bills().get(0).amount());
        assertEquals(Bill.State.OPEN, debts(still).bills().get(0).state());
        assertFalse(debts(still).paid());
        assertTrue(happened(still, "still-owes"));

        house.pay(debts(still).bills().get(0).number());
        house.release();
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
        assertTrue(debts(get(view.id())).paid());
    }

    @Test
    void while_a_bill_can_be_paid_the_releaser_leaves_it_alone() {
        InquiryView view = owing();
        house.owe(8, LevyKind.SERVICE, 1405, 2_000_000);
        house.later(Duration.ofMinutes(1));
        house.release();
        assertEquals(
                List.of(1L),
                debts(get(view.id())).bills().stream().map(Bill::number).toList());
    }

    @Test
    void an_office_gets_one_bill_for_what_its_open_bill_does_not_cover() {
        InquiryView view = owing();
        assertEquals(1, debts(freshBill(view.id())).bills().get(0).number());
        house.owe(8, LevyKind.SERVICE, 1405, 2_000_000);
        InquiryView fresh = freshBill(view.id());
        assertEquals(Rial.of(80_000_000), debts(fresh).bills().get(0).amount());
        assertEquals(fresh, freshBill(view.id()));
    }

    @Test
    void with_an_officer_what_is_owed_after_paying_can_be_billed_as_well() {
        house.lock(LockKind.SEIZURE);
        InquiryView view = owing();
        house.pay(1);
        assertTrue(debts(get(view.id())).paid());
        house.owe(8, LevyKind.SERVICE, 1405, 2_000_000);
        assertFalse(debts(get(view.id())).paid());
        assertTrue(debts(get(view.id())).lapsed());
        InquiryView fresh = freshBill(view.id());
        assertEquals(InquiryState.WITH_OFFICER, fresh.state());
        assertEquals(Rial.of(2_000_000), debts(fresh).bills().get(0).amount());
        assertFalse(debts(fresh).lapsed());
    }

    @Test
    void an_inquiry_nobody_pays_for_ends_after_its_days() {
        InquiryView view = owing();
        house.later(Duration.ofDays(30));
        house.release();
        giveUp();
        assertEquals(InquiryState.AWAITING_PAYMENT, get(view.id()).state());
        house.later(Duration.ofDays(1));
        house.release();
        giveUp();
        InquiryView ended = get(view.id());
        assertEquals(InquiryState.EXPIRED, ended.state());
        assertTrue(happened(ended, "never-paid"));
        assertEquals(0, house.count("release"));
        assertEquals(
                "inquiries.not-allowed",
                assertThrows(
                                Problem.class,
                                () -> house.as(
                                        NOTARY,
                                        () -> house.inquiries.reportDeed(
                                                view.id(), DeedOutcome.REGISTERED, "1", LocalDate.of(2026, 12, 25))))
                        .code());
    }

    @Test
    void the_days_for_paying_are_a_setting() {
        house.settings.put("inquiries.payment-days", "3");
        InquiryView view = owing();
        house.later(Duration.ofDays(4));
        giveUp();
        assertEquals(InquiryState.EXPIRED, get(view.id()).state());
    }

    @Test
    void what_was_paid_on_the_last_day_is_released_and_not_ended() {
        InquiryView view = owing();
        house.later(Duration.ofDays(31));
        house.pay(1);
        giveUp();
        house.release();
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
    }

    @Test
    void who_has_just_paid_is_looked_at_before_those_who_only_wait() {
        InquiryView first = owing();
        InquiryView second = house.as(OTHER_NOTARY, () -> house.inquiries.file("k2", saraSells()));
        house.later(Duration.ofSeconds(10));
        house.sql.run("update inquiries.release set news_at = ? where inquiry = ?", house.clock.instant(), second.id());
        assertEquals(List.of(second.id(), first.id()), house.releases.due());
        house.sql.run("update inquiries.release set news_at = null");
        house.sql.run("insert into inquiries.paid (parcel, bill) values (?, 99)", House.PARCEL);
        house.database.inTransaction(house.releases::takeUpNews);
        long told = house.sql.one("select count(news_at) as n from inquiries.release", row -> row.number("n"));
        assertEquals(2, told);
    }
}
