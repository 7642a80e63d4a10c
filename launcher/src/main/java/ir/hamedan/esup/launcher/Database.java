package ir.hamedan.esup.launcher;

import ir.hamedan.esup.database.Schemas;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the product, embedded or not, as its two roles see it. */
record Database(String host, int port, String name, String sslMode, String ownerPassword, String applicationPassword) {
    DataSource owner() {
        return source(Schemas.OWNER, ownerPassword);
    }

    DataSource application() {
        return source(Schemas.APPLICATION, applicationPassword);
    }

    private DataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {host});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setSslMode(sslMode);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("esup launcher");
        source.setConnectTimeout(10);
        return source;
    }

    /** Both roles can log in, or one sentence says what is wrong. */
    void check() {
        check(owner(), Schemas.OWNER, LauncherSettings.DATABASE_OWNER_PASSWORD.name());
        check(application(), Schemas.APPLICATION, LauncherSettings.DATABASE_APP_PASSWORD.name());
    }

    private void check(DataSource source, String user, String setting) {
        try (Connection connection = source.getConnection()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
                throw new Failure("PostgreSQL at " + place() + " is older than version 15, which esup needs.");
            }
        } catch (SQLException e) {
            throw switch (String.valueOf(e.getSQLState())) {
                case "28P01", "28000" ->
                    new Failure(
                            "PostgreSQL at " + place() + " refuses the password of " + user + "; check " + setting
                                    + ".",
                            e);
                case "3D000" ->
                    new Failure(
                            "PostgreSQL at " + place() + " has no database " + name
                                    + "; create it, or set ESUP_DATABASE_NAME.",
                            e);
                case "08001", "08004", "08006" ->
                    new Failure(
                            "No PostgreSQL answers at " + place()
                                    + "; start it, or check ESUP_DATABASE_HOST and ESUP_DATABASE_PORT.",
                            e);
                default -> new Failure("PostgreSQL at " + place() + " refuses " + user + ": " + e.getMessage(), e);
            };
        }
    }

    private String place() {
        return host + ":" + port;
    }

    /** Brings the schemas to the version of this program; refuses a database that a newer one has migrated. */
    void migrate() {
        Schemas schemas = new Schemas();
        refuseHalfRestored();
        refuseNewer(schemas);
        try {
            schemas.migrate(owner());
        } catch (FlywayException e) {
            throw new Failure("The database " + name + " at " + place() + " cannot be migrated: " + firstLine(e), e);
        }
        Optional<String> mismatch = schemas.mismatch(application());
        if (mismatch.isPresent()) {
            throw new Failure("The database " + name + " at " + place() + " is not usable: " + mismatch.get() + ".");
        }
    }

    /** A restore that was broken off leaves a database that looks like a new one. */
    void refuseHalfRestored() {
        try (Connection connection = owner().getConnection();
                ResultSet schemas = connection.getMetaData().getSchemas(null, Restore.UNFINISHED)) {
            if (schemas.next()) {
                throw new Failure("A restore into the database " + name + " at " + place()
                        + " was broken off; restore the backup once more.");
            }
        } catch (SQLException e) {
            throw new Failure("The database " + name + " at " + place() + " cannot be read: " + e.getMessage(), e);
        }
    }

    void refuseNewer(Schemas schemas) {
        schemas.newer(owner()).ifPresent(what -> {
            throw new Failure("The database " + name + " at " + place() + " belongs to a newer version of esup (" + what
                    + " is not known here); start that version, or restore a backup of this one.");
        });
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown cause");
    }
}
