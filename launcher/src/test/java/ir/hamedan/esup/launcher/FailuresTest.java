package ir.hamedan.esup.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the product from starting is said in one sentence, with the setting to change or the thing to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailuresTest {
    private Path folder;
    private DataDirectory kept;
    private OwnPostgres postgres;

    /** A PostgreSQL that asks for passwords, which the tests use as somebody's own and as the embedded one. */
    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        postgres = new OwnPostgres(folder.resolve("kept"));
        kept = postgres.directory;
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    private static String refused(Map<String, String> environment, String command, String... arguments) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Failure failure = assertThrows(Failure.class, () -> new Launcher(LauncherSettings.read(environment), nowhere)
                .command(command, List.of(arguments)));
        return failure.getMessage();
    }

    private Map<String, String> fresh(String name, String... further) {
        return with(new HashMap<>(Map.of("ESUP_DATA", folder.resolve(name).toString())), further);
    }

    private Map<String, String> external(String... further) {
        return with(postgres.settings(folder.resolve("external")), further);
    }

    private static Map<String, String> with(Map<String, String> environment, String... further) {
        for (int i = 0; i < further.length; i += 2) {
            environment.put(further[i], further[i + 1]);
        }
        return environment;
    }

    @Test
    void a_busy_port() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            assertEquals(
                    "Port " + port + " on 127.0.0.1 is taken; stop the program that has it, or set ESUP_PORT.",
                    refused(fresh("busy", "ESUP_PORT", port), "run"));
        }
    }

    @Test
    void an_address_of_another_machine() {
        for (String host : List.of("192.0.2.1", "no-such-host.invalid")) {
            assertEquals(
                    "ESUP_HOST is \"" + host + "\", which is no address of this machine.",
                    refused(fresh("address", "ESUP_HOST", host), "run"));
        }
    }

    @Test
    void a_full_disk() {
        String said = refused(fresh("full", "ESUP_MINIMUM_FREE_MB", "2000000000"), "run");
        assertTrue(said.startsWith("The disk of the data directory " + folder.resolve("full") + " is full: "), said);
        assertTrue(said.endsWith("free some space, or lower ESUP_MINIMUM_FREE_MB."), said);
        assertEquals(
                "The disk of the data directory /d is full; free some space and start again.",
                DataDirectory.failure(Path.of("/d"), new IOException("No space left on device"))
                        .getMessage());
    }

    @Test
    void a_data_directory_that_cannot_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String said = refused(fresh("file/below"), "run");
        assertTrue(said.startsWith("The data directory " + file.resolve("below") + " cannot be written; "), said);
        assertTrue(said.contains("check its rights or set ESUP_DATA"), said);
    }

    @Test
    void a_second_start_on_the_same_directory() {
        assertEquals(
                "Another esup works on the data directory " + kept.path() + "; stop it or set ESUP_DATA.",
                refused(fresh("kept"), "run"));
        assertEquals(
                "esup is running on " + kept.path() + "; stop it before the restore.",
                refused(fresh("kept"), "restore", kept.resolve("format").toString()));
    }

    @Test
    void a_wrong_password_of_either_role() {
        String place = "PostgreSQL at 127.0.0.1:" + postgres.database().port();
        assertEquals(
                place + " refuses the password of esup_owner; check ESUP_DATABASE_OWNER_PASSWORD.",
                refused(external("ESUP_DATABASE_OWNER_PASSWORD", "wrong"), "run"));
        assertEquals(
                place + " refuses the password of esup_app; check ESUP_DATABASE_APP_PASSWORD.",
                refused(external("ESUP_DATABASE_APP_PASSWORD", "wrong"), "migrate"));
        assertEquals(
                "ESUP_DATABASE_APP_PASSWORD is missing; it is needed when ESUP_DATABASE_HOST is set.",
                refused(external("ESUP_DATABASE_APP_PASSWORD", ""), "run"));
    }

    @Test
    void a_database_that_is_not_there() throws IOException {
        assertEquals(
                "PostgreSQL at 127.0.0.1:" + postgres.database().port()
                        + " has no database nothing; create it, or set ESUP_DATABASE_NAME.",
                refused(external("ESUP_DATABASE_NAME", "nothing"), "run"));
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertEquals(
                "No PostgreSQL answers at 127.0.0.1:" + closed
                        + "; start it, or check ESUP_DATABASE_HOST and ESUP_DATABASE_PORT.",
                refused(external("ESUP_DATABASE_PORT", Integer.toString(closed)), "backup", "b.zip"));
        String unknown = refused(external("ESUP_DATABASE_HOST", "no-such-host.invalid"), "run");
        assertTrue(unknown.startsWith("No PostgreSQL answers at no-such-host.invalid:"), unknown);
    }

    @Test
    void a_database_of_a_newer_version() {
        Database database = postgres.database();
        database.migrate();
        Sql owner = new Sql(database.owner());
        owner.run("insert into people.schema_history (installed_rank, version, description, type, script, checksum,"
                + " installed_by, execution_time, success)"
                + " values (999, '999', 'tomorrow', 'SQL', 'V999__tomorrow.sql', 1, 'esup_owner', 1, true)");
        try {
            assertEquals(
                    "The database esup at 127.0.0.1:" + database.port()
                            + " belongs to a newer version of esup (people 999 is not known here);"
                            + " start that version, or restore a backup of this one.",
                    refused(external(), "run"));
        } finally {
            owner.run("delete from people.schema_history where version = '999'");
        }
    }

    @Test
    void a_data_directory_of_a_newer_version() throws IOException {
        Path newer = Files.createDirectories(folder.resolve("newer"));
        Files.writeString(newer.resolve("format"), "2\n");
        assertEquals(
                "The data directory " + newer
                        + " was written by a newer version of esup (format 2, this one knows 1); start that version.",
                refused(fresh("newer"), "run"));
    }

    @Test
    void a_database_of_a_newer_postgresql() throws IOException {
        Path data = Files.createDirectories(folder.resolve("eighteen").resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(
                folder.resolve("eighteen").resolve("secrets.properties"), "postgres=a\nesup_owner=b\nesup_app=c\n");
        assertEquals(
                "The database in " + data + " was made by PostgreSQL 18, this esup carries 17;"
                        + " start the esup that made it, make a backup there and restore it here.",
                refused(fresh("eighteen"), "migrate"));
    }

    /** The library that starts it is made for tests, and by itself would not wait for the disk. */
    @Test
    void what_the_embedded_postgresql_has_committed_stays_over_a_crash() {
        Sql owner = new Sql(postgres.database().owner());
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals(
                    "on", owner.one("select current_setting('" + setting + "') as value", row -> row.text("value")));
        }
    }

    @Test
    void a_setting_nobody_understands() {
        assertEquals(
                "ESUP_PORT is \"many\"; it must be a number from 1 to 65535.",
                refused(fresh("setting", "ESUP_PORT", "many"), "run"));
        assertEquals(
                "ESUP_PUBLIC_URL is \"esup\"; it must be an address such as https://esup.example.ir.",
                refused(fresh("setting", "ESUP_PUBLIC_URL", "esup"), "run"));
        assertEquals("There is no command fly; try: esup.jar help", refused(fresh("setting"), "fly"));
        assertEquals("The name of the backup file is missing.", refused(fresh("setting"), "restore"));
    }

    @Test
    void the_process_says_the_sentence_alone_and_ends_with_1() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName());
        Path said = folder.resolve("said");
        builder.environment().put("ESUP_DATA", kept.path().toString());
        builder.environment().put("ESUP_PORT", "1");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertEquals(1, process.waitFor());
        String words = Files.readString(said);
        assertEquals(
                "esup: Another esup works on the data directory " + kept.path() + "; stop it or set ESUP_DATA.\n",
                words);
        assertFalse(words.contains("\tat "));
    }
}
