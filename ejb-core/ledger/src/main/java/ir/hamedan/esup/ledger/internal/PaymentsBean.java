package ir.hamedan.esup.ledger.internal;

import ir.hamedan.esup.kernel.BillId;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PaymentId;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.ledger.api.Payment;
import ir.hamedan.esup.ledger.api.Payments;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The talk with the provider, outside of any transaction; each step is kept by the {@link PaymentDesk}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentsBean implements Payments {
    private static final Logger LOG = Logger.getLogger(PaymentsBean.class.getName());

    @Inject
    PaymentDesk desk;

    @Inject
    PaymentProvider provider;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "esup.public-url")
    String publicUrl;

    /** After this time a payer who is still at the provider's page is not waited for any longer. */
    @Inject
    @ConfigProperty(name = "esup.payment.give-up")
    Duration giveUp;

    @Override
    @PermitAll
    public boolean isAvailable() {
        return provider.isSetUp();
    }

    @Override
    @PermitAll
    public Redirect start(BillId bill, PaymentId payment) {
        if (!provider.isSetUp()) {
            throw Problem.unavailable("ledger.payment-not-set-up");
        }
        Attempt attempt = desk.open(bill, payment);
        long began = System.nanoTime();
        PaymentProvider.Ticket ticket = provider.request(
                attempt.amount(),
                Messages.in(Messages.PERSIAN).text("ledger.payment-description", bill),
                URI.create(publicUrl + "/pay/return"),
                attempt.id());
        desk.log(attempt.id(), "REQUEST", ticket.code(), millisecondsSince(began));
        if (ticket.token().isEmpty() || ticket.page().isEmpty()) {
            desk.close(attempt.id(), Payment.State.FAILED, "no token: " + ticket.code());
            throw Problem.unavailable("ledger.provider-unavailable");
        }
        desk.redirected(attempt.id(), ticket.token().get());
        return new Redirect(attempt.id(), ticket.page().get());
    }

    @Override
    @PermitAll
    public Payment returned(String token, boolean providerSaysPaid) {
        Attempt attempt = desk.byToken(token).orElseThrow(() -> Problem.notFound("ledger.unknown-payment"));
        if (!attempt.isFinal()) {
            // What the browser says only chooses the first question; the provider's answer decides.
            boolean verify = providerSaysPaid && desk.claim(attempt.id()) == PaymentDesk.Claim.HELD;
            settle(attempt, verify ? verify(attempt, token) : inquire(attempt, token), !providerSaysPaid);
        }
        return find(attempt.id());
    }

    @Override
    @PermitAll
    public Payment find(String id) {
        return desk.view(desk.find(id).orElseThrow(() -> Problem.notFound("ledger.unknown-payment")));
    }

    @Override
    @RolesAllowed(Roles.SYSTEM)
    public int sweep() {
        int ended = 0;
        for (Attempt attempt : desk.takeDue()) {
            try {
                ended += look(attempt) ? 1 : 0;
            } catch (RuntimeException e) {
                // One that cannot be settled must not keep the others from it; it comes up again.
                LOG.log(Level.SEVERE, "payment " + attempt.id() + " could not be settled", e);
            }
        }
        return ended;
    }

    /** Whether an answer was found for an attempt that waited. */
    private boolean look(Attempt attempt) {
        boolean overdue = attempt.startedAt().plus(giveUp).isBefore(clock.instant());
        if (attempt.token().isEmpty()) {
            if (overdue) {
                desk.close(attempt.id(), Payment.State.FAILED, "never redirected");
            }
            return overdue;
        }
        PaymentProvider.Answer answer = inquire(attempt, attempt.token().get());
        if (answer.verdict() == PaymentProvider.Verdict.PENDING && overdue) {
            desk.close(attempt.id(), Payment.State.FAILED, "not paid in time");
            return true;
        }
        settle(attempt, answer, false);
        return desk.find(attempt.id())
                .filter(now -> now.state() != attempt.state())
                .isPresent();
    }

    private void settle(Attempt attempt, PaymentProvider.Answer answer, boolean payerCancelled) {
        switch (answer.verdict()) {
            case VERIFIED -> book(attempt, answer);
            case PAID -> take(attempt, payerCancelled);
            case NOT_PAID ->
                desk.close(
                        attempt.id(), payerCancelled ? Payment.State.CANCELLED : Payment.State.FAILED, answer.code());
            case AMOUNT_DIFFERS -> {
                LOG.log(Level.SEVERE, "payment {0}: the provider has another amount", attempt.id());
                desk.alarm(attempt.id(), answer.code());
            }
            case REVERSED -> desk.close(attempt.id(), Payment.State.REVERSED, answer.code());
            case PENDING -> desk.release(attempt.id());
            case UNKNOWN -> {
                // Nothing is known yet: the sweep asks again.
            }
        }
    }

    /** The payer paid and the money is not ours yet: it is taken only when the bill can be settled with it. */
    private void take(Attempt attempt, boolean payerCancelled) {
        switch (desk.claim(attempt.id())) {
            case HELD -> {
                PaymentProvider.Answer verified =
                        verify(attempt, attempt.token().orElseThrow());
                if (verified.verdict() != PaymentProvider.Verdict.PAID) {
                    settle(attempt, verified, payerCancelled);
                }
            }
            case BUSY -> {
                // The sweep asks again, once it is known what became of the other payment.
            }
            case LOST -> sendBack(attempt);
        }
    }

    /** Money that was never verified goes back by itself in the end; this makes it soon and certain. */
    private void sendBack(Attempt attempt) {
        String token = attempt.token().orElseThrow();
        PaymentProvider.Answer answer = logged(attempt, "REVERSE", () -> provider.reverse(token));
        if (answer.verdict() == PaymentProvider.Verdict.REVERSED) {
            desk.close(attempt.id(), Payment.State.REVERSED, "the bill could not be settled any more");
        }
    }

    private void book(Attempt attempt, PaymentProvider.Answer answer) {
        // An inquiry says that it was verified, but not the reference number: verify says it again.
        boolean complete = answer.trace().isPresent();
        PaymentProvider.Answer full =
                complete ? answer : verify(attempt, attempt.token().orElseThrow());
        if (full.verdict() == PaymentProvider.Verdict.VERIFIED) {
            desk.book(attempt.id(), full);
        } else if (full.verdict() == PaymentProvider.Verdict.AMOUNT_DIFFERS) {
            settle(attempt, full, false);
        }
    }

    private PaymentProvider.Answer verify(Attempt attempt, String token) {
        PaymentProvider.Answer answer = logged(attempt, "VERIFY", () -> provider.verify(token, attempt.amount()));
        // "Not paid" may mean "not yet": somebody can call our return address before paying.
        return answer.verdict() == PaymentProvider.Verdict.NOT_PAID ? stillNotPaid(attempt, token) : answer;
    }

    private PaymentProvider.Answer stillNotPaid(Attempt attempt, String token) {
        PaymentProvider.Answer answer = inquire(attempt, token);
        return answer.verdict() == PaymentProvider.Verdict.PAID
                ? PaymentProvider.Answer.of(PaymentProvider.Verdict.UNKNOWN, answer.code())
                : answer;
    }

    private PaymentProvider.Answer inquire(Attempt attempt, String token) {
        return logged(attempt, "INQUIRY", () -> provider.inquire(token));
    }

    private PaymentProvider.Answer logged(Attempt attempt, String call, Supplier<PaymentProvider.Answer> question) {
        long began = System.nanoTime();
        PaymentProvider.Answer answer = question.get();
        desk.log(attempt.id(), call, answer.verdict() + " " + answer.code(), millisecondsSince(began));
        return answer;
    }

    private static long millisecondsSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }
}
