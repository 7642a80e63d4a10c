package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.people.api.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The counts of one minute, of this node alone; with too many callers at once they begin anew. */
@ApplicationScoped
public class RatesBean implements Rates {
    private static final int MOST_CALLERS = 100_000;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long minute;

    @Override
    public boolean allows(String what, int mostPerMinute) {
        return allows(what, caller.address(), mostPerMinute);
    }

    @Override
    public boolean allows(String what, String who, int mostPerMinute) {
        long now = clock.millis() / 60_000;
        if (now != minute || counts.size() > MOST_CALLERS) {
            minute = now;
            counts.clear();
        }
        return counts.computeIfAbsent(what + " " + who, key -> new AtomicInteger())
                        .incrementAndGet()
                <= mostPerMinute;
    }
}
