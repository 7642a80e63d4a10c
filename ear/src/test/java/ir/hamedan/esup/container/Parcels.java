package ir.hamedan.esup.container;

import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The land of the tests: a dwelling for each, of Ali and Sara in equal halves, and what notaries ask about it. */
enum Parcels {
    REFUSED(1),
    JOURNALLED(2),
    PAID(3),
    DEAD_KEY(4),
    DEAD_KEY_CLEAN(5),
    SWEPT(6),
    PAID_TWICE(7),
    PAID_MEANWHILE(8),
    SAME_SHARE(9),
    DOUBLE_CLICK(10),
    /** Under audit: an officer must answer. */
    DOUBTFUL(11),
    FOLLOWED(12),
    ABANDONED(13),
    BELONGING(14);

    static final PartyShare ALI = new PartyShare(PartyId.parse("7401003716"), "علی رضایی", new Share(1, 2));
    static final PartyShare SARA = new PartyShare(PartyId.parse("7401733900"), "سارا کریمی", new Share(1, 2));
    private static final PartyShare BUYER = new PartyShare(PartyId.parse("7402464091"), "بهرام نوری", new Share(1, 2));

    final int number;

    Parcels(int number) {
        this.number = number;
    }

    RenewalCode code() {
        return RenewalCode.parse("1-5-67-" + number);
    }

    /** The owner sells the whole of the half. */
    InquiryRequest sale(PartyShare owner, LocalDate letter, Optional<String> follows) {
        return new InquiryRequest(
                code(),
                DealKind.SALE,
                List.of(owner),
                List.of(BUYER),
                Optional.empty(),
                new InquiryRequest.Letter("1405/17", letter),
                Optional.empty(),
                "",
                false,
                follows);
    }
}
