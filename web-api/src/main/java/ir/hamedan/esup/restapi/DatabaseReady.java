package ir.hamedan.esup.restapi;

import ir.hamedan.esup.database.Schemas;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers and has the schemas of this version; the schemas are compared until they fit once. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private static final int SECONDS_TO_ANSWER = 5;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    private volatile boolean migrated;

    @Override
    public HealthCheckResponse call() {
        try {
            if (!answers()) {
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
        } catch (SQLException | RuntimeException e) {
            // Whoever asks is not told how the database is reached.
            return down("the database cannot be asked");
        }
    }

    private boolean answers() throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        }
    }

    private static HealthCheckResponse down(String why) {
        return HealthCheckResponse.named("database").down().withData("why", why).build();
    }
}
