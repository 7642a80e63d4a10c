package ir.hamedan.esup.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the administration program of Payara Server; what it says goes to {@code logs/asadmin.log}. */
final class Asadmin {
    private final Path program;
    private final Path log;
    private final Path passwordFile;
    private final Map<String, String> environment;

    /** @param environment what the server started by it finds there: the settings of the application and the pool */
    Asadmin(Path folder, Path home, Path logs, Map<String, String> environment) {
        this.program = home.resolve("glassfish/lib/client/appserver-cli.jar");
        this.log = logs.resolve("asadmin.log");
        this.passwordFile = folder.resolve("admin-password");
        this.environment = environment;
        try {
            if (!Files.exists(passwordFile)) {
                Files.createFile(
                        passwordFile,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(passwordFile, "AS_ADMIN_PASSWORD=" + DataDirectory.secret() + "\n");
            }
        } catch (IOException e) {
            throw DataDirectory.failure(folder, e);
        }
    }

    /** Runs one command, or fails with the place of its words. */
    void run(int port, String... words) {
        if (status(port, words) != 0) {
            throw new Failure("Payara Server refuses " + words[0] + "; " + log + " says why.");
        }
    }

    /** The exit status of one command. */
    int status(int port, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                program.toString(),
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--user",
                "admin",
                "--passwordfile",
                passwordFile.toString(),
                "--interactive=false"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("asadmin does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Stopped while Payara Server was asked to " + words[0] + ".", e);
        }
    }
}
