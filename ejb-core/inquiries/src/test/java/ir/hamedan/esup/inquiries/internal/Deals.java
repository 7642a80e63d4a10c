package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the notaries of the {@link House} ask. */
final class Deals {
    private Deals() {}

    static InquiryRequest sale(PartyId from, String name, Share share, PartyId to) {
        return request(
                DealKind.SALE,
                List.of(new PartyShare(from, name, share)),
                List.of(new PartyShare(to, "خریدار", share)));
    }

    static InquiryRequest aliSells() {
        return sale(House.ALI, "علي رضايي", House.HALF, House.REZA);
    }

    static InquiryRequest saraSells() {
        return sale(House.SARA, "سارا کریمی", House.HALF, House.MINA);
    }

    static InquiryRequest request(DealKind deal, List<PartyShare> from, List<PartyShare> to) {
        return new InquiryRequest(
                House.PARCEL,
                deal,
                from,
                to,
                Optional.empty(),
                new InquiryRequest.Letter("۱۲۳/الف", LocalDate.of(2026, 11, 23)),
                Optional.empty(),
                "",
                false,
                Optional.empty());
    }

    static InquiryRequest follows(InquiryRequest request, String earlier) {
        return of(request.parcel(), request, Optional.of(earlier));
    }

    /** The same under another code. */
    static InquiryRequest of(RenewalCode code, InquiryRequest request) {
        return of(code, request, request.follows());
    }

    private static InquiryRequest of(RenewalCode code, InquiryRequest request, Optional<String> follows) {
        return new InquiryRequest(
                code,
                request.deal(),
                request.transferors(),
                request.transferees(),
                request.attorney(),
                request.letter(),
                request.basis(),
                request.remarks(),
                request.buyerAcceptsDebt(),
                follows);
    }
}
