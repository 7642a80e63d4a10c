package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.Page;
import java.util.List;

/** Inquiries as officers work on them: a queue, a claim, an answer out of a coded list. OFFICER, SUPERVISOR; AUDITOR reads. */
public interface InquiryDesk {
    /** Which part of the queue. */
    enum Queue {
        UNCLAIMED,
        MINE,
        AWAITING_SECOND_SIGNER,
        NEEDS_DOCUMENT,
        /** Paid or agreed to, but the signature could not be made yet; it is tried again by itself. */
        SIGNING_DELAYED,
        /** Deeds the register could not take over by itself: the office enters their owners. */
        OWNERS_OPEN,
        ALL
    }

    /** Oldest due day first; text as in {@link Inquiries#search}. */
    Page<InquiryRow> queue(Queue queue, String text, Page.Request page);

    /** A case; who read it is in the journal. */
    InquiryView get(String id);

    /** {@code inquiries.claimed-by-other} when somebody was faster. */
    InquiryView claim(String id);

    /** Puts a claimed case back into the queue; a supervisor may do it for an officer who is away. */
    InquiryView release(String id);

    /**
     * Answers. A clean answer against a check that found a concern or no data waits for a second signer; a refusal cites
     * its reason. What is owed stays owed: a clean answer issues when the debts are paid as well.
     */
    InquiryView answer(String id, boolean clean, ReasonCode reason, String words);

    /** By another person than the one who answered: {@code inquiries.second-signer-needed}. */
    InquiryView countersign(String id, boolean agree, String words);

    /** Asks the notary for a document. */
    InquiryView askForDocument(String id, String words);

    /** A document of it; that too is in the journal. */
    byte[] document(String id, long document);

    /**
     * Adds a document to one's own case, with the limits of {@link Inquiries#addDocument}; the notary sees it. The
     * state stays as it is.
     */
    InquiryView addDocument(String id, String name, byte[] content);

    /**
     * Other inquiries on the same parcel that wait for an answer, the oldest first, at most 50: for the officer to know
     * of. Offices do not learn of each other.
     */
    List<InquiryRow> others(String id);

    /** Revokes an issued answer with a reason; the inquiry counts as refused. SUPERVISOR. */
    InquiryView revoke(String id, ReasonCode reason, String words);

    /** The owners of a deed that the register could not take over are entered; {@code words} say by which correction. */
    InquiryView ownersEntered(String id, String words);

    /** Counters for the head of the queue. */
    record Counts(
            long unclaimed, long mine, long overdue, long awaitingSecondSigner, long signingDelayed, long ownersOpen) {}

    Counts counts();
}
