package ir.hamedan.esup.signing.api;

import java.time.Instant;

/**
 * A signed head of the register's Merkle tree (RFC 9162, SHA-256). Whoever keeps one can prove later that nothing
 * before it was changed or taken out.
 *
 * @param size how many leaves it covers
 * @param rootHash base64url
 * @param statement the canonical JSON that was signed: size, root hash, time
 * @param signature of the statement, base64url
 * @param certificate of the signer, DER in base64url
 */
public record TreeHead(
        long size,
        String rootHash,
        Instant at,
        String statement,
        String signature,
        String algorithm,
        String certificate) {}
