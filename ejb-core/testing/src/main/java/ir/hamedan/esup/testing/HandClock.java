package ir.hamedan.esup.testing;

import ir.hamedan.esup.kernel.PersianDate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock a test moves by hand; its zone is Tehran's. */
public final class HandClock extends Clock {
    private volatile Instant now;

    public HandClock(Instant start) {
        this.now = start;
    }

    public void set(Instant to) {
        now = to;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return PersianDate.TEHRAN;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
