package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.web.Shown;
import ir.hamedan.esup.web.Texts;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The facts of an answer as people read them. An answer is JSON for ever, and older or later ones may lack or add facts:
 * what is not there is left out, and what is not listed here is left to the signed original, which stands beside it.
 */
final class AnswerFacts {
    /** One fact; a code is shown left to right. */
    public record Fact(String label, String value, boolean code) {}

    /** How a fact is written. */
    private enum Form {
        TEXT,
        CODE,
        DAY,
        DEAL("inquiries.deal-kind."),
        REASON("inquiries.reason-code."),
        PARTIES;

        private final String labels;

        Form() {
            this("");
        }

        Form(String labels) {
            this.labels = labels;
        }
    }

    /** Where a fact lies in the answer: members, one inside the other, with a slash between. */
    private record Place(String path, String label, Form form) {}

    private static final List<Place> PLACES = List.of(
            new Place("property/code", "parcel", Form.CODE),
            new Place("property/registryPlate", "plate", Form.CODE),
            new Place("property/postalCode", "postal-code", Form.CODE),
            new Place("property/address", "address", Form.TEXT),
            new Place("request/deal", "deal", Form.DEAL),
            new Place("request/transferors", "transferors", Form.PARTIES),
            new Place("request/transferees", "transferees", Form.PARTIES),
            new Place("officer/reason", "reason", Form.REASON),
            new Place("office/name", "office", Form.TEXT),
            new Place("inquiry", "inquiry", Form.CODE),
            new Place("answeredOn", "answered-on", Form.DAY),
            new Place("reservedUntil", "reserved-until", Form.DAY));

    private AnswerFacts() {}

    static List<Fact> of(JsonObject answer, Texts texts, Shown shown) {
        return PLACES.stream()
                .flatMap(place -> at(answer, place.path())
                        .map(value -> written(value, place.form(), texts, shown))
                        .filter(value -> !value.isBlank())
                        .map(value -> new Fact(
                                texts.get("citizen.answer." + place.label()), value, place.form() == Form.CODE))
                        .stream())
                .toList();
    }

    private static Optional<JsonValue> at(JsonObject answer, String path) {
        JsonValue value = answer;
        for (String member : path.split("/")) {
            value = value instanceof JsonObject object ? object.get(member) : null;
        }
        return Optional.ofNullable(value);
    }

    private static String written(JsonValue value, Form form, Texts texts, Shown shown) {
        return switch (form) {
            case CODE -> text(value);
            case TEXT -> shown.digits(text(value));
            case DAY -> shown.date(LocalDate.parse(text(value)));
            case DEAL, REASON -> labelled(form.labels + text(value), texts);
            case PARTIES -> parties(value, shown);
        };
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** The word for a constant; empty for one this version has no word for. */
    private static String labelled(String key, Texts texts) {
        return texts.containsKey(key) ? texts.get(key) : "";
    }

    private static String parties(JsonValue value, Shown shown) {
        return value.asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(party -> party.getString("name") + " ("
                        + PersianText.isolated(shown.digits(party.getString("share"))) + ")")
                .collect(Collectors.joining("\n"));
    }
}
