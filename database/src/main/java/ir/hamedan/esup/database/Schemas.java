package ir.hamedan.esup.database;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
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
    public static final List<String> MODULES = List.of("people", "parcels", "ledger", "levies", "signing", "inquiries");

    private final ClassLoader loader;

    public Schemas() {
        this(Thread.currentThread().getContextClassLoader());
    }

    public Schemas(ClassLoader loader) {
        this.loader = loader;
    }

    /** Brings the schemas of all modules on the class path to the version of this program. */
    public void migrate(DataSource owner) {
        for (String module : present()) {
            configure(module, owner)
                    .initSql("create schema if not exists " + module + "; grant usage on schema " + module + " to "
                            + APPLICATION + "; alter default privileges in schema " + module
                            + " grant select, insert, update, delete on tables to " + APPLICATION
                            + "; alter default privileges in schema " + module + " grant usage, select on sequences to "
                            + APPLICATION)
                    .load()
                    .migrate();
        }
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

    private List<String> present() {
        return MODULES.stream()
                .filter(module -> loader.getResource(folder(module)) != null)
                .toList();
    }

    private FluentConfiguration configure(String module, DataSource source) {
        return Flyway.configure(loader)
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
