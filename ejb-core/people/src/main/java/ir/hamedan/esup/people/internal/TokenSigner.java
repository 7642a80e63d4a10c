package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.TokenKeys;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes and signs access tokens: JWT (RFC 7519) with the claims MicroProfile JWT reads, RS256 as the server verifies it.
 * Issuer and audience are the very settings the server checks them against.
 */
@ApplicationScoped
public class TokenSigner {
    private static final String HEADER = base64(bytes("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"esup\"}"));

    @Inject
    @ConfigProperty(name = TokenKeys.PRIVATE_KEY)
    Optional<String> keyFile;

    @Inject
    @ConfigProperty(name = "esup.token.life", defaultValue = "PT10M")
    Duration life;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.issuer", defaultValue = "esup")
    String issuer;

    @Inject
    @ConfigProperty(name = "mp.jwt.verify.audiences", defaultValue = "esup-api")
    String audiences;

    @Inject
    Clock clock;

    private PrivateKey key;

    @PostConstruct
    void load() {
        if (keyFile.isPresent()) {
            try {
                key = TokenKeys.read(Path.of(keyFile.get()));
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                throw new IllegalStateException("the token key " + keyFile.get() + " cannot be read", e);
            }
        }
    }

    /** Tokens are ours to issue; otherwise an OIDC issuer does it. */
    public boolean isOurs() {
        return key != null;
    }

    public Duration life() {
        return life;
    }

    /** {@code people.tokens-elsewhere} when an OIDC issuer is configured instead of a key. */
    public void requireOurs() {
        if (!isOurs()) {
            throw Problem.notFound("people.tokens-elsewhere");
        }
    }

    /** A token for the machine; as {@link #requireOurs}. */
    public String sign(Account machine) {
        requireOurs();
        try {
            String signed = HEADER + "." + base64(bytes(claims(machine).toString()));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(bytes(signed));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token key cannot sign", e);
        }
    }

    private JsonObject claims(Account machine) {
        Instant now = clock.instant();
        JsonArrayBuilder groups = Json.createArrayBuilder();
        new TreeSet<>(machine.roles()).forEach(groups::add);
        return Json.createObjectBuilder()
                .add("iss", issuer)
                .add("aud", audiences.split(",")[0].strip())
                .add("sub", machine.username())
                .add("upn", machine.username())
                .add("groups", groups)
                .add("org", machine.organisation())
                .add("iat", now.getEpochSecond())
                .add("exp", now.plus(life).getEpochSecond())
                .add("jti", UUID.randomUUID().toString())
                .build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
