package ir.hamedan.esup.e2e.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ir.hamedan.esup.e2e.InCity;
import ir.hamedan.esup.e2e.Machine;
import ir.hamedan.esup.e2e.RuleAnswers;
import ir.hamedan.esup.e2e.RunningCity;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of the interface on the running product; a foreign validator reads its description. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(InCity.class)
@Timeout(900)
class InterfaceIT {
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/(\\w+)\"");

    private RunningCity city;
    private Machine office;
    private Machine otherOffice;
    private OpenApiInteractionValidator description;
    private JsonObject schemas;

    @BeforeAll
    void readTheDescription(RunningCity running) {
        city = running;
        office = Machine.of(running, "notary-12");
        otherOffice = Machine.of(running, "notary-27");
        String text = running.send(HttpRequest.newBuilder(running.base().resolve("/openapi"))
                        .header("Accept", "application/json"))
                .body();
        schemas = JsonParser.parseString(text)
                .getAsJsonObject()
                .getAsJsonObject("components")
                .getAsJsonObject("schemas");
        description = OpenApiInteractionValidator.createForInlineApiSpecification(text)
                .withBasePathOverride("/api")
                .build();
    }

    @Test
    void every_answer_is_as_the_description_says() {
        HttpResponse<String> filed = office.file(Machine.sale(city.parcel("clean")));
        assertEquals(201, filed.statusCode(), filed.body());
        fits(Request.Method.POST, "/api/inquiries", filed);
        JsonObject inquiry = Machine.json(filed);
        assertEquals("ISSUED", inquiry.get("state").getAsString());
        JsonObject certificate = inquiry.getAsJsonObject("certificate");
        String address = "/api/certificates/" + certificate.get("number").getAsString() + "/"
                + certificate.get("secret").getAsString();
        String own = "/api/inquiries/" + inquiry.get("id").getAsString();

        fits(Request.Method.GET, own, office.get(own));
        fits(Request.Method.GET, "/api/inquiries", office.get("/api/inquiries"));
        fits(Request.Method.GET, address, office.with("").get(address));
        holdsAll("Inquiry", inquiry);
        holdsAll("InquiryPage", Machine.json(office.get("/api/inquiries")));
        holdsAll("Certificate", Machine.json(office.with("").get(address)));
        HttpResponse<String> owing = office.file(Machine.sale(city.parcel("owing")));
        assertEquals("AWAITING_PAYMENT", Machine.json(owing).get("state").getAsString());
        fits(Request.Method.POST, "/api/inquiries", owing);
        holdsAll("Inquiry", Machine.json(owing));
        fits(Request.Method.POST, "/api/inquiries", office.file("k", "{}"));
        fits(Request.Method.GET, "/api/inquiries/1300-0000001", office.get("/api/inquiries/1300-0000001"));
    }

    @Test
    void rules_are_as_the_description_says_where_there_are_some_and_where_there_are_none() {
        RuleAnswers answers = new RuleAnswers(city);
        Set<Integer> seen = new HashSet<>();
        for (RuleAnswers.Drawn parcel : answers.drawn()) {
            String path = "/api/parcels/" + parcel.code() + "/rules";
            HttpResponse<String> answer = answers.get(path);
            if (seen.add(answer.statusCode())) {
                fits(Request.Method.GET, path, answer);
            }
            if (seen.containsAll(Set.of(200, 422))) {
                break;
            }
        }
        assertTrue(seen.containsAll(Set.of(200, 422)), seen.toString());
        Set<String> members =
                schemas.getAsJsonObject("NoRule").getAsJsonObject("properties").keySet();
        assertTrue(members.containsAll(Set.of("type", "title", "status", "detail", "noData", "uses", "hash")));
    }

    @Test
    void levies_are_as_the_description_says() {
        String path = "/api/parcels/"
                + new RuleAnswers(city).first("RULED").get("parcel").getAsString() + "/levies";
        HttpResponse<String> answer = office.with("").get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        fits(Request.Method.GET, path, answer);
        holdsAll("PermitLevies", Machine.json(answer));
        fits(Request.Method.GET, path, office.with("").get(path + "?tradeUnits=x"));
    }

    /** What a field has nothing to say of is null: a caller never has to ask whether a field is there. */
    private void holdsAll(String schema, JsonObject body) {
        JsonObject properties = schemas.getAsJsonObject(schema).getAsJsonObject("properties");
        for (String name : properties.keySet()) {
            assertTrue(body.has(name), () -> schema + " without " + name + ": " + body);
            Matcher named = REFERENCE.matcher(properties.get(name).toString());
            JsonElement value = body.get(name);
            if (named.find() && value.isJsonObject()) {
                holdsAll(named.group(1), value.getAsJsonObject());
            } else if (named.reset().find() && value.isJsonArray()) {
                value.getAsJsonArray().forEach(row -> holdsAll(named.group(1), row.getAsJsonObject()));
            }
        }
    }

    @Test
    void a_validator_that_finds_nothing_would_find_a_wrong_answer() {
        ValidationReport report = description.validateResponse(
                "/api/inquiries",
                Request.Method.POST,
                SimpleResponse.Builder.status(201)
                        .withContentType("application/json")
                        .withBody("{\"id\": 7, \"state\": \"FINE\"}")
                        .build());
        assertTrue(report.hasErrors());
    }

    private void fits(Request.Method method, String path, HttpResponse<String> answer) {
        ValidationReport report = description.validateResponse(
                path,
                method,
                SimpleResponse.Builder.status(answer.statusCode())
                        .withContentType(
                                answer.headers().firstValue("Content-Type").orElse(""))
                        .withBody(answer.body())
                        .build());
        assertFalse(report.hasErrors(), () -> method + " " + path + " " + answer.body() + "\n" + report.getMessages());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parcel                | "1-5-x"                     | parcel           | kernel.renewal-code.malformed
            parcel                | "9-9-9-9"                   | parcel           | parcels.unknown-code
            deal                  | "RENT"                      | deal             | restapi.not-one-of
            transferees[0].id     | "7401003717"                | transferees[0].id | kernel.national-id.wrong
            transferees[0].share  | "3/2"                       | transferees[0].share | kernel.share.out-of-range
            transferees[0].share  | "1/2"                       | transferees      | inquiries.shares-differ
            transferors[0].id     | "7402464091"                | transferors[0].id | inquiries.not-the-owner
            transferors           | []                          | transferors      | inquiries.transferor-missing
            letter                | {"number":"1","date":"x"}   | letter.date      | restapi.date-wrong
            letter                | {"number":"1","date":"2090-01-01"} | letter.date | inquiries.date-in-future
            colour                | "red"                       | colour           | restapi.unknown-field
            deal                  | "POWER_TO_SELL"             | attorney         | inquiries.deal-needs-attorney
            deal                  | "INHERITANCE"               | basis            | inquiries.deal-needs-basis
            transferees[0].share  | "-1/2"                      | transferees[0].share | kernel.share.malformed
            transferees[0].mobile | "08132512345"               | transferees[0].mobile | kernel.mobile.wrong
            """)
    void a_fault_is_named_at_its_field_and_leaves_nothing_behind(String field, String value, String at, String code) {
        JsonObject body = Machine.sale(city.demo()
                .getAsJsonObject("parcels")
                .getAsJsonArray("clean")
                .get(0)
                .getAsJsonObject());
        if (field.contains("[0].")) {
            String[] path = field.split("\\[0][.]");
            body.getAsJsonArray(path[0]).get(0).getAsJsonObject().add(path[1], JsonParser.parseString(value));
        } else {
            body.add(field, JsonParser.parseString(value));
        }
        long before = count();
        HttpResponse<String> answer = office.file(body);
        assertEquals(422, answer.statusCode(), answer.body());
        fits(Request.Method.POST, "/api/inquiries", answer);
        List<String> found = new ArrayList<>();
        Machine.json(answer)
                .getAsJsonArray("errors")
                .forEach(each -> found.add(each.getAsJsonObject().get("field").getAsString() + " "
                        + each.getAsJsonObject().get("code").getAsString()));
        assertTrue(found.contains(at + " " + code), found.toString());
        assertEquals(before, count(), "an inquiry was left behind");
    }

    private long count() {
        return Machine.json(office.get("/api/inquiries?size=1")).get("total").getAsLong();
    }

    @Test
    void what_is_no_request_is_refused_by_its_kind_of_fault() {
        assertEquals(400, office.file("a", "{\"parcel\":").statusCode());
        assertEquals(400, office.file("b", "[]").statusCode());
        assertEquals(
                413,
                office.file("c", "{\"parcel\":\"" + "x".repeat(10_000_000) + "\"}")
                        .statusCode());
        assertEquals(400, office.file(" ", "{}").statusCode());
        assertEquals(
                415,
                office.post("/api/inquiries", "text/plain", "hello".getBytes(StandardCharsets.UTF_8))
                        .statusCode());
        assertEquals(400, office.with("").post("/api/token", "", new byte[0]).statusCode());
        assertEquals(401, office.with("").get("/api/inquiries").statusCode());
        assertEquals(404, office.get("/api/nothing").statusCode());
    }

    @Test
    void another_office_and_other_machines_get_nothing() {
        JsonObject inquiry = Machine.json(office.file(Machine.sale(city.parcel("owing"))));
        String address = "/api/inquiries/" + inquiry.get("id").getAsString();
        byte[] deed = "{\"outcome\":\"ABANDONED\",\"date\":\"2026-11-24\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(200, office.get(address).statusCode());
        assertEquals(404, otherOffice.get(address).statusCode());
        assertEquals(404, otherOffice.get(address + "/pdf").statusCode());
        assertEquals(
                404,
                otherOffice.post(address + "/deed", "application/json", deed).statusCode());
        assertEquals(
                404,
                otherOffice
                        .post(address + "/withdraw", "application/json", new byte[0])
                        .statusCode());
        for (String other : List.of("bank-bouali", "water-hamedan")) {
            Machine machine = Machine.of(city, other);
            assertEquals(403, machine.get(address).statusCode(), other);
            assertEquals(403, machine.get("/api/inquiries").statusCode(), other);
            assertEquals(
                    403,
                    machine.file(Machine.sale(city.demo()
                                    .getAsJsonObject("parcels")
                                    .getAsJsonArray("clean")
                                    .get(0)
                                    .getAsJsonObject()))
                            .statusCode(),
                    other);
        }
    }

    @Test
    void the_same_key_is_one_inquiry_however_often_it_is_sent_at_once() throws Exception {
        String body = Machine.sale(city.parcel("clean")).toString();
        String key = UUID.randomUUID().toString();
        List<HttpResponse<String>> answers = atOnce(8, number -> office.file(key, body));
        Set<String> ids = new HashSet<>();
        for (HttpResponse<String> answer : answers) {
            assertEquals(201, answer.statusCode(), answer.body());
            ids.add(Machine.json(answer).get("id").getAsString());
        }
        assertEquals(1, ids.size());
        assertEquals(409, office.file(key, body.replace("SALE", "GIFT")).statusCode(), "the key with another content");
    }

    @Test
    void two_offices_asking_for_the_same_share_at_once_get_one_clearance() throws Exception {
        String body = Machine.sale(city.parcel("clean")).toString();
        String key = UUID.randomUUID().toString();
        List<Machine> offices = List.of(office, otherOffice);
        List<HttpResponse<String>> answers =
                atOnce(2, number -> offices.get(number).file(key, body));
        List<String> states = new ArrayList<>();
        for (HttpResponse<String> answer : answers) {
            states.add(Machine.json(answer).get("state").getAsString());
        }
        states.sort(null);
        assertEquals(List.of("ISSUED", "WITH_OFFICER"), states);
    }

    private static <T> List<T> atOnce(int times, java.util.function.IntFunction<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(times);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> work.apply(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void arabic_letters_and_digits_of_all_scripts_are_read() {
        JsonObject body = Machine.sale(city.parcel("clean"));
        body.addProperty("parcel", digits(body.get("parcel").getAsString(), '۰'));
        body.getAsJsonArray("transferors").forEach(each -> {
            JsonObject side = each.getAsJsonObject();
            side.addProperty("id", digits(side.get("id").getAsString(), '٠'));
            side.addProperty(
                    "name", side.get("name").getAsString().replace('ی', 'ي').replace('ک', 'ك'));
        });
        HttpResponse<String> answer = office.file(body);
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals("ISSUED", Machine.json(answer).get("state").getAsString());
        assertFalse(answer.body().contains("ي"), "Arabic yeh in the answer");
    }

    private static String digits(String text, char zero) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? c - '0' + zero : c)));
        return out.toString();
    }

    @Test
    void a_certificate_is_known_to_everybody_and_one_changed_byte_is_seen() {
        JsonObject certificate =
                Machine.json(office.file(Machine.sale(city.parcel("clean")))).getAsJsonObject("certificate");
        String address = "/api/certificates/" + certificate.get("number").getAsString() + "/"
                + certificate.get("secret").getAsString();
        Machine anybody = office.with("");
        byte[] pdf = city.bytes(address + "/pdf");
        assertEquals("OURS_UNCHANGED", verdict(anybody, pdf, bytes -> {}));
        assertEquals("OURS_CHANGED", verdict(anybody, pdf, bytes -> bytes[bytes.length / 2] ^= 1));
        assertEquals("NOT_OURS", verdict(anybody, "%PDF-1.7 hello".getBytes(StandardCharsets.UTF_8), bytes -> {}));
        String number = certificate.get("number").getAsString();
        assertEquals(
                404,
                anybody.get("/api/certificates/" + number + "/AAAAAAAAAAAAAAAA").statusCode());
        assertEquals(422, anybody.get("/api/certificates/1/2").statusCode());
    }

    private static String verdict(Machine anybody, byte[] pdf, Consumer<byte[]> change) {
        byte[] sent = pdf.clone();
        change.accept(sent);
        HttpResponse<String> answer = anybody.post("/api/certificates/verify", "application/pdf", sent);
        assertEquals(200, answer.statusCode(), answer.body());
        return Machine.json(answer).get("verdict").getAsString();
    }
}
