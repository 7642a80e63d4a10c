package ir.hamedan.esup.signing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** The examples of RFC 8785. */
class CanonicalJsonTest {
    private static JsonValue read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private static double bits(String hex) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(hex, 16));
    }

    @Example
    void the_sample_of_section_3_2_2_comes_out() {
        String input = """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}
                """;

        assertEquals(
                "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CanonicalJson.text(read(input)));
    }

    @Example
    void members_are_sorted_by_utf_16_units_as_in_section_3_2_3() {
        String input = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}
                """;

        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CanonicalJson.text(read(input)));
    }

    @Example
    void numbers_come_out_as_in_appendix_b() {
        assertEquals("0", CanonicalJson.ecmaScript(bits("0000000000000000")));
        assertEquals("0", CanonicalJson.ecmaScript(bits("8000000000000000")));
        assertEquals("5e-324", CanonicalJson.ecmaScript(bits("0000000000000001")));
        assertEquals("-5e-324", CanonicalJson.ecmaScript(bits("8000000000000001")));
        assertEquals("1.7976931348623157e+308", CanonicalJson.ecmaScript(bits("7fefffffffffffff")));
        assertEquals("-1.7976931348623157e+308", CanonicalJson.ecmaScript(bits("ffefffffffffffff")));
        assertEquals("9007199254740992", CanonicalJson.ecmaScript(bits("4340000000000000")));
        assertEquals("-9007199254740992", CanonicalJson.ecmaScript(bits("c340000000000000")));
        assertEquals("295147905179352830000", CanonicalJson.ecmaScript(bits("4430000000000000")));
        assertEquals("9.999999999999997e+22", CanonicalJson.ecmaScript(bits("44b52d02c7e14af5")));
        assertEquals("1e+23", CanonicalJson.ecmaScript(bits("44b52d02c7e14af6")));
        assertEquals("1.0000000000000001e+23", CanonicalJson.ecmaScript(bits("44b52d02c7e14af7")));
        assertEquals("999999999999999700000", CanonicalJson.ecmaScript(bits("444b1ae4d6e2ef4e")));
        assertEquals("999999999999999900000", CanonicalJson.ecmaScript(bits("444b1ae4d6e2ef4f")));
        assertEquals("1e+21", CanonicalJson.ecmaScript(bits("444b1ae4d6e2ef50")));
        assertEquals("9.999999999999997e-7", CanonicalJson.ecmaScript(bits("3eb0c6f7a0b5ed8c")));
        assertEquals("0.000001", CanonicalJson.ecmaScript(bits("3eb0c6f7a0b5ed8d")));
        assertEquals("333333333.3333332", CanonicalJson.ecmaScript(bits("41b3de4355555553")));
        assertEquals("333333333.33333325", CanonicalJson.ecmaScript(bits("41b3de4355555554")));
        assertEquals("333333333.3333333", CanonicalJson.ecmaScript(bits("41b3de4355555555")));
        assertEquals("333333333.3333334", CanonicalJson.ecmaScript(bits("41b3de4355555556")));
        assertEquals("333333333.33333343", CanonicalJson.ecmaScript(bits("41b3de4355555557")));
        assertEquals("-0.0000033333333333333333", CanonicalJson.ecmaScript(bits("becbf647612f3696")));
        assertEquals("1424953923781206.2", CanonicalJson.ecmaScript(bits("43143ff3c1cb0959")));
        assertThrows(IllegalStateException.class, () -> CanonicalJson.ecmaScript(bits("7ff0000000000000")));
        assertThrows(IllegalStateException.class, () -> CanonicalJson.ecmaScript(bits("7fffffffffffffff")));
    }

    @Property
    void every_number_reads_back(@ForAll double value) {
        assertEquals(value + 0.0, Double.parseDouble(CanonicalJson.ecmaScript(value)) + 0.0);
    }

    @Property
    void the_canonical_form_of_the_canonical_form_is_itself(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double number, @ForAll long whole) {
        String once = CanonicalJson.text(Json.createObjectBuilder()
                .add("b", number)
                .add("a", whole >> 11)
                .build());

        assertEquals(once, CanonicalJson.text(read(once)));
    }

    @Example
    void what_other_readers_would_misread_is_refused() {
        assertThrows(IllegalStateException.class, () -> CanonicalJson.text(Json.createValue((1L << 53) + 2)));
        assertThrows(IllegalStateException.class, () -> CanonicalJson.text(Json.createValue("half \ud83d")));
    }
}
