package ir.hamedan.esup.citizen;

import ir.hamedan.esup.web.Shown;
import ir.hamedan.esup.web.Texts;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The facts of an answer as people read them. An answer is JSON for ever, and older ones will name facts this version no
 * longer knows: what has no label here is left to the signed original, which stands beside it.
 */
final class AnswerFacts {
    private static final String LABEL = "citizen.answer.";
    private static final int MOST = 60;
    private static final Set<String> CODES = Set.of("parcel", "plate", "postalCode", "inquiry", "letterNumber");

    private AnswerFacts() {}

    /** One fact; a code is shown left to right. */
    public record Fact(String label, String value, boolean code) {}

    static List<Fact> of(JsonObject answer, Texts texts, Shown shown) {
        List<Fact> facts = new ArrayList<>();
        for (Map.Entry<String, JsonValue> entry : answer.entrySet()) {
            String key = LABEL + entry.getKey();
            String value = written(entry.getKey(), entry.getValue(), texts, shown);
            if (texts.containsKey(key) && !value.isBlank() && facts.size() < MOST) {
                facts.add(new Fact(texts.get(key), value, CODES.contains(entry.getKey())));
            }
        }
        return facts;
    }

    private static String written(String key, JsonValue value, Texts texts, Shown shown) {
        return switch (value.getValueType()) {
            case STRING -> text(key, ((JsonString) value).getString(), texts, shown);
            case NUMBER -> shown.digits(value.toString());
            case ARRAY ->
                value.asJsonArray().stream()
                        .map(item -> written(key, item, texts, shown))
                        .filter(item -> !item.isBlank())
                        .collect(Collectors.joining("؛ "));
            case OBJECT -> party(value.asJsonObject(), shown);
            case TRUE, FALSE, NULL -> "";
        };
    }

    private static String text(String key, String text, Texts texts, Shown shown) {
        String label = LABEL + key + "." + text;
        if (texts.containsKey(label)) {
            return texts.get(label);
        }
        try {
            return shown.date(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return CODES.contains(key) ? text : shown.digits(text);
        }
    }

    /** A party to the deal: the name and the share. */
    private static String party(JsonObject party, Shown shown) {
        String name = party.getString("name", "");
        String share = party.getString("share", "");
        return share.isEmpty() ? name : name + " (\u2066" + shown.digits(share) + "\u2069)";
    }
}
