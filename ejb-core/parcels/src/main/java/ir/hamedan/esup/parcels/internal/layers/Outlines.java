package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LayerFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Turns coordinates of a file into a valid geometry in metres, and says what was wrong with them. */
final class Outlines {
    static final Set<String> AREAS = Set.of("Polygon", "MultiPolygon");
    static final Set<String> LINES = Set.of("LineString", "MultiLineString");
    static final Set<String> ALL =
            Set.of("Polygon", "MultiPolygon", "LineString", "MultiLineString", "Point", "MultiPoint");

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Projection projection;
    private final Faults faults;
    private Reference reference = Reference.SILENT;
    private String feature = "";

    Outlines(Projection projection, Faults faults) {
        this.projection = projection;
        this.faults = faults;
    }

    /** What the file says of its coordinates. */
    void read(Reference stated) {
        reference = stated;
    }

    /** The geometry, or empty when nothing can be made of it; the faults are added either way. */
    Optional<Geometry> geometry(String id, String type, Node coordinates, Set<String> types) {
        feature = id;
        if (!types.contains(type)) {
            fault(FaultCode.GEOMETRY_TYPE, firstPlace(coordinates), type);
            return Optional.empty();
        }
        if (!coordinates.isNested(depth(type))) {
            fault(FaultCode.GEOMETRY_BROKEN, firstPlace(coordinates));
            return Optional.empty();
        }
        Optional<Node> metres = projected(coordinates);
        if (metres.isEmpty()) {
            return Optional.empty();
        }
        return built(type, metres.get()).flatMap(this::valid);
    }

    private static int depth(String type) {
        return switch (type) {
            case "Point" -> 0;
            case "MultiPoint", "LineString" -> 1;
            case "Polygon", "MultiLineString" -> 2;
            default -> 3;
        };
    }

    private void fault(FaultCode code, Optional<LayerFault.Place> place, String... parameters) {
        faults.add(code, feature, place, parameters);
    }

    /** The first position that lies where the city is. */
    Optional<LayerFault.Place> firstPlace(Node node) {
        Node at = node;
        while (!at.isPoint()) {
            if (at.children().isEmpty()) {
                return Optional.empty();
            }
            at = at.children().get(0);
        }
        if (isDegrees(at)) {
            return projection.hasDegrees(at.x(), at.y())
                    ? Optional.of(new LayerFault.Place(at.x(), at.y()))
                    : Optional.empty();
        }
        return projection.hasMetres(at.x(), at.y())
                ? Optional.of(projection.degrees(new Coordinate(at.x(), at.y())))
                : Optional.empty();
    }

    private boolean isDegrees(Node point) {
        return switch (reference.kind()) {
            case DEGREES -> true;
            case METRES -> false;
            case NAMES_NOTHING -> Math.abs(point.x()) <= 180 && Math.abs(point.y()) <= 180;
        };
    }

    private Optional<Node> projected(Node node) {
        if (!node.isPoint()) {
            List<Node> children = new ArrayList<>(node.children().size());
            for (Node child : node.children()) {
                Optional<Node> metres = projected(child);
                if (metres.isEmpty()) {
                    return metres;
                }
                children.add(metres.get());
            }
            return Optional.of(Node.list(children));
        }
        double x = node.x();
        double y = node.y();
        if (isDegrees(node)) {
            if (projection.hasDegrees(x, y)) {
                Coordinate metres = projection.metres(x, y);
                return Optional.of(Node.point(metres.x, metres.y));
            }
            return nowhere(projection.hasDegrees(y, x), new LayerFault.Place(y, x), x, y);
        }
        if (projection.hasMetres(x, y) && (reference.epsg() <= 0 || reference.epsg() == projection.epsg())) {
            return Optional.of(node);
        }
        return nowhere(projection.hasMetres(y, x), projection.degrees(new Coordinate(y, x)), x, y);
    }

    private Optional<Node> nowhere(boolean swapped, LayerFault.Place right, double x, double y) {
        String written = String.format(Locale.ROOT, "%.6f, %.6f", x, y);
        if (swapped) {
            fault(FaultCode.COORDINATES_SWAPPED, Optional.of(right), written);
        } else {
            boolean onEarth = Math.abs(x) <= 180 && Math.abs(y) <= 90;
            fault(FaultCode.FAR_AWAY, onEarth ? Optional.of(new LayerFault.Place(x, y)) : Optional.empty(), written);
        }
        return Optional.empty();
    }

    private Optional<Geometry> built(String type, Node node) {
        return switch (type) {
            case "Point" -> Optional.of(SHAPES.createPoint(coordinate(node)));
            case "MultiPoint" -> Optional.of(SHAPES.createMultiPointFromCoords(coordinates(node)));
            case "LineString" -> line(node).map(line -> line);
            case "MultiLineString" ->
                all(node, this::line).map(lines -> SHAPES.createMultiLineString(lines.toArray(new LineString[0])));
            case "Polygon" -> polygon(node).map(polygon -> polygon);
            default ->
                all(node, this::polygon).map(polygons -> SHAPES.createMultiPolygon(polygons.toArray(new Polygon[0])));
        };
    }

    /** Builds one part of a geometry. */
    private interface Builder<T> {
        Optional<T> build(Node node);
    }

    private <T> Optional<List<T>> all(Node node, Builder<T> builder) {
        List<T> parts = new ArrayList<>();
        for (Node child : node.children()) {
            Optional<T> part = builder.build(child);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(parts);
    }

    private Optional<LineString> line(Node node) {
        Coordinate[] points = coordinates(node);
        LineString line = points.length < 2 ? null : SHAPES.createLineString(points);
        if (line == null || line.getLength() == 0) {
            faults.addAt(FaultCode.TOO_FEW_POINTS, feature, points[0]);
            return Optional.empty();
        }
        return Optional.of(line);
    }

    private Optional<Polygon> polygon(Node node) {
        return all(node, this::ring).map(rings -> {
            LinearRing[] holes = rings.subList(1, rings.size()).toArray(new LinearRing[0]);
            return SHAPES.createPolygon(rings.get(0), holes);
        });
    }

    private Optional<LinearRing> ring(Node node) {
        Coordinate[] points = coordinates(node);
        if (!points[0].equals2D(points[points.length - 1])) {
            faults.addAt(FaultCode.RING_OPEN, feature, points[points.length - 1]);
            Coordinate[] closed = new Coordinate[points.length + 1];
            System.arraycopy(points, 0, closed, 0, points.length);
            closed[points.length] = new Coordinate(points[0]);
            points = closed;
        }
        if (points.length < 4) {
            faults.addAt(FaultCode.TOO_FEW_POINTS, feature, points[0]);
            return Optional.empty();
        }
        return Optional.of(SHAPES.createLinearRing(points));
    }

    private Optional<Geometry> valid(Geometry geometry) {
        if (geometry.getDimension() < 2) {
            return Optional.of(geometry);
        }
        TopologyValidationError error = new IsValidOp(geometry).getValidationError();
        if (error == null) {
            return Optional.of(geometry);
        }
        boolean crossing = error.getErrorType() == TopologyValidationError.SELF_INTERSECTION
                || error.getErrorType() == TopologyValidationError.RING_SELF_INTERSECTION;
        Geometry repaired = GeometryFixer.fix(geometry);
        if (repaired.getArea() == 0 || repaired.getDimension() < 2) {
            faults.addAt(FaultCode.TOO_FEW_POINTS, feature, geometry.getCoordinate());
            return Optional.empty();
        }
        Coordinate place = error.getCoordinate() == null ? geometry.getCoordinate() : error.getCoordinate();
        faults.addAt(crossing ? FaultCode.SELF_CROSSING : FaultCode.GEOMETRY_INVALID, feature, place);
        return Optional.of(repaired);
    }

    private static Coordinate coordinate(Node node) {
        return new Coordinate(node.x(), node.y());
    }

    private static Coordinate[] coordinates(Node node) {
        return node.children().stream().map(Outlines::coordinate).toArray(Coordinate[]::new);
    }
}
