package ir.hamedan.esup.people.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts at /metrics what was refused to callers nobody knows: a forbidden page without a login, a forged or expired
 * token, the secret of a client that does not exist. They get no row in the journal, or anybody could fill it.
 */
@ApplicationScoped
class Strangers {
    static final String PAGE = "page";
    static final String TOKEN = "token";
    static final String CLIENT = "client";

    @Inject
    Instance<MetricRegistry> registry;

    /** @param what one of the constants: a word of the caller's would make a counter each */
    void refused(String what) {
        if (registry != null && registry.isResolvable()) {
            registry.get()
                    .counter("esup_stranger_refusals_total", new Tag("what", what))
                    .inc();
        }
    }
}
