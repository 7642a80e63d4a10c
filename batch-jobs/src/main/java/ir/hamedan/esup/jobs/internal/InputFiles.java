package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.kernel.Sql;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;

/** The inputs of runs, in the database, so that every node has them: in parts, and read part by part. */
final class InputFiles {
    private static final Logger LOG = Logger.getLogger(InputFiles.class.getName());
    private static final int PART = 1 << 18;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Sql sql;

    InputFiles(DataSource source) {
        this.sql = new Sql(source);
    }

    /** A file that was taken whole, aside on the disk of this node until it is kept or refused. */
    static final class Read implements AutoCloseable {
        private final Path path;
        private final String sha256;
        private final long size;
        private final long lines;

        private Read(Path path, String sha256, long size, long lines) {
            this.path = path;
            this.sha256 = sha256;
            this.size = size;
            this.lines = lines;
        }

        InputStream open() {
            try {
                return new BufferedInputStream(Files.newInputStream(path), PART);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String sha256() {
            return sha256;
        }

        long size() {
            return size;
        }

        long lines() {
            return lines;
        }

        @Override
        public void close() {
            delete(path);
        }
    }

    /** Reads part after part, each when it is needed. */
    private final class Parts extends InputStream {
        private final String sha256;
        private final int count;
        private int next;
        private InputStream part = InputStream.nullInputStream();

        Parts(String sha256) {
            this.sha256 = sha256;
            this.count = sql.one(
                    "select count(*)::integer as parts from jobs.input_part where sha256 = ?",
                    row -> row.integer("parts"),
                    sha256);
        }

        @Override
        public int read() throws IOException {
            int each = part.read();
            while (each < 0 && next < count) {
                turn();
                each = part.read();
            }
            return each;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = part.read(into, from, length);
            while (read < 0 && next < count) {
                turn();
                read = part.read(into, from, length);
            }
            return read;
        }

        private void turn() {
            part = new ByteArrayInputStream(sql.one(
                    "select bytes from jobs.input_part where sha256 = ? and part = ?",
                    row -> row.bytes("bytes"),
                    sha256,
                    next++));
        }
    }

    /**
     * Reads a file, unpacked when it is packed, and never more than the largest there may be.
     *
     * @throws Problem {@code jobs.file-empty}, {@code jobs.file-too-large} or {@code jobs.file-unreadable}
     */
    static Read read(JobKind kind, InputStream file) {
        Path path = null;
        try {
            path = Files.createTempFile("esup-input", null);
            return read(kind, path, file);
        } catch (IOException e) {
            delete(path);
            throw Problem.invalid("jobs.file-unreadable").because(e);
        } catch (RuntimeException e) {
            delete(path);
            throw e;
        }
    }

    private static Read read(JobKind kind, Path path, InputStream file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[PART];
        long size = 0;
        long lines = 0;
        byte last = '\n';
        try (OutputStream out = Files.newOutputStream(path)) {
            InputStream in = unpacked(new BufferedInputStream(file));
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > (long) kind.megabytes() << 20) {
                    throw Problem.tooLarge("jobs.file-too-large", kind.megabytes());
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = read > 0 ? buffer[read - 1] : last;
            }
        }
        if (size == 0) {
            throw Problem.invalid("jobs.file-empty");
        }
        return new Read(path, HexFormat.of().formatHex(digest.digest()), size, last == '\n' ? lines : lines + 1);
    }

    private static void delete(Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "an input could not be removed from the disk: " + path, e);
        }
    }

    private static InputStream unpacked(BufferedInputStream file) throws IOException {
        file.mark(2);
        int magic = file.read() << 8 | file.read();
        file.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(file) : file;
    }

    /** Keeps a file; one that is kept already stays as it is, and its parts come back when they were let go. */
    void keep(Read file, String name, Instant now, String by) {
        lock(file.sha256);
        sql.run("""
                insert into jobs.input_file (sha256, name, size, lines, stored_at, stored_by) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""", file.sha256, name, file.size, file.lines, now, by);
        try (InputStream in = file.open()) {
            int part = 0;
            for (byte[] bytes = in.readNBytes(PART); bytes.length > 0; bytes = in.readNBytes(PART)) {
                sql.run(
                        "insert into jobs.input_part (sha256, part, bytes) values (?, ?, ?) on conflict do nothing",
                        file.sha256,
                        part++,
                        bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name under which a file was handed in first. */
    String name(String sha256) {
        return sql.one("select name from jobs.input_file where sha256 = ?", row -> row.text("name"), sha256);
    }

    /** How long a file is, in bytes. */
    long size(String sha256) {
        return sql.one("select size from jobs.input_file where sha256 = ?", row -> row.number("size"), sha256);
    }

    /** The file from its beginning; each part is asked for when it is needed. */
    InputStream open(String sha256) {
        return new Parts(sha256);
    }

    /** Until the end of the transaction: a run that begins and one that ends must not overlook each other. */
    private void lock(String sha256) {
        sql.hold("jobs.input." + sha256);
    }

    /** Lets the parts go when no run needs them any more. */
    void letGo(String sha256) {
        lock(sha256);
        sql.run("""
                delete from jobs.input_part p where p.sha256 = ?
                    and not exists (select from jobs.job_run r where r.input = p.sha256 and r.state <> 'FINISHED')""", sha256);
    }
}
