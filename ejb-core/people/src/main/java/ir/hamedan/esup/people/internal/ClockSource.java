package ir.hamedan.esup.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock of the product: the system's, moved by {@code esup.clock.offset} where a test or a rehearsal asks for it. */
@ApplicationScoped
public class ClockSource {
    @Inject
    @ConfigProperty(name = "esup.clock.offset", defaultValue = "PT0S")
    Duration offset;

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
