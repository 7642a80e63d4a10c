package ir.hamedan.esup.launcher;

import ir.hamedan.esup.launcher.demo.DemoCity;
import ir.hamedan.esup.testing.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;

/** A stopped data directory with a small demo city, loaded once for all tests of a run; each works on a copy of it. */
final class LoadedCity {
    static final String PARCELS = Integer.toString(Form.of(500, 3000));

    private static final Path LOADED = load(Path.of("target", "it-city").toAbsolutePath());

    private LoadedCity() {}

    /** Fills a directory that is not there yet. */
    static Path copiedTo(Path data) {
        try (Stream<Path> files = Files.walk(LOADED)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, data.resolve(LOADED.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path load(Path data) {
        PayaraFiles.delete(data);
        LauncherSettings settings =
                LauncherSettings.read(Map.of("ESUP_DATA", data.toString(), "ESUP_DEMO_PARCELS", PARCELS));
        try (DataDirectory directory = DataDirectory.open(settings);
                EmbeddedDatabase postgres = EmbeddedDatabase.start(directory, 30)) {
            Database database = postgres.database();
            database.migrate();
            new DemoCity()
                    .load(new DemoLoader.City(
                            database.owner(),
                            database.application(),
                            data,
                            settings.publicUrl(),
                            settings.demoParcels(),
                            line -> {}));
        }
        return data;
    }
}
