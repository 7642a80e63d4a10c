package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.jobs.api.Jobs;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Sql;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;

/** The inputs of runs, in the database, so that every node has them: in parts, and read part by part. */
final class InputFiles {
    private static final int PART = 1 << 18;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final Sql sql;

    InputFiles(DataSource source) {
        this.sql = new Sql(source);
    }

    /** A file that was read whole, at most {@link Jobs#LARGEST_FILE} long. */
    static final class Read {
        private final byte[] bytes;

        private Read(byte[] bytes) {
            this.bytes = bytes;
        }

        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        long lines() {
            long lines = bytes[bytes.length - 1] == '\n' ? 0 : 1;
            for (byte each : bytes) {
                if (each == '\n') {
                    lines++;
                }
            }
            return lines;
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
    static Read read(InputStream file) {
        try {
            byte[] bytes = unpacked(new BufferedInputStream(file)).readNBytes(Jobs.LARGEST_FILE + 1);
            if (bytes.length == 0) {
                throw Problem.invalid("jobs.file-empty");
            }
            if (bytes.length > Jobs.LARGEST_FILE) {
                throw Problem.tooLarge("jobs.file-too-large", Jobs.LARGEST_FILE >> 20);
            }
            return new Read(bytes);
        } catch (IOException e) {
            throw Problem.invalid("jobs.file-unreadable").because(e);
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
        String sha256 = file.sha256();
        lock(sha256);
        sql.run("""
                insert into jobs.input_file (sha256, name, size, lines, stored_at, stored_by) values (?, ?, ?, ?, ?, ?)
                on conflict do nothing""", file.sha256(), name, (long) file.bytes.length, file.lines(), now, by);
        for (int from = 0, part = 0; from < file.bytes.length; from += PART, part++) {
            byte[] bytes = Arrays.copyOfRange(file.bytes, from, Math.min(from + PART, file.bytes.length));
            sql.run(
                    "insert into jobs.input_part (sha256, part, bytes) values (?, ?, ?) on conflict do nothing",
                    sha256,
                    part,
                    bytes);
        }
    }

    /** The file from its beginning; each part is asked for when it is needed. */
    InputStream open(String sha256) {
        return new Parts(sha256);
    }

    /** Until the end of the transaction: a run that begins and one that ends must not overlook each other. */
    private void lock(String sha256) {
        sql.one("select pg_advisory_xact_lock(hashtextextended('jobs.input.' || ?, 0))", row -> true, sha256);
    }

    /** Lets the parts go when no run needs them any more. */
    void letGo(String sha256) {
        lock(sha256);
        sql.run("""
                delete from jobs.input_part p where p.sha256 = ?
                    and not exists (select from jobs.job_run r where r.input = p.sha256 and r.state <> 'FINISHED')""", sha256);
    }
}
