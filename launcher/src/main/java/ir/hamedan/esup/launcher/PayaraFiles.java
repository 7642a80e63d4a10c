package ir.hamedan.esup.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The program files of Payara Server, unpacked from the archive beside esup.jar once for each release of it. */
final class PayaraFiles {
    private static final String TOP = "payara6";

    private PayaraFiles() {}

    /** Their folder, {@code payara-server/payara6} of the data directory. */
    static Path unpacked(Path folder, Path archive) throws IOException {
        if (!Files.exists(archive)) {
            throw new Failure("The archive of Payara Server, " + archive + ", is missing; build esup anew.");
        }
        Path home = folder.resolve(TOP);
        Path mark = folder.resolve("unpacked");
        String release = Files.size(archive) + " " + Files.getLastModifiedTime(archive);
        if (Files.exists(mark) && Files.readString(mark).equals(release)) {
            return home;
        }
        delete(folder);
        Files.createDirectories(folder);
        unpack(archive, folder);
        Files.copy(
                archive.resolveSibling("postgresql.jar"),
                home.resolve("glassfish/lib/postgresql.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        // Written last: half an archive is none.
        Files.writeString(mark, release);
        return home;
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(entry.getName() + " points outside the archive");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
        }
    }

    /** Deletes a folder with everything in it, if it is there. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw DataDirectory.failure(folder, e);
        }
    }
}
