package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.Deals.saraSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.parcels.api.LockKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What is owed is paid, and payment releases the answer. */
class ReleaseTest extends InquiryCase {
    @Test
    void an_owing_parcel_is_told_what_to_pay_and_released_by_paying() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        house.owe(8, LevyKind.WASTE, 1404, 1_234_567);
        InquiryView view = file("k1", aliSells());
        assertEquals(InquiryState.AWAITING_PAYMENT, view.state());
        assertEquals(2, view.debts().orElseThrow().statement().items().size());
        assertEquals(
                Rial.of(79_235_000), view.debts().orElseThrow().bills().get(0).amount());
        assertEquals(
                List.of("78,000,000", "1404", "1404", "1"),
                check(view, CheckCode.RENEWAL_LEVY).arguments());
        assertEquals(0, house.signed.size());

        house.pay(1);
        house.release();
        InquiryView released = get(view.id());
        assertEquals(InquiryState.ISSUED, released.state());
        assertTrue(released.debts().orElseThrow().paid());
        assertEquals(Outcome.CLEAR, check(released, CheckCode.RENEWAL_LEVY).outcome());
        assertEquals(0, house.count("release"));
        assertTrue(house.signed.get(0).signer().username().isEmpty());
        assertEquals(
                79_235_000,
                house.signed
                        .get(0)
                        .answer()
                        .getJsonArray("paid")
                        .getJsonObject(0)
                        .getInt("amount"));
    }

    @Test
    void two_who_wait_for_the_same_debt_have_the_same_bill_and_are_both_released() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView one = file("k1", aliSells());
        InquiryView other = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(1, house.bills.size());
        house.pay(1);
        house.release();
        assertEquals(InquiryState.ISSUED, get(one.id()).state());
        assertEquals(
                InquiryState.ISSUED,
                house.as(OTHER_NOTARY, () -> house.inquiries.get(other.id())).state());
    }

    @Test
    void a_payment_that_arrives_while_the_inquiry_is_evaluated_releases_it() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView first = file("k1", aliSells());
        house.whileDuesAreRead = () -> {
            house.whileDuesAreRead = () -> {};
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                other.submit(() -> house.pay(1)).get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                other.shutdown();
            }
        };
        // The second filing has read its dues when the payment commits: it cannot know of it.
        InquiryView second = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(InquiryState.AWAITING_PAYMENT, second.state());
        house.later(Duration.ofSeconds(4));
        house.release();
        assertEquals(
                InquiryState.ISSUED,
                house.as(OTHER_NOTARY, () -> house.inquiries.get(second.id())).state());
        assertEquals(InquiryState.ISSUED, get(first.id()).state());
    }

    @Test
    void debts_settled_by_another_bill_release_as_well() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.owed.clear();
        house.later(Duration.ofSeconds(4));
        house.release();
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
    }

    @Test
    void a_dead_key_leaves_nothing_behind_and_the_same_key_works_later() {
        house.keyIsDead = true;
        assertEquals("signing.unavailable", refused(NOTARY, "k1", aliSells()).code());
        assertEquals(0, house.count("inquiry") + house.count("idempotency") + house.count("event"));
        house.keyIsDead = false;
        assertEquals(InquiryState.ISSUED, file("k1", aliSells()).state());
    }

    @Test
    void a_dead_key_delays_a_paid_answer_and_is_seen_until_it_works_again() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.keyIsDead = true;
        house.pay(1);
        house.release();
        assertEquals(Optional.of("signing.unavailable"), get(view.id()).delayedBy());
        assertEquals(
                Bill.State.PAID,
                get(view.id()).debts().orElseThrow().bills().get(0).state());
        house.release();
        house.keyIsDead = false;
        house.later(Duration.ofMinutes(1));
        house.release();
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
        assertEquals(Optional.empty(), get(view.id()).delayedBy());
    }

    @Test
    void something_new_at_release_goes_to_an_officer() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.lock(LockKind.SEIZURE);
        house.pay(1);
        house.release();
        assertEquals(InquiryState.WITH_OFFICER, get(view.id()).state());
    }

    @Test
    void a_lapsed_bill_is_replaced_by_one_of_today_when_asked() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        house.later(Duration.ofDays(8));
        assertTrue(get(view.id()).debts().orElseThrow().lapsed());
        house.owed.clear();
        house.owe(7, LevyKind.RENEWAL, 1404, 79_000_000);
        InquiryView fresh = house.as(NOTARY, () -> house.inquiries.freshBill(view.id()));
        assertFalse(fresh.debts().orElseThrow().lapsed());
        assertEquals(
                Rial.of(79_000_000), fresh.debts().orElseThrow().bills().get(0).amount());
        assertEquals(fresh, house.as(NOTARY, () -> house.inquiries.freshBill(view.id())));
    }
}
