package ir.hamedan.esup.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a session of a portal lasts. */
@ApplicationScoped
public class SessionLimits {
    @Inject
    @ConfigProperty(name = "esup.session.idle", defaultValue = "PT15M")
    Duration idle;

    @Inject
    @ConfigProperty(name = "esup.session.absolute", defaultValue = "PT12H")
    Duration absolute;

    public Duration idle() {
        return idle;
    }

    boolean isIdle(PortalSession session, Instant now) {
        return now.isAfter(session.seenAt().plus(idle));
    }

    boolean isOver(PortalSession session, Instant now) {
        return now.isAfter(session.openedAt().plus(absolute));
    }
}
