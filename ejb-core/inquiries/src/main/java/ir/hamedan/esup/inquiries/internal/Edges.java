package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.api.InquiryState.AWAITING_PAYMENT;
import static ir.hamedan.esup.inquiries.api.InquiryState.DRAFT;
import static ir.hamedan.esup.inquiries.api.InquiryState.EXPIRED;
import static ir.hamedan.esup.inquiries.api.InquiryState.ISSUED;
import static ir.hamedan.esup.inquiries.api.InquiryState.NEEDS_DOCUMENT;
import static ir.hamedan.esup.inquiries.api.InquiryState.REFUSED;
import static ir.hamedan.esup.inquiries.api.InquiryState.SUPERSEDED;
import static ir.hamedan.esup.inquiries.api.InquiryState.WITHDRAWN;
import static ir.hamedan.esup.inquiries.api.InquiryState.WITH_OFFICER;

import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.kernel.Problem;
import java.util.List;

/** The one table of the states of an inquiry. Whatever is not an edge here does not happen. */
enum Edges {
    /** Nothing stands in the way: answered at once. */
    ANSWERED_AT_ONCE(DRAFT, ISSUED),
    OWES(DRAFT, AWAITING_PAYMENT),
    DOUBTFUL(DRAFT, WITH_OFFICER),
    /** The ledger cleared the last item: the certificate issues itself. */
    RELEASED(AWAITING_PAYMENT, ISSUED),
    /** When the payment came, something else had turned up. */
    DOUBTFUL_AFTER_PAYMENT(AWAITING_PAYMENT, WITH_OFFICER),
    /** Nobody paid in the days there are for it. */
    NEVER_PAID(AWAITING_PAYMENT, EXPIRED),
    WITHDRAWN_UNPAID(AWAITING_PAYMENT, WITHDRAWN),
    ANSWERED_CLEAN(WITH_OFFICER, ISSUED),
    /** The officer finds it clean, the debts are still open. */
    CLEAN_BUT_OWES(WITH_OFFICER, AWAITING_PAYMENT),
    ANSWERED_NO(WITH_OFFICER, REFUSED),
    DOCUMENT_ASKED_FOR(WITH_OFFICER, NEEDS_DOCUMENT),
    WITHDRAWN_BEFORE_ANSWER(WITH_OFFICER, WITHDRAWN),
    DOCUMENT_HANDED_IN(NEEDS_DOCUMENT, WITH_OFFICER),
    DOCUMENT_NEVER_CAME(NEEDS_DOCUMENT, REFUSED),
    WITHDRAWN_WITHOUT_DOCUMENT(NEEDS_DOCUMENT, WITHDRAWN),
    /** Without a deed: one that led to a deed stays the answer it was. */
    RAN_OUT(ISSUED, EXPIRED),
    DEAL_ABANDONED(ISSUED, WITHDRAWN),
    FOLLOWED_UP(ISSUED, SUPERSEDED),
    /** A supervisor took the answer back. */
    REVOKED(ISSUED, REFUSED),
    FOLLOWED_UP_LATE(EXPIRED, SUPERSEDED),
    FOLLOWED_UP_AFTER_REFUSAL(REFUSED, SUPERSEDED);

    final InquiryState from;
    final InquiryState to;

    Edges(InquiryState from, InquiryState to) {
        this.from = from;
        this.to = to;
    }

    static boolean allowed(InquiryState from, InquiryState to) {
        return List.of(values()).stream().anyMatch(edge -> edge.from == from && edge.to == to);
    }

    /** Nobody has answered yet. */
    static boolean waits(InquiryState state) {
        return switch (state) {
            case DRAFT, AWAITING_PAYMENT, WITH_OFFICER, NEEDS_DOCUMENT -> true;
            case ISSUED, REFUSED, WITHDRAWN, EXPIRED, SUPERSEDED -> false;
        };
    }

    /** The state after the move, or {@code inquiries.not-allowed}. */
    static InquiryState move(InquiryState from, InquiryState to) {
        if (!allowed(from, to)) {
            throw Problem.conflict("inquiries.not-allowed", from.name());
        }
        return to;
    }
}
