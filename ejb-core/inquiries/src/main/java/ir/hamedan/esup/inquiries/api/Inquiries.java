package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /**
     * Everything that keeps the request from being filed, each at its field; empty when it can be filed. Nothing is
     * kept.
     */
    List<Problem> faults(InquiryRequest request);

    /** Keeps what was typed so far, as JSON of the page's own fields; gives the draft's id. */
    String saveDraft(Optional<String> id, String fields);

    /** The fields of a draft of the own office. */
    String draft(String id);

    /** A draft of the own office. */
    record Draft(String id, String fields, String savedBy, Instant savedAt) {}

    /** The drafts of the own office, newest first, at most 100. */
    List<Draft> drafts();

    void discardDraft(String id);

    InquiryView get(String id);

    /** What to list; empty parts match everything. Text is looked for in code, letter number, names and id. */
    record Query(String text, Optional<InquiryState> state, Optional<LocalDate> from, Optional<LocalDate> to) {}

    Page<InquiryRow> search(Query query, Page.Request page);

    /**
     * Takes back an inquiry that has no answer yet. One that has is given back by {@link #reportDeed} as abandoned:
     * {@code inquiries.not-allowed}.
     */
    InquiryView withdraw(String id);

    /**
     * A bill with the amounts of today, when the earlier one has lapsed, was replaced, or does not cover all that is
     * owed. Does nothing while the bills can still be paid and cover it.
     */
    InquiryView freshBill(String id);

    /** Hands in a document (PDF, JPEG or PNG, at most 10 MB, at most 20 an inquiry) and, when one was asked for, gives the case back to the officer. */
    InquiryView addDocument(String id, String name, byte[] content);

    byte[] document(String id, long document);

    /**
     * The deed was registered (owners change or, where land is divided or joined, are left to the office; the window
     * closes and the answer does not expire any more) or the deal abandoned (the window closes, the inquiry is WITHDRAWN
     * and its certificate revoked with the code DEAL_ABANDONED).
     */
    InquiryView reportDeed(String id, DeedOutcome outcome, String number, LocalDate date);

    /** The signed PDF of an issued or refused answer. */
    byte[] pdf(String id);
}
