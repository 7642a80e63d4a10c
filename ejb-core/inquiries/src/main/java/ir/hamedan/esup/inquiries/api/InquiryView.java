package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.LevyKind;
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
 * @param laterDebits claims posted inside the priority window: they stay with the seller
 * @param delayedBy code of the problem that keeps a paid answer from being signed; it is tried again by itself
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
        Optional<String> officerId,
        Optional<Deed> deed,
        List<Event> events,
        List<Document> documents,
        List<LaterDebit> laterDebits,
        boolean awaitsSecondSigner,
        Optional<String> delayedBy,
        long version) {
    /** Where the signed answer is. */
    public record CertificateRef(String number, String secret, long signatureNumber, String verifyUrl) {}

    /**
     * What is owed, with the bills that release it.
     *
     * @param statement the lines as they are frozen on the bills
     * @param paid nothing is owed any more
     * @param lapsed the bills can no longer be paid, or are paid and something more is owed: ask for a fresh one
     * @param stayWithSeller demands among the lines that were posted inside the priority window of an earlier deed
     */
    public record Debts(
            DueStatement statement, List<Bill> bills, boolean paid, boolean lapsed, List<Long> stayWithSeller) {}

    /** An officer's answer: a reason of the coded list, free words, and who signed. */
    public record Answer(
            boolean clean,
            ReasonCode reason,
            String words,
            String signer,
            String signerId,
            Optional<String> secondSigner) {}

    /**
     * The deed that came of it.
     *
     * @param ownersOpen the register could not take it over; the office enters the owners
     */
    public record Deed(DeedOutcome outcome, String number, LocalDate date, boolean ownersOpen) {
        public Deed withOwnersOpen(boolean open) {
            return new Deed(outcome, number, date, open);
        }
    }

    /** One step in its life. */
    public record Event(Instant at, String actor, InquiryState state, String what, String words) {}

    /** A file that was handed in. */
    public record Document(long id, String name, String type, long size, String by, Instant at) {}

    /** A claim posted after the answer, inside its priority window. */
    public record LaterDebit(long demand, RenewalCode code, LevyKind levy, int year, Rial amount, Instant postedAt) {}

    public InquiryView {
        laterDebits = List.copyOf(laterDebits);
        checks = List.copyOf(checks);
        events = List.copyOf(events);
        documents = List.copyOf(documents);
    }
}
