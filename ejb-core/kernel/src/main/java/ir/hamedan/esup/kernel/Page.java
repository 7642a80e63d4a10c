package ir.hamedan.esup.kernel;

import java.util.List;
import java.util.function.Function;

/** One page of a list that may be long. */
public record Page<T>(List<T> rows, long total, Request request) {
    /** The largest page anybody may ask for. */
    public static final int LARGEST = 200;

    /** Which page is asked for: its number counts from 0. */
    public record Request(int number, int size) {
        public Request {
            if (number < 0 || number > 1_000_000 || size < 1 || size > LARGEST) {
                throw Problem.invalid("kernel.page.out-of-range", number, size);
            }
        }

        public long offset() {
            return (long) number * size;
        }
    }

    public Page {
        rows = List.copyOf(rows);
    }

    /** The part asked for of a list that is there as a whole. */
    public static <T> Page<T> part(List<T> all, Request request) {
        int from = (int) Math.min(request.offset(), all.size());
        int to = Math.min(from + request.size(), all.size());
        return new Page<>(all.subList(from, to), all.size(), request);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(rows.stream().map(change).toList(), total, request);
    }

    public long pages() {
        return Math.max(1, -Math.floorDiv(-total, (long) request.size()));
    }

    public boolean hasNext() {
        return request.number() + 1 < pages();
    }
}
