package ir.hamedan.esup.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Every module owns a schema of its name, with its migrations and their history. The role {@value #OWNER} migrates;
 * the role {@value #APPLICATION} runs the product and may only check. What a migration creates is readable and writable
 * for the application; a migration of facts takes UPDATE, DELETE and TRUNCATE away again.
 */
public final class Schemas {
    public static final String OWNER = "esup_owner";
    public static final String APPLICATION = "esup_app";

    /** The modules in the order in which they may use each other. */
    public static final List<String> MODULES =
            List.of("people", "parcels", "ledger", "rulebooks", "levies", "signing", "permits", "inquiries", "jobs");

    /** What goes wrong is thrown; what goes well is not for a console that has SLF4J, whatever else can log there. */
    private static final String LOGGERS = hasSlf4j() ? "slf4j" : "auto";

    private final ClassLoader loader;

    public Schemas() {
        this(Thread.currentThread().getContextClassLoader());
    }

    public Schemas(ClassLoader loader) {
        this.loader = loader;
    }

    /** Brings the schemas of all modules on the class path to the version of this program. */
    public void migrate(DataSource owner) {
        present().forEach(module -> migrate(module, owner, MigrationVersion.LATEST));
    }

    /** Brings the schemas of the named modules to these versions, so that data of that time fits. */
    public void migrate(DataSource owner, Map<String, String> versions) {
        present().stream()
                .filter(versions::containsKey)
                .forEach(module -> migrate(module, owner, MigrationVersion.fromVersion(versions.get(module))));
    }

    private void migrate(String module, DataSource owner, MigrationVersion target) {
        configure(module, owner)
                .target(target)
                .initSql("create schema if not exists " + module + "; grant usage on schema " + module + " to "
                        + APPLICATION + "; alter default privileges in schema " + module
                        + " grant select, insert, update, delete on tables to " + APPLICATION
                        + "; alter default privileges in schema " + module + " grant usage, select on sequences to "
                        + APPLICATION)
                .load()
                .migrate();
    }

    /** The version each module has in the database, by module; modules without a schema are left out. */
    public Map<String, String> versions(Connection connection) throws SQLException {
        Map<String, String> versions = new TreeMap<>();
        for (String module : present()) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select version from " + module
                            + ".schema_history where success and version is not null"
                            + " order by installed_rank desc limit 1")) {
                if (result.next()) {
                    versions.put(module, result.getString(1));
                }
            }
        }
        return versions;
    }

    /** A module or version this program does not have; empty when it has all of them. */
    public Optional<String> unknown(DataSource source, Map<String, String> versions) {
        for (Map.Entry<String, String> wanted : versions.entrySet()) {
            String module = wanted.getKey();
            if (!present().contains(module) || !resolves(source, module, wanted.getValue())) {
                return Optional.of(module + " " + wanted.getValue());
            }
        }
        return Optional.empty();
    }

    private boolean resolves(DataSource source, String module, String version) {
        for (MigrationInfo info : configure(module, source).load().info().all()) {
            if (info.getState().isResolved() && version.equals(String.valueOf(info.getVersion()))) {
                return true;
            }
        }
        return false;
    }

    /** What keeps this program from working on the database: a schema that is older, newer or changed; empty when none. */
    public Optional<String> mismatch(DataSource application) {
        for (String module : present()) {
            Flyway flyway = configure(module, application).load();
            for (MigrationInfo info : flyway.info().all()) {
                if (!info.getState().isApplied()
                        || !info.getState().isResolved()
                        || info.getState().isFailed()) {
                    return Optional.of(module + " " + info.getVersion() + " is "
                            + info.getState().getDisplayName());
                }
            }
        }
        return Optional.empty();
    }

    /** What a newer program has migrated and this one does not know; empty when there is nothing. */
    public Optional<String> newer(DataSource source) {
        for (String module : present()) {
            for (MigrationInfo info : configure(module, source).load().info().all()) {
                if (info.getState().isApplied() && !info.getState().isResolved()) {
                    return Optional.of(module + " " + info.getVersion());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean hasSlf4j() {
        return Schemas.class.getClassLoader().getResource("org/slf4j/LoggerFactory.class") != null;
    }

    private List<String> present() {
        return MODULES.stream()
                .filter(module -> loader.getResource(folder(module)) != null)
                .toList();
    }

    private FluentConfiguration configure(String module, DataSource source) {
        return Flyway.configure(loader)
                .loggers(LOGGERS)
                .dataSource(source)
                .schemas(module)
                .createSchemas(false)
                .defaultSchema(module)
                .table("schema_history")
                .locations("classpath:" + folder(module))
                .ignoreMigrationPatterns(new String[0])
                .validateMigrationNaming(true)
                .cleanDisabled(true);
    }

    private static String folder(String module) {
        return "ir/hamedan/esup/" + module + "/migration";
    }
}
