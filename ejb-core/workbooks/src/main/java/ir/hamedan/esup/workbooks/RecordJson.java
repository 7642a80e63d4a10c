package ir.hamedan.esup.workbooks;

import ir.hamedan.esup.kernel.RenewalCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Records as JSON and back: an object of its components, in their order. Sets and maps are sorted, so that equal records
 * give equal texts. Of each type only what books are made of.
 */
public final class RecordJson {
    /** Asked for once: {@code Json} looks for its provider on the class path at every call, many times the work itself. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private RecordJson() {}

    /** The text. */
    public static String text(Record value) {
        return write(value).toString();
    }

    /** The record a text was made of. */
    public static <T extends Record> T read(Class<T> type, String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return type.cast(read(type, reader.readValue()));
        }
    }

    private static JsonValue write(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(RecordJson::write).orElse(JsonValue.NULL);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? JSON.createValue(optional.getAsInt()) : JsonValue.NULL;
        }
        if (value instanceof Collection<?> values) {
            return array(values);
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            new TreeMap<>(map).forEach((key, element) -> object.add(((Enum<?>) key).name(), write(element)));
            return object.build();
        }
        if (value instanceof Boolean yes) {
            return yes ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Enum<?> constant) {
            return JSON.createValue(constant.name());
        }
        if (value instanceof Record record && !(value instanceof RenewalCode)) {
            return object(record);
        }
        return JSON.createValue(value.toString());
    }

    private static JsonArray array(Collection<?> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        List<JsonValue> all = values.stream().map(RecordJson::write).toList();
        if (values instanceof Set) {
            all = all.stream()
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
        }
        all.forEach(array::add);
        return array.build();
    }

    private static JsonObject object(Record record) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                object.add(component.getName(), write(component.getAccessor().invoke(record)));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(component.toString(), e);
            }
        }
        return object.build();
    }

    private static Object read(Type type, JsonValue value) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, value);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == OptionalInt.class) {
            return value == JsonValue.NULL ? OptionalInt.empty() : OptionalInt.of(((JsonNumber) value).intValueExact());
        }
        if (raw == boolean.class) {
            return value == JsonValue.TRUE;
        }
        if (raw == int.class) {
            return ((JsonNumber) value).intValueExact();
        }
        if (raw == long.class || raw == Long.class) {
            return ((JsonNumber) value).longValueExact();
        }
        if (raw.isRecord() && raw != RenewalCode.class) {
            return record(raw, (JsonObject) value);
        }
        String text = ((JsonString) value).getString();
        return raw.isEnum() ? constant(raw, text) : scalar(raw, text);
    }

    private static Object scalar(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == RenewalCode.class) {
            return RenewalCode.parse(text);
        }
        throw new IllegalStateException("no form for " + type);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName() + " " + name));
    }

    private static Object container(ParameterizedType type, JsonValue value) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return value == JsonValue.NULL ? Optional.empty() : Optional.of(read(of[0], value));
        }
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            ((JsonObject) value)
                    .forEach((key, element) -> map.put(constant((Class<?>) of[0], key), read(of[1], element)));
            return map;
        }
        Collection<Object> all = type.getRawType() == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        ((JsonArray) value).forEach(element -> all.add(read(of[0], element)));
        return all;
    }

    private static Object record(Class<?> type, JsonObject object) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = read(components[i].getGenericType(), object.get(components[i].getName()));
        }
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }
}
