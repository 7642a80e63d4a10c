package ir.hamedan.esup.parcels.internal;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** Rows on their way into the staging tables by COPY, some megabytes at a time for each table. */
public final class CopyStage {
    private static final int CHUNK = 1 << 20;

    private final Connection connection;
    private final Map<String, StringBuilder> buffers = new LinkedHashMap<>();

    public CopyStage(Connection connection) {
        this.connection = connection;
    }

    /** A row of the table; null is null. */
    public void row(String table, String... fields) throws SQLException {
        StringBuilder buffer = buffers.computeIfAbsent(table, t -> new StringBuilder());
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(buffer, fields[i]);
        }
        buffer.append('\n');
        if (buffer.length() > CHUNK) {
            flush(table, buffer);
        }
    }

    private static void append(StringBuilder buffer, String field) {
        if (field == null) {
            buffer.append("\\N");
            return;
        }
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    public void flush() throws SQLException {
        for (Map.Entry<String, StringBuilder> entry : buffers.entrySet()) {
            flush(entry.getKey(), entry.getValue());
        }
    }

    private void flush(String table, StringBuilder buffer) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy pg_temp.parcels_" + table + " from stdin", new StringReader(buffer.toString()));
            buffer.setLength(0);
        } catch (IOException e) {
            throw new SQLException("staging " + table, e);
        }
    }
}
