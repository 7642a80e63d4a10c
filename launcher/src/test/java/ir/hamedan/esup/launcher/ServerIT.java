package ir.hamedan.esup.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.PaymentOverHttp;
import ir.hamedan.esup.e2e.RunningCity;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same EAR on Payara Server: {@code --server}. With {@code -Pfull} alone. */
@EnabledIfSystemProperty(
        named = "esup.full",
        matches = "true",
        disabledReason = "a second server takes a minute and a half, which the build has no room for: with -Pfull")
class ServerIT {
    private static final String LISTENS = "0A";

    @Test
    void an_inquiry_is_issued_and_a_bill_paid_on_payara_server_which_listens_to_this_machine_alone(@TempDir Path folder)
            throws IOException {
        Path data = LoadedCity.copiedTo(folder.resolve("data"));
        try (Product product = Product.start(data, "--server")) {
            long server = Long.parseLong(Files.readString(data.resolve("payara-server/esup/config/pid"))
                    .strip());
            RunningCity city = RunningCity.of(product);
            Machine office = Machine.of(city, "notary-12");

            JsonObject clean = filed(office, city.parcel("clean"));
            assertEquals("ISSUED", clean.get("state").getAsString(), clean.toString());
            JsonObject certificate = clean.getAsJsonObject("certificate");
            Product.Answer shown = product.get("/api/certificates/"
                    + certificate.get("number").getAsString() + "/"
                    + certificate.get("secret").getAsString());
            assertEquals("VALID", shown.json().get("state").getAsString(), shown.body());

            assertEquals(403, product.get("/metrics").status());
            assertEquals(1, product.metric("esup_inquiries_issued_instantly_total"));

            JsonObject owing = filed(office, city.parcel("owing"));
            for (JsonElement each : owing.getAsJsonObject("debts").getAsJsonArray("bills")) {
                JsonObject bill = each.getAsJsonObject();
                new PaymentOverHttp(city)
                        .pay(
                                bill.get("billId").getAsString(),
                                bill.get("paymentId").getAsString(),
                                "NORMAL",
                                () -> {});
            }
            String inquiry = "/api/inquiries/" + owing.get("id").getAsString();
            Product.await("the paid inquiry to be issued", () -> Machine.json(office.get(inquiry))
                    .get("state")
                    .getAsString()
                    .equals("ISSUED"));

            List<String> open = addresses(server);
            assertEquals(2, open.size(), "HTTP and the admin listener: " + open);
            assertTrue(open.stream().allMatch(ServerIT::isLoopback), open.toString());

            assertEquals(128 + 15, product.stop("TERM"));
            assertTrue(ProcessHandle.of(server)
                    .filter(process -> process.info().command().isPresent())
                    .isEmpty());
            assertFalse(product.said().contains("Exception"), product.said());
        }
    }

    private static JsonObject filed(Machine office, JsonObject parcel) {
        HttpResponse<String> answer = office.file(Machine.sale(parcel));
        assertEquals(201, answer.statusCode(), answer.body());
        return Machine.json(answer);
    }

    /** The addresses the process listens on, as the kernel writes them. */
    private static List<String> addresses(long process) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            for (Path file : files.toList()) {
                try {
                    sockets.add(Files.readSymbolicLink(file).toString());
                } catch (IOException closedMeanwhile) {
                    // What is closed listens no more.
                }
            }
        }
        List<String> addresses = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length > 9
                        && columns[3].equals(LISTENS)
                        && sockets.contains("socket:[" + columns[9] + "]")) {
                    addresses.add(columns[1]);
                }
            }
        }
        return addresses;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:");
    }
}
