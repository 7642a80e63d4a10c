package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.people.api.Rates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The counts of one minute, of this node alone; with too many addresses at once they begin anew. */
@ApplicationScoped
public class RatesBean implements Rates {
    private static final int MOST_ADDRESSES = 100_000;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long minute;

    @Override
    public boolean allows(String what, int mostPerMinute) {
        long now = clock.millis() / 60_000;
        if (now != minute || counts.size() > MOST_ADDRESSES) {
            minute = now;
            counts.clear();
        }
        String who = what + " " + caller.address();
        return counts.computeIfAbsent(who, key -> new AtomicInteger()).incrementAndGet() <= mostPerMinute;
    }
}
