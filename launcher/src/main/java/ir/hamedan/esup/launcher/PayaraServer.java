package ir.hamedan.esup.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Payara Server, as a process of its own, with the application in it. Program files and domain lie in {@code
 * payara-server/} of the data directory; the domain is brought to what the settings say at each start. The admin
 * listener is on the loopback address, behind a password that is made with the domain.
 */
final class PayaraServer implements Server {
    private static final String DOMAIN = "esup";

    private final LauncherSettings settings;
    private final Asadmin asadmin;
    private final Path folder;
    private final int adminPort;

    private PayaraServer(LauncherSettings settings, Asadmin asadmin, Path folder, int adminPort) {
        this.settings = settings;
        this.asadmin = asadmin;
        this.folder = folder;
        this.adminPort = adminPort;
    }

    /** @param archive the distribution of Payara Server, a zip */
    static PayaraServer boot(LauncherSettings settings, DataDirectory directory, Database database, Path archive) {
        try {
            Path folder = directory.resolve("payara-server");
            Path home = PayaraFiles.unpacked(folder, archive);
            int adminPort = freePort();
            Asadmin asadmin =
                    new Asadmin(folder, home, directory.resolve("logs"), environment(settings, directory, database));
            PayaraServer server = new PayaraServer(settings, asadmin, folder, adminPort);
            server.prepareDomain(directory);
            server.start(directory, database);
            return server;
        } catch (IOException e) {
            throw DataDirectory.failure(directory.path(), e);
        }
    }

    /** After a kill -9 of the launcher its server goes on, on our port. */
    static void stopOrphan(Path data) {
        Path file = data.resolve("payara-server").resolve(DOMAIN).resolve("config/pid");
        try {
            if (Files.exists(file)) {
                Orphans.stop(Files.readString(file).strip(), "java", "TERM", "KILL");
            }
        } catch (IOException e) {
            throw DataDirectory.failure(data, e);
        }
    }

    private void prepareDomain(DataDirectory directory) throws IOException {
        Path domain = folder.resolve(DOMAIN);
        Path template = folder.resolve("domain.template.xml");
        if (!Files.exists(template)) {
            PayaraFiles.delete(domain);
            asadmin.run(
                    adminPort,
                    "create-domain",
                    "--domaindir",
                    folder.toString(),
                    "--adminport",
                    "4848",
                    "--instanceport",
                    "8080",
                    "--checkports=false",
                    "--savemasterpassword=false",
                    DOMAIN);
            Files.copy(domain.resolve("config/domain.xml"), template);
        }
        // What an earlier start deployed; the framework's cache is worth keeping.
        for (String made : List.of("applications", "generated", "logs")) {
            PayaraFiles.delete(domain.resolve(made));
        }
        Files.writeString(
                domain.resolve("config/domain.xml"), DomainFile.of(Files.readString(template), settings, adminPort));
        Path logging = domain.resolve("config/logging.properties");
        Files.writeString(
                logging,
                Files.readString(logging)
                        .replace(
                                "GFFileHandler.file=${com.sun.aas.instanceRoot}/logs/server.log",
                                "GFFileHandler.file="
                                        + directory.resolve("logs").resolve("payara-server.log"))
                        .replace(
                                "GFFileHandler.rotationLimitInBytes=2000000",
                                "GFFileHandler.rotationLimitInBytes=20000000")
                        .replace("GFFileHandler.maxHistoryFiles=0", "GFFileHandler.maxHistoryFiles=5"));
    }

    private void start(DataDirectory directory, Database database) {
        Path runtime = directory.resolve("runtime");
        Path before =
                BootCommands.write(runtime.resolve("before-boot.asadmin"), BootCommands.compression("http-listener-1"));
        String password = "ENV=" + environmentName(BootCommands.PASSWORD_PROPERTY);
        Path after = BootCommands.write(
                runtime.resolve("after-boot.asadmin"), BootCommands.afterBoot(database, settings.poolSize(), password));
        asadmin.run(
                adminPort,
                "start-domain",
                "--domaindir",
                folder.toString(),
                "--prebootcommandfile",
                before.toString(),
                "--postbootcommandfile",
                after.toString(),
                DOMAIN);
    }

    /** By the environment the server learns what Payara Micro learns by system properties: no list of processes shows it. */
    private static Map<String, String> environment(
            LauncherSettings settings, DataDirectory directory, Database database) {
        Map<String, String> environment = new TreeMap<>();
        settings.systemProperties(directory).forEach((name, value) -> environment.put(environmentName(name), value));
        environment.put(environmentName(BootCommands.PASSWORD_PROPERTY), database.applicationPassword());
        return environment;
    }

    private static String environmentName(String property) {
        return property.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void deploy(List<Path> applications) {
        for (Path application : applications) {
            asadmin.run(adminPort, "deploy", application.toString());
        }
    }

    @Override
    public boolean alive() {
        return Orphans.alive(folder.resolve(DOMAIN).resolve("config/pid"));
    }

    @Override
    public void close() {
        if (asadmin.status(adminPort, "stop-domain", "--domaindir", folder.toString(), DOMAIN) != 0) {
            stopOrphan(settings.data());
        }
    }
}
