package ir.hamedan.esup.signing.api;

/** What a certificate says; its two digits stand in the number, for ever. */
public enum CertificateKind {
    /** A property may be transferred: nothing stands against it. */
    TRANSFER_CLEARANCE("01"),
    /** An officer refused a transfer inquiry, with the reason. */
    TRANSFER_REFUSAL("02"),
    /** What may be built on a parcel, with the clauses that say so. */
    RULE_STATEMENT("03");

    private final String digits;

    CertificateKind(String digits) {
        this.digits = digits;
    }

    public String digits() {
        return digits;
    }
}
