package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.Deals.saraSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.PARCEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an inquiry once it is answered, or taken back. */
class AfterAnswerTest extends InquiryCase {
    @Test
    void a_registered_deed_moves_the_owners_and_closes_the_window_once() {
        InquiryView view = file("k1", aliSells());
        LocalDate day = LocalDate.of(2026, 11, 24);
        InquiryView done =
                house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "۹۸۷", day));
        house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "۹۸۷", day));
        assertEquals(List.of("transferred 1-5-67-15-0-0-0 by inquiry:" + view.id()), house.marks);
        assertEquals(Optional.empty(), done.reservedUntil());
        Problem other = assertThrows(
                Problem.class,
                () -> house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.ABANDONED, "", day)));
        assertEquals("inquiries.deed-reported", other.code());
        assertEquals(InquiryState.ISSUED, file(OTHER_NOTARY, "k2", aliSells()).state());
    }

    @Test
    void an_abandoned_deal_frees_the_share() {
        InquiryView view = file("k1", aliSells());
        house.as(
                NOTARY,
                () -> house.inquiries.reportDeed(view.id(), DeedOutcome.ABANDONED, "", LocalDate.of(2026, 11, 24)));
        assertEquals(
                "{state=ISSUED}",
                house.audited.stream()
                        .filter(row -> row.action().equals("inquiries.deed-reported"))
                        .findFirst()
                        .orElseThrow()
                        .before()
                        .toString());
        assertEquals(InquiryState.WITHDRAWN, get(view.id()).state());
        assertEquals(InquiryState.ISSUED, file(OTHER_NOTARY, "k2", aliSells()).state());
        assertEquals(List.of("revoked " + view.certificate().orElseThrow().number() + " DEAL_ABANDONED"), house.marks);
    }

    @Test
    void a_follow_up_ends_the_earlier_answer_and_takes_its_window() {
        InquiryView first = file("k1", aliSells());
        InquiryView second = file("k2", Deals.follows(aliSells(), first.id()));
        assertEquals(InquiryState.ISSUED, second.state());
        assertEquals(InquiryState.SUPERSEDED, get(first.id()).state());
        assertEquals(
                List.of("superseded " + first.certificate().orElseThrow().number() + " by inquiry:" + second.id()),
                house.marks);
        assertEquals(
                "inquiries.unknown",
                refused(OTHER_NOTARY, "k3", Deals.follows(aliSells(), second.id()))
                        .code());
    }

    @Test
    void a_claim_posted_in_the_window_is_marked_and_stays_with_the_seller() {
        InquiryView view = file("k1", aliSells());
        house.later(Duration.ofDays(1));
        house.demands.add(new Demand(
                9,
                PARCEL,
                LevyKind.SERVICE,
                1405,
                Rial.of(500_000),
                Rial.of(500_000),
                LocalDate.of(2026, 11, 25),
                LocalDate.of(2027, 3, 20),
                house.clock.instant(),
                ""));
        assertEquals(9, get(view.id()).laterDebits().get(0).demand());

        house.as(
                NOTARY,
                () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "1", LocalDate.of(2026, 11, 25)));
        house.later(Duration.ofDays(2));
        house.owe(9, LevyKind.SERVICE, 1405, 500_000);
        house.owe(10, LevyKind.RENEWAL, 1405, 700_000);
        InquiryView later = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(List.of(9L), later.debts().orElseThrow().stayWithSeller());
    }

    @Test
    void an_answer_runs_out_after_its_last_day() {
        InquiryView view = file("k1", aliSells());
        house.later(Duration.ofDays(30));
        assertTrue(house.releases.ranOut().isEmpty());
        house.later(Duration.ofDays(1));
        for (String id : house.releases.ranOut()) {
            house.database.inTransaction(() -> house.releases.expire(id));
        }
        assertEquals(InquiryState.EXPIRED, get(view.id()).state());
    }

    @Test
    void an_answer_that_led_to_a_deed_does_not_run_out() {
        InquiryView view = file("k1", aliSells());
        house.as(
                NOTARY,
                () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "۹۸۷", LocalDate.of(2026, 11, 24)));
        house.later(Duration.ofDays(60));
        assertEquals(List.of(), house.releases.ranOut());
        house.database.inTransaction(() -> house.releases.expire(view.id()));
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
    }

    @Test
    void an_inquiry_without_an_answer_can_be_withdrawn_and_nothing_else() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file("k1", aliSells());
        assertEquals(
                InquiryState.WITHDRAWN,
                house.as(NOTARY, () -> house.inquiries.withdraw(view.id())).state());
        house.pay(1);
        house.release();
        assertEquals(InquiryState.WITHDRAWN, get(view.id()).state());
        InquiryView clean = file("k2", aliSells());
        assertEquals(
                "inquiries.not-allowed",
                assertThrows(Problem.class, () -> house.as(NOTARY, () -> house.inquiries.withdraw(clean.id())))
                        .code());
    }
}
