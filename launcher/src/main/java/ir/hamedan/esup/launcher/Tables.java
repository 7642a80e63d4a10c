package ir.hamedan.esup.launcher;

import ir.hamedan.esup.database.Schemas;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables and sequences of the modules, as the catalogue of PostgreSQL knows them. */
final class Tables {
    /**
     * A table with data of its own.
     *
     * @param name qualified and quoted
     * @param columns what can be written, by commas
     */
    record Table(String name, String columns) {}

    private static final String SCHEMAS =
            Schemas.MODULES.stream().map(module -> "'" + module + "'").collect(Collectors.joining(","));

    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** Each table after those its foreign keys point to, so that it can be loaded in this order. */
    static List<Table> inOrder(Connection connection) throws SQLException {
        Tables tables = new Tables(connection);
        Map<String, String> columns = tables.columns();
        Map<String, Set<String>> targets = tables.targets();
        Set<String> ordered = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(columns.keySet());
        while (!open.isEmpty()) {
            boolean progress = open.removeIf(name -> {
                boolean free = ordered.containsAll(targets.getOrDefault(name, Set.of()));
                if (free) {
                    ordered.add(name);
                }
                return free;
            });
            if (!progress) {
                throw new IllegalStateException("foreign keys in a circle: " + open);
            }
        }
        return ordered.stream().map(name -> new Table(name, columns.get(name))).toList();
    }

    private Map<String, String> columns() throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        read(
                "select format('%I.%I', n.nspname, c.relname),"
                        + " string_agg(format('%I', a.attname), ',' order by a.attnum)"
                        + " from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                        + " and a.attgenerated = ''"
                        + " where n.nspname in (" + SCHEMAS + ") and c.relkind in ('r', 'p') and not c.relispartition"
                        + " and c.relname <> 'schema_history' group by 1",
                row -> columns.put(row.getString(1), row.getString(2)));
        return columns;
    }

    private Map<String, Set<String>> targets() throws SQLException {
        Map<String, Set<String>> targets = new TreeMap<>();
        read(
                "select format('%I.%I', n.nspname, c.relname), format('%I.%I', fn.nspname, f.relname)"
                        + " from pg_constraint k join pg_class c on c.oid = k.conrelid"
                        + " join pg_namespace n on n.oid = c.relnamespace join pg_class f on f.oid = k.confrelid"
                        + " join pg_namespace fn on fn.oid = f.relnamespace"
                        + " where k.contype = 'f' and k.conrelid <> k.confrelid and k.conparentid = 0"
                        + " and n.nspname in (" + SCHEMAS + ")",
                row -> targets.computeIfAbsent(row.getString(1), name -> new LinkedHashSet<>())
                        .add(row.getString(2)));
        return targets;
    }

    /** Last value and whether it was given out, by the qualified name. */
    Map<String, String> sequences() throws SQLException {
        List<String> names = new ArrayList<>();
        read(
                "select format('%I.%I', schemaname, sequencename) from pg_sequences where schemaname in (" + SCHEMAS
                        + ")",
                row -> names.add(row.getString(1)));
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            read(
                    "select last_value, is_called from " + name,
                    row -> values.put(name, row.getLong(1) + " " + row.getBoolean(2)));
        }
        return values;
    }

    boolean empty(Table table) throws SQLException {
        boolean[] found = new boolean[1];
        read("select exists (select 1 from " + table.name() + ")", row -> found[0] = row.getBoolean(1));
        return !found[0];
    }

    private void read(String query, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                reader.read(result);
            }
        }
    }

    /** Takes one row. */
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }
}
