package ir.hamedan.esup.inquiries.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The product's own counters at /metrics, of this node since its start. */
@ApplicationScoped
class Counters {
    @Inject
    Instance<MetricRegistry> registry;

    private final AtomicLong waiting = new AtomicLong();

    /** Inquiries that wait for money: a number that only grows says that nobody releases them. */
    void waiting(long releases) {
        waiting.set(releases);
        if (registry != null && registry.isResolvable()) {
            registry.get().gauge("esup_inquiries_releases_waiting", waiting::get);
        }
    }

    void filed(String state) {
        count("esup_inquiries_filed_total");
        switch (state) {
            case "ISSUED" -> {
                count("esup_inquiries_issued_instantly_total");
                answered(Duration.ZERO);
            }
            case "AWAITING_PAYMENT" -> count("esup_inquiries_awaiting_payment_total");
            default -> count("esup_inquiries_with_officer_total");
        }
    }

    void released(Instant filedAt, Instant now) {
        count("esup_inquiries_released_by_payment_total");
        answered(Duration.between(filedAt, now));
    }

    void answeredByOfficer(Instant filedAt, Instant now) {
        count("esup_inquiries_answered_by_officer_total");
        answered(Duration.between(filedAt, now));
    }

    void releaseFailed() {
        count("esup_inquiries_release_failed_total");
    }

    private void answered(Duration took) {
        if (registry != null && registry.isResolvable()) {
            registry.get().timer("esup_inquiries_time_to_answer").update(took);
        }
    }

    private void count(String name) {
        if (registry != null && registry.isResolvable()) {
            registry.get().counter(name).inc();
        }
    }
}
