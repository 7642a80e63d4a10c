package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.Page;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Inquiries as a notary office uses them, by a person or by its machine. Roles NOTARY, DEPUTY, DEED_CLERK; every method
 * sees the own office's inquiries only, another's are {@code inquiries.unknown}.
 */
public interface Inquiries {
    /**
     * Files an inquiry: all checks are made and kept, and where nothing stands in the way the signed answer is there on
     * return. The same key with the same request gives the same inquiry, with another {@code inquiries.key-reused}.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code parcels.unknown-code}, {@code parcels.code-replaced}, {@code
     *     inquiries.not-the-owner}, {@code inquiries.shares-differ}, {@code inquiries.deal-needs-attorney} and others,
     *     each at its field; {@code signing.unavailable} leaves nothing behind
     */
    InquiryView file(String key, InquiryRequest request);

    /** Keeps what was typed so far, as JSON of the page's own fields; gives the draft's id. */
    String saveDraft(Optional<String> id, String fields);

    /** The fields of a draft of the own office. */
    String draft(String id);

    void discardDraft(String id);

    InquiryView get(String id);

    /** What to list; empty parts match everything. Text is looked for in code, letter number, names and id. */
    record Query(String text, Optional<InquiryState> state, Optional<LocalDate> from, Optional<LocalDate> to) {}

    Page<InquiryRow> search(Query query, Page.Request page);

    InquiryView withdraw(String id);

    /** Hands in a document (PDF, JPEG or PNG, at most 10 MB, at most 20 an inquiry) and, when one was asked for, gives the case back to the officer. */
    InquiryView addDocument(String id, String name, byte[] content);

    byte[] document(String id, long document);

    /** The deed was registered (owners change, the window closes) or the deal abandoned. */
    InquiryView reportDeed(String id, DeedOutcome outcome, String number, LocalDate date);

    /** The signed PDF of an issued or refused answer. */
    byte[] pdf(String id);
}
