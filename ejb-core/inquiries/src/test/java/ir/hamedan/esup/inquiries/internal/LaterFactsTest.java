package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.House.ALI;
import static ir.hamedan.esup.inquiries.internal.House.HALF;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OFFICER;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.REZA;
import static ir.hamedan.esup.inquiries.internal.House.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.people.api.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer holds for the facts of its day, whatever they were on the day of the question. */
class LaterFactsTest {
    private static final Share WHOLE = new Share(1, 1);
    private static final LocalDate FILED = LocalDate.of(2026, 11, 24);

    private final House house = new House();

    private InquiryView file(Actor actor, String key, InquiryRequest request) {
        return house.as(actor, () -> house.inquiries.file(key, request));
    }

    private InquiryView get(String id) {
        return house.as(NOTARY, () -> house.inquiries.get(id));
    }

    private static Check check(InquiryView view, CheckCode code) {
        return view.checks().stream()
                .filter(check -> check.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private void owns(PartyId party, String name, Share share) {
        house.owners.removeIf(owner -> owner.party().equals(party));
        house.owners.add(new Owner(party, name, share, FILED));
    }

    private InquiryRequest aliSells(Share share) {
        return Deals.sale(ALI, "علی رضایی", share, REZA);
    }

    @Test
    void a_share_that_was_sold_while_the_case_waited_is_not_cleared_again() {
        house.owners.clear();
        owns(ALI, "علی رضایی", WHOLE);
        InquiryView first = file(NOTARY, "k1", aliSells(HALF));
        InquiryView second = file(OTHER_NOTARY, "k2", aliSells(new Share(4, 6)));
        assertEquals(InquiryState.WITH_OFFICER, second.state());
        house.as(NOTARY, () -> house.inquiries.reportDeed(first.id(), DeedOutcome.REGISTERED, "1", FILED));
        owns(ALI, "علی رضایی", HALF);
        owns(REZA, "خریدار", HALF);

        house.as(OFFICER, () -> house.desk.claim(second.id()));
        InquiryView answered =
                house.as(OFFICER, () -> house.desk.answer(second.id(), true, ReasonCode.EXAMINED_AND_CLEAR, "دیده شد"));
        assertTrue(answered.awaitsSecondSigner());
        assertEquals(Outcome.CONCERN, check(answered, CheckCode.OWNERSHIP).outcome());
        assertEquals(
                List.of("علی رضایی", "2/3", "1/2"),
                check(answered, CheckCode.OWNERSHIP).arguments());
        assertEquals(1, house.signed.size());
    }

    @Test
    void a_payment_does_not_release_a_share_the_register_took_back_meanwhile() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file(NOTARY, "k1", aliSells(HALF));
        owns(ALI, "علی رضایی", new Share(1, 4));
        house.pay(1);
        house.release();
        assertEquals(InquiryState.WITH_OFFICER, get(view.id()).state());
        assertEquals(0, house.signed.size());
    }

    @Test
    void an_owner_who_is_gone_between_the_two_signatures_stops_the_answer() {
        house.lock(LockKind.SEIZURE);
        InquiryView view = file(NOTARY, "k1", aliSells(HALF));
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        house.as(OFFICER, () -> house.desk.answer(view.id(), true, ReasonCode.EXAMINED_AND_CLEAR, "دیده شد"));
        house.owners.removeIf(owner -> owner.party().equals(ALI));
        InquiryView back = house.as(SECOND, () -> house.desk.countersign(view.id(), true, ""));
        assertEquals(InquiryState.WITH_OFFICER, back.state());
        assertEquals(
                "inquiries.check.ownership.not-the-owner",
                check(back, CheckCode.OWNERSHIP).detail());
        assertEquals(0, house.signed.size());
    }

    @Test
    void a_permit_newer_than_the_completion_certificate_is_a_doubt() {
        house.papers.add(new BuildingCertificate(BuildingCertificate.Kind.PERMIT, "1403/9", LocalDate.of(2024, 9, 1)));
        InquiryView view = file(NOTARY, "k1", Deals.aliSells());
        assertEquals(InquiryState.WITH_OFFICER, view.state());
        assertEquals(
                List.of("1403/9", "1403/06/11"),
                check(view, CheckCode.BUILDING_CERTIFICATE).arguments());
    }

    @Test
    void a_completion_certificate_of_the_permits_own_day_completes_it() {
        house.papers.add(new BuildingCertificate(BuildingCertificate.Kind.PERMIT, "1399/9", LocalDate.of(2020, 7, 1)));
        assertEquals(InquiryState.ISSUED, file(NOTARY, "k1", Deals.aliSells()).state());
    }

    @Test
    void a_deed_is_not_older_than_the_answer_it_rests_on() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = file(NOTARY, "k1", Deals.aliSells());
        house.later(Duration.ofDays(3));
        house.pay(1);
        house.release();
        LocalDate answered = FILED.plusDays(3);
        Problem problem = assertThrows(
                Problem.class,
                () -> house.as(
                        NOTARY,
                        () -> house.inquiries.reportDeed(
                                view.id(), DeedOutcome.REGISTERED, "1", answered.minusDays(1))));
        assertEquals("inquiries.deed-before-answer", problem.code());
        assertEquals(List.of(answered), problem.arguments());
        house.as(NOTARY, () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "1", answered));
        assertEquals(DeedOutcome.REGISTERED, get(view.id()).deed().orElseThrow().outcome());
    }

    @Test
    void a_setting_that_is_no_number_counts_as_its_default() {
        house.settings.put("inquiries.validity-days", "سی");
        house.settings.put("inquiries.priority-window-days", "10 days");
        InquiryView view = file(NOTARY, "k1", Deals.aliSells());
        assertEquals(FILED.plusDays(30), view.validUntil().orElseThrow());
        assertEquals(FILED.plusDays(10), view.reservedUntil().orElseThrow());
    }
}
