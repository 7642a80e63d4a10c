package ir.hamedan.esup.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Says in a form whose it is, so that nobody without a login makes the server keep anything: name, time and a MAC. The key
 * comes from the key of the tokens, which all nodes have and a restart leaves; without one it is of this node alone.
 */
final class Mark {
    /** Longer than a session lives and than a form is left open over holidays. */
    private static final Duration LIFE = Duration.ofDays(14);

    /** Made when first asked for. */
    private static final class Ours {
        private static final Mark MARK = new Mark(key());
    }

    private final byte[] key;

    Mark(byte[] key) {
        this.key = key.clone();
    }

    static Mark ours() {
        return Ours.MARK;
    }

    String of(String user, Instant now) {
        String said = user + " " + now.getEpochSecond();
        return said + " " + mac(said);
    }

    /** Whose it is; empty when it is not of ours, or old. */
    Optional<String> user(String mark, Instant now) {
        String[] parts = mark.split(" ");
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        boolean ours = MessageDigest.isEqual(
                mac(parts[0] + " " + parts[1]).getBytes(StandardCharsets.US_ASCII),
                parts[2].getBytes(StandardCharsets.US_ASCII));
        Instant made = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return ours && made.plus(LIFE).isAfter(now) ? Optional.of(parts[0]) : Optional.empty();
    }

    private String mac(String said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key() {
        Optional<String> file = ConfigProvider.getConfig().getOptionalValue("esup.token.key", String.class);
        try {
            if (file.isPresent()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update("esup kept forms".getBytes(StandardCharsets.US_ASCII));
                return digest.digest(Files.readAllBytes(Path.of(file.get())));
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("esup.token.key cannot be read: " + file.get(), e);
        }
        // Every portal has a copy of this class: they have in common what the virtual machine holds.
        Object shared = System.getProperties().computeIfAbsent("esup.web.mark", name -> {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            return HexFormat.of().formatHex(random);
        });
        return shared.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
