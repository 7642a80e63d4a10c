package ir.hamedan.esup.demoprovider;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;

/** The one provider of this server, with its file in the data directory. */
@ApplicationScoped
public class Desk {
    private static final int MOST_PAYMENTS = 10_000;

    private final Provider provider = new Provider(new SessionFile(file(), MOST_PAYMENTS), Clock.systemUTC());

    Provider provider() {
        return provider;
    }

    private static Path file() {
        String data = System.getProperty("esup.data", System.getProperty("java.io.tmpdir"));
        return Path.of(data).resolve("demo-provider").resolve("payments.jsonl");
    }
}
