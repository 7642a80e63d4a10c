package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OFFICER;
import static ir.hamedan.esup.inquiries.internal.House.SECOND;
import static ir.hamedan.esup.inquiries.internal.House.SUPERVISOR;
import static ir.hamedan.esup.inquiries.internal.House.aliSells;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LockKind;
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
}
