package ir.hamedan.esup.launcher;

import ir.hamedan.esup.database.Schemas;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * One zip file with everything that is kept: each table as COPY text, all of one snapshot, the values of the sequences,
 * and the files of the data directory (keys above all); {@code manifest.properties} has the SHA-256 of each part and the
 * schema versions. It does not depend on the version of PostgreSQL, and needs none of its programs. The file holds the
 * keys of the office: it is readable for its owner alone, and is to be kept like them.
 */
final class Backup {
    static final int FORMAT = 1;
    static final String MANIFEST = "manifest.properties";

    private Backup() {}

    /** Writes beside the file and moves it there at the end, so that a half backup never has its name. */
    static void write(Path file, Path data, Database database) {
        Path absolute = file.toAbsolutePath();
        if (Files.exists(absolute)) {
            throw new Failure("The file " + absolute + " is there already; give the backup another name.");
        }
        Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
        // For a signal; what fails by itself cleans up below.
        part.toFile().deleteOnExit();
        try {
            refuseInside(data, absolute);
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(out);
                    Connection connection = database.owner().getConnection()) {
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                new Writer(zip, connection, data).all();
            }
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException e) {
            Failure failure = new Failure("The backup cannot be written to " + absolute + ": " + why(e), e);
            deleteAfter(failure, part);
            throw failure;
        }
    }

    /** A backup there would hold all earlier ones, and be lost with the directory it is for. */
    private static void refuseInside(Path data, Path file) throws IOException {
        Path folder = file.getParent();
        if (Files.isDirectory(folder) && folder.toRealPath().startsWith(data.toRealPath())) {
            throw new Failure("The backup " + file + " would lie in the data directory " + data
                    + ", which it is for; give it a place outside.");
        }
    }

    private static String why(Exception e) {
        return e instanceof NoSuchFileException ? "the folder is not there" : String.valueOf(e.getMessage());
    }

    private static void deleteAfter(Failure failure, Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static final class Writer {
        private final ZipOutputStream zip;
        private final Connection connection;
        private final Path data;
        private final Properties manifest = new Properties();

        Writer(ZipOutputStream zip, Connection connection, Path data) {
            this.zip = zip;
            this.connection = connection;
            this.data = data;
        }

        void all() throws IOException, SQLException {
            manifest.setProperty("format", Integer.toString(FORMAT));
            for (Tables.Table table : Tables.inOrder(connection)) {
                part("tables/" + table.name(), out -> copy(table, out));
            }
            new Tables(connection)
                    .sequences()
                    .forEach((name, value) -> manifest.setProperty("sequence." + name, value));
            new Schemas()
                    .versions(connection)
                    .forEach((module, version) -> manifest.setProperty("schema." + module, version));
            for (Map.Entry<String, Path> kept : files(data).entrySet()) {
                part("files/" + kept.getKey(), out -> Files.copy(kept.getValue(), out));
            }
            zip.putNextEntry(new ZipEntry(MANIFEST));
            manifest.store(zip, "esup backup");
            zip.closeEntry();
        }

        private void copy(Tables.Table table, OutputStream out) throws IOException, SQLException {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            copy.copyOut("copy (select " + table.columns() + " from " + table.name() + ") to stdout", out);
        }

        private void part(String name, Part part) throws IOException, SQLException {
            zip.putNextEntry(new ZipEntry(name));
            DigestOutputStream out = new DigestOutputStream(new Open(zip), sha256());
            part.write(out);
            out.flush();
            zip.closeEntry();
            manifest.setProperty(
                    "sha256." + name,
                    HexFormat.of().formatHex(out.getMessageDigest().digest()));
        }
    }

    /** What writes one part of the file. */
    private interface Part {
        void write(OutputStream out) throws IOException, SQLException;
    }

    /** The zip stream is closed once, at the end. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Keys, demo.json, settings: all but what the server makes anew and the passwords of this very database. */
    private static Map<String, Path> files(Path data) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(data)) {
            all.filter(Files::isRegularFile).forEach(file -> {
                Path relative = data.relativize(file);
                String top = relative.getName(0).toString();
                switch (top) {
                    case "postgres",
                            "payara",
                            "payara-server",
                            "runtime",
                            "logs",
                            "esup.lock",
                            "secrets.properties",
                            "format" -> {}
                    default -> files.put(relative.toString().replace('\\', '/'), file);
                }
            });
        }
        return files;
    }

    /** Reads the manifest and compares every part with its hash, before anything is changed. */
    static Properties verified(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new Failure("The file " + zip.getName() + " is no complete backup of esup.");
        }
        Properties manifest = new Properties();
        manifest.load(new ByteArrayInputStream(manifest(zip, entry)));
        if (!Integer.toString(FORMAT).equals(manifest.getProperty("format"))) {
            throw new Failure(
                    "The backup " + zip.getName() + " was written by a newer version of esup; restore it there.");
        }
        for (String name : manifest.stringPropertyNames()) {
            if (name.startsWith("sha256.")) {
                check(zip, name.substring("sha256.".length()), manifest.getProperty(name));
            }
        }
        return manifest;
    }

    /** The hashes vouch for the parts; for them the checksum of the zip does, which ZipFile does not look at. */
    private static byte[] manifest(ZipFile zip, ZipEntry entry) {
        CRC32 sum = new CRC32();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            sum.update(bytes);
            if (sum.getValue() == entry.getCrc()) {
                return bytes;
            }
        } catch (IOException e) {
            throw new Failure("The backup " + zip.getName() + " is damaged in " + MANIFEST + ".", e);
        }
        throw new Failure("The backup " + zip.getName() + " is damaged: " + MANIFEST + " is not what was written.");
    }

    private static void check(ZipFile zip, String name, String expected) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || name.contains("..")) {
            throw new Failure("The backup " + zip.getName() + " is damaged: " + name + " is missing.");
        }
        MessageDigest digest = sha256();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new Failure("The backup " + zip.getName() + " is damaged in " + name + ".", e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
            throw new Failure("The backup " + zip.getName() + " is damaged: " + name + " is not what was written.");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
