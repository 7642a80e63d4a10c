package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.Outcome;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;

/** Checks as they are kept beside an inquiry and written into its certificate. */
final class CheckJson {
    private CheckJson() {}

    static String write(List<Check> checks) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        checks.forEach(check -> array.add(write(check)));
        return array.build().toString();
    }

    static JsonObject write(Check check) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("code", check.code().name())
                .add("outcome", check.outcome().name())
                .add("source", check.source());
        if (check.asOf() != null) {
            json.add("asOf", check.asOf().toString());
        }
        return json.add("detail", check.detail())
                .add("arguments", Json.createArrayBuilder(check.arguments()))
                .build();
    }

    static List<Check> read(String text) {
        return structure(text).asJsonArray().getValuesAs(JsonObject.class).stream()
                .map(json -> new Check(
                        CheckCode.valueOf(json.getString("code")),
                        Outcome.valueOf(json.getString("outcome")),
                        json.getString("source"),
                        json.containsKey("asOf") ? Instant.parse(json.getString("asOf")) : null,
                        json.getString("detail"),
                        json.getJsonArray("arguments").getValuesAs(JsonString::getString)))
                .toList();
    }

    /** A document of the database. */
    static JsonObject parse(String text) {
        return structure(text).asJsonObject();
    }

    private static JsonStructure structure(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
