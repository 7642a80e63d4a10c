package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Rial;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider in memory, that also fails on demand. */
final class TestProvider implements PaymentProvider {
    final Map<String, Rial> amounts = new ConcurrentHashMap<>();
    final Map<String, Verdict> states = new ConcurrentHashMap<>();
    final AtomicInteger verified = new AtomicInteger();
    volatile boolean down;

    /** The payer pays; what he pays. */
    void pay(String token, Rial amount) {
        amounts.put(token, amount);
        states.put(token, Verdict.PAID);
    }

    void pay(String token) {
        states.put(token, Verdict.PAID);
    }

    @Override
    public Ticket request(Rial amount, String description, URI callback, String order) {
        if (down) {
            return new Ticket(Optional.empty(), Optional.empty(), "down");
        }
        String token = "A" + order;
        amounts.put(token, amount);
        states.put(token, Verdict.PENDING);
        return new Ticket(Optional.of(token), Optional.of(URI.create("http://provider.test/" + token)), "100");
    }

    @Override
    public Answer verify(String token, Rial amount) {
        if (down) {
            return Answer.of(Verdict.UNKNOWN, "down");
        }
        if (!amounts.get(token).equals(amount)) {
            return Answer.of(Verdict.AMOUNT_DIFFERS, "-50");
        }
        return switch (states.get(token)) {
            case PAID, VERIFIED -> {
                if (states.put(token, Verdict.VERIFIED) == Verdict.PAID) {
                    verified.incrementAndGet();
                }
                yield new Answer(Verdict.VERIFIED, "100", Optional.of("T" + token), Optional.of("603799******0012"));
            }
            default -> Answer.of(Verdict.NOT_PAID, "-51");
        };
    }

    @Override
    public Answer inquire(String token) {
        return down ? Answer.of(Verdict.UNKNOWN, "down") : Answer.of(states.get(token), "");
    }

    @Override
    public Answer reverse(String token) {
        states.put(token, Verdict.REVERSED);
        return Answer.of(Verdict.REVERSED, "100");
    }
}
