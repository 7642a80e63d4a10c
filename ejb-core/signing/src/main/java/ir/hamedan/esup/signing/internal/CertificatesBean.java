package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.Roles;
import ir.hamedan.esup.signing.api.CertificateNumber;
import ir.hamedan.esup.signing.api.CertificateRequest;
import ir.hamedan.esup.signing.api.CertificateRow;
import ir.hamedan.esup.signing.api.CertificateState;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import ir.hamedan.esup.signing.api.Signer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Issues certificates and says what became of them. */
@Stateless
public class CertificatesBean implements Certificates {
    /** No statement of ours: a signature of it proves nothing but that the key works. */
    private static final byte[] TRIAL = "trial of the key".getBytes(StandardCharsets.US_ASCII);

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Resource
    SessionContext context;

    @Inject
    Clock clock;

    @Inject
    CertificateMaker maker;

    @Inject
    SigningKeys keys;

    @Inject
    Event<Audited> audit;

    private Register register;

    @PostConstruct
    void open() {
        register = new Register(source);
    }

    @Override
    @RolesAllowed({Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK, Roles.OFFICER, Roles.SUPERVISOR, Roles.SYSTEM})
    public IssuedCertificate issue(CertificateRequest request) {
        Register.Begun begun = register.begin(request.reference());
        if (begun.earlier().isPresent()) {
            Register.Earlier earlier = begun.earlier().get();
            return issued(earlier, begun.signatureNumber());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        int year = PersianDate.of(now).year();
        CertificateNumber number = CertificateNumber.of(year, request.region(), request.kind(), begun.serial());
        CertificateMaker.Made made = maker.make(request, number, begun.signatureNumber(), now);
        register.record(request, made);
        audit.fire(Audited.of(
                "certificate.issued",
                number.digits(),
                Map.of(
                        "kind", request.kind().name(),
                        "subject", request.subject(),
                        "reference", request.reference(),
                        "signer", made.key().signer(),
                        "signatureNumber", Long.toString(begun.signatureNumber()))));
        Draft draft = made.draft();
        return new IssuedCertificate(number, draft.secret().text(), draft.signatureNumber(), draft.verifyUrl(), now);
    }

    @Override
    @RolesAllowed({Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK, Roles.OFFICER, Roles.SUPERVISOR, Roles.SYSTEM})
    public boolean canSign(Signer signer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            return keys.use(signer, now, key -> key.sign(TRIAL).length > 0);
        } catch (Problem unavailable) {
            return false;
        }
    }

    /** The secret of an earlier issue stands in its paper alone. */
    private static IssuedCertificate issued(Register.Earlier earlier, long signatureNumber) {
        String url = PdfFacts.verifyUrl(earlier.pdf());
        String secret = url.substring(url.lastIndexOf('/') + 1);
        return new IssuedCertificate(earlier.number(), secret, signatureNumber, url, earlier.issuedAt());
    }

    @Override
    @RolesAllowed({Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK})
    public void supersede(CertificateNumber number, String byReference) {
        change(number, CertificateState.SUPERSEDED, Optional.of(byReference), Optional.empty(), Optional.empty());
    }

    @Override
    @RolesAllowed({Roles.SUPERVISOR, Roles.SYSTEM})
    public void revoke(CertificateNumber number, String reasonCode, String reason) {
        if (reasonCode.isBlank() || reasonCode.length() > 60 || reason.isBlank() || reason.length() > 1_000) {
            throw Problem.invalid("signing.reason-missing").at("reason");
        }
        change(number, CertificateState.REVOKED, Optional.empty(), Optional.of(reasonCode), Optional.of(reason));
    }

    private void change(
            CertificateNumber number,
            CertificateState state,
            Optional<String> byReference,
            Optional<String> reasonCode,
            Optional<String> reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        CertificateState before =
                register.stateForChange(number, now).orElseThrow(() -> Problem.notFound("signing.no-such-certificate"));
        if (before == state || before == CertificateState.REVOKED) {
            return;
        }
        String actor = context.getCallerPrincipal().getName();
        Register.Status status = new Register.Status(number, state, now, byReference, reasonCode, reason, actor);
        long signatureNumber = register.nextSignatureNumber();
        String statement = statement(status, signatureNumber);
        keys.use(Signer.office(), now, key -> {
            byte[] signature = key.sign(statement.getBytes(StandardCharsets.UTF_8));
            return register.recordStatus(status, signatureNumber, statement, signature, key);
        });
        audit.fire(new Audited(
                "certificate." + state.name().toLowerCase(java.util.Locale.ROOT),
                number.digits(),
                "",
                Map.of("state", before.name()),
                Map.of(
                        "state", state.name(),
                        "by", byReference.orElse(""),
                        "reason",
                                reasonCode
                                        .map(code -> code + ": " + reason.orElse(""))
                                        .orElse(""))));
    }

    private static String statement(Register.Status status, long signatureNumber) {
        JsonObjectBuilder statement = Json.createObjectBuilder()
                .add("version", 1)
                .add("number", status.number().digits())
                .add("state", status.state().name())
                .add("at", status.at().toString())
                .add("signatureNumber", signatureNumber)
                .add("actor", status.actor());
        status.byReference().ifPresent(value -> statement.add("byReference", value));
        status.reasonCode().ifPresent(value -> statement.add("reasonCode", value));
        status.reason().ifPresent(value -> statement.add("reason", value));
        return CanonicalJson.text(statement.build());
    }

    @Override
    @RolesAllowed({Roles.NOTARY, Roles.DEPUTY, Roles.DEED_CLERK, Roles.SYSTEM})
    public Optional<byte[]> pdf(CertificateNumber number) {
        return register.pdf(number);
    }

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Optional<byte[]> registered(CertificateNumber number) {
        return register.pdf(number);
    }

    @Override
    @RolesAllowed({Roles.OFFICER, Roles.REVENUE_OFFICER, Roles.SUPERVISOR, Roles.AUDITOR, Roles.ADMINISTRATOR})
    public Page<CertificateRow> search(String text, Page.Request page) {
        return register.search(text, page, clock.instant());
    }
}
