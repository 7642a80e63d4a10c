import ir.hamedan.esup.e2e.RuleAnswers;
import ir.hamedan.esup.e2e.RunningCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The rules of a parcel over HTTP, by code and by point, beside pgbench with the statements that the product asks for the same
 * parcels, and beside a bare endpoint that gives as many bytes; by turns. See run.
 */
public final class RulesBench {
    private static final int PARCELS = 100;
    private static final int WARM = 12_000;
    private static final int CLIENTS = 4;

    /** Facts older than this are kept by the product; every question of {@link #fresh} is still one nobody asked before. */
    private static final int SETTLED_SECONDS = 120;

    private static final int OLDEST_SECONDS = 480;

    private final URI product;
    private final URI bare;
    private final Path data;
    private final ProductDatabase database;
    private final List<RuleAnswers.Drawn> parcels;
    private final Instant settled = Instant.now().minusSeconds(SETTLED_SECONDS);
    private final AtomicLong serial = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private final Queue<Caller> toProduct = new ConcurrentLinkedQueue<>();
    private final Queue<Caller> toBare = new ConcurrentLinkedQueue<>();

    private RulesBench(URI product, URI bare, Path data) {
        this.product = product;
        this.bare = bare;
        this.data = data;
        this.database = new ProductDatabase(data);
        List<RuleAnswers.Drawn> drawn = new ArrayList<>(new RuleAnswers(RunningCity.open()).drawn());
        Collections.shuffle(drawn, new Random(1));
        this.parcels = drawn.subList(0, PARCELS);
    }

    public static void main(String[] arguments) throws Exception {
        new RulesBench(URI.create(arguments[0]), URI.create(arguments[1]), Path.of(arguments[2]))
                .measure(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
    }

    /** Questions go back in time from the settled instant; a city that was loaded after them had no rules then. */
    private void requireOldEnough() {
        Instant first = settled.minusSeconds(OLDEST_SECONDS);
        if (!ask(toProduct, product, byCode(parcels.get(0), first), "", 200)) {
            throw new IllegalStateException("the demo city was loaded only now; run this again in ten minutes");
        }
    }

    private void measure(int seconds, int rounds) throws Exception {
        requireOldEnough();
        Files.write(data.resolve("answer.json"), typical());
        PgBench pgbench = new PgBench(database, data.resolve("pgbench"));
        database.logging(() -> {
            for (RuleAnswers.Drawn parcel : parcels) {
                long from = database.logEnd();
                require(ask(toProduct, product, byCode(parcel, fresh()), "", 200));
                pgbench.add("code", database.logged(from));
                from = database.logEnd();
                require(ask(toProduct, product, byPoint(parcel, fresh()), "", 200));
                pgbench.add("point", database.logged(from));
            }
        });
        System.out.printf(
                "%d parcels, answers of about %,d bytes; statements an answer: %.1f by code, %.1f by point%n",
                PARCELS, Files.size(data.resolve("answer.json")), pgbench.statements("code"), pgbench.statements("point"));
        try (Arms arms = new Arms()) {
            compare(arms, pgbench, seconds, rounds);
        }
        System.out.println("failures " + failures);
    }

    private void compare(Arms arms, PgBench pgbench, int seconds, int rounds) throws Exception {
        Supplier<Boolean> code = () -> ask(toProduct, product, byCode(any(), fresh()), "", 200);
        Supplier<Boolean> point = () -> ask(toProduct, product, byPoint(any(), fresh()), "", 200);
        Supplier<Boolean> kept = () -> ask(toProduct, product, byCode(any(), settled), "", 200);
        Supplier<Boolean> floor = () -> ask(toBare, bare, "/bare/api/answer", "", 200);
        List<Tagged> tagged = tagged();
        Supplier<Boolean> same = () -> {
            Tagged one = tagged.get(ThreadLocalRandom.current().nextInt(tagged.size()));
            return ask(toProduct, product, byCode(one.parcel(), settled), one.tag(), 304);
        };
        Supplier<Boolean> bareSame = () -> ask(toBare, bare, "/bare/api/answer", "\"same\"", 304);
        for (Supplier<Boolean> arm : List.of(code, point, kept, floor, same, bareSame)) {
            hangUp();
            arms.warm(WARM, CLIENTS, () -> arm.get() ? 1 : 0);
        }
        double[][] ratios = new double[5][rounds];
        for (int round = 0; round < rounds; round++) {
            double byCode = rate(arms, seconds, code);
            double sqlByCode = pgbench.rate("code", CLIENTS, seconds);
            double byPoint = rate(arms, seconds, point);
            double sqlByPoint = pgbench.rate("point", CLIENTS, seconds);
            double cached = rate(arms, seconds, kept);
            double endpoint = rate(arms, seconds, floor);
            double notModified = rate(arms, seconds, same);
            double endpointSame = rate(arms, seconds, bareSame);
            System.out.printf(
                    "round %d, a second: by code %,.0f, its SQL %,.0f; by point %,.0f, its SQL %,.0f; kept %,.0f, bare %,.0f;"
                            + " not modified %,.0f, bare %,.0f%n",
                    round + 1, byCode, sqlByCode, byPoint, sqlByPoint, cached, endpoint, notModified, endpointSame);
            double[] found = {
                byCode / sqlByCode, byPoint / sqlByPoint, byCode / byPoint, cached / endpoint, notModified / endpointSame
            };
            for (int i = 0; i < found.length; i++) {
                ratios[i][round] = found[i];
            }
        }
        Aims.tell("by code beside pgbench", ratios[0], ">= 0.35");
        Aims.tell("by point beside pgbench", ratios[1], ">= 0.35");
        Aims.tell("time by point beside by code", ratios[2], "<= 1.3");
        Aims.tell("a kept answer beside a bare endpoint", ratios[3], ">= 0.8");
        Aims.tell("not modified beside a bare endpoint", ratios[4], ">= 0.8");
    }

    private double rate(Arms arms, int seconds, Supplier<Boolean> arm) throws Exception {
        hangUp();
        return arms.rate(CLIENTS, seconds, () -> arm.get() ? 1 : 0);
    }

    /** What was idle while the other arms had their turn may be closed by now. */
    private void hangUp() throws IOException {
        for (Queue<Caller> kept : List.of(toProduct, toBare)) {
            for (Caller caller = kept.poll(); caller != null; caller = kept.poll()) {
                caller.close();
            }
        }
    }

    private RuleAnswers.Drawn any() {
        return parcels.get(ThreadLocalRandom.current().nextInt(PARCELS));
    }

    /** An instant nobody has asked about yet. */
    private Instant fresh() {
        return settled.minusNanos(1_000_000 * serial.incrementAndGet());
    }

    private static String byCode(RuleAnswers.Drawn parcel, Instant known) {
        return "/api/parcels/" + parcel.code() + "/rules?known=" + known;
    }

    private static String byPoint(RuleAnswers.Drawn parcel, Instant known) {
        return "/api/rules?lat=%.7f&lon=%.7f&known=%s".formatted(parcel.latitude(), parcel.longitude(), known);
    }

    private byte[] typical() throws IOException {
        List<byte[]> answers = new ArrayList<>();
        try (Caller caller = new Caller(product)) {
            for (RuleAnswers.Drawn parcel : parcels) {
                answers.add(caller.get(byCode(parcel, settled), ""));
            }
        }
        answers.sort(Comparator.comparingInt(answer -> answer.length));
        return answers.get(PARCELS / 2);
    }

    private record Tagged(RuleAnswers.Drawn parcel, String tag) {}

    /** Where the book refers to the commission there is no tag: such an answer is always given whole. */
    private List<Tagged> tagged() throws IOException {
        List<Tagged> tagged = new ArrayList<>();
        try (Caller caller = new Caller(product)) {
            for (RuleAnswers.Drawn parcel : parcels) {
                caller.get(byCode(parcel, settled), "");
                if (!caller.tag().isEmpty()) {
                    tagged.add(new Tagged(parcel, caller.tag()));
                }
            }
        }
        return tagged;
    }

    /** Connections are kept for the next who asks. */
    private boolean ask(Queue<Caller> kept, URI base, String path, String tag, int wanted) {
        try {
            Caller caller = kept.poll();
            caller = caller == null ? new Caller(base) : caller;
            byte[] answer = caller.get(path, tag);
            kept.add(caller);
            // Where the book refers to the commission the answer says so by its status, and is as long.
            boolean right = caller.status() == wanted || wanted == 200 && caller.status() == 422;
            if (!right && failures.getAndIncrement() < 5) {
                System.out.println(path + " " + caller.status() + " " + new String(answer, 0, Math.min(300, answer.length)));
            }
            return right;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(boolean answered) {
        if (!answered) {
            throw new IllegalStateException("the product does not answer");
        }
    }
}
