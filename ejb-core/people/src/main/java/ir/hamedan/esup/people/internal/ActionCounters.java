package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts at /metrics what stands in the journal, of this node since its start: whatever a module does that is worth an
 * audit row, a certificate or a booked payment, is worth a counter, and gets one without asking for it.
 */
@ApplicationScoped
class ActionCounters {
    /** What a stranger tried; a word of the caller's would make a counter each. */
    enum Stranger {
        PAGE,
        TOKEN,
        CLIENT
    }

    @Inject
    Instance<MetricRegistry> registry;

    /** Counted when it is committed: what was rolled back was not done. */
    void done(@Observes(during = TransactionPhase.AFTER_SUCCESS) Audited news) {
        count("esup_actions_total", new Tag("action", news.action()));
    }

    /** Of what and why the journal knows: paths and names of callers would make a counter each. */
    void refused() {
        count("esup_refusals_total");
    }

    /**
     * Of callers nobody knows: a forbidden page without a login, a forged or expired token, the secret of a client that
     * does not exist. They get no row in the journal, or anybody could fill it.
     */
    void refused(Stranger what) {
        count("esup_stranger_refusals_total", new Tag("what", what.name().toLowerCase(Locale.ROOT)));
    }

    private void count(String name, Tag... tags) {
        if (registry != null && registry.isResolvable()) {
            registry.get().counter(name, tags).inc();
        }
    }
}
