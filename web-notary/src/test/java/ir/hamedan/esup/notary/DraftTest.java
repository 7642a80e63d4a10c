package ir.hamedan.esup.notary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static Draft complete() {
        Draft draft = new Draft();
        draft.setParcel("۱-۲-۳-۴");
        draft.setDeal("SALE");
        draft.getTransferors().add(party("7408305610", "پروین شريفي"));
        draft.getTransferees().add(party("7409035803", "داریوش زنگنه"));
        draft.setAttorney("NO");
        draft.getLetter().setNumber("12");
        draft.getLetter().setDate("۱۴۰۵/۰۹/۰۳");
        draft.saw(Step.REMARKS);
        return draft;
    }

    private static Party party(String id, String name) {
        Party party = new Party();
        party.setId(id);
        party.setName(name);
        party.setShare("3");
        return party;
    }

    @Test
    void the_questions_come_one_after_the_other_until_all_are_answered() {
        Draft draft = new Draft();
        assertEquals(Step.PARCEL, draft.next());
        draft.setParcel("1-2-3-4");
        assertEquals(Step.DEAL, draft.next());
        assertEquals(Step.CHECK, complete().next());
    }

    @Test
    void a_complete_draft_reads_as_the_request_it_means() {
        InquiryRequest request = complete().toRequest();

        assertEquals("1-2-3-4-0-0-0", request.parcel().text());
        assertEquals(DealKind.SALE, request.deal());
        assertEquals("پروین شریفی", request.transferors().get(0).name());
        assertEquals(Share.parse("1/2"), request.transferors().get(0).share());
        assertEquals(Optional.empty(), request.attorney());
        assertEquals("2026-11-24", request.letter().date().toString());
    }

    @Test
    void nothing_that_was_typed_is_lost_not_even_what_is_wrong() {
        Draft draft = complete();
        draft.getTransferors().get(0).setId("12x");
        draft.setRemarks("سلام");

        Draft again = Draft.from(draft.toJson());

        assertEquals(draft.toJson(), again.toJson());
        assertEquals("12x", again.getTransferors().get(0).getId());
        assertEquals(Step.TRANSFERORS, again.next());
    }

    @Test
    void an_inheritance_rests_on_the_paper_of_the_court() {
        Draft draft = complete();
        draft.setDeal("INHERITANCE");
        assertEquals(
                List.of("basis.number", "basis.date"),
                draft.problems(Step.LETTER).stream()
                        .map(problem -> problem.field().orElse(""))
                        .toList());
        assertEquals(Step.LETTER, draft.next());

        draft.getBasis().setNumber("۷۷/ح");
        draft.getBasis().setDate("1405/08/01");
        draft = Draft.from(draft.toJson());
        InquiryRequest.Letter basis = draft.toRequest().basis().orElseThrow();
        assertEquals("۷۷/ح 2026-10-23", basis.number() + " " + basis.date());
    }

    @Test
    void the_buyer_may_leave_a_mobile_number() {
        Draft draft = complete();
        draft.getTransferees().get(0).setMobile("۰۹۱۸۱۲۳۴۵۶۷");
        draft = Draft.from(draft.toJson());
        assertEquals(
                "+989181234567",
                draft.toRequest().transferees().get(0).mobile().orElseThrow().text());
        draft.getTransferees().get(0).setMobile("081 32512345");
        assertEquals(
                "transferees[0].mobile",
                draft.problems(Step.TRANSFEREES).get(0).field().orElse(""));
    }

    @Test
    void every_wrong_field_of_a_row_is_said_at_its_place() {
        Draft draft = complete();
        draft.getTransferors().add(new Party());

        List<Problem> wrong = draft.problems(Step.TRANSFERORS);

        assertEquals(
                List.of("transferors[1].id", "transferors[1].name", "transferors[1].share"),
                wrong.stream().map(problem -> problem.field().orElse("")).toList());
        assertFalse(draft.answered(Step.TRANSFERORS));
    }

    @Test
    void an_attorney_who_acts_is_named_with_the_document() {
        Draft draft = complete();
        draft.setAttorney("YES");

        assertEquals(2, draft.problems(Step.ATTORNEY).size());
        draft.setAttorneyId("7407575428");
        draft.setAttorneyDocument("وکالت‌نامهٔ ۱۲");
        assertTrue(draft.answered(Step.ATTORNEY));
        assertTrue(draft.toRequest().attorney().isPresent());
    }

    @Test
    void each_field_of_the_request_leads_to_the_page_that_asks_for_it() {
        assertEquals(Step.TRANSFERORS, Step.of("transferors[3].share"));
        assertEquals(Step.TRANSFEREES, Step.of("transferees[0].id"));
        assertEquals(Step.ATTORNEY, Step.of("attorney.id"));
        assertEquals(Step.LETTER, Step.of("letter.date"));
        assertEquals(Step.PARCEL, Step.of("parcel"));
        assertEquals(Step.DEAL, Step.of("deal"));
        assertEquals(Step.CHECK, Step.of(""));
    }
}
