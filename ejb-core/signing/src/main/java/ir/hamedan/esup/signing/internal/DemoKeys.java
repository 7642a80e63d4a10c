package ir.hamedan.esup.signing.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The keys of the demo: a PKCS#12 file with a root of its own, the seal of the office and, when they sign first, the
 * officers. Made at first start; only its owner may read it. No authority vouches for them, and their names say so.
 */
final class DemoKeys {
    static final String ROOT = "demo-root";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final String algorithm;
    private final String officeAlias;

    DemoKeys(Path data, String algorithm, String officeAlias) {
        this.folder = data.resolve("signing");
        this.algorithm = algorithm;
        this.officeAlias = officeAlias;
    }

    Path file() {
        return folder.resolve("demo.p12");
    }

    /** The file with the password alone in it. */
    Path passwordFile() {
        return folder.resolve("demo.password");
    }

    /** The store with the office in it, made when there is none. */
    KeyStore open(Instant now) throws IOException, GeneralSecurityException {
        return locked(() -> Files.exists(file()) ? load() : make(now));
    }

    /** The store with this officer in it. */
    KeyStore openWith(String username, String name, Instant now) throws IOException, GeneralSecurityException {
        return locked(() -> {
            KeyStore store = Files.exists(file()) ? load() : make(now);
            if (!store.containsAlias(username)) {
                add(store, username, name + " (نمایشی)", now);
                save(store);
            }
            return store;
        });
    }

    char[] password() throws IOException {
        return Files.readString(passwordFile()).strip().toCharArray();
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file().toFile(), password());
    }

    private KeyStore make(Instant now) throws IOException, GeneralSecurityException {
        byte[] password = new byte[24];
        RANDOM.nextBytes(password);
        write(
                passwordFile(),
                out -> out.write(Digests.base64(password).getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        KeyPair pair = pair();
        X500Name subject = subject("ریشهٔ نمایشی شهرداری همدان");
        X509Certificate root = certificate(subject, pair, subject, pair.getPrivate(), now, YEAR.multipliedBy(30), true);
        store.setKeyEntry(ROOT, pair.getPrivate(), password(), new Certificate[] {root});
        add(store, officeAlias, "مهر الکترونیک شهرداری همدان (نمایشی)", now);
        save(store);
        return store;
    }

    private void add(KeyStore store, String alias, String name, Instant now)
            throws IOException, GeneralSecurityException {
        PrivateKey rootKey = (PrivateKey) store.getKey(ROOT, password());
        X509Certificate root = (X509Certificate) store.getCertificate(ROOT);
        X500Name issuer = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
        KeyPair pair = pair();
        X509Certificate own = certificate(subject(name), pair, issuer, rootKey, now, YEAR.multipliedBy(5), false);
        store.setKeyEntry(alias, pair.getPrivate(), password(), new Certificate[] {own, root});
    }

    private KeyPair pair() throws GeneralSecurityException {
        if (algorithm.equals("rsa")) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            return generator.generateKeyPair();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X500Name subject(String name) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "IR")
                .addRDN(BCStyle.O, "شهرداری همدان (نمایشی)")
                .addRDN(BCStyle.CN, name)
                .build();
    }

    private static X509Certificate certificate(
            X500Name subject,
            KeyPair pair,
            X500Name issuer,
            PrivateKey issuerKey,
            Instant now,
            Duration life,
            boolean root)
            throws GeneralSecurityException, IOException {
        BigInteger serial = new BigInteger(127, RANDOM).setBit(126);
        // An hour back, for clocks that run late.
        Date from = Date.from(now.minus(Duration.ofHours(1)));
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer, serial, from, Date.from(now.plus(life)), subject, pair.getPublic());
        int usage =
                root ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        String algorithm = issuerKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private void save(KeyStore store) throws IOException, GeneralSecurityException {
        char[] password = password();
        write(file(), out -> store.store(out, password));
    }

    private interface Writing {
        void to(OutputStream out) throws IOException, GeneralSecurityException;
    }

    /** Whole or not at all, and never readable for others, not even while it is written. */
    private void write(Path target, Writing writing) throws IOException, GeneralSecurityException {
        Path draft = folder.resolve(target.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(draft)) {
            writing.to(out);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private interface Work {
        KeyStore done() throws IOException, GeneralSecurityException;
    }

    /** One process and one thread at a time. */
    private KeyStore locked(Work work) throws IOException, GeneralSecurityException {
        synchronized (DemoKeys.class) {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("no lock on " + folder);
                }
                return work.done();
            }
        }
    }
}
