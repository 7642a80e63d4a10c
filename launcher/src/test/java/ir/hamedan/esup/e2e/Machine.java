package ir.hamedan.esup.e2e;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** One client of the interface, by its place among the clients of demo.json. */
public final class Machine {
    private static final Gson GSON = new Gson();

    private final RunningCity city;
    private final String token;

    private Machine(RunningCity city, String token) {
        this.city = city;
        this.token = token;
    }

    public static Machine of(RunningCity city, String organisation) {
        return bearing(city, freshToken(city, client(city, organisation)));
    }

    /** The client of an organisation in demo.json: its id and its secret. */
    public static JsonObject client(RunningCity city, String organisation) {
        for (JsonElement each : city.demo().getAsJsonArray("clients")) {
            if (each.getAsJsonObject().get("organisation").getAsString().equals(organisation)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no client of " + organisation);
    }

    /** Whoever has the token. */
    public static Machine bearing(RunningCity city, String token) {
        return new Machine(city, token);
    }

    /** The same machine with another token. */
    public Machine with(String otherToken) {
        return bearing(city, otherToken);
    }

    public String token() {
        return token;
    }

    private static String freshToken(RunningCity city, JsonObject client) {
        String pair =
                client.get("id").getAsString() + ":" + client.get("secret").getAsString();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                city.send(HttpRequest.newBuilder(city.base().resolve("/api/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        return json(answer).get("access_token").getAsString();
    }

    public HttpResponse<String> get(String path) {
        return city.send(request(path).GET());
    }

    public HttpResponse<String> file(JsonObject body) {
        return file(UUID.randomUUID().toString(), GSON.toJson(body));
    }

    public HttpResponse<String> file(String key, String body) {
        return city.send(request("/api/inquiries")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(String path, String type, byte[] body) {
        return city.send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(city.base().resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The sale of all shares of a sample parcel. */
    public static JsonObject sale(JsonObject parcel) {
        JsonObject body = new JsonObject();
        body.add("parcel", parcel.get("code"));
        body.addProperty("deal", "SALE");
        body.add("transferors", parcel.getAsJsonArray("owners").deepCopy());
        JsonArray buyers = new JsonArray();
        buyers.add(GSON.fromJson(
                "{\"kind\":\"PERSON\",\"id\":\"7409035803\",\"name\":\"بهزاد کریمی\",\"share\":\"1\"}",
                JsonObject.class));
        body.add("transferees", buyers);
        body.add("letter", GSON.fromJson("{\"number\":\"1405/17\",\"date\":\"2026-11-20\"}", JsonObject.class));
        return body;
    }

    public static JsonObject json(HttpResponse<String> answer) {
        JsonObject object = GSON.fromJson(answer.body(), JsonObject.class);
        if (object == null) {
            throw new AssertionError(answer.request().uri() + " " + answer.statusCode() + " without a body");
        }
        return object;
    }
}
