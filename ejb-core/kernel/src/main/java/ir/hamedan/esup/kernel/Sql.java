package ir.hamedan.esup.kernel;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plain SQL on the data source of the container, in its running transaction: the one way to it where a set, a function
 * call or a lock is meant and an entity is not. Places are {@code ?}; values of this kernel are bound as their columns
 * are, collections of texts or numbers as arrays.
 */
public final class Sql {
    /** What PostgreSQL refused, with its SQL state and, when one was broken, the name of the constraint. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String state;

        Failure(String sql, SQLException cause) {
            super(cause.getMessage() + " in: " + sql, cause);
            this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
        }

        public String state() {
            return state;
        }

        /** A unique or exclusion constraint was broken: somebody was faster. */
        public boolean isDuplicate() {
            return state.equals("23505") || state.equals("23P01");
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** One row of a result, by column name. */
    public static final class Row {
        private final ResultSet result;

        Row(ResultSet result) {
            this.result = result;
        }

        /** The text, or null. */
        public String text(String column) throws SQLException {
            return result.getString(column);
        }

        public boolean bool(String column) throws SQLException {
            return result.getBoolean(column);
        }

        public int integer(String column) throws SQLException {
            return result.getInt(column);
        }

        public long number(String column) throws SQLException {
            return result.getLong(column);
        }

        public Rial rial(String column) throws SQLException {
            return new Rial(result.getLong(column));
        }

        public RenewalCode code(String column) throws SQLException {
            return RenewalCode.parse(result.getString(column));
        }

        public byte[] bytes(String column) throws SQLException {
            return result.getBytes(column);
        }

        /** The instant, or null. */
        public Instant instant(String column) throws SQLException {
            OffsetDateTime value = result.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
        }

        /** The day, or null. */
        public LocalDate date(String column) throws SQLException {
            return result.getObject(column, LocalDate.class);
        }

        public <E extends Enum<E>> E constant(Class<E> type, String column) throws SQLException {
            return Enum.valueOf(type, result.getString(column));
        }

        public List<String> texts(String column) throws SQLException {
            Array array = result.getArray(column);
            return array == null ? List.of() : List.of((String[]) array.getArray());
        }

        public boolean isNull(String column) throws SQLException {
            return result.getObject(column) == null;
        }
    }

    private final DataSource source;

    public Sql(DataSource source) {
        this.source = source;
    }

    /** All rows; the statement itself carries its limit. */
    public <T> List<T> list(String sql, Reader<T> reader, Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments);
                ResultSet result = statement.executeQuery()) {
            Row row = new Row(result);
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new Failure(sql, e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Reader<T> reader, Object... arguments) {
        List<T> rows = list(sql, reader, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /** The only row of a statement that always has one, such as a count or a function call. */
    public <T> T one(String sql, Reader<T> reader, Object... arguments) {
        return first(sql, reader, arguments).orElseThrow(() -> new IllegalStateException("no row from: " + sql));
    }

    /** Until the transaction ends nobody else holds the same name: what is done under it comes one after another. */
    public void hold(String name) {
        one("select pg_advisory_xact_lock(hashtextextended(?, 0)) is null as held", row -> row.bool("held"), name);
    }

    /** The pattern of {@code like} for what begins with the text: signs of {@code like} in it mean themselves. */
    public static String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** The same for what has the text in it. */
    public static String part(String text) {
        return "%" + beginning(text);
    }

    /** Runs a change and tells how many rows it touched. */
    public int run(String sql, Object... arguments) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failure(sql, e);
        }
    }

    /** Runs one change for many rows of values, in one round trip a batch. */
    public void runAll(String sql, Collection<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new Failure(sql, e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(connection, statement, arguments);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... arguments)
            throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, column(connection, arguments[i]));
        }
    }

    private static Object column(Connection connection, Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Rial rial) {
            return rial.amount();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> values) {
            boolean numbers = !values.isEmpty() && values.iterator().next() instanceof Number;
            return numbers
                    ? connection.createArrayOf("bigint", values.toArray())
                    : connection.createArrayOf(
                            "text", values.stream().map(Object::toString).toArray());
        }
        boolean asText = value instanceof RenewalCode
                || value instanceof NationalId
                || value instanceof LegalId
                || value instanceof PartyId
                || value instanceof BillId
                || value instanceof PaymentId
                || value instanceof PostalCode
                || value instanceof Mobile;
        return asText ? value.toString() : value;
    }
}
