package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.kernel.Csv;
import ir.hamedan.esup.kernel.Problem;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The features of a GeoJSON file as lines: each is a row whose cells are its properties, and its number, from 1, is that of
 * the line. What is checked of a row is then the same as of a CSV file. Geometries are passed over: outlines are a layer.
 */
final class FeatureLines implements Lines {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a file has: how many features, and which properties in the order in which they first come. */
    record Scan(long features, List<String> names) {}

    /** The properties of a feature; empty when it is none, or has a property that is no single value. */
    private record Feature(Optional<Map<String, String>> properties) {}

    private final List<String> names;
    private final JsonParser parser;
    private boolean headed;
    private boolean inFeatures;
    private long number;

    FeatureLines(InputStream file, List<String> names) {
        this.names = List.copyOf(names);
        this.parser = Json.createParser(text(file));
    }

    private static BufferedReader text(InputStream file) {
        try {
            BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            return text;
        } catch (IOException e) {
            throw Problem.invalid("jobs.not-geojson").because(e);
        }
    }

    /**
     * Reads a file through: after that nothing about its form can be wrong any more.
     *
     * @throws Problem {@code jobs.not-geojson}, {@code jobs.no-rows}, {@code jobs.column-unknown}
     */
    static Scan scan(InputStream file) {
        FeatureLines lines = new FeatureLines(file, List.of());
        Set<String> names = new LinkedHashSet<>();
        for (Optional<Feature> feature = lines.feature(); feature.isPresent(); feature = lines.feature()) {
            Set<String> own = feature.get().properties().map(Map::keySet).orElse(Set.of());
            lines.number++;
            // The columns have few names; a file of very many other ones is refused at the first.
            if (!names.containsAll(own)) {
                ImportHeader.requireKnown(own);
                names.addAll(own);
            }
        }
        if (lines.number == 0) {
            throw Problem.invalid("jobs.no-rows");
        }
        return new Scan(lines.number, List.copyOf(names));
    }

    /** Whether a file is to be read so: its first character that is no blank is a brace. */
    static boolean areIn(InputStream file) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            int each = text.read();
            while (each == BYTE_ORDER_MARK || each >= 0 && Character.isWhitespace(each)) {
                each = text.read();
            }
            return each == '{';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Line> next() {
        if (!headed) {
            headed = true;
            return Optional.of(new Line(0, cells(names), Optional.empty()));
        }
        Optional<Feature> feature = feature();
        if (feature.isEmpty()) {
            return Optional.empty();
        }
        number++;
        return Optional.of(line(feature.get()));
    }

    @Override
    public void passTo(long wanted) {
        while (number < wanted && next().isPresent()) {
            // What was worked off is not wanted again.
        }
    }

    private Line line(Feature feature) {
        if (feature.properties().isEmpty()) {
            return faulty(RowFault.FEATURE);
        }
        String text = cells(names.stream()
                .map(name -> feature.properties().get().getOrDefault(name, ""))
                .toList());
        if (text.length() > LineReader.LONGEST_LINE) {
            return faulty(RowFault.LINE_TOO_LONG);
        }
        if (text.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
            return faulty(RowFault.CONTROL_CHARACTER);
        }
        return new Line(number, text, Optional.empty());
    }

    private Line faulty(RowFault fault) {
        return new Line(number, "", Optional.of(fault));
    }

    private static String cells(List<String> values) {
        return values.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    /** The next feature; empty at the end of the file, which is read to its last brace. */
    private Optional<Feature> feature() {
        try {
            if (!inFeatures && !open()) {
                return Optional.empty();
            }
            Event event = parser.next();
            if (event == Event.END_ARRAY) {
                inFeatures = false;
                return open() ? feature() : Optional.empty();
            }
            return Optional.of(event == Event.START_OBJECT ? read() : passed(event));
        } catch (JsonException | NoSuchElementException | IllegalStateException e) {
            throw Problem.invalid("jobs.not-geojson").because(e);
        }
    }

    private Feature passed(Event event) {
        pass(event);
        return new Feature(Optional.empty());
    }

    /** Goes on to the list of features; false at the end of a collection that had one. */
    private boolean open() {
        while (parser.hasNext()) {
            Event event = parser.next();
            if (event == Event.KEY_NAME) {
                boolean features = parser.getString().equals("features");
                Event value = parser.next();
                if (features && value == Event.START_ARRAY) {
                    inFeatures = true;
                    return true;
                }
                pass(value);
            } else if (event != Event.START_OBJECT && event != Event.END_OBJECT) {
                throw Problem.invalid("jobs.not-geojson");
            }
        }
        return false;
    }

    private Feature read() {
        Optional<Map<String, String>> properties = Optional.empty();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            boolean wanted = parser.getString().equals("properties");
            Event value = parser.next();
            if (wanted && value == Event.START_OBJECT) {
                properties = properties();
            } else {
                pass(value);
            }
        }
        return new Feature(properties);
    }

    private Optional<Map<String, String>> properties() {
        Map<String, String> cells = new LinkedHashMap<>();
        boolean simple = true;
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            Event value = parser.next();
            switch (value) {
                case VALUE_STRING, VALUE_NUMBER -> cells.put(name, parser.getString());
                case VALUE_TRUE -> cells.put(name, "true");
                case VALUE_FALSE -> cells.put(name, "false");
                case VALUE_NULL -> cells.put(name, "");
                case START_OBJECT, START_ARRAY, END_OBJECT, END_ARRAY, KEY_NAME -> {
                    pass(value);
                    simple = false;
                }
            }
        }
        return simple ? Optional.of(cells) : Optional.empty();
    }

    private void pass(Event value) {
        if (value == Event.START_OBJECT) {
            parser.skipObject();
        } else if (value == Event.START_ARRAY) {
            parser.skipArray();
        }
    }
}
