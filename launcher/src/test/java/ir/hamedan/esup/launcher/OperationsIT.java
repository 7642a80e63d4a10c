package ir.hamedan.esup.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import ir.hamedan.esup.database.Schemas;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.RunningCity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An operator's day with one data directory, in its order: a start, a look at the metrics, a backup, more work, a stop, a
 * restore, and a second start.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperationsIT {
    private Path folder;
    private Path data;
    private Path backup;
    private Product product;
    private RunningCity city;
    private Machine office;
    private Issuer issuer;
    private String own;
    private JsonObject before;
    private JsonObject after;
    private Map<String, byte[]> keptFiles;

    @BeforeAll
    void start(@TempDir Path temporary) {
        issuer = new Issuer();
        folder = temporary;
        data = folder.resolve("data");
        backup = folder.resolve("esup.zip");
        product = Product.start(LoadedCity.copiedTo(data));
        city = RunningCity.of(product);
        office = Machine.of(city, "notary-12");
    }

    @AfterAll
    void stop() {
        product.close();
        issuer.close();
    }

    private JsonObject clean(int which) {
        return city.demo()
                .getAsJsonObject("parcels")
                .getAsJsonArray("clean")
                .get(which)
                .getAsJsonObject();
    }

    private JsonObject issued(int parcel, String key) {
        HttpResponse<String> answer =
                office.file(key, Machine.sale(clean(parcel)).toString());
        assertEquals(201, answer.statusCode(), answer.body());
        JsonObject inquiry = Machine.json(answer);
        assertEquals("ISSUED", inquiry.get("state").getAsString(), answer.body());
        return inquiry;
    }

    private HttpResponse<String> inquiry(JsonObject filed) {
        return office.get("/api/inquiries/" + filed.get("id").getAsString());
    }

    private static String certificate(JsonObject inquiry) {
        JsonObject certificate = inquiry.getAsJsonObject("certificate");
        return "/api/certificates/" + certificate.get("number").getAsString() + "/"
                + certificate.get("secret").getAsString();
    }

    /** What a restore has to bring back. */
    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("demo.json", Files.readAllBytes(data.resolve("demo.json")));
        try (Stream<Path> keys = Files.walk(data.resolve("keys"))) {
            for (Path file : keys.filter(Files::isRegularFile).toList()) {
                files.put(data.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        assertTrue(files.size() > 2, files.keySet().toString());
        return files;
    }

    @Test
    @Order(1)
    void the_metrics_are_the_collectors_alone_and_move_with_the_work() {
        assertEquals(403, product.get("/metrics").status());
        assertEquals(
                403, product.get("/metrics", "Authorization", "Bearer guessed").status());
        assertEquals(
                403,
                product.get("/metrics", "Authorization", "Bearer " + office.token())
                        .status());
        assertEquals(
                200,
                product.get("/metrics", "Authorization", "Bearer of-the-collector")
                        .status());

        before = issued(0, "before");

        assertEquals(1, product.metric("esup_inquiries_issued_instantly_total"));
        assertEquals(1, product.metric("esup_actions_total{action=\"certificate.issued\""));
        String client = city.demo()
                .getAsJsonArray("clients")
                .get(0)
                .getAsJsonObject()
                .get("id")
                .getAsString();
        double refusals = product.metric("esup_refusals_total");
        assertEquals(
                401,
                product.post(
                                "/api/token",
                                "application/x-www-form-urlencoded",
                                "grant_type=client_credentials",
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString((client + ":wrong").getBytes(UTF_8)))
                        .status());
        assertTrue(product.metric("esup_refusals_total") > refusals);
    }

    @Test
    @Order(2)
    void a_backup_is_made_while_it_runs() throws IOException {
        keptFiles = files();
        Product.Said said = Product.command(data, "backup", backup.toString());
        assertEquals(0, said.status(), said.words());
        assertTrue(said.words().contains("The backup is in " + backup), said.words());
    }

    @Test
    @Order(3)
    void while_it_runs_nothing_else_takes_its_directory() {
        Product.Said start = Product.command(data);
        assertEquals(
                "esup: Another esup works on the data directory " + data + "; stop it or set ESUP_DATA.\n",
                start.words());
        Product.Said restore = Product.command(data, "restore", backup.toString(), "--overwrite");
        assertEquals("esup: esup is running on " + data + "; stop it before the restore.\n", restore.words());
        Product.Said migrate = Product.command(data, "migrate");
        assertEquals("The database is of this version.\n", migrate.words());
        assertEquals(1, start.status() * restore.status());
    }

    @Test
    @Order(4)
    void an_administrator_is_made_while_it_runs() {
        Product.Said said = Product.command(data, "admin", "karimi", "سارا کریمی", "7401003716");
        assertEquals(0, said.status(), said.words());
        assertTrue(
                said.words().startsWith("The administrator karimi can log in at /staff/ with the password "),
                said.words());
    }

    @Test
    @Order(5)
    void while_the_database_lets_nobody_in_a_machine_is_asked_to_come_again() throws SQLException, IOException {
        superuser("alter role " + Schemas.APPLICATION + " nologin");
        superuser(
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = '" + Schemas.APPLICATION + "'");
        HttpResponse<String> refused = inquiry(before);
        assertEquals(503, refused.statusCode(), refused.body());
        assertEquals("restapi.busy", Machine.json(refused).get("code").getAsString());
        assertEquals("10", refused.headers().firstValue("Retry-After").orElse(""));
        assertEquals(503, product.get("/health/ready").status());

        superuser("alter role " + Schemas.APPLICATION + " login");
        assertEquals("ISSUED", Machine.json(inquiry(before)).get("state").getAsString());
    }

    private void superuser(String statement) throws SQLException, IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                        .get(3)
                        .strip() + "/postgres");
        source.setUser("postgres");
        source.setPassword(DataDirectory.secrets(data).get("postgres"));
        try (Connection connection = source.getConnection();
                Statement once = connection.createStatement()) {
            once.execute(statement);
        }
    }

    @Test
    @Order(6)
    void told_to_stop_it_stops_all_of_itself() throws IOException {
        after = issued(1, "after");
        Path postmaster = data.resolve("postgres/postmaster.pid");
        long postgres = Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
        assertEquals(128 + 2, product.stop("INT"));
        assertFalse(product.said().contains("Exception"), product.said());
        assertFalse(Files.exists(postmaster));
        assertTrue(ProcessHandle.of(postgres)
                .filter(process -> process.info().command().isPresent())
                .isEmpty());
        assertEquals(0, product.get("/health/ready").status());
    }

    @Test
    @Order(7)
    void a_restore_brings_back_all_that_was_in_the_backup() throws IOException {
        for (String name : keptFiles.keySet()) {
            Files.writeString(data.resolve(name), "spoilt");
        }
        Product.Said told = Product.command(data, "restore", backup.toString(), "--overwrite");
        assertEquals(0, told.status(), told.words());
        Map<String, byte[]> restored = files();
        assertEquals(keptFiles.keySet(), restored.keySet());
        keptFiles.forEach((name, bytes) -> assertArrayEquals(bytes, restored.get(name), name));

        Path again = folder.resolve("again.zip");
        assertEquals(0, Product.command(data, "backup", again.toString()).status());
        assertEquals(parts(backup), parts(again));
    }

    /** By then the tokens come from an issuer of somebody else. */
    @Test
    @Order(8)
    void the_second_start_has_the_state_of_the_backup_and_works_on() throws IOException {
        Files.writeString(data.resolve("esup.properties"), """
                mp.jwt.verify.publickey.location=%s
                mp.jwt.verify.issuer=%s
                esup.token.client-claim=azp
                esup.token.key=
                """.formatted(issuer.keysAddress(), Issuer.NAME));
        product.close();
        product = Product.start(data);
        city = RunningCity.of(product);
        own = office.token();
        office = Machine.bearing(city, issuer.token(client()));

        assertEquals(200, product.get("/health/ready").status());
        assertEquals("ISSUED", Machine.json(inquiry(before)).get("state").getAsString());
        assertEquals(
                "VALID", product.get(certificate(before)).json().get("state").getAsString());
        assertEquals(404, inquiry(after).statusCode());
        assertEquals(404, product.get(certificate(after)).status());
        assertEquals(
                Optional.empty(),
                product.sql().first("select 1 from people.account where username = 'karimi'", row -> true));

        JsonObject fresh = issued(2, "fresh");
        assertEquals(
                product.get(certificate(before))
                        .json()
                        .getAsJsonObject("signature")
                        .get("signer"),
                product.get(certificate(fresh))
                        .json()
                        .getAsJsonObject("signature")
                        .get("signer"));
        assertNotEquals(before.get("id"), fresh.get("id"));
    }

    @Test
    @Order(9)
    void an_oidc_issuer_takes_the_place_of_our_own_tokens() throws IOException {
        String client = client();
        assertEquals(200, inquiries(issuer.token(client)));
        assertEquals(401, inquiries(issuer.token("nobody")));
        assertEquals(401, inquiries(own), "a token of our own, from before");
        try (Issuer forger = new Issuer()) {
            assertEquals(401, inquiries(forger.token(client)));
        }
        assertEquals(
                404,
                product.post(
                                "/api/token",
                                "application/x-www-form-urlencoded",
                                "grant_type=client_credentials",
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString((client + ":any").getBytes(UTF_8)))
                        .status());
        assertEquals(128 + 15, product.stop("TERM"));
    }

    private String client() {
        return Machine.client(city, "notary-12").get("id").getAsString();
    }

    private int inquiries(String token) {
        return product.get("/api/inquiries", "Authorization", "Bearer " + token).status();
    }

    @Test
    @Order(10)
    void a_command_told_to_stop_stops_its_postgresql() throws IOException, InterruptedException {
        Path fresh = folder.resolve("fresh");
        Path said = folder.resolve("said");
        Process migrate = Product.begin(said, fresh, "migrate");
        Product.await("PostgreSQL to start", () -> Files.exists(fresh.resolve("postgres/postmaster.pid")));
        migrate.destroy();
        assertEquals(128 + 15, migrate.waitFor(), Files.readString(said));
        assertEquals("Starting PostgreSQL in " + fresh.resolve("postgres") + " ...\n", Files.readString(said));
        assertEquals(
                List.of(),
                ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains(fresh.toString()))
                        .toList());
    }

    /** What the backup holds, by name and hash. */
    private static Map<String, String> parts(Path file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Backup.verified(zip).forEach((name, value) -> parts.put(name.toString(), value.toString()));
        }
        return parts;
    }
}
