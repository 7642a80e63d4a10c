package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OFFICER;
import static ir.hamedan.esup.inquiries.internal.House.SECOND;
import static ir.hamedan.esup.inquiries.internal.House.SUPERVISOR;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.signing.api.CertificateKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InquiryDeskTest {
    private final House house = new House();

    private InquiryView seized() {
        house.lock(LockKind.SEIZURE);
        return house.as(NOTARY, () -> house.inquiries.file("k1", aliSells()));
    }

    private InquiryView answer(Actor actor, String id, boolean clean, ReasonCode reason) {
        return house.as(actor, () -> house.desk.answer(id, clean, reason, "دیده شد"));
    }

    private String refused(java.util.concurrent.Callable<InquiryView> call, Actor actor) {
        return assertThrows(Problem.class, () -> house.as(actor, call)).code();
    }

    private long queue(InquiryDesk.Queue queue, Actor actor) {
        return house.as(actor, () -> house.desk.queue(queue, "", new Page.Request(0, 10)))
                .total();
    }

    @Test
    void who_reads_a_case_is_in_the_journal_once() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.get(view.id()));
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        assertEquals(
                List.of("inquiries.filed", "inquiries.case-read", "inquiries.claimed"),
                house.audited.stream().map(Audited::action).toList());
    }

    @Test
    void a_case_is_of_the_account_that_claimed_it_whatever_its_name() {
        InquiryView view = seized();
        InquiryView claimed = house.as(OFFICER, () -> house.desk.claim(view.id()));
        assertEquals(Optional.of(OFFICER.username()), claimed.officerId());
        InquiryView answered =
                house.as(OFFICER, () -> house.desk.answer(view.id(), true, ReasonCode.EXAMINED_AND_CLEAR, "دیده شد"));
        assertEquals(OFFICER.username(), answered.answer().orElseThrow().signerId());
    }

    @Test
    void a_case_is_claimed_by_one_officer() {
        InquiryView view = seized();
        assertEquals(1, queue(InquiryDesk.Queue.UNCLAIMED, OFFICER));
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        assertEquals("inquiries.claimed-by-other", refused(() -> house.desk.claim(view.id()), SECOND));
        assertEquals("inquiries.not-claimed-by-you", refused(() -> house.desk.release(view.id()), SECOND));
        assertEquals(1, queue(InquiryDesk.Queue.MINE, OFFICER));
        assertEquals(1, house.as(OFFICER, () -> house.desk.counts()).mine());
        house.as(OFFICER, () -> house.desk.release(view.id()));
        assertEquals(
                InquiryState.WITH_OFFICER,
                house.as(SECOND, () -> house.desk.claim(view.id())).state());
    }

    @Test
    void a_refusal_cites_a_reason_and_is_signed_by_the_officer() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        assertEquals("inquiries.reason-missing", refused(() -> house.desk.answer(view.id(), false, null, ""), OFFICER));
        assertEquals(
                "inquiries.missing",
                refused(() -> house.desk.answer(view.id(), true, ReasonCode.EXAMINED_AND_CLEAR, " "), OFFICER),
                "a doubt is not cleared without a word");
        assertEquals(
                "inquiries.reason-missing",
                refused(() -> house.desk.answer(view.id(), true, ReasonCode.SEIZED, ""), OFFICER));
        InquiryView answered = answer(OFFICER, view.id(), false, ReasonCode.SEIZED);
        assertEquals(InquiryState.REFUSED, answered.state());
        assertEquals(CertificateKind.TRANSFER_REFUSAL, house.signed.get(0).kind());
        assertEquals(Optional.of("officer1"), house.signed.get(0).signer().username());
        assertTrue(house.signed.get(0).paper().verdict().contains("بازداشت"));
    }

    @Test
    void a_clean_answer_against_a_concern_needs_another_person() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        InquiryView proposed = answer(OFFICER, view.id(), true, ReasonCode.EXAMINED_AND_CLEAR);
        assertEquals(InquiryState.WITH_OFFICER, proposed.state());
        assertTrue(proposed.awaitsSecondSigner());
        assertEquals(0, house.signed.size());
        assertEquals(1, queue(InquiryDesk.Queue.AWAITING_SECOND_SIGNER, SECOND));
        assertEquals(
                "inquiries.second-signer-needed", refused(() -> house.desk.countersign(view.id(), true, ""), OFFICER));
        InquiryView done = house.as(SECOND, () -> house.desk.countersign(view.id(), true, ""));
        assertEquals(InquiryState.ISSUED, done.state());
        assertEquals(Optional.of("officer1"), house.signed.get(0).signer().username());
        assertEquals(Optional.of("کارشناس دو"), done.answer().orElseThrow().secondSigner());
    }

    @Test
    void a_second_signer_who_does_not_agree_gives_the_case_back() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        answer(OFFICER, view.id(), true, ReasonCode.EXAMINED_AND_CLEAR);
        InquiryView back = house.as(SUPERVISOR, () -> house.desk.countersign(view.id(), false, "نامه را ببینید"));
        assertEquals(InquiryState.WITH_OFFICER, back.state());
        assertEquals(Optional.empty(), back.answer());
        assertEquals(
                InquiryState.REFUSED,
                answer(OFFICER, view.id(), false, ReasonCode.SEIZED).state());
    }

    @Test
    void a_concern_that_went_away_needs_no_second_signer() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        house.locks.clear();
        assertEquals(
                InquiryState.ISSUED,
                answer(OFFICER, view.id(), true, ReasonCode.EXAMINED_AND_CLEAR).state());
    }

    @Test
    void what_turns_up_between_the_two_signatures_is_not_covered() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        answer(OFFICER, view.id(), true, ReasonCode.EXAMINED_AND_CLEAR);
        house.lock(LockKind.ROAD_PLAN);
        InquiryView back = house.as(SECOND, () -> house.desk.countersign(view.id(), true, ""));
        assertEquals(InquiryState.WITH_OFFICER, back.state());
        assertEquals(0, house.signed.size());
    }

    @Test
    void with_an_officer_and_owing_both_must_be_clear() {
        house.owe(7, LevyKind.RENEWAL, 1404, 78_000_000);
        InquiryView view = seized();
        assertEquals(InquiryState.WITH_OFFICER, view.state());
        assertEquals(1, view.debts().orElseThrow().bills().size());
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        answer(OFFICER, view.id(), true, ReasonCode.EXAMINED_AND_CLEAR);
        InquiryView agreed = house.as(SECOND, () -> house.desk.countersign(view.id(), true, ""));
        assertEquals(InquiryState.AWAITING_PAYMENT, agreed.state());
        house.pay(1);
        house.release();
        InquiryView done = house.as(NOTARY, () -> house.inquiries.get(view.id()));
        assertEquals(InquiryState.ISSUED, done.state());
        assertEquals(Optional.of("officer1"), house.signed.get(0).signer().username());
    }

    @Test
    void a_document_that_is_asked_for_stops_the_clock_and_comes_back_to_the_officer() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.claim(view.id()));
        house.as(OFFICER, () -> house.desk.askForDocument(view.id(), "نامهٔ رفع بازداشت"));
        house.later(Duration.ofDays(3));
        InquiryView back =
                house.as(NOTARY, () -> house.inquiries.addDocument(view.id(), "a.pdf", "%PDF-1.7".getBytes(US_ASCII)));
        assertEquals(InquiryState.WITH_OFFICER, back.state());
        assertEquals(LocalDate.of(2026, 12, 7), back.dueBy().orElseThrow());
        assertEquals(1, queue(InquiryDesk.Queue.MINE, OFFICER));
    }

    @Test
    void a_supervisor_takes_an_answer_back_and_the_window_closes() {
        InquiryView view = house.as(NOTARY, () -> house.inquiries.file("k1", aliSells()));
        InquiryView revoked =
                house.as(SUPERVISOR, () -> house.desk.revoke(view.id(), ReasonCode.OWNER_MISMATCH, "اشتباه"));
        assertEquals(InquiryState.REFUSED, revoked.state());
        assertEquals("revoked " + view.certificate().orElseThrow().number() + " OWNER_MISMATCH", house.marks.get(0));
        assertEquals(
                InquiryState.ISSUED,
                house.as(House.OTHER_NOTARY, () -> house.inquiries.file("k2", aliSells()))
                        .state());
    }
}
