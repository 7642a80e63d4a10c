import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Work done by several threads as fast as they can, one arm after another. */
public final class Arms implements AutoCloseable {
    static final int ROUNDS = 3;

    final ExecutorService pool = Executors.newFixedThreadPool(64);

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Middle, least and most of a few numbers, with two decimals. */
    static String spread(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return "%.2f (%.2f to %.2f)".formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /** Does it so often before anything is measured. */
    void warm(int times, int threads, IntSupplier work) throws Exception {
        AtomicInteger left = new AtomicInteger(times);
        all(threads, () -> {
            while (left.decrementAndGet() >= 0) {
                work.getAsInt();
            }
            return 0;
        });
    }

    /** As fast as so many threads can: how many a second. */
    double rate(int threads, int seconds, IntSupplier work) throws Exception {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        int done = all(threads, () -> {
            int count = 0;
            while (System.nanoTime() < end) {
                count += work.getAsInt();
            }
            return count;
        });
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private int all(int threads, IntSupplier work) throws Exception {
        List<Future<Integer>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(pool.submit(work::getAsInt));
        }
        int sum = 0;
        for (Future<Integer> each : running) {
            sum += each.get();
        }
        return sum;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
