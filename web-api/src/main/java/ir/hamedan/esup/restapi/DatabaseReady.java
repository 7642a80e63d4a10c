package ir.hamedan.esup.restapi;

import ir.hamedan.esup.database.Schemas;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has the schemas of this version; the schemas are compared until they fit once. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final int SECONDS_TO_ANSWER = 5;

    private volatile boolean migrated;

    @Override
    @SuppressWarnings("BanJNDI") // a constant name of our own
    public HealthCheckResponse call() {
        try {
            // Looked up, not injected: the endpoint runs in the component of whichever application owns the root.
            DataSource source = InitialContext.doLookup("jdbc/esup");
            if (!answers(source)) {
                return down("the database does not answer");
            }
            if (!migrated) {
                Optional<String> mismatch = new Schemas(getClass().getClassLoader()).mismatch(source);
                if (mismatch.isPresent()) {
                    return down(mismatch.get());
                }
                migrated = true;
            }
            return HealthCheckResponse.up("database");
        } catch (SQLException | NamingException | RuntimeException e) {
            // Whoever asks is not told how the database is reached.
            return down("the database cannot be asked");
        }
    }

    private static boolean answers(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        }
    }

    private static HealthCheckResponse down(String why) {
        return HealthCheckResponse.named("database").down().withData("why", why).build();
    }
}
