package ir.hamedan.esup.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The commands of esup.jar. */
public final class Launcher {
    private static final String USAGE = """
            esup, the electronic municipality of Hamedan

              esup.jar [run] [--server]      start everything, on Payara Micro or Payara Server; Ctrl-C stops it
              esup.jar migrate               bring the database to this version
              esup.jar admin                 make the first administrator
              esup.jar backup FILE           write everything that is kept to one file
              esup.jar restore FILE [--overwrite]   read it back

            Settings stand in the environment or in esup.properties; the README lists them.
            """;

    private static final Duration READY = Duration.ofMinutes(5);

    private final LauncherSettings settings;
    private final PrintStream console;

    Launcher(LauncherSettings settings, PrintStream console) {
        this.settings = settings;
        this.console = console;
    }

    public static void main(String[] arguments) {
        PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            List<String> words = List.of(arguments);
            String command = words.isEmpty() ? "run" : words.get(0);
            List<String> rest = words.isEmpty() ? List.of() : words.subList(1, words.size());
            if (command.equals("--server")) {
                command = "run";
                rest = List.of("--server");
            }
            if (List.of("help", "--help", "-h").contains(command)) {
                console.print(USAGE);
                return;
            }
            Launcher launcher = new Launcher(LauncherSettings.read(System.getenv()), console);
            launcher.command(command, rest);
        } catch (Failure e) {
            if (System.getenv("ESUP_DEBUG") != null) {
                e.printStackTrace();
            }
            System.err.println("esup: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        } catch (RuntimeException e) {
            // Not foreseen, so with all we know; threads of the server would keep the process alive.
            e.printStackTrace();
            Runtime.getRuntime().halt(2);
        }
    }

    void command(String command, List<String> arguments) {
        switch (command) {
            case "run" -> run(arguments.contains("--server"));
            case "migrate" ->
                withDatabase(database -> {
                    database.migrate();
                    console.println("The database is of this version.");
                });
            case "admin" ->
                withDatabase(database -> {
                    database.migrate();
                    Administrator.make(database, arguments, console);
                });
            case "backup" ->
                withDatabase(database -> {
                    Path file = file(arguments);
                    database.refuseHalfRestored();
                    Backup.write(file, settings.data(), database);
                    console.println(
                            "The backup is in " + file.toAbsolutePath() + "; it holds the keys, keep it like them.");
                });
            case "restore" -> restore(file(arguments), arguments.contains("--overwrite"));
            default -> throw new Failure("There is no command " + command + "; try: esup.jar help");
        }
    }

    private static Path file(List<String> arguments) {
        return arguments.stream()
                .filter(word -> !word.startsWith("--"))
                .findFirst()
                .map(Path::of)
                .orElseThrow(() -> new Failure("The name of the backup file is missing."));
    }

    private void restore(Path file, boolean overwrite) {
        if (!Files.isReadable(file)) {
            throw new Failure("The backup " + file + " cannot be read; check its name and rights.");
        }
        if (DataDirectory.inUse(settings.data())) {
            throw new Failure("esup is running on " + settings.data() + "; stop it before the restore.");
        }
        withDatabase(database -> {
            Restore.read(file, settings.data(), database, overwrite);
            console.println("The backup is restored into " + settings.data() + ".");
        });
    }

    /** Runs until the process is told to stop, or cannot go on: whoever keeps it running may start it again then. */
    private void run(boolean onPayaraServer) {
        Opened.during(opened -> {
            Server server = start(onPayaraServer, opened);
            while (!opened.stoppedWithin(Duration.ofSeconds(1))) {
                check(server, opened);
            }
        });
    }

    private Server start(boolean onPayaraServer, Opened opened) {
        long began = System.nanoTime();
        DataDirectory directory = opened.open(() -> DataDirectory.open(settings));
        PayaraServer.stopOrphan(settings.data());
        MicroServer.checkPort(settings);
        Database database = database(directory, opened);
        database.migrate();
        List<String> accounts = demo(directory, database);
        console.println("Starting Payara and the application ...");
        Server server = onPayaraServer
                ? opened.open(() ->
                        PayaraServer.boot(settings, directory, database, home().resolve("payara/payara-server.zip")))
                : opened.add(MicroServer.boot(settings, directory, database));
        server.deploy(applications());
        awaitReady(directory, opened);
        greet(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), accounts);
        return server;
    }

    private void check(Server server, Opened opened) {
        Path logs = settings.data().resolve("logs");
        if (!server.alive()) {
            throw new Failure("Payara Server has ended by itself; the log in " + logs + " says why. Start again.");
        }
        if (opened.find(EmbeddedDatabase.class).filter(part -> !part.alive()).isPresent()) {
            throw new Failure("The embedded PostgreSQL has ended by itself; " + logs.resolve("postgres.log")
                    + " says why. Start again.");
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("esup.home"));
    }

    private Database database(DataDirectory directory, Opened opened) {
        if (settings.external().isPresent()) {
            return external(settings.external().get());
        }
        console.println("Starting PostgreSQL in " + directory.resolve("postgres") + " ...");
        return opened.open(() -> EmbeddedDatabase.start(directory, settings.poolSize() + 30))
                .database();
    }

    private static Database external(LauncherSettings.External external) {
        Database database = new Database(
                external.host(),
                external.port(),
                external.database(),
                external.sslMode(),
                external.ownerPassword(),
                external.applicationPassword());
        database.check();
        return database;
    }

    /** Does one thing with the database, which is started for it when it is embedded and not running. */
    private void withDatabase(Consumer<Database> work) {
        Opened.during(opened -> {
            if (!DataDirectory.inUse(settings.data())) {
                work.accept(database(opened.open(() -> DataDirectory.open(settings)), opened));
                return;
            }
            work.accept(settings.external()
                    .map(Launcher::external)
                    .orElseGet(() -> EmbeddedDatabase.running(settings.data())));
        });
    }

    private List<String> demo(DataDirectory directory, Database database) {
        if (!settings.demo()) {
            return List.of();
        }
        DemoLoader.City city = new DemoLoader.City(
                database.owner(),
                database.application(),
                directory.path(),
                settings.publicUrl(),
                settings.demoParcels(),
                console::println);
        List<String> accounts = new ArrayList<>();
        for (DemoLoader loader : ServiceLoader.load(DemoLoader.class)) {
            loader.load(city);
            accounts.addAll(loader.describe(city));
        }
        return accounts;
    }

    private List<Path> applications() {
        Path apps = home().resolve("apps");
        return settings.demo()
                ? List.of(apps.resolve("esup.ear"), apps.resolve("demo-provider.war"))
                : List.of(apps.resolve("esup.ear"));
    }

    private void awaitReady(DataDirectory directory, Opened opened) {
        URI health = URI.create("http://" + settings.localHost() + ":" + settings.port());
        long until = System.nanoTime() + READY.toNanos();
        while (status(health.resolve("/health/ready")) != 200 || status(health.resolve("/")) >= 404) {
            if (System.nanoTime() > until) {
                throw new Failure("The application does not become ready; the log in " + directory.resolve("logs")
                        + " says why.");
            }
            if (opened.stoppedWithin(Duration.ofMillis(250))) {
                return;
            }
        }
    }

    private static int status(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(30_000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 599;
        }
    }

    private void greet(long seconds, List<String> accounts) {
        console.println();
        console.println("esup is ready after " + seconds + " s at " + settings.publicUrl());
        console.println("  citizens            " + settings.publicUrl() + "/");
        console.println("  notary offices      " + settings.publicUrl() + "/notary/");
        console.println("  municipality        " + settings.publicUrl() + "/staff/");
        console.println("  machines            " + settings.publicUrl() + "/api/ (described at " + settings.publicUrl()
                + "/openapi)");
        console.println("  data directory      " + settings.data());
        if (!settings.paymentSetUp()) {
            console.println("Online payment is not set up: esup.payment.url, esup.payment.page-url and"
                    + " esup.payment.merchant name the provider.");
        }
        if (!accounts.isEmpty()) {
            console.println("Demo accounts (also in " + settings.data().resolve("demo.json") + "):");
            accounts.forEach(line -> console.println("  " + line));
        }
        console.println("Ctrl-C stops it.");
    }
}
