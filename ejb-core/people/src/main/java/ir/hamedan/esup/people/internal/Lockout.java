package ir.hamedan.esup.people.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the next try must wait after so many failures in a row: nothing at first, then half a minute, doubled by each
 * further failure up to a limit. Growing delays make guessing hopeless and keep a person who mistyped from being shut out
 * for long by anybody who knows the name.
 *
 * @param free failures without a delay
 * @param longest limit of the delay
 * @param decay the time in which one failure is forgotten; zero when only a success or a quiet day forgets them
 */
record Lockout(int free, Duration longest, Duration decay) {
    /** Five tries a name, then at most a quarter of an hour. */
    static final Lockout OF_NAME = new Lockout(5, Duration.ofMinutes(15), Duration.ZERO);
    /** A whole office may sit behind one address, where somebody mistypes every day: thirty an hour are forgotten. */
    static final Lockout OF_ADDRESS = new Lockout(30, Duration.ofMinutes(15), Duration.ofMinutes(2));
    /** A machine does not mistype; its secret cannot be guessed anyhow. */
    static final Lockout OF_CLIENT = new Lockout(10, Duration.ofMinutes(15), Duration.ofMinutes(6));
    /** All failures are forgotten after a day without a further one. */
    static final Duration MEMORY = Duration.ofDays(1);

    /** How the subject of an address begins. */
    static final String ADDRESS = "address:";

    private static final Duration FIRST = Duration.ofSeconds(30);

    static Lockout of(String subject) {
        if (subject.startsWith(ADDRESS)) {
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

    /** How many of the failures counted at {@code since} are still held against the subject. */
    int left(int failures, Instant since, Instant now) {
        if (since.isBefore(now.minus(MEMORY))) {
            return 0;
        }
        return (int) Math.max(0, failures - decayed(since, now));
    }

    /** The instant up to which forgetting is reckoned, so that a part of a step is not lost when a try is counted. */
    Instant reckoned(int failures, Instant since, Instant now) {
        return decay.isZero() || left(failures, since, now) == 0
                ? now
                : since.plus(decay.multipliedBy(decayed(since, now)));
    }

    private long decayed(Instant since, Instant now) {
        return decay.isZero() || now.isBefore(since)
                ? 0
                : Duration.between(since, now).dividedBy(decay);
    }
}
