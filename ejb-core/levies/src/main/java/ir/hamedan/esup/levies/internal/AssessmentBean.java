package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.levies.api.Assessment;
import ir.hamedan.esup.levies.api.LevyLoad;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/** The assessment on the container's connection and in its transaction. */
@Stateless
public class AssessmentBean implements Assessment {
    private static final int FIRST_YEAR = 1347;

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Clock clock;

    @Inject
    Event<Audited> audit;

    @Override
    @RolesAllowed({Roles.REVENUE_OFFICER, Roles.SYSTEM})
    public Report assess(int year, int region) {
        if (year < FIRST_YEAR || year > PersianDate.of(clock.instant()).year()) {
            throw Problem.invalid("levies.year-out-of-range", Integer.toString(year))
                    .at("year");
        }
        try (Connection connection = source.getConnection()) {
            Report report = new LevyLoad(connection, clock).assess(year, region);
            if (report.objects() == 0) {
                throw Problem.invalid("levies.region-without-objects", region).at("region");
            }
            audit.fire(Audited.of(
                    "levies.assessed",
                    year + "/" + region,
                    Map.of(
                            "objects", Long.toString(report.objects()),
                            "posted", Long.toString(report.posted()),
                            "withoutPrice", Long.toString(report.withoutPrice()),
                            "sum", report.sum().toString())));
            return report;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
