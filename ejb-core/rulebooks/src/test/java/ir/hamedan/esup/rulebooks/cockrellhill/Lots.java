package ir.hamedan.esup.rulebooks.cockrellhill;

import ir.hamedan.esup.rulebooks.cockrellhill.Lot.Fault;
import ir.hamedan.esup.rulebooks.cockrellhill.Lot.Side;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Lots from a file that has no areas, only the sides of each lot as lines: built, and every fault told. */
public final class Lots {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Map<String, List<JsonObject>> features = new LinkedHashMap<>();
    private final List<Lot> all = new ArrayList<>();
    private final Map<Fault, List<String>> faults = new EnumMap<>(Fault.class);

    private Lots() {}

    public static Lots read(String geoJson) {
        Lots lots = new Lots();
        try (JsonReader reader = Json.createReader(new StringReader(geoJson))) {
            for (JsonValue value : reader.readObject().getJsonArray("features")) {
                JsonObject feature = value.asJsonObject();
                String id = feature.getJsonObject("properties").getString("parcel_id");
                lots.features.computeIfAbsent(id, i -> new ArrayList<>()).add(feature);
            }
        }
        lots.features.forEach((id, own) -> lots.all.add(lots.lot(id, own)));
        return lots;
    }

    public List<Lot> all() {
        return List.copyOf(all);
    }

    /** The ids of the lots that have each fault, in the order of the file. */
    public Map<Fault, List<String>> faults() {
        return faults;
    }

    private Lot lot(String id, List<JsonObject> own) {
        List<Side> sides = new ArrayList<>();
        Optional<Point> middle = Optional.empty();
        double acres = 0;
        for (JsonObject feature : own) {
            JsonObject geometry = feature.getJsonObject("geometry");
            JsonObject properties = feature.getJsonObject("properties");
            if (geometry.getString("type").equals("Point")) {
                middle = Optional.of(SHAPES.createPoint(coordinate(geometry.getJsonArray("coordinates"))));
                acres = properties.getJsonNumber("lot_area").doubleValue();
            } else {
                Coordinate[] points = geometry.getJsonArray("coordinates").stream()
                        .map(point -> coordinate(point.asJsonArray()))
                        .toArray(Coordinate[]::new);
                sides.add(new Side(properties.getString("side"), SHAPES.createLineString(points)));
            }
        }
        Optional<Polygon> outline = outline(id, sides);
        middle(id, middle, outline);
        long fronts = sides.stream().filter(side -> side.kind().equals("front")).count();
        if (fronts != 1) {
            fault(fronts == 0 ? Fault.NO_FRONT : Fault.SEVERAL_FRONTS, id);
        }
        return new Lot(id, sides, outline, middle, acres);
    }

    private Optional<Polygon> outline(String id, List<Side> sides) {
        if (sides.isEmpty()) {
            fault(Fault.NO_LINES, id);
            return Optional.empty();
        }
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(sides.stream().map(Side::line).toList());
        faultIf(polygonizer.getDangles(), Fault.NOT_CLOSED, id);
        faultIf(polygonizer.getCutEdges(), Fault.LINE_TOO_MANY, id);
        faultIf(polygonizer.getInvalidRingLines(), Fault.RING_INVALID, id);
        Collection<?> polygons = polygonizer.getPolygons();
        if (polygons.size() > 1) {
            fault(Fault.SEVERAL_OUTLINES, id);
        }
        return polygons.size() == 1 ? Optional.of((Polygon) polygons.iterator().next()) : Optional.empty();
    }

    private void middle(String id, Optional<Point> middle, Optional<Polygon> outline) {
        if (middle.isEmpty()) {
            fault(Fault.NO_MIDDLE, id);
        } else if (outline.isPresent() && !outline.get().covers(middle.get())) {
            fault(Fault.MIDDLE_OUTSIDE, id);
        }
    }

    private void faultIf(Collection<?> lines, Fault fault, String id) {
        if (!lines.isEmpty()) {
            fault(fault, id);
        }
    }

    private void fault(Fault fault, String id) {
        faults.computeIfAbsent(fault, f -> new ArrayList<>()).add(id);
    }

    private static Coordinate coordinate(JsonArray numbers) {
        return new Coordinate(
                numbers.getJsonNumber(0).doubleValue(), numbers.getJsonNumber(1).doubleValue());
    }

    /** The outlines as a file of the layer of parcels. */
    public String geoJson() {
        return GeoJson.collection(all.stream()
                .filter(lot -> lot.outline().isPresent())
                .map(lot -> GeoJson.polygon(
                        "\"id\":\"" + lot.code() + "\"", lot.outline().get()))
                .collect(Collectors.toList()));
    }
}
