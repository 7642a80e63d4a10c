package ir.hamedan.esup.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The asadmin commands that prepare Payara before and after it boots, and before the application comes. */
final class BootCommands {
    /** Where the pool finds its password: a system property, since a command file would need it escaped. */
    static final String PASSWORD_PROPERTY = "esup.pool.password";

    /** By this name PostgreSQL knows the connections of the application. */
    static final String APPLICATION_NAME = "esup";

    /**
     * Names the provider of JSON: else each builder looks through all jars for one, a third of the time of an inquiry.
     * Source: Jakarta JSON Processing 2.1, JsonProvider.provider().
     */
    static final String JSON_PROPERTY = "jakarta.json.provider";

    static final String JSON_PROVIDER = "org.eclipse.parsson.JsonProviderImpl";

    private BootCommands() {}

    /** Before the ports open. */
    static List<String> beforeBoot(LauncherSettings settings) {
        List<String> commands = new ArrayList<>(compression("http-listener"));
        commands.add("set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                + ".address=" + settings.host());
        return commands;
    }

    /** What a listener says and does not say; compression set later leaves the port without an answer. */
    static List<String> compression(String protocol) {
        String http = "set configs.config.server-config.network-config.protocols.protocol." + protocol + ".http.";
        return List.of(
                http + "compression=on",
                http + "compressable-mime-type=text/html,text/css,text/plain,text/xml,application/xhtml+xml,"
                        + "application/json,application/problem+json,application/javascript,text/javascript,image/svg+xml",
                http + "compression-min-size-bytes=1024",
                http + "xpowered-by=false",
                http + "server-header=false",
                // Otherwise a connection ends after 250 requests, and of the second version's calls some are cut off.
                http + "max-connections=-1");
    }

    /** @param password the name under which the server finds the password of the pool */
    static List<String> afterBoot(Database database, int poolSize, String password) {
        return List.of(
                pool(database, poolSize, password), "create-jdbc-resource --connectionpoolid=esupPool jdbc/esup");
    }

    private static String pool(Database database, int size, String password) {
        return "create-jdbc-connection-pool --restype=javax.sql.ConnectionPoolDataSource"
                + " --datasourceclassname=org.postgresql.ds.PGConnectionPoolDataSource"
                + " --isconnectvalidatereq=true --validationmethod=custom-validation"
                + " --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
                + " --steadypoolsize=4 --maxpoolsize=" + size + " --maxwait=10000 --statementtimeout=60"
                + " --property=serverName=" + database.host() + ":portNumber=" + database.port()
                + ":databaseName=" + database.name() + ":user=esup_app:password=${" + password + "}"
                + ":sslMode=" + database.sslMode() + ":ApplicationName=" + APPLICATION_NAME
                + ":prepareThreshold=3 esupPool";
    }

    static Path write(Path file, List<String> commands) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.write(file, commands);
        } catch (IOException e) {
            throw DataDirectory.failure(file.getParent(), e);
        }
    }
}
