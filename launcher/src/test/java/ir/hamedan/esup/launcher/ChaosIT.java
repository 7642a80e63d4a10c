package ir.hamedan.esup.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import ir.hamedan.esup.e2e.RunningCity;
import ir.hamedan.esup.launcher.demo.MoreSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server, and in another run PostgreSQL, is killed in the middle of concurrent inquiries and payments; after the next
 * start nothing is half there. With {@code -Pfull} alone; a failure keeps the data directory and the logs in it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(
        named = "esup.full",
        matches = "true",
        disabledReason = "three minutes, which the build has no room for: with -Pfull")
class ChaosIT {
    private static final int AT_ONCE = 200;

    private Path data;
    private Product product;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        data = LoadedCity.copiedTo(folder.resolve("data"));
        // Payers who do not come back are looked for soon; so many at once after a start make the provider slow.
        Files.writeString(
                data.resolve("esup.properties"), "esup.payment.first-check=PT2S\nesup.payment.timeout=PT60S\n");
        product = Product.start(data);
    }

    @AfterAll
    void stop() {
        product.close();
    }

    @Test
    void the_server_is_killed() {
        survives("server", () -> product.handle().destroyForcibly());
    }

    @Test
    void postgresql_is_killed() throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        survives("postgres", () -> {
            ProcessHandle postgres = ProcessHandle.of(postmaster).orElseThrow();
            List<ProcessHandle> all = new ArrayList<>(List.of(postgres));
            all.addAll(postgres.descendants().toList());
            all.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private void survives(String name, Runnable kill) {
        Rush rush = new Rush(errands(name));
        rush.work(RunningCity.of(product), kill);
        assertFalse(rush.cutOffAsking().isEmpty(), "the end came when all had their answers");
        assertFalse(rush.cutOffPaying().isEmpty(), "the end came when all had paid");
        // A product whose database has gone ends too, and does not stay to answer 500 for ever.
        Product.await("the product to end", () -> !product.handle().isAlive());
        // What the kill left running, the next start stops.
        product = Product.start(data);

        RunningCity city = RunningCity.of(product);
        Aftermath aftermath = new Aftermath(product);
        aftermath.nothingIsHalfThere(rush.answered());
        rush.finish(city, aftermath::unpaid);
        assertEquals(AT_ONCE, rush.answered().size());
        aftermath.awaitIssued(rush.answered());
        rush.haveCertificates(city);
        aftermath.nothingIsHalfThere(rush.answered());
        aftermath.theBooksAgreeWithTheProvider();
    }

    /** Half of the parcels are clean, half owe something. */
    private List<Rush.Errand> errands(String name) {
        DataSource owner = EmbeddedDatabase.running(data).owner();
        List<Rush.Errand> errands = new ArrayList<>();
        for (JsonObject parcel : MoreSamples.owing(owner, AT_ONCE / 2)) {
            errands.add(new Rush.Errand(parcel, name + "-owing-" + errands.size(), true));
        }
        for (JsonObject parcel : MoreSamples.clean(owner, AT_ONCE / 2)) {
            errands.add(new Rush.Errand(parcel, name + "-clean-" + errands.size(), false));
        }
        return errands;
    }
}
