package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps one address from trying pairs of ids, or having papers checked, without end. The count is one with that of the
 * interface for machines, so that nobody gets two portions.
 */
@ApplicationScoped
public class Limits {
    /** Nobody writes more than that with care. */
    private static final int REPORTS_PER_MINUTE = 5;

    @Inject
    Rates rates;

    @Inject
    @ConfigProperty(name = "esup.api.public-per-minute", defaultValue = "600")
    int perMinute;

    /** Counts one request; {@code citizen.too-often} when it is one too many. */
    public void count() {
        if (!rates.allows("public", perMinute)) {
            throw Problem.tooMany("citizen.too-often");
        }
    }

    /** Counts a report of an error, of which one address files few. */
    public void countReport() {
        count();
        if (!rates.allows("report", REPORTS_PER_MINUTE)) {
            throw Problem.tooMany("citizen.too-often");
        }
    }
}
