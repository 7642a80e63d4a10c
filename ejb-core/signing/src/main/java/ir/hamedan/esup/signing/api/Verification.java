package ir.hamedan.esup.signing.api;

import java.util.List;
import java.util.Optional;

/** Checking a certificate: for everybody, without login, for ever. */
public interface Verification {
    /**
     * What the register says of a certificate. Number and secret are read as people type them: digits of all scripts,
     * with or without separators, letters in either case.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.mistyped} when the check digits say so, else {@code
     *     signing.no-such-certificate}: nothing tells, not even the time it takes, whether the number is unknown or the
     *     secret is wrong
     */
    CertificateView verify(String number, String secret);

    /**
     * The signed PDF itself, byte for byte as it was issued.
     *
     * @throws ir.hamedan.esup.kernel.Problem as {@link #verify}
     */
    byte[] original(String number, String secret);

    /**
     * Whether a PDF is ours and unchanged.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.pdf-too-large}
     */
    PdfVerdict verifyPdf(byte[] pdf);

    /** The newest signed head of the register's Merkle tree; none before the first certificate was sealed. */
    Optional<TreeHead> treeHead();

    /** The signed head that had this many leaves, so that an earlier one can be compared with a later one. */
    Optional<TreeHead> treeHead(long size);

    /**
     * Where a certificate stands in the sealed register, with the RFC 9162 proof; empty until the sealer came by, which
     * takes a few minutes.
     *
     * @throws ir.hamedan.esup.kernel.Problem as {@link #verify}
     */
    Optional<Inclusion> inclusion(String number, String secret);

    /**
     * The RFC 9162 proof that the register of the second size continues that of the first: hashes in base64url.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code signing.no-such-tree} unless 0 < first <= second <= the sealed size
     */
    List<String> consistency(long firstSize, long secondSize);
}
