package ir.hamedan.esup.signing.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the keys are, and what is printed on every certificate.
 *
 * @param provider {@code pkcs12} or {@code pkcs11}
 * @param keystore the PKCS#12 file; empty in the demo, which makes its own under the data directory
 * @param secret password of the file or pin of the token
 * @param officeAlias the entry with the seal of the office; an officer's entry has the username for its alias
 * @param algorithm of the keys the demo makes: {@code ecdsa} (P-256) or {@code rsa} (3072 bits)
 * @param publicUrl the address printed in every QR code, for ever
 */
record SigningConfig(
        String provider,
        Optional<Path> keystore,
        Optional<String> secret,
        String officeAlias,
        Optional<Path> pkcs11Library,
        long pkcs11Slot,
        String algorithm,
        boolean demo,
        Path data,
        String publicUrl) {

    static SigningConfig of(Config config) {
        boolean token = text(config, "esup.signing.provider").orElse("pkcs12").equals("pkcs11");
        String secretKey = token ? "esup.signing.pkcs11-pin" : "esup.signing.keystore-password";
        return new SigningConfig(
                token ? "pkcs11" : "pkcs12",
                text(config, "esup.signing.keystore").map(Path::of),
                text(config, secretKey)
                        .or(() -> text(config, secretKey + "-file").map(SigningConfig::firstLine)),
                text(config, "esup.signing.office-alias").orElse("office"),
                text(config, "esup.signing.pkcs11-library").map(Path::of),
                config.getOptionalValue("esup.signing.pkcs11-slot", Long.class).orElse(0L),
                text(config, "esup.signing.demo-algorithm").orElse("ecdsa"),
                config.getOptionalValue("esup.demo", Boolean.class).orElse(false),
                Path.of(text(config, "esup.data").orElse("data")),
                text(config, "esup.public-url").orElse("http://localhost:8080").replaceFirst("/+$", ""));
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No secret in a log. */
    @Override
    public String toString() {
        return "SigningConfig[" + provider + ", " + keystore + ", " + pkcs11Library + "]";
    }
}
