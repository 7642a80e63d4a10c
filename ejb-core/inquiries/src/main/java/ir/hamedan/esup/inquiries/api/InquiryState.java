package ir.hamedan.esup.inquiries.api;

/** The states of an inquiry; the table of its edges is in the module. */
public enum InquiryState {
    DRAFT,
    AWAITING_PAYMENT,
    WITH_OFFICER,
    NEEDS_DOCUMENT,
    ISSUED,
    REFUSED,
    WITHDRAWN,
    EXPIRED,
    SUPERSEDED
}
