package ir.hamedan.esup.signing.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Signs a PDF as PAdES baseline B-B (ETSI EN 319 142-1): detached CMS over everything but itself, the signer's
 * certificate bound by signing-certificate-v2, the claimed time in the signature dictionary alone.
 */
final class PdfSigner {
    private static final int RESERVED = 12_000;

    private PdfSigner() {}

    /**
     * What was signed, and how.
     *
     * @param pdf the signed file
     * @param digest SHA-256 of the signed ranges, as it stands in the signature
     * @param cms the signature itself
     */
    @SuppressWarnings("ArrayRecordComponent") // carried from here to the register, never compared
    record Signed(byte[] pdf, byte[] digest, byte[] cms) {}

    static Signed sign(byte[] pdf, Draft draft, SigningKey key) throws IOException, GeneralSecurityException {
        try (PDDocument document = Loader.loadPDF(
                        new RandomAccessReadBuffer(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache());
                SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(COSName.getPDFName("ETSI.CAdES.detached"));
            signature.setName(draft.signer());
            signature.setLocation("همدان");
            signature.setReason("شمارهٔ امضای الکترونیک " + draft.signatureNumber());
            signature.setContactInfo(draft.verifyUrl());
            signature.setSignDate(GregorianCalendar.from(draft.issuedAt().atZone(ZoneOffset.UTC)));
            options.setPreferredSignatureSize(RESERVED);
            document.addSignature(signature, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 3 * RESERVED);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            byte[] content = signing.getContent().readAllBytes();
            byte[] cms = cms(content, key);
            signing.setSignature(cms);
            return new Signed(out.toByteArray(), Digests.sha256(content), cms);
        }
    }

    private static byte[] cms(byte[] content, SigningKey key) throws IOException, GeneralSecurityException {
        try {
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder(key.algorithm());
            key.provider().ifPresent(signer::setProvider);
            JcaSignerInfoGeneratorBuilder info =
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
            info.setSignedAttributeGenerator(new PadesAttributes(key));
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(info.build(signer.build(key.key()), key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (OperatorCreationException | CMSException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The default attributes without the signing time, which PAdES forbids, and with the signer's certificate bound. */
    private static final class PadesAttributes extends DefaultSignedAttributeTableGenerator {
        private final Attribute signingCertificate;

        PadesAttributes(SigningKey key) throws CertificateEncodingException {
            X500Name issuer = X500Name.getInstance(
                    key.certificate().getIssuerX500Principal().getEncoded());
            IssuerSerial serial = new IssuerSerial(
                    new GeneralNames(new GeneralName(issuer)),
                    new ASN1Integer(key.certificate().getSerialNumber()));
            SigningCertificateV2 value = new SigningCertificateV2(new ESSCertIDv2(null, key.fingerprint(), serial));
            this.signingCertificate =
                    new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(value));
        }

        @Override
        @SuppressWarnings("rawtypes") // as the overridden method has it
        public AttributeTable getAttributes(Map parameters) {
            ASN1EncodableVector kept = new ASN1EncodableVector();
            ASN1EncodableVector all = super.getAttributes(parameters).toASN1EncodableVector();
            for (int i = 0; i < all.size(); i++) {
                Attribute attribute = Attribute.getInstance(all.get(i));
                if (!attribute.getAttrType().equals(CMSAttributes.signingTime)) {
                    kept.add(attribute);
                }
            }
            kept.add(signingCertificate);
            return new AttributeTable(kept);
        }
    }
}
