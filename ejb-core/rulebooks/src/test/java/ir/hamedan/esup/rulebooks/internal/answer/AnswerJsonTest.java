package ir.hamedan.esup.rulebooks.internal.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.RuleBook;
import ir.hamedan.esup.rulebooks.api.Rules;
import ir.hamedan.esup.rulebooks.demo.DemoBook;
import ir.hamedan.esup.rulebooks.demo.Places;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    /** The hash of {@link #canonical} by the version of the engine that gives it. */
    private static final Map<Integer, String> HASHES =
            Map.of(3, "894fc1fcaef280b702b8c2bef90d06974ffc2ea47a5ed40153ee15bcc5bd75f8");

    private final RuleBook book = DemoBook.book();
    private final Engine engine = new Engine(book);

    @Test
    void equal_inputs_give_equal_bytes_and_other_inputs_others() {
        Engine other = new Engine(DemoBook.book());
        for (int seed = 0; seed < 200; seed++) {
            Site site = new RandomSites(book, new Random(seed)).site();
            Site again = new RandomSites(book, new Random(seed)).site();

            assertArrayEquals(
                    AnswerJson.bytes(engine.answer(site, Given.NOTHING)),
                    AnswerJson.bytes(other.answer(again, Given.NOTHING)));
        }
        assertNotEquals(hash(Given.NOTHING), hash(Given.NOTHING.withCeded(1_00)));
    }

    /** In two zones and partly in none, at a corner, with overlays, a bonus, a use that is not permitted, and suppositions. */
    private Answer canonical() {
        Site site = Places.without(
                Places.plot(
                        520_00,
                        500_00,
                        List.of(new Site.Zone("R122", "متوسط", 380_00), new Site.Zone("R121", "متوسط", 100_00)),
                        List.of(
                                new Site.Frontage("s1", "خیابان", 14_00, 16_00, 25_00, 25_00),
                                new Site.Frontage("s2", "کوچه", 8_00, 8_00, 20_00, 0)),
                        List.of(new Site.Corner("s1", "s2", 90)),
                        List.of(
                                Places.in(LayerKind.HERITAGE, "BUFFER_2", 0, 500_00),
                                Places.in(LayerKind.WORN_OUT, "", 0, 500_00),
                                Places.in(LayerKind.SLOPE, "", 120, 200_00),
                                Places.near(LayerKind.RIVER, 20_00))),
                LayerKind.FAULT);
        Answer.Asked asked = new Answer.Asked(List.of(RenewalCode.parse("1-5-67-16")), List.of("DWELLING", "HOTEL"));
        return engine.answer(site, Given.NOTHING.withMerged(2).withCeded(5_00), asked);
    }

    @Test
    void an_answer_of_another_hash_is_by_another_engine() {
        assertEquals(
                HASHES.get(AnswerJson.ENGINE_VERSION),
                AnswerJson.document(canonical()).getString("hash"),
                "The same question has other bytes than before, which people keep by their hash. If the engine or the form of the"
                        + " document changed: raise AnswerJson.ENGINE_VERSION by one, say there what changed, and put the new"
                        + " hash under the new version in HASHES. If only the demonstration book or this place changed: put the"
                        + " new hash under the version that stands.");
        assertEquals(Set.of(AnswerJson.ENGINE_VERSION), HASHES.keySet());
    }

    @Test
    void the_hash_is_the_sha_256_of_the_bytes_without_it() throws Exception {
        String text = new String(AnswerJson.bytes(worked(Given.NOTHING)), StandardCharsets.UTF_8);
        String hash = hash(Given.NOTHING);
        String without = text.replace("\"hash\":\"" + hash + "\",", "");

        assertEquals(text.length() - 74, without.length());
        assertEquals(
                hash,
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(without.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void the_content_is_hashed_without_hash_and_instant_and_stays_while_nothing_else_is_another() throws Exception {
        Rules.Document first = AnswerJson.of(worked(Given.NOTHING));
        String without = first.json().replaceFirst("\"hash\":\"[0-9a-f]{64}\",\"known\":\"[^\"]+\",", "");
        assertEquals(
                first.content(),
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(without.getBytes(StandardCharsets.UTF_8))));

        Rules.Document later = AnswerJson.of(engine.answer(knownLater(Places.worked()), Given.NOTHING));
        assertEquals(first.content(), later.content());
        assertNotEquals(first.hash(), later.hash());
        assertNotEquals(
                first.content(),
                AnswerJson.of(worked(Given.NOTHING.withCeded(1_00))).content());
    }

    private static Site knownLater(Site site) {
        return new Site(
                site.parcel(),
                site.on(),
                site.known().plusSeconds(60),
                site.deedArea(),
                site.area(),
                site.zones(),
                site.frontages(),
                site.corners(),
                site.concerns(),
                site.clear(),
                site.noData(),
                site.versions());
    }

    @Test
    void the_text_of_the_document_is_its_canonical_form() {
        for (int seed = 0; seed < 50; seed++) {
            Answer answer = engine.answer(new RandomSites(book, new Random(seed)).site(), Given.NOTHING);
            JsonObject document = AnswerJson.document(answer);
            assertEquals(CanonicalJson.text(document), AnswerJson.of(answer).json());
            assertEquals(document.getString("hash"), AnswerJson.of(answer).hash());
        }
    }

    @Test
    void numbers_are_told_in_percent_metres_and_square_metres() {
        JsonObject dwelling = read(worked(Given.NOTHING)).getJsonArray("uses").getJsonObject(0);

        assertEquals("DWELLING", dwelling.getString("use"));
        assertNumber("224", dwelling, "density");
        assertNumber("10.5", dwelling, "height");
        assertNumber("2", dwelling, "floors");
        assertNumber("120", dwelling, "reachableDensity");
        assertNumber("273", dwelling, "buildableArea");
        JsonObject height = named(dwelling, "height");
        assertEquals("METRES", height.getString("unit"));
        assertEquals("14", height.getJsonArray("clauses").getJsonObject(0).getString("number"));
        assertEquals(
                "حریم هگمتانه", height.getJsonArray("clauses").getJsonObject(0).getString("title"));
        JsonObject lost = height.getJsonArray("lost").getJsonObject(1);
        assertEquals("17.3", lost.getJsonNumber("value").toString());
        assertEquals("CAP", lost.getString("because"));
        assertEquals("H2", lost.getString("by"));
    }

    @Test
    void a_number_without_a_value_is_null_and_its_basis_is_told() {
        Answer hotel = engine.answer(Places.plot("M211", 600_00, 20_00), Given.NOTHING, "HOTEL");
        JsonObject parking = named(read(hotel).getJsonArray("uses").getJsonObject(0), "parking");

        assertTrue(parking.isNull("value"));
        assertEquals("PER_ROOMS", parking.getJsonObject("basis").getString("kind"));
        assertEquals(4, parking.getJsonObject("basis").getInt("amount"));
    }

    @Test
    void what_is_not_known_is_in_the_document() {
        Site site = Places.without(Places.worked(), LayerKind.HERITAGE);
        JsonObject unknown =
                read(engine.answer(site, Given.NOTHING)).getJsonArray("noData").getJsonObject(0);

        assertEquals("HERITAGE", unknown.getString("layer"));
        assertTrue(unknown.getBoolean("couldLower"));
    }

    @Test
    void what_was_supposed_is_in_the_document_and_the_locks_are_not() {
        Given given = Given.NOTHING.withMerged(2).withCeded(12_50).withLocks(Set.of(LockKind.SEIZURE));
        JsonObject document = read(worked(given));

        assertEquals(
                "{\"ceded\":12.5,\"merged\":2,\"uses\":[],\"with\":[]}",
                CanonicalJson.text(document.getJsonObject("given")));
        assertTrue(document.getBoolean("whatIf"));
        assertEquals("INFORMATION_ONLY", document.getString("verdict"));
        assertFalse(document.toString().contains("SEIZURE"));
    }

    @Test
    void a_number_that_readers_would_not_write_alike_is_refused() {
        JsonObject large = Json.createObjectBuilder()
                .add("a", new BigDecimal("1234567890123456"))
                .build();

        assertThrows(IllegalStateException.class, () -> CanonicalJson.text(large));
        assertEquals(
                "{\"a\":100,\"b\":\"\\\"\\u0001\"}",
                CanonicalJson.text(Json.createObjectBuilder()
                        .add("b", "\"\u0001")
                        .add("a", new BigDecimal("100.00"))
                        .build()));
    }

    private Answer worked(Given given) {
        return engine.answer(Places.worked(), given);
    }

    private String hash(Given given) {
        return AnswerJson.document(worked(given)).getString("hash");
    }

    private static JsonObject read(Answer answer) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(AnswerJson.bytes(answer)))) {
            return reader.readObject();
        }
    }

    private static JsonObject named(JsonObject use, String name) {
        List<JsonObject> numbers = use.getJsonArray("numbers").getValuesAs(JsonObject.class);
        return numbers.stream()
                .filter(number -> number.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertNumber(String value, JsonObject use, String name) {
        assertEquals(value, named(use, name).getJsonNumber("value").toString());
    }
}
