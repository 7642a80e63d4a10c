package ir.hamedan.esup.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore, admin and migrate with a PostgreSQL of one's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    private Path folder;
    private OwnPostgres postgres;
    private LauncherSettings settings;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        postgres = new OwnPostgres(folder.resolve("elsewhere"));
        settings = settings("data");
        assertEquals("The database is of this version.\n", said("migrate"));
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    private LauncherSettings settings(String data) {
        return LauncherSettings.read(postgres.settings(folder.resolve(data)));
    }

    private String said(String command, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Launcher(settings, new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .command(command, List.of(arguments));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String refused(String command, String... arguments) {
        return assertThrows(Failure.class, () -> said(command, arguments)).getMessage();
    }

    @Test
    void all_work_while_esup_runs_but_the_restore_which_wants_it_stopped() throws IOException {
        Path backup = folder.resolve("running.zip");
        try (DataDirectory running = DataDirectory.open(settings)) {
            assertEquals("The database is of this version.\n", said("migrate"));
            assertTrue(said("admin", "karimi", "سارا کریمی", "7401003716")
                    .startsWith("The administrator karimi can log in"));
            assertTrue(Files.isDirectory(running.path()));
            assertEquals(
                    "The backup is in " + backup + "; it holds the keys, keep it like them.\n",
                    said("backup", backup.toString()));
            assertEquals(
                    "esup is running on " + settings.data() + "; stop it before the restore.",
                    refused("restore", backup.toString(), "--overwrite"));
        }
        assertEquals(
                "The database has data already; restore into an empty data directory, or add --overwrite.",
                refused("restore", backup.toString()));
    }

    @Test
    void a_backup_has_no_place_in_what_it_is_for() throws IOException {
        Path inside = Files.createDirectories(settings.data().resolve("backups"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), inside);
        for (Path file : List.of(settings.data().resolve("b.zip"), inside.resolve("b.zip"), link.resolve("b.zip"))) {
            assertEquals(
                    "The backup " + file + " would lie in the data directory " + settings.data()
                            + ", which it is for; give it a place outside.",
                    refused("backup", file.toString()));
        }
        Path nowhere = folder.resolve("nowhere").resolve("b.zip");
        assertEquals(
                "The backup cannot be written to " + nowhere + ": the folder is not there",
                refused("backup", nowhere.toString()));
    }

    @Test
    void a_backup_is_neither_written_over_nor_restored_when_it_is_damaged() throws IOException {
        Path backup = folder.resolve("damaged.zip");
        said("admin", "damage", "سارا کریمی", "7401003716");
        said("backup", backup.toString());
        assertEquals(
                "The file " + backup + " is there already; give the backup another name.",
                refused("backup", backup.toString()));
        byte[] bytes = Files.readAllBytes(backup);
        for (String part : List.of("tables/people.account", Backup.MANIFEST)) {
            int begin = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(part) + part.length();
            for (int place = begin + 20; place < begin + 60; place += 10) {
                byte[] damaged = bytes.clone();
                damaged[place] ^= 1;
                Files.write(backup, damaged);
                String why = refused("restore", backup.toString(), "--overwrite");
                assertTrue(why.startsWith("The backup " + backup + " is damaged"), why);
            }
        }
        assertEquals("The database is of this version.\n", said("migrate"));
    }

    @Test
    void a_backup_that_fails_leaves_nothing_behind() throws IOException {
        Path place = Files.createDirectories(folder.resolve("failing"));
        Path unreadable = settings.data().resolve("keys").resolve("gone");
        // A file that is listed and cannot be read, whoever asks.
        Files.createSymbolicLink(unreadable, Path.of("/proc/self/mem"));
        try {
            assertTrue(
                    refused("backup", place.resolve("b.zip").toString()).startsWith("The backup cannot be written to"));
        } finally {
            Files.delete(unreadable);
        }
        try (var left = Files.list(place)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void a_restore_that_was_broken_off_is_done_once_more_before_anything_else() throws IOException {
        Path backup = folder.resolve("whole.zip");
        Path kept = Files.writeString(settings.data().resolve("keys").resolve("kept"), "as it was");
        said("backup", backup.toString());
        Path broken = without("tables/people.account", backup);

        assertTrue(refused("restore", broken.toString(), "--overwrite").endsWith("tables/people.account is missing"));

        Database database = postgres.database();
        String sentence = "A restore into the database esup at 127.0.0.1:" + database.port()
                + " was broken off; restore the backup once more.";
        assertEquals(sentence, refused("migrate"));
        assertEquals(sentence, refused("run"));
        assertEquals(sentence, refused("backup", folder.resolve("half.zip").toString()));
        assertFalse(Files.exists(folder.resolve("half.zip")));

        Files.writeString(kept, "spoilt");
        assertEquals("The backup is restored into " + settings.data() + ".\n", said("restore", backup.toString()));
        assertEquals("as it was", Files.readString(kept));
        assertEquals("The database is of this version.\n", said("migrate"));
    }

    /** The backup without one part and the hash that would tell. */
    private Path without(String part, Path backup) throws IOException {
        Path file = folder.resolve("without.zip");
        try (ZipFile from = new ZipFile(backup.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            Properties manifest = Backup.verified(from);
            assertTrue(manifest.remove("sha256." + part) != null, part);
            for (Enumeration<? extends ZipEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!List.of(part, Backup.MANIFEST).contains(entry.getName())) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
            to.putNextEntry(new ZipEntry(Backup.MANIFEST));
            manifest.store(to, "");
        }
        return file;
    }
}
