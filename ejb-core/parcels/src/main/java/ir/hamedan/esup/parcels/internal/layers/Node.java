package ir.hamedan.esup.parcels.internal.layers;

import java.util.List;

/** Coordinates as they are nested in the file: a position, or a list of such. */
record Node(boolean isPoint, double x, double y, List<Node> children) {
    static Node point(double x, double y) {
        return new Node(true, x, y, List.of());
    }

    static Node list(List<Node> children) {
        return new Node(false, 0, 0, children);
    }

    /** Whether every way from here leads over so many lists to a position, and no list on it is empty. */
    boolean isNested(int depth) {
        if (depth == 0) {
            return isPoint;
        }
        return !isPoint && !children.isEmpty() && children.stream().allMatch(child -> child.isNested(depth - 1));
    }
}
