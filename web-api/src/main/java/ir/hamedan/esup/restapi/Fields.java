package ir.hamedan.esup.restapi;

import ir.hamedan.esup.kernel.Instants;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of a JSON object, read one by one; every fault is kept with its field, and the reading goes on. */
final class Fields {
    /** What the description of the interface says of {@link #day}. */
    static final String DAY = "The day, ISO or Persian; today when it is not given";

    /** And of {@link #known}. */
    static final String KNOWN = "The instant whose knowledge counts; the beginning of this minute when it is not given";

    /** Of four digits for the year: what is farther off is in no calendar of ours. */
    private static final int LONGEST_DATE = "2026-11-24".length();

    private final JsonObject json;
    private final String prefix;
    private final List<Problem> faults;

    Fields(JsonObject json) {
        this(json, "", new ArrayList<>());
    }

    private Fields(JsonObject json, String prefix, List<Problem> faults) {
        this.json = json;
        this.prefix = prefix;
        this.faults = faults;
    }

    /** A misspelt field would else be a fact nobody looked at. */
    void only(Set<String> known) {
        json.keySet().stream()
                .filter(name -> !known.contains(name))
                .limit(20)
                .forEach(name -> fault(shortened(name), Problem.invalid("restapi.unknown-field", shortened(name))));
    }

    private static String shortened(String name) {
        return name.substring(0, Math.min(60, name.length()));
    }

    /** The text, or nothing: when it is missing (a fault if it is required) or not a text. */
    Optional<String> text(String name, boolean required) {
        JsonValue value = json.get(name);
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            if (required) {
                fault(name, Problem.invalid("restapi.missing"));
            }
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        fault(name, Problem.invalid("restapi.not-a-text"));
        return Optional.empty();
    }

    boolean flag(String name) {
        JsonValue value = json.getOrDefault(name, JsonValue.FALSE);
        if (value.getValueType() != JsonValue.ValueType.TRUE && value.getValueType() != JsonValue.ValueType.FALSE) {
            fault(name, Problem.invalid("restapi.not-a-flag"));
        }
        return value.getValueType() == JsonValue.ValueType.TRUE;
    }

    <T> Optional<T> value(String name, boolean required, Function<String, T> parse) {
        return text(name, required).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (Problem problem) {
                fault(name, problem);
                return Optional.empty();
            }
        });
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return value(name, true, text -> {
            try {
                return Enum.valueOf(type, text);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid("restapi.not-one-of", allowed(type));
            }
        });
    }

    private static String allowed(Class<? extends Enum<?>> type) {
        List<String> names = new ArrayList<>();
        for (Enum<?> constant : type.getEnumConstants()) {
            names.add(constant.name());
        }
        return String.join(", ", names);
    }

    Optional<LocalDate> date(String name, boolean required) {
        return value(name, required, Fields::date);
    }

    /** A day as ISO (2026-11-24) or Persian (1405/09/03) date, in digits of any script. */
    static LocalDate date(String typed) {
        String text = PersianText.asciiDigits(PersianText.clean(typed));
        if (text.length() > LONGEST_DATE) {
            throw Problem.invalid("restapi.date-wrong", typed);
        }
        try {
            return text.startsWith("1") ? PersianDate.parse(text).toLocalDate() : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("restapi.date-wrong", typed);
        }
    }

    /** The same of a parameter, when one is given. */
    static Optional<LocalDate> day(String name, String day) {
        try {
            return day == null || day.isBlank() ? Optional.empty() : Optional.of(date(day));
        } catch (Problem problem) {
            throw problem.at(name);
        }
    }

    /**
     * The instant whose knowledge counts, of a parameter; the beginning of this minute when none is given, so that equal
     * questions within it are one.
     */
    static Instant known(String typed, Clock clock) {
        if (typed == null || typed.isBlank()) {
            return clock.instant().truncatedTo(ChronoUnit.MINUTES);
        }
        try {
            return Instants.parse(typed);
        } catch (Problem problem) {
            throw problem.at("known");
        }
    }

    /** The day of a parameter; that of the instant, in Tehran, when none is given. */
    static LocalDate day(String name, String typed, Instant known) {
        return day(name, typed).orElseGet(() -> LocalDate.ofInstant(known, PersianDate.TEHRAN));
    }

    Optional<Fields> object(String name, boolean required) {
        JsonValue value = json.get(name);
        if (value instanceof JsonObject object) {
            return Optional.of(new Fields(object, prefix + name + ".", faults));
        }
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            if (required) {
                fault(name, Problem.invalid("restapi.missing"));
            }
        } else {
            fault(name, Problem.invalid("restapi.not-an-object"));
        }
        return Optional.empty();
    }

    List<Fields> objects(String name, int most) {
        JsonValue value = json.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        List<Fields> found = new ArrayList<>();
        if (!(value instanceof JsonArray array)) {
            fault(name, Problem.invalid("restapi.not-a-list"));
            return found;
        }
        for (int i = 0; i < Math.min(array.size(), most); i++) {
            if (array.get(i) instanceof JsonObject object) {
                found.add(new Fields(object, prefix + name + "[" + i + "].", faults));
            } else {
                fault(name + "[" + i + "]", Problem.invalid("restapi.not-an-object"));
            }
        }
        if (array.size() > most) {
            fault(name, Problem.invalid("restapi.too-many", most));
        }
        return found;
    }

    void fault(String name, Problem problem) {
        faults.add(problem.at(prefix + name));
    }

    List<Problem> faults() {
        return faults;
    }

    /** @throws Faults when anything was wrong */
    void check() {
        if (!faults.isEmpty()) {
            throw new Faults(faults);
        }
    }
}
