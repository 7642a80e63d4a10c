package ir.hamedan.esup.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL that asks for passwords: somebody's own, beside the data directories that use it. */
final class OwnPostgres implements AutoCloseable {
    final DataDirectory directory;
    private final EmbeddedDatabase postgres;

    OwnPostgres(Path data) {
        directory = DataDirectory.open(LauncherSettings.read(Map.of("ESUP_DATA", data.toString())));
        postgres = EmbeddedDatabase.start(directory, 30);
    }

    Database database() {
        return postgres.database();
    }

    /** What sets a data directory to use it. */
    Map<String, String> settings(Path data) {
        Database database = database();
        return new HashMap<>(Map.of(
                "ESUP_DATA",
                data.toString(),
                "ESUP_DATABASE_HOST",
                database.host(),
                "ESUP_DATABASE_PORT",
                Integer.toString(database.port()),
                "ESUP_DATABASE_OWNER_PASSWORD",
                database.ownerPassword(),
                "ESUP_DATABASE_APP_PASSWORD",
                database.applicationPassword()));
    }

    @Override
    public void close() {
        postgres.close();
        directory.close();
    }
}
