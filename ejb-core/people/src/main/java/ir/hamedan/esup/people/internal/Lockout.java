package ir.hamedan.esup.people.internal;

import java.time.Duration;

/**
 * How long the next try must wait after so many failures in a row: nothing at first, then half a minute, doubled by each
 * further failure up to a limit. Growing delays make guessing hopeless and keep a person who mistyped from being shut out
 * for long by anybody who knows the name.
 *
 * @param free failures without a delay
 * @param longest limit of the delay
 */
record Lockout(int free, Duration longest) {
    /** Five tries a name, then at most a quarter of an hour. */
    static final Lockout OF_NAME = new Lockout(5, Duration.ofMinutes(15));
    /** A whole office may sit behind one address. */
    static final Lockout OF_ADDRESS = new Lockout(30, Duration.ofMinutes(15));
    /** A machine does not mistype; its secret cannot be guessed anyhow. */
    static final Lockout OF_CLIENT = new Lockout(10, Duration.ofMinutes(15));
    /** Failures are forgotten after a day without a further one. */
    static final Duration MEMORY = Duration.ofDays(1);

    private static final Duration FIRST = Duration.ofSeconds(30);

    static Lockout of(String subject) {
        if (subject.startsWith("address:")) {
            return OF_ADDRESS;
        }
        return subject.startsWith("client:") ? OF_CLIENT : OF_NAME;
    }

    Duration after(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        // 2^10 times half a minute is above any limit.
        Duration grown = FIRST.multipliedBy(1L << Math.min(failures - free, 10));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
