package ir.hamedan.esup.launcher;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** An OIDC issuer as far as we look at one: it publishes its key as a JWKS and gives tokens to service accounts. */
final class Issuer implements AutoCloseable {
    static final String NAME = "https://issuer.example/realms/city";
    private static final String KEY_ID = "key-1";

    private final KeyPair pair;
    private final HttpServer server;

    Issuer() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        byte[] keys = keys().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.start();
    }

    String keysAddress() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    private String keys() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        JsonObject jwk = new JsonObject();
        jwk.addProperty("kty", "RSA");
        jwk.addProperty("use", "sig");
        jwk.addProperty("alg", "RS256");
        jwk.addProperty("kid", KEY_ID);
        jwk.addProperty("n", encoded(unsigned(key.getModulus())));
        jwk.addProperty("e", encoded(unsigned(key.getPublicExponent())));
        JsonArray all = new JsonArray();
        all.add(jwk);
        JsonObject set = new JsonObject();
        set.add("keys", all);
        return set.toString();
    }

    /** What a service account of this client brings, as Keycloak makes it: the client is {@code azp}, the subject its own. */
    String token(String client) {
        JsonObject header = new JsonObject();
        header.addProperty("alg", "RS256");
        header.addProperty("typ", "JWT");
        header.addProperty("kid", KEY_ID);
        long now = Instant.now().getEpochSecond();
        JsonObject claims = new JsonObject();
        claims.addProperty("iss", NAME);
        claims.addProperty("aud", "esup-api");
        claims.addProperty("sub", UUID.randomUUID().toString());
        claims.addProperty("jti", UUID.randomUUID().toString());
        claims.addProperty("azp", client);
        claims.addProperty("preferred_username", "service-account-" + client);
        claims.addProperty("iat", now);
        claims.addProperty("exp", now + 300);
        String signed = encoded(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
