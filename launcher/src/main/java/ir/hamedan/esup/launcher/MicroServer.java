package ir.hamedan.esup.launcher;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Payara Micro in this JVM, with the application in it. */
final class MicroServer implements Server {
    private static final String LOGGING = """
            .level=INFO
            handlers=java.util.logging.FileHandler
            java.util.logging.FileHandler.pattern=%s
            java.util.logging.FileHandler.limit=20000000
            java.util.logging.FileHandler.count=5
            java.util.logging.FileHandler.append=true
            java.util.logging.FileHandler.formatter=com.sun.enterprise.server.logging.ODLLogFormatter
            com.sun.enterprise.server.logging.ODLLogFormatter.ansiColor=false
            javax.enterprise.system.tools.deployment.common.level=WARNING
            javax.enterprise.system.tools.deployment.dol.level=WARNING
            javax.enterprise.system.ssl.security.level=SEVERE
            javax.enterprise.system.security.ssl.level=SEVERE
            org.glassfish.admin.mbeanserver.level=WARNING
            org.hibernate.validator.internal.util.Version.level=WARNING
            fish.payara.nucleus.util.level=WARNING
            """;

    private final LauncherSettings settings;
    private final PayaraMicroRuntime runtime;

    private MicroServer(LauncherSettings settings, PayaraMicroRuntime runtime) {
        this.settings = settings;
        this.runtime = runtime;
    }

    /** One sentence when somebody else has the port. */
    static void checkPort(LauncherSettings settings) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
        } catch (UnknownHostException e) {
            throw new Failure("ESUP_HOST is \"" + settings.host() + "\", which is no address of this machine.", e);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (why.contains("Cannot assign")) {
                throw new Failure("ESUP_HOST is \"" + settings.host() + "\", which is no address of this machine.", e);
            }
            if (why.contains("ermission")) {
                throw new Failure(
                        "Port " + settings.port() + " is not for everybody; set ESUP_PORT to 1024 or above.", e);
            }
            throw new Failure(
                    "Port " + settings.port() + " on " + settings.host()
                            + " is taken; stop the program that has it, or set ESUP_PORT.",
                    e);
        }
    }

    static MicroServer boot(LauncherSettings settings, DataDirectory directory, Database database) {
        Path root = directory.resolve("payara");
        PayaraFiles.delete(root);
        settings.systemProperties(directory).forEach(System::setProperty);
        System.setProperty(BootCommands.PASSWORD_PROPERTY, database.applicationPassword());
        System.setProperty(BootCommands.JSON_PROPERTY, BootCommands.JSON_PROVIDER);
        Path before = BootCommands.write(
                directory.resolve("runtime").resolve("before-boot.asadmin"), BootCommands.beforeBoot(settings));
        Path after = BootCommands.write(
                directory.resolve("runtime").resolve("after-boot.asadmin"),
                BootCommands.afterBoot(database, settings.poolSize(), BootCommands.PASSWORD_PROPERTY));
        try {
            Files.createDirectories(root);
            List<String> arguments = Stream.of(
                            Stream.of("--nohazelcast", "--port", Integer.toString(settings.port())),
                            Stream.of("--rootdir", root.toString()),
                            Stream.of("--prebootcommandfile", before.toString()),
                            Stream.of("--postbootcommandfile", after.toString()),
                            Stream.of("--disablephonehome"),
                            logging(settings, directory))
                    .flatMap(part -> part)
                    .toList();
            return new MicroServer(settings, inPlatformLoader(arguments));
        } catch (IOException e) {
            throw DataDirectory.failure(directory.path(), e);
        }
    }

    private static Stream<String> logging(LauncherSettings settings, DataDirectory directory) throws IOException {
        if (settings.log().equals("console")) {
            return Stream.empty();
        }
        Path file = directory.resolve("runtime").resolve("logging.properties");
        String pattern = directory.resolve("logs").resolve("esup.%g.log").toString();
        Files.writeString(file, LOGGING.formatted(pattern.replace("\\", "\\\\")));
        return Stream.of("--logproperties", file.toString());
    }

    /** Payara must not meet the launcher's own libraries: its context class loader is the one that holds it. */
    private static PayaraMicroRuntime inPlatformLoader(List<String> arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader launcher = thread.getContextClassLoader();
        thread.setContextClassLoader(PayaraMicroLauncher.class.getClassLoader());
        try {
            return PayaraMicroLauncher.create(arguments.toArray(String[]::new)).getRuntime();
        } catch (Exception e) {
            throw new IllegalStateException("Payara Micro does not boot", e);
        } finally {
            thread.setContextClassLoader(launcher);
        }
    }

    @Override
    public void deploy(List<Path> applications) {
        Thread thread = Thread.currentThread();
        ClassLoader launcher = thread.getContextClassLoader();
        thread.setContextClassLoader(runtime.getClass().getClassLoader());
        try {
            for (Path application : applications) {
                runtime.deploy(application.toFile());
                // What deploy returns says nothing: it is true after a failure as well.
                String name = application.getFileName().toString().replaceFirst("[.][a-z]+$", "");
                if (!runtime.getDeployedApplicationNames().contains(name)) {
                    throw new Failure("The application " + name + " was not deployed; the log in "
                            + settings.data().resolve("logs") + " says why.");
                }
            }
        } finally {
            thread.setContextClassLoader(launcher);
        }
    }

    @Override
    public boolean alive() {
        return true; // it is this process
    }

    /** Stops Payara and waits until its port is closed; the database may go then. */
    @Override
    public void close() {
        // What it prints now is of no use to anybody; its log goes to the file or is over.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            runtime.shutdown();
        } catch (Exception e) {
            // Its own shutdown hook was faster.
        }
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (listening() && System.nanoTime() < until) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean listening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(settings.localHost(), settings.port()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
