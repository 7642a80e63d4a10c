package ir.hamedan.esup.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Logger;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;

/**
 * A data source that hands out one and the same connection to everybody inside a transaction of the thread. Connections are
 * kept for the next who asks, as a container keeps them: to open one takes longer than most statements.
 */
@SuppressWarnings("ThreadLocalUsage") // one per database of a test, on purpose
final class BoundDataSource implements DataSource {
    private static final Set<String> LEFT_TO_THE_TRANSACTION =
            Set.of("commit", "rollback", "close", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private final PGConnectionPoolDataSource source;
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();
    private final Deque<PooledConnection> idle = new ConcurrentLinkedDeque<>();

    BoundDataSource(PGConnectionPoolDataSource source) {
        this.source = source;
    }

    private Connection open() throws SQLException {
        PooledConnection kept = idle.pollFirst();
        if (kept == null) {
            kept = source.getPooledConnection();
            kept.addConnectionEventListener(new ConnectionEventListener() {
                @Override
                public void connectionClosed(ConnectionEvent event) {
                    idle.addFirst((PooledConnection) event.getSource());
                }

                @Override
                public void connectionErrorOccurred(ConnectionEvent event) {
                    // The server has closed it: nobody gets it again.
                }
            });
        }
        return kept.getConnection();
    }

    /** Closes what nobody uses now; who asks later gets a new one. */
    void closeIdle() {
        for (PooledConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            try {
                kept.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    <T> T transaction(Callable<T> work) {
        if (bound.get() != null) {
            return call(work);
        }
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            bound.set(connection);
            try {
                T result = call(work);
                connection.commit();
                return result;
            } catch (RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                bound.remove();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = bound.get();
        return connection == null ? open() : borrowed(connection);
    }

    private static Connection borrowed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (LEFT_TO_THE_TRANSACTION.contains(method.getName())
                            && !(method.getName().equals("rollback") && arguments != null)) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("ir.hamedan.esup.testing");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
