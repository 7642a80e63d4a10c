package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OFFICER;
import static ir.hamedan.esup.inquiries.internal.House.SECOND;
import static ir.hamedan.esup.inquiries.internal.House.SUPERVISOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.signing.api.CertificateRequest;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** No case hangs on one person, one paper or one key. */
class CaseExitsTest {
    private final House house = new House();

    private InquiryView claimed() {
        house.lock(LockKind.SEIZURE);
        InquiryView view = house.as(NOTARY, () -> house.inquiries.file("k1", aliSells()));
        return house.as(OFFICER, () -> house.desk.claim(view.id()));
    }

    @Test
    void a_supervisor_takes_a_case_from_an_officer_who_is_away_and_the_journal_says_whose_it_was() {
        InquiryView view = claimed();
        assertEquals(
                "inquiries.not-claimed-by-you",
                assertThrows(Problem.class, () -> house.as(SECOND, () -> house.desk.release(view.id())))
                        .code());
        InquiryView free = house.as(SUPERVISOR, () -> house.desk.release(view.id()));
        assertTrue(free.officer().isEmpty());
        InquiryView.Event last = free.events().get(free.events().size() - 1);
        assertEquals("inquiries.event.released-by-supervisor", last.what());
        assertEquals("سرپرست", last.actor());
        assertEquals("کارشناس یک", last.words());
        Audited row = house.audited.get(house.audited.size() - 1);
        assertEquals("inquiries.released", row.action());
        assertEquals("officer1", row.after().get("claimedBy"));
        house.as(SECOND, () -> house.desk.claim(view.id()));
        assertEquals(
                InquiryState.REFUSED,
                house.as(SECOND, () -> house.desk.answer(view.id(), false, ReasonCode.SEIZED, ""))
                        .state());
    }

    @Test
    void nobody_releases_what_nobody_has() {
        InquiryView view = claimed();
        house.as(OFFICER, () -> house.desk.release(view.id()));
        assertThrows(Problem.class, () -> house.as(SUPERVISOR, () -> house.desk.release(view.id())));
    }

    @Test
    void a_case_whose_document_never_comes_is_released_claimed_and_refused() {
        InquiryView view = claimed();
        house.as(OFFICER, () -> house.desk.askForDocument(view.id(), "نامه"));
        house.as(SUPERVISOR, () -> house.desk.release(view.id()));
        house.as(SECOND, () -> house.desk.claim(view.id()));
        InquiryView refused =
                house.as(SECOND, () -> house.desk.answer(view.id(), false, ReasonCode.DOCUMENT_NOT_HANDED_IN, ""));
        assertEquals(InquiryState.REFUSED, refused.state());
    }

    private InquiryView agreed() {
        InquiryView view = claimed();
        house.as(OFFICER, () -> house.desk.answer(view.id(), true, ReasonCode.EXAMINED_AND_CLEAR, "دیده شد"));
        return house.as(SECOND, () -> house.desk.countersign(view.id(), true, ""));
    }

    private InquiryView get(String id) {
        return house.as(NOTARY, () -> house.inquiries.get(id));
    }

    @Test
    void a_paid_answer_does_not_wait_for_the_key_of_an_officer_who_is_gone() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = agreed();
        assertEquals(InquiryState.AWAITING_PAYMENT, view.state());
        house.deadKeys.add("officer1");
        house.pay(1);
        house.release();
        assertEquals(InquiryState.ISSUED, get(view.id()).state());
        CertificateRequest order = house.signed.get(0);
        assertTrue(order.signer().username().isEmpty());
        JsonObject officer = order.answer().getJsonObject("officer");
        assertEquals("کارشناس یک", officer.getString("signer"));
        assertEquals("کارشناس دو", officer.getString("secondSigner"));
        assertTrue(officer.getBoolean("sealedByOffice"));
        assertTrue(order.paper().notes().stream().anyMatch(note -> note.contains("کارشناس یک")));
    }

    @Test
    void a_second_signature_does_not_wait_for_it_either() {
        InquiryView view = claimed();
        house.as(OFFICER, () -> house.desk.answer(view.id(), true, ReasonCode.EXAMINED_AND_CLEAR, "دیده شد"));
        house.deadKeys.add("officer1");
        InquiryView done = house.as(SECOND, () -> house.desk.countersign(view.id(), true, ""));
        assertEquals(InquiryState.ISSUED, done.state());
        assertTrue(house.signed.get(0).signer().username().isEmpty());
    }

    @Test
    void an_officer_who_answers_now_signs_with_the_own_key_or_not_at_all() {
        InquiryView view = claimed();
        house.locks.clear();
        house.deadKeys.add("officer1");
        assertEquals("signing.unavailable", refused(view.id(), true, ReasonCode.EXAMINED_AND_CLEAR));
        assertEquals("signing.unavailable", refused(view.id(), false, ReasonCode.SEIZED));
        assertEquals(InquiryState.WITH_OFFICER, get(view.id()).state());
    }

    private String refused(String id, boolean clean, ReasonCode reason) {
        return assertThrows(
                        Problem.class, () -> house.as(OFFICER, () -> house.desk.answer(id, clean, reason, "دیده شد")))
                .code();
    }

    @Test
    void a_case_whose_code_was_replaced_can_be_refused_and_not_cleared() {
        InquiryView view = claimed();
        house.successors.add(RenewalCode.parse("1-5-67-16"));
        assertEquals("inquiries.code-replaced", refused(view.id(), true, ReasonCode.EXAMINED_AND_CLEAR));
        InquiryView refused = house.as(OFFICER, () -> house.desk.answer(view.id(), false, ReasonCode.UNKNOWN_CODE, ""));
        assertEquals(InquiryState.REFUSED, refused.state());
        assertEquals("inquiries.check.code.replaced", refused.checks().get(0).detail());
        assertEquals("1-5-67-16-0-0-0", refused.checks().get(0).arguments().get(0));
        assertEquals(
                "1-5-67-15-0-0-0",
                house.signed.get(0).answer().getJsonObject("property").getString("code"));
    }

    @Test
    void a_paid_inquiry_whose_code_was_replaced_goes_to_an_officer() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = house.as(NOTARY, () -> house.inquiries.file("k1", aliSells()));
        house.successors.add(RenewalCode.parse("1-5-67-16"));
        house.pay(1);
        house.release();
        assertEquals(InquiryState.WITH_OFFICER, get(view.id()).state());
        assertEquals(Outcome.CONCERN, get(view.id()).checks().get(0).outcome());
    }
}
