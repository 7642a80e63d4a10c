package ir.hamedan.esup.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import ir.hamedan.esup.database.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL under the data directory, reached on the loopback address alone, by password alone. Its port is a
 * free one, new at each start, and stands in {@code postgres/postmaster.pid}.
 */
final class EmbeddedDatabase implements AutoCloseable {
    static final String NAME = "esup";
    /** Major version of the binaries; the data directory of another one is not readable. */
    static final int MAJOR = 17;

    private static final String HOST = "127.0.0.1";

    private final EmbeddedPostgres postgres;
    private final Database database;
    private final Path data;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Database database, Path data) {
        this.postgres = postgres;
        this.database = database;
        this.data = data;
    }

    static EmbeddedDatabase start(DataDirectory directory, int connections) {
        Path data = directory.resolve("postgres");
        Map<String, String> secrets = DataDirectory.secrets(directory.path());
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        checkVersion(data);
        stopOrphan(data);
        Path passwordFile = null;
        try {
            EmbeddedPostgres.Builder builder = settings(directory, secrets.get("postgres"), connections);
            if (fresh) {
                // Options of initdb: nobody gets in without a password, not even while it is set up.
                passwordFile = Files.createTempFile(directory.resolve("keys"), "initdb", "");
                Files.writeString(passwordFile, secrets.get("postgres"));
                builder.setLocaleConfig("pwfile", passwordFile.toString())
                        .setLocaleConfig("auth", "scram-sha-256")
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8");
            }
            EmbeddedPostgres postgres = builder.start();
            try {
                createRolesAndDatabase(postgres.getPort(), secrets);
            } catch (SQLException e) {
                postgres.close();
                throw new Failure(
                        "The embedded PostgreSQL refuses its own password; secrets.properties in " + directory.path()
                                + " does not belong to it.",
                        e);
            }
            return new EmbeddedDatabase(postgres, database(postgres.getPort(), secrets), data);
        } catch (IOException | IllegalStateException e) {
            throw new Failure(
                    "The embedded PostgreSQL does not start; "
                            + directory.resolve("logs").resolve("postgres.log") + " says why.",
                    e);
        } finally {
            delete(passwordFile);
        }
    }

    private static EmbeddedPostgres.Builder settings(DataDirectory directory, String password, int connections) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(directory.resolve("runtime").toFile())
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", Integer.toString(connections))
                .setServerConfig("shared_buffers", "256MB")
                // The library is made for tests: unless told so, it keeps nothing over a crash that it said was kept.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("logs").resolve("postgres.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("logs").resolve("postgres.log").toFile()));
    }

    /** The database of an esup that is running on the directory now. */
    static Database running(Path directory) {
        List<String> lines = postmaster(directory.resolve("postgres"));
        if (lines.size() < 4) {
            throw new Failure("The embedded PostgreSQL of " + directory + " is not running.");
        }
        return database(Integer.parseInt(lines.get(3).strip()), DataDirectory.secrets(directory));
    }

    Database database() {
        return database;
    }

    /** Whether the server is still there; it may have been killed, or run out of disk. */
    boolean alive() {
        return Orphans.alive(data.resolve("postmaster.pid"));
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Database database(int port, Map<String, String> secrets) {
        return new Database(HOST, port, NAME, "disable", secrets.get(Schemas.OWNER), secrets.get(Schemas.APPLICATION));
    }

    private static void checkVersion(Path data) {
        Path file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        try {
            int version = Integer.parseInt(Files.readString(file).strip());
            if (version != MAJOR) {
                throw new Failure(
                        "The database in " + data + " was made by PostgreSQL " + version + ", this esup carries "
                                + MAJOR + "; start the esup that made it, make a backup there and restore it here.");
            }
        } catch (IOException | NumberFormatException e) {
            throw new Failure("The file " + file + " cannot be read; the data directory is damaged.", e);
        }
    }

    /** After a kill -9 of the launcher its PostgreSQL goes on; it is asked to stop before the directory is used again. */
    private static void stopOrphan(Path data) {
        List<String> lines = postmaster(data);
        if (lines.isEmpty()) {
            return;
        }
        Orphans.stop(lines.get(0).strip(), "postgres", "INT", "QUIT", "KILL");
    }

    private static List<String> postmaster(Path data) {
        try {
            Path file = data.resolve("postmaster.pid");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw DataDirectory.failure(data, e);
        }
    }

    private static void createRolesAndDatabase(int port, Map<String, String> secrets) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {HOST});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postgres");
        source.setPassword(secrets.get("postgres"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(Schemas.OWNER, Schemas.APPLICATION)) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    // Passwords are base64url: nothing in them needs a quote.
                    statement.execute("create role " + role + " login password '" + secrets.get(role) + "'");
                }
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + Schemas.OWNER);
                statement.execute("revoke connect, temporary on database " + NAME + " from public");
                statement.execute("grant connect on database " + NAME + " to " + Schemas.APPLICATION);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw DataDirectory.failure(file, e);
        }
    }
}
