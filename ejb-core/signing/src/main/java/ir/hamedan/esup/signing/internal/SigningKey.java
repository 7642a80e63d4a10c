package ir.hamedan.esup.signing.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** A private key that may live in a token, with the certificates that say whose it is, the signer's own first. */
final class SigningKey {
    /** The order of the P-256 group. */
    private static final BigInteger P256 =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Optional<Provider> provider;

    SigningKey(PrivateKey key, List<X509Certificate> chain, Optional<Provider> provider) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.provider = provider;
    }

    PrivateKey key() {
        return key;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    Optional<Provider> provider() {
        return provider;
    }

    String algorithm() {
        return elliptic(certificate()) ? "SHA256withECDSA" : "SHA256withRSA";
    }

    boolean holdsAt(Instant now) {
        X509Certificate own = certificate();
        return !now.isBefore(own.getNotBefore().toInstant())
                && !now.isAfter(own.getNotAfter().toInstant());
    }

    String signer() {
        return name(certificate());
    }

    byte[] fingerprint() {
        try {
            return Digests.sha256(certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signature in the form JOSE uses: r and s side by side for ECDSA, as it is for RSA. */
    byte[] sign(byte[] content) throws GeneralSecurityException {
        Signature signature = provider.isPresent()
                ? Signature.getInstance(algorithm(), provider.get())
                : Signature.getInstance(algorithm());
        signature.initSign(key);
        signature.update(content);
        byte[] value = signature.sign();
        return elliptic(certificate()) ? sideBySide(value) : value;
    }

    static boolean verifies(X509Certificate certificate, byte[] content, byte[] signed) {
        try {
            boolean elliptic = elliptic(certificate);
            Signature signature = Signature.getInstance(elliptic ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initVerify(certificate);
            signature.update(content);
            return signature.verify(elliptic ? der(signed) : signed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] sideBySide(byte[] der) {
        try {
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(P256, der);
            return PlainDSAEncoding.INSTANCE.encode(P256, pair[0], pair[1]);
        } catch (IOException e) {
            throw new IllegalStateException("an ECDSA signature that is none", e);
        }
    }

    private static byte[] der(byte[] sideBySide) {
        try {
            BigInteger[] pair = PlainDSAEncoding.INSTANCE.decode(P256, sideBySide);
            return StandardDSAEncoding.INSTANCE.encode(P256, pair[0], pair[1]);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean elliptic(X509Certificate certificate) {
        return certificate.getPublicKey() instanceof ECPublicKey;
    }

    /** The common name of a certificate's subject. */
    static String name(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var names = subject.getRDNs(BCStyle.CN);
        return names.length == 0
                ? subject.toString()
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }
}
