package ir.hamedan.esup.signing.internal;

import ir.hamedan.esup.kernel.Audited;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.testing.TestDatabase;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The module on a fresh database with demo keys in a folder of its own. */
final class World {
    final TestDatabase database = TestDatabase.fresh();
    final Sql sql = new Sql(database.application());
    final Path data = folder();
    final SigningKeys keys;
    final CertificateMaker maker = new CertificateMaker();
    final List<Audited> audited = new ArrayList<>();

    World() {
        this("ecdsa");
    }

    World(String algorithm) {
        this(SigningKeys.with(config(algorithm, folder())));
    }

    World(SigningKeys keys) {
        this.keys = keys;
        maker.keys = keys;
    }

    static SigningConfig config(String algorithm, Path data) {
        return new SigningConfig(
                "pkcs12",
                Optional.empty(),
                Optional.empty(),
                "office",
                Optional.empty(),
                0,
                algorithm,
                true,
                data,
                "https://esup.example");
    }

    static Path folder() {
        try {
            Path folder = Files.createTempDirectory("esup-signing");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CertificatesBean certificates(Instant now) {
        CertificatesBean bean = new CertificatesBean();
        bean.source = database.application();
        bean.clock = Clock.fixed(now, ZoneOffset.UTC);
        bean.maker = maker;
        bean.keys = maker.keys;
        bean.audit = listener();
        bean.context = caller();
        bean.open();
        return bean;
    }

    CertificatesBean certificates() {
        return certificates(Papers.NOW);
    }

    VerificationBean verification(Instant now) {
        VerificationBean bean = new VerificationBean();
        bean.source = database.application();
        bean.clock = Clock.fixed(now, ZoneOffset.UTC);
        bean.open();
        return bean;
    }

    VerificationBean verification() {
        return verification(Papers.NOW);
    }

    Sealer sealer() {
        Sealer sealer = new Sealer();
        sealer.source = database.application();
        sealer.clock = Clock.fixed(Papers.NOW, ZoneOffset.UTC);
        sealer.keys = keys;
        return sealer;
    }

    @SuppressWarnings("unchecked")
    private Event<Audited> listener() {
        return (Event<Audited>) Proxy.newProxyInstance(
                World.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    audited.add((Audited) arguments[0]);
                    return null;
                });
    }

    private static SessionContext caller() {
        Principal principal = () -> "mahdavi";
        return (SessionContext) Proxy.newProxyInstance(
                World.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (proxy, method, arguments) -> principal);
    }
}
