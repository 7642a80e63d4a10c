package ir.hamedan.esup.launcher.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same from the same seed, on every machine. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True in so many of a thousand cases. */
    boolean inThousand(int cases) {
        return random.nextInt(1_000) < cases;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
