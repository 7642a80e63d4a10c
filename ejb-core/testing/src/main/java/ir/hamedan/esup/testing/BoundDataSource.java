package ir.hamedan.esup.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A data source that hands out one and the same connection to everybody inside a transaction of the thread. */
@SuppressWarnings("ThreadLocalUsage") // one per database of a test, on purpose
final class BoundDataSource implements DataSource {
    private static final Set<String> LEFT_TO_THE_TRANSACTION =
            Set.of("commit", "rollback", "close", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

    private final DataSource source;
    private final ThreadLocal<Connection> bound = new ThreadLocal<>();

    BoundDataSource(DataSource source) {
        this.source = source;
    }

    <T> T transaction(Callable<T> work) {
        if (bound.get() != null) {
            return call(work);
        }
        try (Connection connection = source.getConnection()) {
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
        return connection == null ? source.getConnection() : borrowed(connection);
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
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
