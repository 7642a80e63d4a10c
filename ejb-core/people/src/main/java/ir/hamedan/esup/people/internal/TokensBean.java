package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.PasswordHash;
import ir.hamedan.esup.people.api.Tokens;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Client credentials. Failures are counted for a client from an address: client ids are no secret, and nobody shall lock
 * a bank out by asking in its name from elsewhere.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TokensBean implements Tokens {
    /** The hash of nothing anybody can present; compared where there is no client. */
    private static final String NOBODY = "0".repeat(64);

    @Inject
    Accounts accounts;

    @Inject
    Attempts attempts;

    @Inject
    ClientUse use;

    @Inject
    TokenSigner signer;

    @Inject
    JournalWriter journal;

    @Inject
    ActionCounters counters;

    @Inject
    Clock clock;

    @Override
    public Token issue(String clientId, String secret, String address) {
        signer.requireOurs();
        String asked = clientId != null && Names.isUsername(clientId) ? clientId : "-";
        Optional<Account> client = accounts.find(asked);
        // Names nobody has are counted as one, or each would make a row of its own.
        String id = client.isPresent() ? asked : "-";
        String subject = "client:" + id + "@" + address;
        attempts.lockedUntil(subject).ifPresent(until -> {
            throw LoginBean.locked(until, clock.instant());
        });
        String kept = accounts.secret(id).orElse(NOBODY);
        boolean right = MessageDigest.isEqual(ascii(kept), ascii(PasswordHash.ofSecret(secret == null ? "" : secret)));
        if (!right || !client.map(Account::active).orElse(false)) {
            attempts.begin(List.of(subject));
            if (client.isPresent()) {
                journal.refusedTo(LoginBean.unknown(address), "people.token", id, "people.wrong-client");
            } else {
                counters.refused(ActionCounters.Stranger.CLIENT);
            }
            throw Problem.unauthenticated("people.wrong-client");
        }
        Token token = new Token(signer.sign(client.get()), signer.life().toSeconds());
        Actor actor = client.get().from(address);
        use.used(actor, Audited.of("people.token-issued", id, Map.of()));
        return token;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
