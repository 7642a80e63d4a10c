package ir.hamedan.esup.launcher;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ir.hamedan.esup.kernel.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** esup.jar as an operator has it: a process with a data directory and a port. */
public final class Product implements AutoCloseable {
    /** Far above what anything here takes: it ends a test that hangs, and measures nothing. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** What the product answered. */
    record Answer(int status, String body) {
        JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }
    }

    /** What a command said, and its exit status. */
    record Said(int status, String words) {}

    private final Path data;
    private final URI base;
    private final Process process;
    private final Path console;
    private final HttpClient http;

    private Product(Path data, int port, Process process, Path console) {
        this.data = data;
        this.base = URI.create(address(port));
        this.process = process;
        this.console = console;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Starts it with a copy of the loaded city, in place of what is in the directory. */
    public static Product anew(Path data) {
        PayaraFiles.delete(data);
        return start(LoadedCity.copiedTo(data));
    }

    /** Starts it on the directory, and waits until it says that it is ready. */
    static Product start(Path data, String... words) {
        int port = freePort();
        try {
            Path console = Files.createTempFile("esup", ".console");
            console.toFile().deleteOnExit();
            ProcessBuilder builder = builder(data, port, words);
            // Payara Server is a process further on.
            builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
            builder.redirectErrorStream(true).redirectOutput(console.toFile());
            Product product = new Product(data, port, builder.start(), console);
            // The last net, for a run that is interrupted: nobody closes it then.
            Runtime.getRuntime().addShutdownHook(new Thread(product.process::destroy));
            await("esup to be ready", () -> product.said().contains("Ctrl-C stops it.") || !product.process.isAlive());
            if (!product.process.isAlive()) {
                throw new AssertionError("esup does not start: " + product.said());
            }
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a command, which writes what it says to the file. */
    static Process begin(Path said, Path data, String... words) throws IOException {
        return builder(data, freePort(), words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Runs a command to its end. */
    static Said command(Path data, String... words) {
        try {
            Path said = Files.createTempFile("esup", ".said");
            int status = begin(said, data, words).waitFor();
            String text = Files.readString(said);
            Files.delete(said);
            return new Said(status, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder builder(Path data, int port, String... words) {
        List<String> command = new ArrayList<>(List.of(
                // A shell that runs the tests in the background has them ignore Ctrl-C, and us with them.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // Lives for minutes: what the second compiler would gain it would not live to see.
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                // As on a machine that is set to Persian, where formatting without a locale writes Persian digits.
                "-Duser.language=fa",
                "-Duser.country=IR",
                "-jar",
                Path.of("target", "esup.jar").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ESUP_"));
        builder.environment()
                .putAll(Map.of(
                        "ESUP_DATA",
                        data.toString(),
                        "ESUP_PORT",
                        Integer.toString(port),
                        "ESUP_PUBLIC_URL",
                        address(port),
                        "ESUP_DEMO_PARCELS",
                        LoadedCity.PARCELS,
                        "ESUP_METRICS_TOKEN",
                        "of-the-collector"));
        return builder;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it is so. */
    public static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Everything it wrote to its console. */
    String said() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The embedded database, as its owner sees it. */
    Sql sql() {
        return new Sql(EmbeddedDatabase.running(data).owner());
    }

    Answer get(String path, String... headers) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET(), headers);
    }

    Answer post(String path, String type, String body, String... headers) {
        return send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    private static String address(int port) {
        return "http://127.0.0.1:" + port;
    }

    public URI base() {
        return base;
    }

    /** The data directory. */
    public Path data() {
        return data;
    }

    /** Status 0 stands for no answer at all. */
    private Answer send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> answer =
                    http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One number of /metrics, 0 while it is not there. */
    double metric(String name) {
        return get("/metrics", "Authorization", "Bearer of-the-collector")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Sends a signal and waits for the end. */
    int stop(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
                throw new AssertionError("esup does not stop: " + said());
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing of it may outlive a test, whatever became of the test. */
    @Override
    public void close() {
        if (process.isAlive()) {
            stop("TERM");
        }
        // After a kill -9 its children went on.
        for (Path file :
                List.of(data.resolve("postgres/postmaster.pid"), data.resolve("payara-server/esup/config/pid"))) {
            if (Files.exists(file) && Orphans.alive(file)) {
                try {
                    String id = Files.readAllLines(file).get(0).strip();
                    Orphans.stop(id, file.endsWith("pid") ? "java" : "postgres", "QUIT", "KILL");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        try {
            Files.deleteIfExists(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
