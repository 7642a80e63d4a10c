package ir.hamedan.esup.citizen;

import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.MapViews;
import ir.hamedan.esup.web.Look;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The surroundings of a parcel as a drawing inside the page, which needs no script and can be printed. North is up.
 *
 * @param shapes in the order in which they are drawn, the parcel itself last
 * @param metres how wide the drawing is on the ground
 */
public record Extract(int width, int height, List<Shape> shapes, List<Name> names, long metres) {
    /** A path; its attributes are those of SVG. */
    public record Shape(
            LayerKind kind, boolean own, String path, String fill, String stroke, double thick, String dash) {}

    /** The name of a street where it can be read. */
    public record Name(double x, double y, String text) {}

    private static final int WIDTH = 600;
    private static final int MOST_NAMES = 12;
    /** Beyond this the page would be large, and nobody would see more. */
    private static final int MOST_LETTERS = 40_000;

    private static final double METRES_A_DEGREE = 111_320;
    private static final double LEAST_MARGIN = 25;

    private static final List<LayerKind> ORDER = List.of(
            LayerKind.ZONE,
            LayerKind.SLOPE,
            LayerKind.AIRPORT,
            LayerKind.WORN_OUT,
            LayerKind.HERITAGE,
            LayerKind.SECURITY,
            LayerKind.GARDEN,
            LayerKind.RIVER,
            LayerKind.STREET,
            LayerKind.ROAD_PLAN,
            LayerKind.PARCEL,
            LayerKind.FAULT);

    /** The box of a parcel with room around it: enough to see the streets and the neighbours. */
    static MapViews.Bounds around(MapViews.Bounds parcel) {
        double shrink = Math.cos(Math.toRadians((parcel.south() + parcel.north()) / 2));
        double high = (parcel.north() - parcel.south()) * METRES_A_DEGREE;
        double wide = (parcel.east() - parcel.west()) * METRES_A_DEGREE * shrink;
        double side = Math.max(high, wide);
        double halfWide = side / 2 + Math.max(LEAST_MARGIN, side * 0.8);
        double aside = halfWide / METRES_A_DEGREE / shrink;
        double up = halfWide * 0.75 / METRES_A_DEGREE;
        double east = (parcel.west() + parcel.east()) / 2;
        double north = (parcel.south() + parcel.north()) / 2;
        return new MapViews.Bounds(east - aside, north - up, east + aside, north + up);
    }

    /** The box of both. */
    static MapViews.Bounds both(MapViews.Bounds one, MapViews.Bounds other) {
        return new MapViews.Bounds(
                Math.min(one.west(), other.west()),
                Math.min(one.south(), other.south()),
                Math.max(one.east(), other.east()),
                Math.max(one.north(), other.north()));
    }

    /** Metres a point of the drawing. */
    static double scale(MapViews.Bounds box) {
        return metres(box) / WIDTH;
    }

    /** How high a box is for each point of its width. */
    static double ratio(MapViews.Bounds box) {
        return (box.north() - box.south()) * METRES_A_DEGREE / metres(box);
    }

    private static double metres(MapViews.Bounds box) {
        return (box.east() - box.west()) * METRES_A_DEGREE * Math.cos(Math.toRadians((box.south() + box.north()) / 2));
    }

    /** What is drawn beside the parcels: the base of the map and what concerns the parcel. */
    static Set<LayerKind> kinds(Stream<LayerKind> concerns) {
        Set<LayerKind> kinds = EnumSet.of(LayerKind.PARCEL, LayerKind.ZONE, LayerKind.STREET);
        concerns.forEach(kinds::add);
        return kinds;
    }

    /**
     * Draws a view.
     *
     * @param collection GeoJSON as {@link MapViews} writes it
     * @param own ids of the parcels the drawing is of
     */
    static Extract of(JsonObject collection, MapViews.Bounds box, Set<String> own) {
        return new Drawing(box, own).draw(collection);
    }

    /** The same of a view as it is asked for. */
    static Extract of(MapViews views, MapViews.View view, Set<String> own) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        views.write(view, out);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(out.toByteArray()))) {
            MapViews.Bounds box = new MapViews.Bounds(view.west(), view.south(), view.east(), view.north());
            return of(reader.readObject(), box, own);
        }
    }

    /** One drawing while it is made. */
    private static final class Drawing {
        private final MapViews.Bounds box;
        private final Set<String> own;
        private final double perDegreeEast;
        private final double perDegreeNorth;
        private final List<Shape> shapes = new ArrayList<>();
        private final List<Name> names = new ArrayList<>();
        private final Set<String> named = new HashSet<>();
        private int letters;

        Drawing(MapViews.Bounds box, Set<String> own) {
            this.box = box;
            this.own = own;
            this.perDegreeEast = WIDTH / (box.east() - box.west());
            this.perDegreeNorth = METRES_A_DEGREE / scale(box);
        }

        Extract draw(JsonObject collection) {
            List<JsonObject> features = collection.getJsonArray("features").stream()
                    .map(JsonValue::asJsonObject)
                    .sorted(Comparator.comparing((JsonObject feature) -> isOwn(feature) ? 0 : 1))
                    .toList();
            features.forEach(this::feature);
            shapes.sort(Comparator.comparing(Shape::own).thenComparing(shape -> ORDER.indexOf(shape.kind())));
            int height = (int) Math.round(ratio(box) * WIDTH);
            return new Extract(WIDTH, height, List.copyOf(shapes), List.copyOf(names), Math.round(metres(box)));
        }

        private static LayerKind kind(JsonObject feature) {
            return LayerKind.valueOf(feature.getJsonObject("properties").getString("layer"));
        }

        private boolean isOwn(JsonObject feature) {
            JsonObject properties = feature.getJsonObject("properties");
            return kind(feature) == LayerKind.PARCEL && own.contains(properties.getString("id"));
        }

        private void feature(JsonObject feature) {
            StringBuilder path = new StringBuilder();
            JsonObject geometry = feature.getJsonObject("geometry");
            boolean line = geometry.getString("type").endsWith("LineString");
            parts(geometry.getJsonArray("coordinates"), !line, path);
            letters += path.length();
            if (path.isEmpty() || letters > MOST_LETTERS) {
                return;
            }
            shapes.add(shape(feature, path.toString(), line));
            if (kind(feature) == LayerKind.STREET) {
                name(feature.getJsonObject("properties").getString("name"), geometry.getJsonArray("coordinates"));
            }
        }

        private Shape shape(JsonObject feature, String path, boolean line) {
            LayerKind kind = kind(feature);
            Look look = Look.of(kind);
            if (isOwn(feature)) {
                return new Shape(kind, true, path, "#ffe2c4", "#c2570c", 4, null);
            }
            double thick = look.width();
            if (line && kind == LayerKind.STREET) {
                double width = feature.getJsonObject("properties").getInt("value") / 100.0;
                thick = Math.max(thick, rounded(width / scale(box)));
            }
            String fill = line ? "none" : kind == LayerKind.PARCEL ? "none" : look.fill();
            return new Shape(kind, false, path, fill, look.stroke(), thick, look.dashes());
        }

        /** Rings and lines however deep they lie. */
        private void parts(JsonArray coordinates, boolean close, StringBuilder path) {
            if (coordinates.isEmpty()) {
                return;
            }
            JsonValue first = coordinates.get(0);
            boolean line = first instanceof JsonArray point && point.get(0) instanceof JsonNumber;
            if (!line) {
                coordinates.stream()
                        .filter(JsonArray.class::isInstance)
                        .forEach(part -> parts(part.asJsonArray(), close, path));
                return;
            }
            for (int i = 0; i < coordinates.size(); i++) {
                JsonArray point = coordinates.getJsonArray(i);
                path.append(i == 0 ? "M" : "L")
                        .append(text(x(point)))
                        .append(' ')
                        .append(text(y(point)));
            }
            path.append(close ? "Z" : "");
        }

        /** At the middle of its points that are in the drawing. */
        private void name(String text, JsonArray coordinates) {
            List<double[]> inside = new ArrayList<>();
            points(coordinates, inside);
            if (text.isBlank() || inside.isEmpty() || names.size() >= MOST_NAMES || !named.add(text)) {
                return;
            }
            double x = inside.stream().mapToDouble(point -> point[0]).average().orElseThrow();
            double y = inside.stream().mapToDouble(point -> point[1]).average().orElseThrow();
            names.add(new Name(rounded(x), rounded(y), text));
        }

        private void points(JsonArray coordinates, List<double[]> inside) {
            for (JsonValue value : coordinates) {
                if (value instanceof JsonArray part && !part.isEmpty() && part.get(0) instanceof JsonNumber) {
                    if (isInside(part)) {
                        inside.add(new double[] {x(part), y(part)});
                    }
                } else if (value instanceof JsonArray part) {
                    points(part, inside);
                }
            }
        }

        private boolean isInside(JsonArray point) {
            double longitude = point.getJsonNumber(0).doubleValue();
            double latitude = point.getJsonNumber(1).doubleValue();
            return longitude > box.west() && longitude < box.east() && latitude > box.south() && latitude < box.north();
        }

        private double x(JsonArray point) {
            return (point.getJsonNumber(0).doubleValue() - box.west()) * perDegreeEast;
        }

        private double y(JsonArray point) {
            return (box.north() - point.getJsonNumber(1).doubleValue()) * perDegreeNorth;
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }

        private static String text(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
