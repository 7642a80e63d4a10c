package ir.hamedan.esup.signing.api;

import java.util.List;

/**
 * Proof that a certificate stands in the sealed register.
 *
 * @param leaf the canonical JSON whose hash is the leaf
 * @param index of the leaf, from 0
 * @param path the audit path from the leaf to the root, hashes in base64url
 */
public record Inclusion(String leaf, long index, List<String> path, TreeHead head) {}
