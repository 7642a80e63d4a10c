package ir.hamedan.esup.parcels.internal.layers;

import ir.hamedan.esup.parcels.api.FaultCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a geometry, its members in any order, within bounds. */
final class GeometryText {
    static final int MOST_POINTS = 100_000;

    /** A multipolygon has four lists around its positions. */
    private static final int DEEPEST = 4;

    private final JsonText json;
    private final Set<FaultCode> faults;
    private String type = "";
    private Optional<Node> coordinates = Optional.empty();
    private int points;

    GeometryText(JsonText json, Set<FaultCode> faults) {
        this.json = json;
        this.faults = faults;
    }

    String type() {
        return type;
    }

    Optional<Node> coordinates() {
        return coordinates;
    }

    void read() throws IOException {
        if (json.peek() != '{') {
            json.skip();
            faults.add(FaultCode.GEOMETRY_MISSING);
            return;
        }
        json.expect('{');
        for (boolean first = true; json.more(first, '}'); first = false) {
            String name = json.name();
            if (name.equals("type") && json.peek() == '"') {
                type = json.text();
            } else if (name.equals("coordinates") && json.peek() == '[') {
                points = 0;
                coordinates = Optional.of(node(0));
            } else {
                json.skip();
            }
        }
    }

    private Node node(int depth) throws IOException {
        json.expect('[');
        if (json.isNumberNext()) {
            return position();
        }
        List<Node> children = new ArrayList<>();
        for (boolean first = true; json.more(first, ']'); first = false) {
            if (json.peek() != '[') {
                json.skip();
                faults.add(FaultCode.GEOMETRY_BROKEN);
            } else if (depth == DEEPEST) {
                json.skip();
                faults.add(FaultCode.NESTED_TOO_DEEP);
            } else if (points >= MOST_POINTS) {
                json.skip();
                faults.add(FaultCode.TOO_MANY_POINTS);
            } else {
                // An empty list costs memory as a position does.
                points++;
                children.add(node(depth + 1));
            }
        }
        return Node.list(children);
    }

    /** Two numbers; a height and whatever follows it is passed over. */
    private Node position() throws IOException {
        double[] point = {Double.NaN, Double.NaN};
        int count = 0;
        for (boolean first = true; json.more(first, ']'); first = false) {
            if (count < 2 && json.isNumberNext()) {
                point[count] = json.number();
            } else {
                json.skip();
            }
            count++;
        }
        if (!Double.isFinite(point[0]) || !Double.isFinite(point[1])) {
            faults.add(FaultCode.GEOMETRY_BROKEN);
        }
        return Node.point(point[0], point[1]);
    }
}
