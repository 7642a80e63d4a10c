package ir.hamedan.esup.launcher;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/**
 * Where everything that is kept lies: {@code postgres/} (the embedded database), {@code keys/}, {@code logs/}, {@code
 * demo.json}, {@code secrets.properties} (mode 600), and {@code payara/} and {@code runtime/}, which may be thrown away.
 */
final class DataDirectory implements AutoCloseable {
    /** The layout of the directory, counted up when a newer program cannot share it with an older one. */
    static final int FORMAT = 1;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the directory for this process alone. */
    static DataDirectory open(LauncherSettings settings) {
        Path path = settings.data();
        try {
            prepare(path);
            checkSpace(path, settings.minimumFreeMegabytes());
            FileChannel channel =
                    FileChannel.open(path.resolve("esup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new Failure("Another esup works on the data directory " + path + "; stop it or set ESUP_DATA.");
            }
            checkFormat(path);
            return new DataDirectory(path, channel, lock);
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    /** Whether another process has the directory now. */
    static boolean inUse(Path path) {
        Path file = path.resolve("esup.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                lock.release();
            }
            return lock == null;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    static Failure failure(Path path, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left")) {
            return new Failure(
                    "The disk of the data directory " + path + " is full; free some space and start again.", e);
        }
        return new Failure(
                "The data directory " + path + " cannot be written; check its rights or set ESUP_DATA (" + message
                        + ").",
                e);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void prepare(Path path) throws IOException {
        Files.createDirectories(path);
        // Keys, passwords and boot commands: the directory is its owner's alone.
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        Path probe = Files.createTempFile(path, "write", ".probe");
        Files.delete(probe);
        for (String folder : new String[] {"keys", "logs", "runtime"}) {
            Files.createDirectories(path.resolve(folder));
        }
    }

    private static void checkSpace(Path path, int minimum) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace() >> 20;
        if (free < minimum) {
            throw new Failure("The disk of the data directory " + path + " is full: " + free + " MB are free and "
                    + minimum + " are needed; free some space, or lower ESUP_MINIMUM_FREE_MB.");
        }
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve("format");
        if (!Files.exists(file)) {
            Files.writeString(file, FORMAT + "\n");
            return;
        }
        String text = Files.readString(file).strip();
        if (!text.equals(Integer.toString(FORMAT))) {
            throw new Failure("The data directory " + path + " was written by a newer version of esup (format " + text
                    + ", this one knows " + FORMAT + "); start that version.");
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** The passwords of the embedded database: made at the first start, kept readable for the owner alone. */
    static Map<String, String> secrets(Path path) {
        Path file = path.resolve("secrets.properties");
        try {
            Properties properties = new Properties();
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
            } else if (Files.exists(path.resolve("postgres"))) {
                throw new Failure("The file " + file + " with the passwords of the embedded database is missing; "
                        + "put it back, or restore a backup into an empty data directory.");
            } else {
                for (String name : new String[] {"postgres", "esup_owner", "esup_app"}) {
                    properties.setProperty(name, secret());
                }
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                    properties.store(writer, "passwords of the embedded database");
                }
            }
            return Map.of(
                    "postgres", properties.getProperty("postgres"),
                    "esup_owner", properties.getProperty("esup_owner"),
                    "esup_app", properties.getProperty("esup_app"));
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            // The process ends now, and the lock with it.
        }
    }
}
