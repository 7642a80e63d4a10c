package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.internal.Deals.aliSells;
import static ir.hamedan.esup.inquiries.internal.House.NOTARY;
import static ir.hamedan.esup.inquiries.internal.House.OTHER_NOTARY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.LockKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an office sees and keeps of its inquiries. */
class OfficeTest extends InquiryCase {
    @Test
    void another_office_sees_nothing() {
        InquiryView view = file("k1", aliSells());
        for (java.util.concurrent.Callable<Object> call : List.<java.util.concurrent.Callable<Object>>of(
                () -> house.inquiries.get(view.id()),
                () -> house.inquiries.pdf(view.id()),
                () -> house.inquiries.withdraw(view.id()),
                () -> house.inquiries.freshBill(view.id()),
                () -> house.inquiries.document(view.id(), 1),
                () -> house.inquiries.addDocument(view.id(), "a.pdf", "%PDF-1".getBytes(US_ASCII)),
                () -> house.inquiries.reportDeed(view.id(), DeedOutcome.REGISTERED, "1", LocalDate.of(2026, 11, 24)))) {
            Problem problem = assertThrows(Problem.class, () -> house.as(OTHER_NOTARY, call));
            assertEquals("inquiries.unknown", problem.code());
            assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
        }
        Inquiries.Query all = new Inquiries.Query("", Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(
                0,
                house.as(OTHER_NOTARY, () -> house.inquiries.search(all, new Page.Request(0, 10)))
                        .total());
        assertEquals(
                1,
                house.as(NOTARY, () -> house.inquiries.search(all, new Page.Request(0, 10)))
                        .total());
    }

    @Test
    void the_list_is_found_by_folded_words_and_days() {
        file("k1", aliSells());
        for (String text : List.of("علي رضايی", "۱-۵-٦٧", "123/الف", "1405-")) {
            Inquiries.Query query = new Inquiries.Query(
                    text,
                    Optional.of(InquiryState.ISSUED),
                    Optional.of(LocalDate.of(2026, 11, 24)),
                    Optional.of(LocalDate.of(2026, 11, 24)));
            assertEquals(
                    1,
                    house.as(NOTARY, () -> house.inquiries.search(query, new Page.Request(0, 10)))
                            .total(),
                    text);
        }
    }

    @Test
    void documents_are_bounded_and_are_what_they_say() {
        house.lock(LockKind.SEIZURE);
        InquiryView view = file("k1", aliSells());
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
        InquiryView with = house.as(NOTARY, () -> house.inquiries.addDocument(view.id(), "C:\\a\\سند.png", png));
        assertEquals("سند.png", with.documents().get(0).name());
        assertEquals("image/png", with.documents().get(0).type());
        assertEquals("inquiries.document-type", added(view.id(), "MZ...".getBytes(US_ASCII)));
        assertEquals("inquiries.document-too-large", added(view.id(), new byte[Documents.LARGEST + 1]));
        for (int i = 1; i < Documents.MOST; i++) {
            house.as(NOTARY, () -> house.inquiries.addDocument(view.id(), "a", png));
        }
        assertEquals("inquiries.too-many-documents", added(view.id(), png));
    }

    private String added(String id, byte[] content) {
        return assertThrows(Problem.class, () -> house.as(NOTARY, () -> house.inquiries.addDocument(id, "a", content)))
                .code();
    }

    @Test
    void drafts_are_kept_for_the_office() {
        String id = house.as(NOTARY, () -> house.inquiries.saveDraft(Optional.empty(), "{\"a\":1}"));
        house.as(NOTARY, () -> house.inquiries.saveDraft(Optional.of(id), "{\"a\":2}"));
        assertEquals("{\"a\":2}", house.as(NOTARY, () -> house.inquiries.draft(id)));
        assertEquals(1, house.as(NOTARY, () -> house.inquiries.drafts()).size());
        assertThrows(Problem.class, () -> house.as(OTHER_NOTARY, () -> house.inquiries.draft(id)));
    }

    @Test
    void what_happened_cannot_be_changed_by_the_application() {
        file("k1", aliSells());
        for (String table : List.of("event", "evaluation", "document", "idempotency")) {
            assertThrows(
                    ir.hamedan.esup.kernel.Sql.Failure.class, () -> house.sql.run("delete from inquiries." + table));
        }
    }
}
