package ir.hamedan.esup.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.PaymentOverHttp;
import ir.hamedan.esup.e2e.RunningCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Many who file inquiries and pay at once, and what they know of it outside the product. */
final class Rush {
    /** One notary's errand. */
    record Errand(JsonObject parcel, String key, boolean owing) {
        /** Every second payer never comes back from the provider. */
        private String mode() {
            return key.hashCode() % 2 == 0 ? "NORMAL" : "NO_RETURN";
        }
    }

    private final List<Errand> errands;
    private final Map<String, JsonObject> answered = new ConcurrentHashMap<>();
    private final Set<Errand> cutOffAsking = ConcurrentHashMap.newKeySet();
    private final Set<Errand> cutOffPaying = ConcurrentHashMap.newKeySet();

    Rush(List<Errand> errands) {
        this.errands = errands;
    }

    /** The answers that came, by the key of their errand. */
    Map<String, JsonObject> answered() {
        return answered;
    }

    /**
     * Who owes asks and goes to the provider's page. Once all are there they pay, and the others ask, all at once.
     *
     * @param end is run when a quarter of the payers have paid; whoever has no answer yet or has not paid is cut off by it
     */
    void work(RunningCity city, Runnable end) {
        Machine office = Machine.of(city, "notary-12");
        int payers = (int) errands.stream().filter(Errand::owing).count();
        CountDownLatch ready = new CountDownLatch(payers);
        AtomicInteger paid = new AtomicInteger();
        all(errand -> {
            try {
                if (!errand.owing()) {
                    await(ready);
                }
                HttpResponse<String> answer = ask(office, errand);
                if (answer.statusCode() != 201) {
                    throw new IOException(answer.body());
                }
                answered.put(errand.key(), Machine.json(answer));
                if (errand.owing()) {
                    pay(city, errand, answered.get(errand.key()), bill -> true, () -> {
                        ready.countDown();
                        await(ready);
                    });
                    if (paid.incrementAndGet() == payers / 4) {
                        end.run();
                    }
                }
            } catch (UncheckedIOException | IOException e) {
                if (paid.get() < payers / 4) {
                    throw new AssertionError("failed before the end: " + errand, e);
                }
                (answered.containsKey(errand.key()) ? cutOffPaying : cutOffAsking).add(errand);
            } finally {
                ready.countDown();
            }
        });
    }

    /** Those who got no answer. */
    Set<Errand> cutOffAsking() {
        return cutOffAsking;
    }

    /** Those who got an answer and did not come to the end of paying. */
    Set<Errand> cutOffPaying() {
        return cutOffPaying;
    }

    /**
     * Who got no answer asks again with the same key, who had one finds it unchanged, and what is owed still is paid.
     *
     * @param unpaid whether nobody has paid a bill yet
     */
    void finish(RunningCity city, Predicate<JsonObject> unpaid) {
        Machine office = Machine.of(city, "notary-12");
        all(errand -> {
            HttpResponse<String> answer = ask(office, errand);
            assertEquals(201, answer.statusCode(), errand + " " + answer.body());
            JsonObject again = Machine.json(answer);
            JsonObject earlier = answered.putIfAbsent(errand.key(), again);
            if (earlier != null) {
                assertEquals(earlier.get("id"), again.get("id"));
            }
            HttpResponse<String> look = patiently(() -> office.get(path(again)));
            assertEquals(200, look.statusCode(), errand + " " + look.body());
            JsonObject now = Machine.json(look);
            if (now.get("state").getAsString().equals("AWAITING_PAYMENT")) {
                try {
                    pay(city, errand, now, unpaid, () -> {});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    /** Each has a certificate now, and the one that it had from the first. */
    void haveCertificates(RunningCity city) {
        Machine office = Machine.of(city, "notary-12");
        all(errand -> {
            JsonObject earlier = answered.get(errand.key());
            JsonObject now = Machine.json(patiently(() -> office.get(path(earlier))));
            if (!errand.owing()) {
                assertEquals(number(earlier), number(now));
            }
            HttpResponse<String> shown = patiently(() -> office.get("/api/certificates/" + number(now) + "/"
                    + now.getAsJsonObject("certificate").get("secret").getAsString()));
            assertEquals("VALID", Machine.json(shown).get("state").getAsString(), shown.body());
        });
    }

    private static String path(JsonObject inquiry) {
        return "/api/inquiries/" + inquiry.get("id").getAsString();
    }

    private static String number(JsonObject inquiry) {
        return inquiry.getAsJsonObject("certificate").get("number").getAsString();
    }

    private static HttpResponse<String> ask(Machine office, Errand errand) {
        String sale = Machine.sale(errand.parcel()).toString();
        return patiently(() -> office.file(errand.key(), sale));
    }

    private static HttpResponse<String> patiently(Supplier<HttpResponse<String>> request) {
        HttpResponse<String> answer = request.get();
        return RunningCity.hasWaited(answer) ? request.get() : answer;
    }

    private static void pay(
            RunningCity city, Errand errand, JsonObject inquiry, Predicate<JsonObject> unpaid, Runnable atProvider)
            throws IOException {
        for (JsonElement each : inquiry.getAsJsonObject("debts").getAsJsonArray("bills")) {
            JsonObject bill = each.getAsJsonObject();
            if (unpaid.test(bill)) {
                new PaymentOverHttp(city)
                        .pay(
                                bill.get("billId").getAsString(),
                                bill.get("paymentId").getAsString(),
                                errand.mode(),
                                atProvider);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void all(Consumer<Errand> work) {
        ExecutorService people = Executors.newFixedThreadPool(errands.size());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (Errand errand : errands) {
                all.add(people.submit(() -> work.accept(errand)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            people.shutdownNow();
        }
    }
}
