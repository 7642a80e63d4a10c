package ir.hamedan.esup.signing.api;

/** How a certificate stands today. */
public enum CertificateState {
    VALID,
    /** Its last day has passed; it is as authentic as ever. */
    EXPIRED,
    /** A later answer took its place. */
    SUPERSEDED,
    /** The municipality took it back, with a reason. */
    REVOKED
}
