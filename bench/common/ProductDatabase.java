import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** The embedded database of a running product, and what is asked of it. */
public final class ProductDatabase {
    private static final Pattern EXECUTED = Pattern.compile("esup_app LOG:  execute [^:]*: (?<sql>.*)");
    private static final Pattern FRAME = Pattern.compile("(BEGIN|COMMIT|ROLLBACK|SET .*|SELECT 1)");

    private final Path data;

    ProductDatabase(Path data) {
        this.data = data;
    }

    /** Work that asks the product. */
    interface Work {
        void run() throws Exception;
    }

    private Properties secrets() throws Exception {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets;
    }

    String port() throws Exception {
        return Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid")).get(3).strip();
    }

    String password(String user) throws Exception {
        return secrets().getProperty(user);
    }

    Connection connect(String user) throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/esup", user, password(user));
    }

    /** Lets PostgreSQL log each statement as long as the work lasts. */
    void logging(Work work) throws Exception {
        try (Connection connection = connect("postgres")) {
            set(connection, "alter system set log_statement = 'all'");
            set(connection, "alter system set log_line_prefix = '%u '");
            set(connection, "select pg_reload_conf()");
            Thread.sleep(2_000);
            work.run();
        } finally {
            try (Connection connection = connect("postgres")) {
                set(connection, "alter system reset log_statement");
                set(connection, "alter system reset log_line_prefix");
                set(connection, "select pg_reload_conf()");
            }
        }
    }

    private static void set(Connection connection, String sql) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private Path log() {
        return data.resolve("logs").resolve("postgres.log");
    }

    /** Where the log ends now. */
    long logEnd() throws Exception {
        return Files.size(log());
    }

    /** What was logged since. */
    String logged(long from) throws Exception {
        byte[] all = Files.readAllBytes(log());
        return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    }

    /** How many statements of the application were logged since, without what only frames transactions. */
    long statements(long from) throws Exception {
        return logged(from)
                .lines()
                .map(EXECUTED::matcher)
                .filter(line -> line.matches() && !FRAME.matcher(line.group("sql")).matches())
                .count();
    }
}
