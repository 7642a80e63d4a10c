package ir.hamedan.esup.people.internal;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.people.api.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContextWrapper;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.security.auth.Subject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The gate of the machines. The server's own MP-JWT mechanism proves who signed the token and for whom; which roles the
 * machine has, and whether it still may come at all, is read from its account. So a token of an OIDC issuer needs no
 * roles of ours, and a machine switched off is out at once although its token lives on.
 */
@ApplicationScoped
public class MachineGate {
    private static final Logger LOG = Logger.getLogger(MachineGate.class.getName());

    /** Keeps what the mechanism of the server found instead of telling the container, and lends it a subject of its own. */
    private static final class Witness extends HttpMessageContextWrapper {
        private final Subject subject = new Subject();
        private Principal found;

        Witness(HttpMessageContext context) {
            super(context);
        }

        @Override
        public Subject getClientSubject() {
            return subject;
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(String name, Set<String> groups) {
            return notifyContainerAboutLogin(new CallerPrincipal(name), groups);
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(Principal principal, Set<String> groups) {
            found = principal;
            return AuthenticationStatus.SUCCESS;
        }

        @Override
        public AuthenticationStatus notifyContainerAboutLogin(CredentialValidationResult result) {
            found = result.getCallerPrincipal();
            return AuthenticationStatus.SUCCESS;
        }

        @Override
        public AuthenticationStatus responseUnauthorized() {
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    /** The claim that names the machine: {@code sub} in our own tokens, often {@code azp} in those of an OIDC issuer. */
    @Inject
    @ConfigProperty(name = "esup.token.client-claim", defaultValue = "sub")
    String clientClaim;

    @Inject
    BeanManager beans;

    @Inject
    Accounts accounts;

    @Inject
    Caller caller;

    @Inject
    TokenSigner signer;

    @Inject
    JournalWriter journal;

    @Inject
    ActionCounters counters;

    private volatile HttpAuthenticationMechanism ofTheServer;

    AuthenticationStatus validate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return context.doNothing();
        }
        Optional<JsonWebToken> token = proven(request, response, context);
        Optional<Account> named = token.flatMap(this::account);
        Optional<Account> machine = named.filter(account -> account.active() && isTrusted(account, token.get()));
        if (machine.isEmpty()) {
            note(named);
            refuse(request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        caller.is(machine.get());
        return context.notifyContainerAboutLogin(
                new CallerPrincipal(machine.get().username()), machine.get().rights());
    }

    private Optional<JsonWebToken> proven(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpAuthenticationMechanism mechanism = ofTheServer();
        Witness witness = new Witness(context);
        try {
            AuthenticationStatus status = mechanism.validateRequest(request, response, witness);
            boolean proven = status == AuthenticationStatus.SUCCESS && witness.found instanceof JsonWebToken;
            return proven ? Optional.of((JsonWebToken) witness.found) : Optional.empty();
        } catch (AuthenticationException | RuntimeException e) {
            // A token can be malformed in ways the parser did not foresee: it is wrong all the same.
            LOG.log(Level.FINE, "token refused", e);
            return Optional.empty();
        }
    }

    /** Who a good signature names gets a row; who made the others nobody knows. */
    private void note(Optional<Account> named) {
        if (named.isPresent()) {
            Actor actor = named.get().from(caller.address());
            journal.refusedTo(actor, "people.token-used", actor.username(), "people.token-refused");
        } else {
            counters.refused(ActionCounters.Stranger.TOKEN);
        }
    }

    /** The machine a token names, whether or not it may come. */
    private Optional<Account> account(JsonWebToken token) {
        Object id = token.getClaim(clientClaim);
        if (id == null) {
            return Optional.empty();
        }
        // Claims without a type of their own come as JSON strings.
        String name = id instanceof jakarta.json.JsonString json ? json.getString() : id.toString();
        return accounts.find(name).filter(Account::machine);
    }

    /** A token of ours that is older than the secret was got with a secret that is no longer trusted. */
    private boolean isTrusted(Account machine, JsonWebToken token) {
        return !signer.isOurs()
                || !Instant.ofEpochSecond(token.getIssuedAtTime() + 1).isBefore(machine.trustedSince());
    }

    private HttpAuthenticationMechanism ofTheServer() {
        if (ofTheServer == null) {
            ofTheServer = find();
        }
        return ofTheServer;
    }

    /** Instance hides the mechanism behind our alternative; the bean manager does not. */
    private HttpAuthenticationMechanism find() {
        for (Bean<?> bean : beans.getBeans(HttpAuthenticationMechanism.class, Any.Literal.INSTANCE)) {
            if (!LoginMechanism.class.equals(bean.getBeanClass())) {
                CreationalContext<?> creation = beans.createCreationalContext(bean);
                return (HttpAuthenticationMechanism)
                        beans.getReference(bean, HttpAuthenticationMechanism.class, creation);
            }
        }
        throw new IllegalStateException("the application at /api declares no @LoginConfig(authMethod = \"MP-JWT\")");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) {
        // Without a wish of the caller the container would say the language of the machine.
        boolean wished = request.getHeader("Accept-Language") != null;
        Messages texts = Messages.in(wished ? request.getLocale() : Messages.PERSIAN);
        String body = Json.createObjectBuilder()
                .add("type", "urn:esup:problem:people.token-refused")
                .add("title", texts.text("people.token-refused.title"))
                .add("status", 401)
                .add("code", "people.token-refused")
                .add("detail", texts.text(Problem.unauthenticated("people.token-refused")))
                .build()
                .toString();
        try {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            response.setContentType("application/problem+json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
