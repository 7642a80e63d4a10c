package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.Deals.saraSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OFFICER;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.SECOND;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.people.api.Actor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an officer adds to a case and sees beside it, and what becomes of the certificate. */
class BesideTheCaseTest {
    private static final byte[] PDF = "%PDF-1.7".getBytes(US_ASCII);

    private final House house = new House();

    private InquiryView seized() {
        house.lock(LockKind.SEIZURE);
        InquiryView view = house.as(NOTARY, () -> house.inquiries.file("k1", aliSells()));
        return house.as(OFFICER, () -> house.desk.claim(view.id()));
    }

    private String refused(Actor actor, String id, byte[] content) {
        return assertThrows(Problem.class, () -> house.as(actor, () -> house.desk.addDocument(id, "a", content)))
                .code();
    }

    @Test
    void an_officer_adds_a_document_that_the_notary_reads() {
        InquiryView view = seized();
        house.as(OFFICER, () -> house.desk.addDocument(view.id(), "گزارش.pdf", PDF));
        InquiryView seen = house.as(NOTARY, () -> house.inquiries.get(view.id()));
        assertEquals(InquiryState.WITH_OFFICER, seen.state());
        assertEquals("گزارش.pdf", seen.documents().get(0).name());
        assertEquals("کارشناس یک", seen.documents().get(0).by());
        assertArrayEquals(
                PDF,
                house.as(
                        NOTARY,
                        () -> house.inquiries.document(
                                view.id(), seen.documents().get(0).id())));
        assertEquals(
                List.of("inquiries.document-attached", "inquiries.read", "inquiries.document-read"),
                house.audited.stream()
                        .map(Audited::action)
                        .skip(house.audited.size() - 3)
                        .toList());
    }

    @Test
    void it_is_bounded_like_the_notarys_and_for_the_officer_who_has_the_case() {
        InquiryView view = seized();
        assertEquals("inquiries.not-claimed-by-you", refused(SECOND, view.id(), PDF));
        assertEquals("inquiries.document-type", refused(OFFICER, view.id(), "MZ".getBytes(US_ASCII)));
        assertEquals("inquiries.document-too-large", refused(OFFICER, view.id(), new byte[Documents.LARGEST + 1]));
    }

    @Test
    void an_officer_knows_of_the_other_inquiries_that_wait_on_the_parcel_and_offices_do_not() {
        InquiryView first = seized();
        InquiryView second = house.as(OTHER_NOTARY, () -> house.inquiries.file("k2", saraSells()));
        List<InquiryRow> others = house.as(OFFICER, () -> house.desk.others(first.id()));
        assertEquals(List.of(second.id()), others.stream().map(InquiryRow::id).toList());
        house.as(OTHER_NOTARY, () -> house.inquiries.withdraw(second.id()));
        assertEquals(List.of(), house.as(OFFICER, () -> house.desk.others(first.id())));
    }

    @Test
    void the_certificate_of_a_deal_that_was_given_up_is_revoked_and_that_of_a_deed_is_not() {
        InquiryView given = house.as(NOTARY, () -> house.inquiries.file("k1", aliSells()));
        InquiryView made = house.as(OTHER_NOTARY, () -> house.inquiries.file("k2", saraSells()));
        LocalDate day = LocalDate.of(2026, 11, 24);
        house.as(NOTARY, () -> house.inquiries.reportDeed(given.id(), DeedOutcome.ABANDONED, "", day));
        house.as(OTHER_NOTARY, () -> house.inquiries.reportDeed(made.id(), DeedOutcome.REGISTERED, "1", day));
        assertEquals(
                List.of(
                        "revoked " + given.certificate().orElseThrow().number() + " DEAL_ABANDONED",
                        "transferred 1-5-67-15-0-0-0 by inquiry:" + made.id()),
                house.marks);
    }
}
