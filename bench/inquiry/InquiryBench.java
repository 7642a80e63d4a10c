import ir.hamedan.esup.signing.internal.RenderAndSign;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures {@code POST /api/inquiries} of clean parcels; see run. */
public final class InquiryBench {
    private static final int COUNTED = 20;
    private static final int WARM = 400;
    private static final int IN_FLIGHT = 4;

    /** Clean by what the register and the ledger say, and not asked about yet. */
    private static final String CLEAN = """
            select o.code, string_agg(format(
                '{"kind":"%s","id":"%s","name":"%s","share":"%s/%s"}',
                s.party_kind, s.party_id, s.name, s.numerator, s.denominator), ',' order by s.place)
            from (select o.code from parcels.land_object o
                where o.level = 'PARCEL' and o.retired_on is null and o.floor_area > 0
                and not o.garden and o.land_use <> 'GARDEN'
                and exists (select from parcels.building_certificate b where b.code = o.code
                    and b.kind in ('COMPLETION', 'NO_VIOLATION'))
                and not exists (select from inquiries.inquiry i where i.parcel = o.code)
                and not exists (select from parcels.lock l where split_part(l.code, '-', 1) || '-'
                    || split_part(l.code, '-', 2) || '-' || split_part(l.code, '-', 3)
                    = split_part(o.code, '-', 1) || '-' || split_part(o.code, '-', 2) || '-'
                    || split_part(o.code, '-', 3) and (l.code = o.code or l.code like '%-0-0-0-0'))
                and not exists (select from ledger.file f
                    join ledger.demand d on d.file = f.number and d.settled < d.principal
                    where f.sort_key >= left(o.sort_key, 24) and f.sort_key < left(o.sort_key, 24) || 'x')
                order by md5(o.code)) as o
            join parcels.owner_share s on s.owner_set = (select max(t.id) from parcels.owner_set t where t.code = o.code)
            group by o.code order by md5(o.code)""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final Path data;
    private final ProductDatabase database;
    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private volatile String token = "";

    private InquiryBench(String base, Path data) {
        this.base = base;
        this.data = data;
        this.database = new ProductDatabase(data);
    }

    public static void main(String[] arguments) throws Exception {
        new InquiryBench(arguments[0], Path.of(arguments[1])).measure(Integer.parseInt(arguments[2]));
    }

    private void measure(int seconds) throws Exception {
        readParcels();
        System.out.printf("%,d clean parcels to ask about, %d processors%n", bodies.size(), Arms.processors());
        RenderAndSign floor = new RenderAndSign(Files.createDirectories(data.resolve("bench-keys")));
        AtomicLong serial = new AtomicLong();
        IntSupplier ask = () -> ask() ? 1 : 0;
        IntSupplier sign = () -> floor.make(serial.incrementAndGet()) > 0 ? 1 : 0;
        try (Arms arms = new Arms()) {
            renew();
            arms.warm(WARM, IN_FLIGHT, ask);
            arms.warm(WARM, Arms.processors(), sign);
            double[] ratios = new double[Arms.ROUNDS];
            double peak = 0;
            for (int round = 0; round < ratios.length; round++) {
                renew();
                double asked = arms.rate(IN_FLIGHT, seconds, ask);
                double signed = arms.rate(Arms.processors(), seconds, sign);
                ratios[round] = asked / signed;
                peak = Math.max(peak, asked);
                System.out.printf(
                        "round %d: %.1f inquiries/s, %.1f render-and-sign/s, ratio %.2f%n",
                        round + 1, asked, signed, ratios[round]);
            }
            System.out.printf("ratio: median %s, failures %d%n", Arms.spread(ratios), failures.getAndSet(0));
            openLoop(arms.pool, peak / 2, 2 * seconds);
            statements();
        }
    }

    /** At a fixed rate, whatever the answers do; a request that had to wait for its thread counts the wait. */
    private void openLoop(ExecutorService pool, double perSecond, int seconds) throws Exception {
        renew();
        List<Double> latencies = Collections.synchronizedList(new ArrayList<>());
        List<Future<?>> running = new ArrayList<>();
        int count = (int) (perSecond * seconds);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            running.add(pool.submit(() -> {
                if (ask()) {
                    latencies.add((System.nanoTime() - due) / 1e6);
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        List<Double> sorted = new ArrayList<>(latencies);
        Collections.sort(sorted);
        System.out.printf(
                "open loop, %.1f/s for %d s: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, most %.0f ms, answers %d, failures %d%n",
                perSecond, seconds, at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1), sorted.size(),
                failures.get());
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
    }

    /** Counts the statements of the application, less an idle moment's. */
    private void statements() throws Exception {
        database.logging(() -> {
            long idleFrom = database.logEnd();
            long began = System.nanoTime();
            Thread.sleep(10_000);
            double idlePerNano = database.statements(idleFrom) / (double) (System.nanoTime() - began);
            long from = database.logEnd();
            began = System.nanoTime();
            for (int i = 0; i < COUNTED; i++) {
                ask();
            }
            double counted = database.statements(from) - idlePerNano * (System.nanoTime() - began);
            Files.writeString(data.resolve("statements.log"), database.logged(from));
            System.out.printf(
                    "statements: %.1f an inquiry (text of them all in %s)%n",
                    counted / COUNTED, data.resolve("statements.log"));
        });
    }

    private void readParcels() throws Exception {
        String rest = """
                ],"transferees":[{"kind":"PERSON","id":"7401003716","name":"نیما نوری","share":"1"}],
                "letter":{"number":"1405/17","date":"%s"}}""".formatted(LocalDate.now());
        try (Connection connection = database.connect("postgres");
                PreparedStatement statement = connection.prepareStatement(CLEAN);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                bodies.add("{\"parcel\":\"" + row.getString(1) + "\",\"deal\":\"SALE\",\"transferors\":["
                        + row.getString(2) + rest);
            }
        }
    }

    private boolean ask() {
        String body = bodies.poll();
        if (body == null) {
            throw new IllegalStateException("All clean parcels are asked about; throw " + data + " away");
        }
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/inquiries"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", run + "-" + body.hashCode())
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            boolean issued = answer.statusCode() == 201 && answer.body().contains("\"state\":\"ISSUED\"");
            if (!issued && failures.getAndIncrement() < 5) {
                System.out.println(answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(300, answer.body().length())));
            }
            return issued;
        } catch (Exception e) {
            failures.incrementAndGet();
            return false;
        }
    }

    private void renew() throws Exception {
        String demo = Files.readString(data.resolve("demo.json"));
        Matcher client = Pattern.compile(
                        "\\{[^{}]*\"id\"\\s*:\\s*\"([^\"]+)\"[^{}]*\"secret\"\\s*:\\s*\"([^\"]+)\"[^{}]*NOTARY[^{}]*}")
                .matcher(demo.substring(demo.indexOf("\"clients\"")));
        if (!client.find()) {
            throw new IllegalStateException("demo.json names no client of a notary office");
        }
        String basic = Base64.getEncoder()
                .encodeToString((client.group(1) + ":" + client.group(2)).getBytes(StandardCharsets.UTF_8));
        String answer = this.client
                .send(
                        HttpRequest.newBuilder(URI.create(base + "/api/token"))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher found = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException(answer);
        }
        token = found.group(1);
    }
}
