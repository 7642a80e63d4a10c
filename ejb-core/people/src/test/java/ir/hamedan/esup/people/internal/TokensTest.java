package ir.hamedan.esup.people.internal;

import static ir.hamedan.esup.people.internal.City.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ir.hamedan.esup.people.api.TokenKeys;
import ir.hamedan.esup.people.api.Tokens.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    @TempDir
    Path directory;

    private final City city = new City();

    @BeforeEach
    void configure() {
        city.tokens.signer = signer(Optional.of(
                TokenKeys.ensure(directory.resolve("keys")).privateKey().toString()));
    }

    private TokenSigner signer(Optional<String> key) {
        TokenSigner signer = new TokenSigner();
        signer.keyFile = key;
        signer.life = Duration.ofMinutes(10);
        signer.issuer = "esup";
        signer.audiences = "esup-api, other";
        signer.clock = city.clock;
        signer.load();
        return signer;
    }

    private String refusal(String id, String secret, String address) {
        return refused(() -> city.tokens.issue(id, secret, address));
    }

    @Test
    void a_token_says_who_for_how_long_and_a_foreign_library_verifies_it_with_the_public_key() throws Exception {
        Token token = city.tokens.issue("notary-12-software", "a-secret", "10.1.2.3");
        SignedJWT jwt = SignedJWT.parse(token.accessToken());
        JWTClaimsSet claims = jwt.getJWTClaimsSet();

        assertTrue(jwt.verify(new RSASSAVerifier(publicKey())));
        assertEquals("RS256", jwt.getHeader().getAlgorithm().getName());
        assertEquals(600, token.expiresIn());
        assertEquals("esup", claims.getIssuer());
        assertEquals(List.of("esup-api"), claims.getAudience());
        assertEquals("notary-12-software", claims.getSubject());
        assertEquals("notary-12-software", claims.getStringClaim("upn"));
        assertEquals("notary-12", claims.getStringClaim("org"));
        assertEquals(List.of("NOTARY"), claims.getStringListClaim("groups"));
        assertEquals(city.clock.instant(), claims.getIssueTime().toInstant());
        assertEquals(
                city.clock.instant().plusSeconds(600),
                claims.getExpirationTime().toInstant());
        assertNotEquals(
                claims.getJWTID(),
                SignedJWT.parse(city.tokens
                                .issue("notary-12-software", "a-secret", "")
                                .accessToken())
                        .getJWTClaimsSet()
                        .getJWTID());
    }

    private RSAPublicKey publicKey() throws Exception {
        String pem = Files.readString(directory.resolve("keys/token-public.pem"));
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Test
    void issuing_notes_the_use_and_leaves_a_row() {
        city.tokens.issue("notary-12-software", "a-secret", "10.1.2.3");

        assertEquals("notary-12-software 10.1.2.3", city.journal("actor, address", "people.token-issued"));
        assertEquals(1, city.count("client_secret where last_used = '2026-11-24T08:00:00Z'"));
    }

    @Test
    void unknown_disabled_and_wrong_clients_are_refused_alike_and_only_names_that_exist_leave_a_row() {
        assertEquals("people.wrong-client", refusal("nobody", "a-secret", ""));
        assertEquals("people.wrong-client", refusal("notary-12-software", "wrong", ""));
        assertEquals("people.wrong-client", refusal("notary-12-software", null, ""));
        assertEquals("people.wrong-client", refusal(null, "a-secret", ""));
        assertEquals("people.wrong-client", refusal("saeedi", City.PASSWORD, ""));
        city.as("admin").clients.setActive("notary-12-software", false);
        assertEquals("people.wrong-client", refusal("notary-12-software", "a-secret", ""));
        assertEquals(4, city.count("journal where refused and action = 'people.token'"));
        assertEquals(0, city.count("attempt where subject like '%nobody%'"));
    }

    @Test
    void failures_lock_the_client_from_that_address_only() {
        for (int i = 0; i < 10; i++) {
            refusal("notary-12-software", "wrong", "10.6.6.6");
        }
        assertEquals("people.locked", refusal("notary-12-software", "a-secret", "10.6.6.6"));
        assertEquals("let through", refusal("notary-12-software", "a-secret", "10.1.2.3"));
    }

    @Test
    void without_a_key_of_our_own_tokens_come_from_elsewhere() {
        city.tokens.signer = signer(Optional.empty());

        assertEquals("people.tokens-elsewhere", refusal("notary-12-software", "a-secret", ""));
        assertEquals("people.tokens-elsewhere", refusal("notary-12-software", "wrong", ""));
    }

    @Test
    void the_key_is_made_once_for_its_owner_alone_and_the_public_half_follows_it() throws Exception {
        Path secret = directory.resolve("keys/token-private.pem");
        String first = Files.readString(secret);
        Path open = directory.resolve("keys/token-public.pem");
        String half = Files.readString(open);
        Files.writeString(open, "lost");

        TokenKeys again = TokenKeys.ensure(directory.resolve("keys"));

        assertEquals(first, Files.readString(secret));
        assertEquals(half, Files.readString(open));
        assertEquals(open.toUri(), again.publicKey());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
        try (var files = Files.list(directory.resolve("keys"))) {
            assertEquals(2, files.count());
        }
    }
}
