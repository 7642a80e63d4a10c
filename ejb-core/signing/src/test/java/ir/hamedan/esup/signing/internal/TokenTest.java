package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.signing.api.CertificateView;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Keys in a token behind PKCS#11, which here is SoftHSM2. The library reads its configuration from the environment of
 * this process: surefire sets SOFTHSM2_CONF to a file in the build folder, and the test writes it.
 */
class TokenTest {
    private static final String PIN = "4711";

    @Test
    void a_key_that_never_leaves_its_token_signs_certificates() throws Exception {
        Path library =
                library().orElseThrow(() -> new AssertionError("SoftHSM2 is not installed; ./verify installs it"));
        long slot = initialise();
        fill(library, slot);

        World world = new World(SigningKeys.with(config(library, slot, PIN)));
        IssuedCertificate issued =
                world.database.transaction(() -> world.certificates().issue(Papers.clearance("inquiry:1")));
        CertificateView view = world.verification().verify(issued.number().digits(), issued.secret());
        Path pdf = Files.write(
                World.folder().resolve("token.pdf"),
                world.certificates().pdf(issued.number()).orElseThrow());

        assertEquals("SHA256withECDSA", view.signature().algorithm());
        assertTrue(Tool.run("pdfsig", "-nocert", pdf.toString()).contains("Signature is Valid"));
        wrongPinIsRefused(library, slot);
    }

    private static void wrongPinIsRefused(Path library, long slot) {
        World world = new World(SigningKeys.with(config(library, slot + 1_000, "0000")));
        Problem problem = assertThrows(
                Problem.class,
                () -> world.database.transaction(() -> world.certificates().issue(Papers.clearance("inquiry:1"))));
        assertEquals("signing.unavailable", problem.code());
    }

    private static SigningConfig config(Path library, long slot, String pin) {
        return new SigningConfig(
                "pkcs11",
                Optional.empty(),
                Optional.of(pin),
                "office",
                Optional.of(library),
                slot,
                "ecdsa",
                false,
                World.folder(),
                "https://esup.example");
    }

    private static Optional<Path> library() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/pkcs11/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
    }

    private static long initialise() throws Exception {
        Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
        Path tokens = Files.createTempDirectory("esup-tokens");
        Files.createDirectories(configuration.getParent());
        Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
        String said = Tool.run(
                "softhsm2-util", "--init-token", "--free", "--label", "esup", "--so-pin", "12345678", "--pin", PIN);
        Matcher slot = Pattern.compile("reassigned to slot (\\d+)").matcher(said);
        assertTrue(slot.find(), said);
        return Long.parseLong(slot.group(1));
    }

    /** Puts the demo's seal into the token, as an operator would put a real one. */
    private static void fill(Path library, long slot) throws Exception {
        DemoKeys demo = new DemoKeys(World.folder(), "ecdsa", "office");
        KeyStore file = demo.open(Papers.NOW);
        Provider provider = Security.getProvider("SunPKCS11")
                .configure("--name=fill\nlibrary=" + library + "\nslot=" + slot + "\n");
        KeyStore token = KeyStore.getInstance("PKCS11", provider);
        token.load(null, PIN.toCharArray());
        token.setKeyEntry("office", file.getKey("office", demo.password()), null, file.getCertificateChain("office"));
        assertEquals(List.of("office"), java.util.Collections.list(token.aliases()));
    }
}
