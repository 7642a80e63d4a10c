package ir.hamedan.esup.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** The archives as the EAR carries them, resolved by Apache Felix. That they resolve is promised, not that they start. */
class BundlesTest {
    private static final Path CARRIED = Modules.REPOSITORY.resolve("ear/target/esup");

    /** One class of each interface the server gives; its archive is a bundle by itself. */
    private static final List<Class<?>> SERVER = List.of(
            jakarta.annotation.Resource.class,
            jakarta.ejb.Stateless.class,
            jakarta.el.ELContext.class,
            jakarta.enterprise.inject.Produces.class,
            jakarta.enterprise.lang.model.AnnotationInfo.class,
            jakarta.inject.Inject.class,
            jakarta.interceptor.Interceptor.class,
            jakarta.json.Json.class,
            jakarta.persistence.Converter.class,
            jakarta.security.auth.message.AuthStatus.class,
            jakarta.security.enterprise.SecurityContext.class,
            jakarta.servlet.Servlet.class,
            jakarta.transaction.Transactional.class,
            org.eclipse.microprofile.config.Config.class,
            org.eclipse.microprofile.jwt.JsonWebToken.class,
            org.eclipse.microprofile.metrics.MetricRegistry.class);

    @TempDir
    static Path storage;

    private static final Map<String, Bundle> INSTALLED = new TreeMap<>();
    private static Bundles bundles;

    @BeforeAll
    static void install() throws BundleException, IOException, URISyntaxException {
        bundles = new Bundles(storage);
        for (Path archive : archives()) {
            Bundle bundle = bundles.install(archive);
            INSTALLED.put(bundle.getSymbolicName(), bundle);
        }
    }

    @AfterAll
    static void stop() throws BundleException {
        bundles.close();
    }

    private static List<Path> archives() throws IOException, URISyntaxException {
        List<Path> archives = new ArrayList<>();
        for (Class<?> type : SERVER) {
            Path archive = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            assertTrue(Bundles.isBundle(archive), archive + " is no bundle");
            archives.add(archive);
        }
        for (Path folder : List.of(CARRIED, CARRIED.resolve("lib"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(archives::add);
            }
        }
        return archives.stream().distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kernel",
                "people",
                "parcels",
                "workbooks",
                "rulebooks",
                "ledger",
                "levies",
                "signing",
                "inquiries",
                "desk",
                "permits",
                "batch-jobs"
            })
    void every_module_is_a_bundle_that_resolves(String module) {
        Bundle bundle = INSTALLED.get(module);
        assertTrue(bundle != null && Bundles.isBundle(Path.of(java.net.URI.create(bundle.getLocation()))), module);
        assertTrue(bundles.resolves(bundle), () -> Bundles.why(bundle));
        assertEquals(Bundle.RESOLVED, bundle.getState());
    }

    @Test
    void an_api_can_be_had_from_a_bundle() throws BundleException {
        Bundle bundle = bundles.wanting("ir.hamedan.esup.ledger.api");
        assertTrue(bundles.resolves(bundle), () -> Bundles.why(bundle));
    }

    @Test
    void what_is_internal_cannot_be_had() throws BundleException {
        Bundle bundle = bundles.wanting("ir.hamedan.esup.ledger.internal");
        assertFalse(bundles.resolves(bundle));
        assertTrue(Bundles.why(bundle).contains("ir.hamedan.esup.ledger.internal"));
    }

    @Test
    void what_nobody_has_is_missed() throws BundleException {
        assertFalse(bundles.resolves(bundles.wanting("com.example.nowhere")));
    }
}
