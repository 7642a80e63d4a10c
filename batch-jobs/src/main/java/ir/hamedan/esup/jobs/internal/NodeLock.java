package ir.hamedan.esup.jobs.internal;

import ir.hamedan.esup.kernel.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * That a node lives: a connection of its own holds an advisory lock of its session, under a name that is never used
 * again. Short keepalives of the session free it some thirteen seconds after the host is gone; after a crash of the
 * process it is free at once.
 */
final class NodeLock implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 2;

    private static final List<String> SETTINGS =
            List.of("tcp_keepalives_idle = 5", "tcp_keepalives_interval = 2", "tcp_keepalives_count = 4");

    private static final String KEY = "hashtextextended('jobs.node.' || ?, 0)";

    private final Connection connection;
    private final String name = UUID.randomUUID().toString();

    NodeLock(DataSource source) throws SQLException {
        connection = source.getConnection();
        try (Statement statement = connection.createStatement();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(" + KEY + ")")) {
            for (String setting : SETTINGS) {
                statement.execute("set " + setting);
            }
            lock.setString(1, name);
            lock.execute();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    /** Whether the lock is still held: asked of the server, by the session that took it. */
    boolean isHeld() {
        try (PreparedStatement statement = connection.prepareStatement("""
                select exists (select from pg_locks where locktype = 'advisory' and granted and pid = pg_backend_pid()
                    and classid::bigint = (%1$s >> 32 & 4294967295) and objid::bigint = (%1$s & 4294967295)) as held""".formatted(KEY))) {
            statement.setQueryTimeout(SECONDS_TO_ANSWER);
            statement.setString(1, name);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            return false;
        }
    }

    /** Whether nobody holds the lock of that node any more; asked inside a transaction, which holds it until its end. */
    static boolean isDead(Sql sql, String node) {
        return sql.one("select pg_try_advisory_xact_lock(" + KEY + ") as free", row -> row.bool("free"), node);
    }

    /** Gives up the lock; the connection goes back as it came. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(" + KEY + ")")) {
            unlock.setString(1, name);
            unlock.execute();
            for (String setting : SETTINGS) {
                statement.execute("reset " + setting.substring(0, setting.indexOf(' ')));
            }
        }
    }
}
