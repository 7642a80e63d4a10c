package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.levies.api.DueStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An inquiry as its office or an officer sees it.
 *
 * @param debts what is owed and the bills for it, when something is owed or was
 * @param dueBy day by which an officer must have answered, while one has it
 * @param reservedUntil end of the priority window, while it is open
 * @param officer who claimed it
 */
public record InquiryView(
        String id,
        InquiryState state,
        InquiryRequest request,
        String office,
        String filedBy,
        Instant filedAt,
        List<Check> checks,
        Optional<CertificateRef> certificate,
        Optional<Debts> debts,
        Optional<Answer> answer,
        Optional<LocalDate> dueBy,
        Optional<LocalDate> validUntil,
        Optional<LocalDate> reservedUntil,
        Optional<String> officer,
        Optional<Deed> deed,
        List<Event> events,
        List<Document> documents,
        long version) {
    /** Where the signed answer is. */
    public record CertificateRef(String number, String secret, long signatureNumber, String verifyUrl) {}

    /** What is owed, with the bills that release it. */
    public record Debts(DueStatement statement, List<Bill> bills, boolean paid) {}

    /** An officer's answer: a reason of the coded list, free words, and who signed. */
    public record Answer(
            boolean clean, ReasonCode reason, String words, String signer, Optional<String> secondSigner) {}

    /** The deed that came of it. */
    public record Deed(DeedOutcome outcome, String number, LocalDate date) {}

    /** One step in its life. */
    public record Event(Instant at, String actor, InquiryState state, String what, String words) {}

    /** A file that was handed in. */
    public record Document(long id, String name, String type, long size, String by, Instant at) {}

    public InquiryView {
        checks = List.copyOf(checks);
        events = List.copyOf(events);
        documents = List.copyOf(documents);
    }
}
