package ir.hamedan.esup.e2e.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ir.hamedan.esup.e2e.InCity;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.RunningCity;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a forger tries, each refused with 401 and a problem that says what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InCity.class)
@Timeout(900)
class TokensIT {
    private RunningCity city;
    private Machine office;
    private JsonObject header;
    private JsonObject claims;

    @BeforeAll
    void getAToken(RunningCity running) {
        city = running;
        office = Machine.of(running, "notary-12");
        String[] parts = office.token().split("[.]");
        header = JsonParser.parseString(decoded(parts[0])).getAsJsonObject();
        claims = JsonParser.parseString(decoded(parts[1])).getAsJsonObject();
    }

    @Test
    void the_token_as_it_was_given_opens_the_interface() throws Exception {
        assertEquals(200, office.get("/api/inquiries").statusCode());
        assertEquals(200, office.with(signed(claim -> {})).get("/api/inquiries").statusCode(), "signed by this test");
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        JsonObject unsigned = header.deepCopy();
        unsigned.addProperty("alg", "none");
        assertRefused(encoded(unsigned.toString()) + "." + encoded(claims.toString()) + ".");
    }

    @Test
    void a_token_signed_with_our_public_key_as_shared_secret_is_refused() throws Exception {
        JsonObject symmetric = header.deepCopy();
        symmetric.addProperty("alg", "HS256");
        String signed = encoded(symmetric.toString()) + "." + encoded(claims.toString());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Files.readAllBytes(key("token-public.pem")), "HmacSHA256"));
        assertRefused(signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = office.token().split("[.]");
        JsonObject changed = claims.deepCopy();
        changed.addProperty("sub", "notary-27-software");
        changed.addProperty("upn", "notary-27-software");
        assertRefused(parts[0] + "." + encoded(changed.toString()) + "." + parts[2]);
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws Exception {
        assertRefused(signed(claim -> claim.addProperty("iss", "somebody")));
    }

    @Test
    void a_token_for_another_audience_is_refused() throws Exception {
        assertRefused(signed(claim -> claim.addProperty("aud", "another-api")));
    }

    @Test
    void an_expired_token_is_refused() throws Exception {
        long now = Instant.now().getEpochSecond();
        assertRefused(signed(claim -> {
            claim.addProperty("iat", now - 7_200);
            claim.addProperty("exp", now - 3_600);
        }));
    }

    @Test
    void what_is_no_token_is_refused() {
        assertRefused("abc");
        assertRefused("a.b.c");
    }

    private void assertRefused(String token) {
        HttpResponse<String> answer = office.with(token).get("/api/inquiries");
        assertEquals(401, answer.statusCode(), token);
        JsonObject problem = Machine.json(answer);
        assertEquals("people.token-refused", problem.get("code").getAsString());
        assertEquals(
                "urn:esup:problem:people.token-refused", problem.get("type").getAsString());
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").contains("invalid_token"));
    }

    /** A token with the product's own key, changed. */
    private String signed(Consumer<JsonObject> change) throws Exception {
        JsonObject changed = claims.deepCopy();
        change.accept(changed);
        String signed = encoded(header.toString()) + "." + encoded(changed.toString());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(privateKey());
        signature.update(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + encoded(signature.sign());
    }

    private PrivateKey privateKey() throws Exception {
        String pem = Files.readString(key("token-private.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private Path key(String name) {
        return city.data().resolve("keys").resolve(name);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
