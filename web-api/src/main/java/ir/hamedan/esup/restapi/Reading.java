package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a JSON body field by field and collects every fault with its path, so that one answer names them all. Unknown
 * fields are faults too: a misspelt optional field must not be lost in silence.
 */
final class Reading {
    /** The largest JSON body. */
    static final int LARGEST = 64 * 1024;

    private static final int LONGEST_TEXT = 2_000;

    private final JsonObject object;
    private final String path;
    private final List<Problem> faults;

    private Reading(JsonObject object, String path, List<Problem> faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /**
     * The body as a JSON object.
     *
     * @throws Problem {@code restapi.too-large}, {@code restapi.not-json}
     */
    static Reading of(InputStream body) throws IOException {
        byte[] bytes = bounded(body, LARGEST);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return new Reading(reader.readObject(), "", new ArrayList<>());
        } catch (JsonException | IllegalStateException e) {
            throw Problem.invalid("restapi.not-json").because(e);
        }
    }

    /** At most so many bytes; one more is {@code restapi.too-large} before the rest is read. */
    static byte[] bounded(InputStream body, int largest) throws IOException {
        byte[] bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw Problem.tooLarge("restapi.too-large", largest / 1024);
        }
        return bytes;
    }

    /** Fields that are none of these are faults. */
    Reading only(Set<String> known) {
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                faults.add(Problem.invalid("restapi.unknown-field", name).at(path + name));
            }
        }
        return this;
    }

    /** The value of a field that must be there, or null when it is a fault. */
    <T> T required(String name, Function<String, T> parse) {
        String text = text(name);
        if (text == null) {
            missing(name);
            return null;
        }
        return parsed(name, text, parse);
    }

    /** The value of a field that may be missing, or null. */
    <T> T optional(String name, Function<String, T> parse) {
        String text = text(name);
        return text == null || text.isEmpty() ? null : parsed(name, text, parse);
    }

    boolean flag(String name) {
        JsonValue value = object.get(name);
        if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE && value != JsonValue.NULL) {
            faults.add(Problem.invalid("restapi.not-a-flag").at(path + name));
        }
        return value == JsonValue.TRUE;
    }

    /** A nested object, or null when it is missing. */
    Reading child(String name, boolean needed) {
        JsonValue value = object.get(name);
        if (value instanceof JsonObject nested) {
            return new Reading(nested, path + name + ".", faults);
        }
        if (value != null && value != JsonValue.NULL) {
            faults.add(Problem.invalid("restapi.not-an-object").at(path + name));
        } else if (needed) {
            missing(name);
        }
        return null;
    }

    /** The objects of a list; a missing list is a fault. */
    List<Reading> children(String name) {
        List<Reading> children = new ArrayList<>();
        if (!(object.get(name) instanceof JsonArray array)) {
            missing(name);
            return children;
        }
        for (int i = 0; i < Math.min(array.size(), 200); i++) {
            if (array.get(i) instanceof JsonObject nested) {
                children.add(new Reading(nested, path + name + "[" + i + "].", faults));
            } else {
                faults.add(Problem.invalid("restapi.not-an-object").at(path + name + "[" + i + "]"));
            }
        }
        return children;
    }

    /** Runs a step that makes a value of several fields; its problem becomes a fault at the field. */
    <T> T made(String name, java.util.function.Supplier<T> make) {
        try {
            return make.get();
        } catch (Problem problem) {
            faults.add(problem.at(path + name));
            return null;
        }
    }

    /** A day as 2026-11-24, or of the Persian calendar as 1405/09/03; digits of any script. */
    static LocalDate date(String text) {
        String plain = PersianText.asciiDigits(PersianText.clean(text));
        if (plain.startsWith("1")) {
            return PersianDate.parse(plain).toLocalDate();
        }
        try {
            return LocalDate.parse(plain);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("kernel.date.wrong", plain).because(e);
        }
    }

    /** One of the constants, in any case. */
    static <E extends Enum<E>> Function<String, E> constant(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(text.strip())) {
                    return constant;
                }
            }
            throw Problem.invalid("restapi.unknown-value", text, String.join(", ", names(type)));
        };
    }

    /** @throws Faults when there are any */
    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return List.of(type.getEnumConstants()).stream().map(Enum::name).toList();
    }

    private <T> T parsed(String name, String text, Function<String, T> parse) {
        if (text.length() > LONGEST_TEXT) {
            faults.add(Problem.invalid("restapi.too-long", LONGEST_TEXT).at(path + name));
            return null;
        }
        return made(name, () -> parse.apply(text));
    }

    private void missing(String name) {
        faults.add(Problem.invalid("restapi.missing").at(path + name));
    }

    private String text(String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.toString();
        }
        if (value != null && value != JsonValue.NULL) {
            faults.add(Problem.invalid("restapi.not-a-text").at(path + name));
        }
        return null;
    }
}
