package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.Rial;
import java.net.URI;
import java.util.Optional;

/**
 * A payment service provider. No call throws for what the network or the provider does: that is an answer too, and is
 * kept.
 */
public interface PaymentProvider {
    /** What the provider says of a payment. */
    enum Verdict {
        /** Paid, and verified by us, now or before: the money is ours. */
        VERIFIED,
        /** Paid by the payer and not yet verified: it goes back by itself unless we verify. */
        PAID,
        /** The payer is still at the provider. */
        PENDING,
        /** Not paid, and it will not be. */
        NOT_PAID,
        /** The provider knows another amount than ours. */
        AMOUNT_DIFFERS,
        /** The money went back to the payer. */
        REVERSED,
        /** No answer, or none that can be understood: nothing is known. */
        UNKNOWN
    }

    /**
     * What the provider answered.
     *
     * @param code what the provider said, for the log
     * @param trace its reference number of the money
     * @param card masked
     */
    record Answer(Verdict verdict, String code, Optional<String> trace, Optional<String> card) {
        public static Answer of(Verdict verdict, String code) {
            return new Answer(verdict, code, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What the provider gave for a request.
     *
     * @param token empty when the provider gave none
     * @param page where the payer goes
     */
    record Ticket(Optional<String> token, Optional<URI> page, String code) {}

    /** Whether there is a provider at all: without one nobody is sent anywhere. */
    default boolean isSetUp() {
        return true;
    }

    /** Asks for a token for exactly this amount. */
    Ticket request(Rial amount, String description, URI callback, String order);

    /** Confirms a payment of exactly this amount; the same answer however often it is asked. */
    Answer verify(String token, Rial amount);

    /** Asks what became of a payment; changes nothing. */
    Answer inquire(String token);

    /** Sends the money back. */
    Answer reverse(String token);
}
