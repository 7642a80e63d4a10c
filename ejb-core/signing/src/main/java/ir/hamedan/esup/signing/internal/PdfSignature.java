package ir.hamedan.esup.signing.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/** The signature of a PDF: what it says was signed, and whether it truly says so. */
final class PdfSignature {
    private final SignerInformation signer;
    private final byte[] digest;

    private PdfSignature(SignerInformation signer, byte[] digest) {
        this.signer = signer;
        this.digest = digest;
    }

    /** Reads a CMS signature; empty when it is none. The zeros after it fill the place it was given. */
    @SuppressWarnings("CatchingUnchecked") // a stranger's bytes may break the parser in any way
    static Optional<PdfSignature> parse(byte[] padded) {
        try (ASN1InputStream in = new ASN1InputStream(padded)) {
            CMSSignedData cms = new CMSSignedData(ContentInfo.getInstance(in.readObject()));
            for (SignerInformation signer : cms.getSignerInfos()) {
                Attribute digest = signer.getSignedAttributes().get(CMSAttributes.messageDigest);
                byte[] value = ASN1OctetString.getInstance(
                                digest.getAttrValues().getObjectAt(0))
                        .getOctets();
                return Optional.of(new PdfSignature(signer, value));
            }
            return Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    /** SHA-256 of the ranges that were signed. */
    byte[] digest() {
        return digest.clone();
    }

    /** Whether this signer put the signature under that digest. */
    boolean isBy(byte[] certificate) {
        try {
            X509Certificate own = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
            Signature check = Signature.getInstance(
                    own.getPublicKey() instanceof ECPublicKey ? "SHA256withECDSA" : "SHA256withRSA");
            check.initVerify(own);
            check.update(signer.getEncodedSignedAttributes());
            return check.verify(signer.getSignature());
        } catch (IOException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate in the register that is none", e);
        }
    }
}
