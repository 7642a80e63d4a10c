package ir.hamedan.esup.container;

import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.ledger.internal.PaymentProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** A provider with whom every payer has paid. */
@Alternative
@Priority(100)
@ApplicationScoped
public class PlayedProvider implements PaymentProvider {
    @Override
    public Ticket request(Rial amount, String description, URI callback, String order) {
        String token = "A" + UUID.randomUUID();
        return new Ticket(Optional.of(token), Optional.of(URI.create("http://provider.test/" + token)), "100");
    }

    @Override
    public Answer verify(String token, Rial amount) {
        return new Answer(Verdict.VERIFIED, "100", Optional.of(token), Optional.of("123456******1234"));
    }

    @Override
    public Answer inquire(String token) {
        return Answer.of(Verdict.PAID, "PAID");
    }

    @Override
    public Answer reverse(String token) {
        return Answer.of(Verdict.REVERSED, "100");
    }
}
