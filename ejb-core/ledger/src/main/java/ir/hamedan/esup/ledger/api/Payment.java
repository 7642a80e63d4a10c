package ir.hamedan.esup.ledger.api;

import ir.hamedan.esup.kernel.Rial;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to pay a bill, and its receipt once it is booked.
 *
 * @param id unguessable, names the receipt page
 * @param trace the reference number of the provider, once verified
 * @param maskedCard first six and last four digits at most
 * @param onAccount the money is booked, but not on the bill, which was no longer payable: it stands to the credit of the
 *     land object
 */
public record Payment(
        String id,
        Bill bill,
        Rial amount,
        State state,
        Instant startedAt,
        Optional<Instant> bookedAt,
        Optional<String> trace,
        Optional<String> maskedCard,
        boolean onAccount) {
    /** A payment whose money, once booked, is on its bill. */
    public Payment(
            String id,
            Bill bill,
            Rial amount,
            State state,
            Instant startedAt,
            Optional<Instant> bookedAt,
            Optional<String> trace,
            Optional<String> maskedCard) {
        this(id, bill, amount, state, startedAt, bookedAt, trace, maskedCard, false);
    }

    /** What became of it. */
    public enum State {
        STARTED,
        /** At the provider's page. */
        REDIRECTED,
        BOOKED,
        CANCELLED,
        FAILED,
        /** The money went back to the payer. */
        REVERSED
    }
}
