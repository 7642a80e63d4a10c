package ir.hamedan.esup.people.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The key pair that signs the access tokens of machines: RSA of 3,072 bits, as two PEM files. Whoever starts the server
 * makes it before the boot, because the server reads the public key from a configured place; on several nodes the
 * directory is the same or a copy.
 *
 * @param privateKey file for the setting {@value #PRIVATE_KEY}, readable by its owner alone
 * @param publicKey address for the setting {@value #PUBLIC_KEY}
 */
public record TokenKeys(Path privateKey, URI publicKey) {
    public static final String PRIVATE_KEY = "esup.token.key";
    public static final String PUBLIC_KEY = "mp.jwt.verify.publickey.location";

    private static final int BITS = 3072;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    /** The pair in the directory, made when it is not there; the directory is made too. */
    public static TokenKeys ensure(Path directory) {
        Path secret = directory.resolve("token-private.pem");
        Path open = directory.resolve("token-public.pem");
        try {
            Files.createDirectories(directory);
            if (!Files.exists(secret)) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
                createOnce(secret, pem("PRIVATE KEY", encoded));
            }
            // The public half always follows the private one, also when it was lost or is of an older pair.
            RSAPrivateCrtKey key = read(secret);
            byte[] half = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            Files.writeString(open, pem("PUBLIC KEY", half), StandardCharsets.US_ASCII);
            return new TokenKeys(secret, open.toUri());
        } catch (IOException e) {
            throw new UncheckedIOException("the token key in " + directory + " cannot be written or read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token key in " + directory + " is not an RSA key", e);
        }
    }

    /** Reads a private key in PKCS#8 PEM. */
    public static RSAPrivateCrtKey read(Path pem) throws IOException, GeneralSecurityException {
        String text = Files.readString(pem, StandardCharsets.US_ASCII);
        String body = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    /** Written aside and moved, so that nobody ever reads half a key; of two that write at once the first one stays. */
    private static void createOnce(Path file, String text) throws IOException {
        Path aside = Files.createTempFile(
                file.getParent(), "token", ".tmp", PosixFilePermissions.asFileAttribute(OWNER_ALONE));
        try {
            Files.writeString(aside, text, StandardCharsets.US_ASCII);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster: its key is as good.
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
