package ir.hamedan.esup.parcels.internal.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.kernel.RenewalCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

class PlotsTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double TOLERANCE = 0.1;

    private static RenewalCode code(int number) {
        return new RenewalCode(1, 1, 1, number, 0, 0, 0);
    }

    private static Polygon area(double... numbers) {
        Coordinate[] ring = new Coordinate[numbers.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(
                    272_000 + numbers[2 * i % numbers.length], 3_853_000 + numbers[(2 * i + 1) % numbers.length]);
        }
        return GEOMETRY.createPolygon(ring);
    }

    private static Plots plots(Geometry... outlines) {
        SortedMap<RenewalCode, Geometry> all = new TreeMap<>();
        for (int i = 0; i < outlines.length; i++) {
            all.put(code(i + 1), outlines[i]);
        }
        return new Plots(all, TOLERANCE);
    }

    /** A plot of 30 by 20 metres, cut from south to north, its east part moved away, and the whole turned. */
    @Property(tries = 500)
    void a_plot_that_was_cut_is_whole_again(
            @ForAll @DoubleRange(min = 2, max = 28) double south,
            @ForAll @DoubleRange(min = 2, max = 28) double north,
            @ForAll @DoubleRange(min = 0, max = 0.09) double gap,
            @ForAll @DoubleRange(min = 0, max = 6.28) double turned) {
        AffineTransformation turn = AffineTransformation.rotationInstance(turned, 272_000, 3_853_000);
        Geometry west = turn.transform(area(0, 0, south, 0, north, 20, 0, 20));
        Geometry east = turn.transform(area(south + gap, 0, 30, 0, 30, 20, north + gap, 20));

        Plots plots = plots(west, east);

        assertEquals(List.of(), plots.apartFrom(code(1)));
        assertEquals(List.of(), plots.apartFrom(code(2)));
        Geometry whole = plots.outline();
        assertEquals(1, whole.getNumGeometries());
        assertEquals(600, whole.getArea(), 0.01);
        assertEquals(100, whole.getLength(), 0.02);
        assertTrue(turn.transform(area(0, 0, 30, 0, 30, 20, 0, 20)).buffer(0.01).covers(whole));
    }

    @Test
    void plots_that_fit_keep_every_corner_as_it_was_drawn() {
        Geometry bent = area(0, 0, 12, 0.1, 12.03, 8, 6, 8.01, 6, 20, 0, 20);
        Geometry sharp = area(12, 0.1, 40, 0, 12.03, 8);
        Geometry whole = plots(bent, sharp).outline();
        assertEquals(bent.getArea() + sharp.getArea(), whole.getArea(), 1e-6);
        Set<Coordinate> drawn = new HashSet<>(List.of(bent.getCoordinates()));
        drawn.addAll(List.of(sharp.getCoordinates()));
        assertTrue(drawn.containsAll(List.of(whole.getCoordinates())));
    }

    @Test
    void a_yard_in_the_middle_that_belongs_to_nobody_is_not_built_over() {
        Geometry ring = area(0, 0, 20, 0, 20, 20, 15, 20, 15, 5, 5, 5, 5, 20, 0, 20);
        Geometry lid = area(5, 15, 15, 15, 15, 20, 5, 20);
        assertEquals(300, plots(ring, lid).outline().getArea(), 1e-6);
    }
}
