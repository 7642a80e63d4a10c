package ir.hamedan.esup.inquiries.api;

import ir.hamedan.esup.kernel.NationalId;
import ir.hamedan.esup.kernel.RenewalCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a notary asks.
 *
 * @param basis the paper of a court or office without which the deal is none: the certificate of inheritance, the record
 *     of the auction
 * @param buyerAcceptsDebt the deed says that the buyer accepts the debt (Notary Facilitation Act, Art. 2)
 * @param follows the id of the earlier inquiry this one follows; its answer is superseded
 */
public record InquiryRequest(
        RenewalCode parcel,
        DealKind deal,
        List<PartyShare> transferors,
        List<PartyShare> transferees,
        Optional<Attorney> attorney,
        Letter letter,
        Optional<Letter> basis,
        String remarks,
        boolean buyerAcceptsDebt,
        Optional<String> follows) {
    /** Who acts for the transferors, and by which document. */
    public record Attorney(NationalId id, String document) {}

    /** A letter or paper: the notary's own, or the basis of the deal. */
    public record Letter(String number, LocalDate date) {}

    public InquiryRequest {
        transferors = List.copyOf(transferors);
        transferees = List.copyOf(transferees);
    }
}
