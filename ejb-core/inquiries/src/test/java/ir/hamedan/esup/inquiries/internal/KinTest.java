package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.Deals.saraSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.PARCEL;
import static ir.hamedan.esup.inquiries.internal.House.kin;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An object is also its parts, its whole and the codes it had: an answer under one of them speaks for all. */
class KinTest extends InquiryCase {
    private static final RenewalCode UNIT = RenewalCode.parse("1-5-67-15-1-3");
    private static final RenewalCode OTHER_UNIT = RenewalCode.parse("1-5-67-15-1-4");
    private static final RenewalCode NEW = RenewalCode.parse("1-5-67-99");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private void claim(long id, RenewalCode code) {
        house.demands.add(new Demand(
                id,
                code,
                LevyKind.SERVICE,
                1405,
                Rial.of(500_000),
                Rial.of(500_000),
                TODAY,
                LocalDate.of(2027, 3, 20),
                house.clock.instant(),
                ""));
    }

    @Test
    void a_window_on_a_part_the_whole_or_an_earlier_code_is_for_an_officer_whoever_sells() {
        InquiryView unit = file("k1", Deals.of(UNIT, aliSells()));
        assertEquals(InquiryState.ISSUED, unit.state());
        house.kin.add(kin(UNIT, Optional.empty()));

        InquiryView whole = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(InquiryState.WITH_OFFICER, whole.state());
        Check found = check(whole, CheckCode.OPEN_REQUESTS);
        assertEquals("inquiries.check.open-requests.reserved-beside", found.detail());
        assertEquals(List.of("1405/09/13"), found.arguments());

        house.kin.clear();
        assertEquals(
                InquiryState.ISSUED,
                file(OTHER_NOTARY, "k3", Deals.of(OTHER_UNIT, saraSells())).state());
    }

    @Test
    void a_piece_is_bound_by_what_was_answered_before_the_register_knew_of_the_split() {
        file("k1", aliSells());
        house.successors.addAll(List.of(PARCEL, NEW));
        house.kin.add(kin(PARCEL, Optional.of(house.clock.instant())));
        assertEquals(
                InquiryState.ISSUED,
                file(OTHER_NOTARY, "k2", Deals.of(NEW, saraSells())).state());
        house.kin.set(0, kin(PARCEL, Optional.of(house.clock.instant().plusSeconds(1))));
        assertEquals(
                InquiryState.WITH_OFFICER,
                file(OTHER_NOTARY, "k3", Deals.of(NEW, saraSells())).state());
    }

    @Test
    void the_answer_of_a_renumbered_code_can_be_followed_under_the_new_one() {
        InquiryView first = file("k1", aliSells());
        house.renumber(NEW);
        InquiryView second = file("k2", Deals.of(NEW, Deals.follows(aliSells(), first.id())));
        assertEquals(InquiryState.ISSUED, second.state());
        assertEquals(InquiryState.SUPERSEDED, get(first.id()).state());
    }

    @Test
    void a_claim_on_a_part_the_whole_or_the_new_code_is_marked_in_the_window() {
        InquiryView view = file("k1", aliSells());
        house.later(Duration.ofDays(1));
        claim(9, UNIT);
        house.renumber(NEW);
        claim(10, NEW);
        assertEquals(
                List.of(UNIT, NEW),
                get(view.id()).laterDebits().stream()
                        .map(InquiryView.LaterDebit::code)
                        .toList());
    }

    @Test
    void a_claim_stays_with_the_seller_of_its_own_part_alone() {
        InquiryView sold = file("k1", Deals.of(UNIT, aliSells()));
        house.later(Duration.ofDays(1));
        claim(9, UNIT);
        claim(10, OTHER_UNIT);
        claim(11, PARCEL);
        house.as(NOTARY, () -> house.inquiries.reportDeed(sold.id(), DeedOutcome.REGISTERED, "1", TODAY.plusDays(1)));
        house.kin.add(kin(UNIT, Optional.empty()));
        for (long demand = 9; demand <= 11; demand++) {
            house.owe(demand, LevyKind.SERVICE, 1405, 500_000);
        }
        InquiryView whole = file(OTHER_NOTARY, "k2", saraSells());
        assertEquals(List.of(9L), whole.debts().orElseThrow().stayWithSeller());
    }

    @Test
    void what_was_sold_under_the_old_code_stays_with_its_seller_under_the_new_one() {
        InquiryView sold = file("k1", aliSells());
        house.later(Duration.ofDays(1));
        claim(9, PARCEL);
        house.as(NOTARY, () -> house.inquiries.reportDeed(sold.id(), DeedOutcome.REGISTERED, "1", TODAY.plusDays(1)));
        house.later(Duration.ofDays(1));
        house.renumber(NEW);
        house.owe(9, LevyKind.SERVICE, 1405, 500_000);
        InquiryView later = file(OTHER_NOTARY, "k2", Deals.of(NEW, saraSells()));
        assertEquals(List.of(9L), later.debts().orElseThrow().stayWithSeller());
    }
}
