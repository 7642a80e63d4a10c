package ir.hamedan.esup.e2e;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ir.hamedan.esup.launcher.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The product as it is delivered: {@code esup.jar} with its embedded database and demo city, started once for all journeys
 * of a run, on a free port and in {@code target/e2e}. {@code -Desup.e2e.url} and {@code -Desup.e2e.data} name one that
 * already runs. Tests get it from {@link InCity}.
 */
public final class RunningCity implements AutoCloseable {
    private final URI base;
    private final Path data;
    private final Runnable stop;
    /** As a proxy asks for the product; the second version of the client fails calls that the server never began. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Gson gson = new Gson();
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();

    private RunningCity(URI base, Path data, Runnable stop) {
        this.base = base;
        this.data = data;
        this.stop = stop;
    }

    public static RunningCity open() {
        String given = System.getProperty("esup.e2e.url");
        if (given != null) {
            return new RunningCity(URI.create(given), Path.of(System.getProperty("esup.e2e.data")), () -> {});
        }
        return of(Product.anew(Path.of("target", "e2e").toAbsolutePath()));
    }

    /** The product that a test has started for itself. */
    public static RunningCity of(Product product) {
        return new RunningCity(product.base(), product.data(), product::close);
    }

    /** So many at once may find no connection free: waits as long as the answer asks one to, and tells whether it asked. */
    public static boolean hasWaited(HttpResponse<?> answer) {
        OptionalLong seconds = answer.headers().firstValueAsLong("Retry-After");
        seconds.ifPresent(wanted -> pause(wanted * 1000));
        return seconds.isPresent();
    }

    public static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop.run();
    }

    public URI base() {
        return base;
    }

    /** The data directory of the running product. */
    public Path data() {
        return data;
    }

    public String address(String path) {
        return base.resolve(path).toString();
    }

    /** The accounts and sample parcels of the demo city. */
    public JsonObject demo() {
        try {
            return gson.fromJson(Files.readString(data.resolve("demo.json")), JsonObject.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A sample parcel that no journey has had yet, for an answer reserves it. {@code -Desup.e2e.first} leaves out those that
     * an earlier run took from the same city.
     *
     * @param kind clean, owing or doubtful
     */
    public JsonObject parcel(String kind) {
        int number = taken.computeIfAbsent(kind, key -> new AtomicInteger(Integer.getInteger("esup.e2e.first", 0)))
                .getAndIncrement();
        return parcels(kind)
                .filter(parcel -> !isShared(parcel))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    /** The clean parcel of two citizens who both have accounts, which no other journey gets. */
    public JsonObject sharedParcel() {
        return parcels("clean").filter(this::isShared).findFirst().orElseThrow();
    }

    private Stream<JsonObject> parcels(String kind) {
        return demo().getAsJsonObject("parcels").getAsJsonArray(kind).asList().stream()
                .map(JsonElement::getAsJsonObject);
    }

    private boolean isShared(JsonObject parcel) {
        return parcel.getAsJsonArray("owners").size() == 2 && citizens().containsAll(owners(parcel));
    }

    /** The national ids of the owners of a sample parcel. */
    public static List<String> owners(JsonObject parcel) {
        return parcel.getAsJsonArray("owners").asList().stream()
                .map(owner -> owner.getAsJsonObject().get("id").getAsString())
                .toList();
    }

    /** The national ids of the citizens of the demo: the first owes, the last two own a parcel together. */
    public List<String> citizens() {
        return demo().getAsJsonArray("users").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(user ->
                        user.getAsJsonArray("roles").get(0).getAsString().equals("CITIZEN"))
                .map(user -> user.get("username").getAsString())
                .toList();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Duration.ofSeconds(60)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an address answers, as it comes; anything but 200 fails. */
    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
