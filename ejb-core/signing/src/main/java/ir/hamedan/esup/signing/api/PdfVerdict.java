package ir.hamedan.esup.signing.api;

import java.util.Optional;

/**
 * What we say of a PDF somebody holds.
 *
 * @param number of the certificate, when the signature in the file proves which one it is
 * @param signature who signed it, likewise
 * @param state how that certificate stands today, likewise
 */
public record PdfVerdict(
        Verdict verdict,
        Optional<CertificateNumber> number,
        Optional<SignatureFacts> signature,
        Optional<CertificateState> state) {
    /** Whose it is, and whether it was touched. */
    public enum Verdict {
        /** Byte for byte the certificate we issued. */
        OURS_UNCHANGED,
        /** It carries our signature, but not the bytes we signed. */
        OURS_CHANGED,
        /** There is no signature of ours in it. */
        NOT_OURS
    }
}
