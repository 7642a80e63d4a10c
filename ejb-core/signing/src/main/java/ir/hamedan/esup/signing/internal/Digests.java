package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Sha256;
import java.security.MessageDigest;
import java.util.Base64;

/** SHA-256 and base64url, which stand in everything we sign. */
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = Sha256.digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
