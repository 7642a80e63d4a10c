package ir.hamedan.esup.e2e;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The product as it is delivered: {@code esup.jar} with its embedded database and demo city, started once for all journeys
 * of a run, on a free port and in {@code target/e2e}. {@code -Desup.e2e.url} and {@code -Desup.e2e.data} name one that
 * already runs. Tests get it from {@link InCity}.
 */
public final class RunningCity implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(15);

    private final URI base;
    private final Path data;
    private final Runnable stop;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Gson gson = new Gson();
    private final Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();

    private RunningCity(URI base, Path data, Runnable stop) {
        this.base = base;
        this.data = data;
        this.stop = stop;
    }

    static RunningCity open() {
        String given = System.getProperty("esup.e2e.url");
        if (given != null) {
            return new RunningCity(URI.create(given), Path.of(System.getProperty("esup.e2e.data")), () -> {});
        }
        try {
            return start(Path.of("target", "e2e").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningCity start(Path directory) throws IOException {
        delete(directory);
        Path data = Files.createDirectories(directory).resolve("data");
        int port = freePort();
        Path console = directory.resolve("console.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                // It lives for minutes: what the second compiler would win is less than what it takes.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Path.of("target", "esup.jar").toAbsolutePath().toString());
        builder.environment()
                .putAll(Map.of(
                        "ESUP_HOST",
                        "127.0.0.1",
                        "ESUP_PORT",
                        Integer.toString(port),
                        "ESUP_DATA",
                        data.toString(),
                        "ESUP_PUBLIC_URL",
                        "http://127.0.0.1:" + port));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(console.toFile())
                .start();
        // The last net, for a run that is interrupted: the store of JUnit closes the city otherwise.
        Thread net = new Thread(() -> stop(process));
        Runtime.getRuntime().addShutdownHook(net);
        try {
            awaitReady(process, console);
        } catch (IOException | RuntimeException e) {
            stop(process);
            throw e;
        }
        return new RunningCity(URI.create("http://127.0.0.1:" + port), data, () -> {
            stop(process);
            Runtime.getRuntime().removeShutdownHook(net);
            delete(data.resolve("postgres"));
        });
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process process, Path log) throws IOException {
        long until = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            String console = Files.readString(log);
            if (console.contains("esup is ready")) {
                return;
            }
            pause(500);
        }
        throw new IllegalStateException("esup.jar did not become ready:\n" + Files.readString(log));
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        return demo().getAsJsonObject("parcels")
                .getAsJsonArray(kind)
                .get(number)
                .getAsJsonObject();
    }

    /** Files a sale of all shares of a sample parcel as a notary's software does. */
    public JsonObject sell(JsonObject parcel) {
        JsonObject body = new JsonObject();
        body.addProperty("parcel", parcel.get("code").getAsString());
        body.addProperty("deal", "SALE");
        JsonArray owners = parcel.getAsJsonArray("owners");
        body.add("transferors", owners);
        JsonObject buyer = new JsonObject();
        buyer.addProperty("kind", "PERSON");
        buyer.addProperty("id", "7409035803");
        buyer.addProperty("name", "بهزاد کریمی");
        buyer.addProperty("share", "1/1");
        JsonArray buyers = new JsonArray();
        buyers.add(buyer);
        body.add("transferees", buyers);
        JsonObject letter = new JsonObject();
        letter.addProperty("number", "1405/12");
        letter.addProperty("date", "2026-11-20");
        body.add("letter", letter);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/api/inquiries"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(gson.toJson(body))));
        return json(answer, 201);
    }

    /** How an inquiry stands. */
    public JsonObject inquiry(String id) {
        return json(
                send(HttpRequest.newBuilder(base.resolve("/api/inquiries/" + id))
                        .header("Authorization", "Bearer " + token())),
                200);
    }

    private String token() {
        JsonObject client = demo().getAsJsonArray("clients").asList().stream()
                .map(element -> element.getAsJsonObject())
                .filter(one -> one.getAsJsonArray("roles").toString().contains("NOTARY"))
                .findFirst()
                .orElseThrow();
        String pair =
                client.get("id").getAsString() + ":" + client.get("secret").getAsString();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/api/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        return json(answer, 200).get("access_token").getAsString();
    }

    private JsonObject json(HttpResponse<String> answer, int expected) {
        if (answer.statusCode() != expected) {
            throw new AssertionError(answer.request().uri() + " " + answer.statusCode() + " " + answer.body());
        }
        return gson.fromJson(answer.body(), JsonObject.class);
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
