package ir.hamedan.esup.launcher;

import ir.hamedan.esup.database.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Reads a backup into a database without data, or over the data there is when that is asked for. */
final class Restore {
    /** An empty schema that says: data is missing here. It is there from the first table dropped to the last file read. */
    static final String UNFINISHED = "restore_unfinished";

    private final ZipFile zip;
    private final Properties manifest;
    private final Connection connection;

    private Restore(ZipFile zip, Properties manifest, Connection connection) {
        this.zip = zip;
        this.manifest = manifest;
        this.connection = connection;
    }

    /** All of the database in one transaction; the files after it. */
    static void read(Path file, Path data, Database database, boolean overwrite) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Properties manifest = Backup.verified(zip);
            database.refuseNewer(new Schemas());
            prepare(database, manifest, overwrite);
            try (Connection connection = database.owner().getConnection()) {
                connection.setAutoCommit(false);
                new Restore(zip, manifest, connection).tables();
                connection.commit();
            }
            files(zip, manifest, data);
            finish(database);
            database.migrate();
        } catch (IOException | SQLException e) {
            throw new Failure("The backup " + file + " cannot be restored: " + e.getMessage(), e);
        }
    }

    /** Empty schemas of the versions of the backup: what came later is migrated once the data is there. */
    private static void prepare(Database database, Properties manifest, boolean overwrite) throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        manifest.stringPropertyNames().stream()
                .filter(name -> name.startsWith("schema."))
                .forEach(name -> versions.put(name.substring("schema.".length()), manifest.getProperty(name)));
        Schemas schemas = new Schemas();
        schemas.unknown(database.owner(), versions).ifPresent(what -> {
            throw new Failure("The backup belongs to a newer version of esup (" + what
                    + " is not known here); restore it there.");
        });
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            refuseWhileRunning(statement);
            if (!overwrite && hasPeople(connection)) {
                throw new Failure(
                        "The database has data already; restore into an empty data directory, or add --overwrite.");
            }
            statement.execute("create schema if not exists " + UNFINISHED);
            for (String module : Schemas.MODULES) {
                statement.execute("drop schema if exists " + module + " cascade");
            }
        }
        schemas.migrate(database.owner(), versions);
    }

    private static void finish(Database database) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema " + UNFINISHED);
        }
    }

    /** On a database of one's own the application may run on any machine. */
    private static void refuseWhileRunning(Statement statement) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select 1 from pg_stat_activity where datname = current_database()"
                        + " and application_name = '" + BootCommands.APPLICATION_NAME + "' limit 1")) {
            if (found.next()) {
                throw new Failure("esup is connected to the database; stop it before the restore.");
            }
        }
    }

    private static boolean hasPeople(Connection connection) throws SQLException {
        Tables tables = new Tables(connection);
        for (Tables.Table table : Tables.inOrder(connection)) {
            if (table.name().equals("people.account")) {
                return !tables.empty(table);
            }
        }
        return false;
    }

    private void tables() throws SQLException, IOException {
        List<Tables.Table> tables = Tables.inOrder(connection);
        try (Statement statement = connection.createStatement()) {
            // What migrations filled comes from the backup too; what triggers derived is in it as well.
            for (Tables.Table table : tables) {
                statement.execute("alter table " + table.name() + " disable trigger user");
            }
            for (Tables.Table table : tables) {
                statement.execute("truncate table " + table.name() + " cascade");
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Tables.Table table : tables) {
                try (InputStream in = part("tables/" + table.name())) {
                    copy.copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", in);
                }
            }
            for (Tables.Table table : tables) {
                statement.execute("alter table " + table.name() + " enable trigger user");
            }
        }
        sequences();
    }

    private InputStream part(String name) throws IOException {
        if (zip.getEntry(name) == null) {
            throw new IOException(name + " is missing");
        }
        return zip.getInputStream(zip.getEntry(name));
    }

    private void sequences() throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (String name : manifest.stringPropertyNames()) {
                if (name.startsWith("sequence.")) {
                    String[] value = manifest.getProperty(name).split(" ", -1);
                    statement.setString(1, name.substring("sequence.".length()));
                    statement.setLong(2, Long.parseLong(value[0]));
                    statement.setBoolean(3, Boolean.parseBoolean(value[1]));
                    statement.execute();
                }
            }
        }
    }

    private static void files(ZipFile zip, Properties manifest, Path data) throws IOException {
        for (String name : manifest.stringPropertyNames()) {
            if (!name.startsWith("sha256.files/")) {
                continue;
            }
            Path target = data.resolve(name.substring("sha256.files/".length())).normalize();
            if (!target.startsWith(data)) {
                throw new IOException(name + " points outside the data directory");
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = zip.getInputStream(zip.getEntry(name.substring("sha256.".length())))) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
