package ir.hamedan.esup.rulebooks.internal.workbook;

import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.workbooks.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Whether a table of chamfers says one length for every corner inside it, that is from its least to its greatest width and
 * angle. Outside it says nothing, and the answer tells that the chamfer is not known; where nothing is cut on purpose a line
 * has the length zero.
 */
final class ChamferTable {
    /** Of a table that is wrong all over nobody reads more. */
    private static final int MOST_TOLD = 200;

    private record Placed(Line line, Chamfer chamfer) {}

    private final List<Placed> lines = new ArrayList<>();
    private int told;

    void add(Line line, Chamfer chamfer) {
        lines.add(new Placed(line, chamfer));
    }

    /** Tells of every two lines that give one corner two lengths. */
    void overlaps() {
        told = 0;
        for (int second = 1; second < lines.size(); second++) {
            for (int first = 0; first < second && told < MOST_TOLD; first++) {
                overlap(lines.get(first).chamfer(), lines.get(second));
            }
        }
    }

    private void overlap(Chamfer first, Placed second) {
        Chamfer other = second.chamfer();
        if (first.length() != other.length()
                && first.width().overlaps(other.width())
                && first.angle().overlaps(other.angle())) {
            told++;
            Band width = first.width().intersection(other.width()).orElseThrow();
            Band angle = first.angle().intersection(other.angle()).orElseThrow();
            second.line()
                    .fault(
                            first.width().equals(other.width()) ? "angleFrom" : "widthFrom",
                            "rulebooks.fault.chamfers-overlap",
                            first.id(),
                            Measure.WIDTH.from(width),
                            Measure.WIDTH.until(width),
                            Measure.DEGREES.from(angle),
                            Measure.DEGREES.until(angle));
        }
    }

    /** Tells of every region inside the table for which no line is; of no use while lines are left out. */
    void holes() {
        if (lines.isEmpty()) {
            return;
        }
        told = 0;
        List<Chamfer> sorted = lines.stream()
                .map(Placed::chamfer)
                .sorted(Comparator.comparing(Chamfer::angle))
                .toList();
        Band whole = new Band(
                sorted.get(0).angle().from(),
                sorted.stream().mapToLong(c -> c.angle().until()).max().orElseThrow());
        TreeSet<Long> edges = new TreeSet<>();
        sorted.forEach(c -> edges.addAll(List.of(c.width().from(), c.width().until())));
        // A hole in one angle goes on as long as the next width has the same.
        Map<Band, Band> growing = new LinkedHashMap<>();
        for (long edge = edges.first(); edge < edges.last() && told < MOST_TOLD; edge = edges.higher(edge)) {
            Band strip = new Band(edge, edges.higher(edge));
            Map<Band, Band> next = new LinkedHashMap<>();
            for (Band angle : missing(sorted, strip, whole)) {
                Band before = growing.remove(angle);
                next.put(angle, before == null ? strip : new Band(before.from(), strip.until()));
            }
            growing.forEach((angle, width) -> hole(width, angle));
            growing = next;
        }
        growing.forEach((angle, width) -> hole(width, angle));
    }

    /** The angles without a line for these widths. */
    private static List<Band> missing(List<Chamfer> sorted, Band strip, Band whole) {
        List<Band> missing = new ArrayList<>();
        long reached = whole.from();
        for (Chamfer chamfer : sorted) {
            if (chamfer.width().covers(strip)) {
                if (chamfer.angle().from() > reached) {
                    missing.add(new Band(reached, chamfer.angle().from()));
                }
                reached = Math.max(reached, chamfer.angle().until());
            }
        }
        if (reached < whole.until()) {
            missing.add(new Band(reached, whole.until()));
        }
        return missing;
    }

    private void hole(Band width, Band angle) {
        if (told++ >= MOST_TOLD) {
            return;
        }
        Placed beside = lines.stream()
                .filter(placed -> !edge(placed.chamfer(), width, angle).isEmpty())
                .findFirst()
                .orElse(lines.get(0));
        beside.line()
                .fault(
                        edge(beside.chamfer(), width, angle),
                        "rulebooks.fault.chamfers-hole",
                        Measure.WIDTH.from(width),
                        Measure.WIDTH.until(width),
                        Measure.DEGREES.from(angle),
                        Measure.DEGREES.until(angle));
    }

    /** The column of a line by which it touches a hole; empty when it does not. */
    private static String edge(Chamfer line, Band width, Band angle) {
        if (line.width().overlaps(width)) {
            return line.angle().until() == angle.from()
                    ? "angleUntil"
                    : line.angle().from() == angle.until() ? "angleFrom" : "";
        }
        if (line.angle().overlaps(angle)) {
            return line.width().until() == width.from()
                    ? "widthUntil"
                    : line.width().from() == width.until() ? "widthFrom" : "";
        }
        return "";
    }
}
