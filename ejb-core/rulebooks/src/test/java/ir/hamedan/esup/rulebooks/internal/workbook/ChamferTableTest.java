package ir.hamedan.esup.rulebooks.internal.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.rulebooks.api.Band;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.workbooks.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChamferTableTest {
    /** A sound table: every width with every angle, each with a length of its own. */
    private static final class Grid {
        final Random random;
        final List<Band> widths;
        final List<Band> angles;
        final List<Chamfer> lines = new ArrayList<>();

        Grid(long seed) {
            random = new Random(seed);
            widths = bands(5_000);
            angles = bands(180);
            for (Band width : widths) {
                for (Band angle : angles) {
                    lines.add(new Chamfer("c" + lines.size(), width, angle, lines.size() * 10));
                }
            }
        }

        private List<Band> bands(int most) {
            TreeSet<Integer> cuts = new TreeSet<>();
            int number = 3 + random.nextInt(4);
            while (cuts.size() < number) {
                cuts.add(2 * random.nextInt(most / 2));
            }
            List<Band> bands = new ArrayList<>();
            for (Integer cut : cuts) {
                Integer next = cuts.higher(cut);
                if (next != null) {
                    bands.add(Band.of(cut, next));
                }
            }
            int last = bands.size() - 1;
            if (random.nextBoolean()) {
                bands.set(last, Band.from(bands.get(last).from()));
            }
            return bands;
        }

        int place(int width, int angle) {
            return width * angles.size() + angle;
        }

        void change(int place, Band width, Band angle) {
            Chamfer old = lines.get(place);
            lines.set(place, new Chamfer(old.id(), width, angle, old.length()));
        }

        List<Fault> faults() {
            BookLines book = BookLines.empty();
            lines.forEach(book::chamfer);
            return Workbooks.read(Workbooks.write(book, Edited.PERSIAN)).faults().stream()
                    .filter(fault -> fault.sheet().equals(Sheet.CHAMFERS.title()))
                    .toList();
        }
    }

    private static Fault fault(int line, String column, String field, String code, List<String> arguments) {
        return new Fault(Sheet.CHAMFERS.title(), line + 3, column, field, "rulebooks.fault." + code, arguments);
    }

    private static String metres(long centimetres) {
        return Measure.WIDTH.shown(centimetres).stripTrailingZeros().toPlainString();
    }

    private static String end(Band band, boolean width) {
        return band.isOpen() ? "∞" : width ? metres(band.until()) : Long.toString(band.until());
    }

    @Property(tries = 30)
    void a_sound_table_has_no_fault(@ForAll long seed) {
        assertEquals(List.of(), new Grid(seed).faults());
    }

    @Property(tries = 30)
    void two_lengths_for_one_corner_are_told_with_their_place(@ForAll long seed) {
        Grid grid = new Grid(seed);
        int w = grid.random.nextInt(grid.widths.size() - 1);
        int a = grid.random.nextInt(grid.angles.size() - 1);
        Band width = grid.widths.get(w);
        Band angle = grid.angles.get(a);
        if (grid.random.nextBoolean()) {
            grid.change(grid.place(w, a), Band.of(width.from(), width.until() + 1), angle);
            assertEquals(
                    List.of(fault(
                            grid.place(w + 1, a),
                            "B",
                            "widthFrom",
                            "chamfers-overlap",
                            List.of(
                                    "c" + grid.place(w, a),
                                    metres(width.until()),
                                    metres(width.until() + 1),
                                    Long.toString(angle.from()),
                                    end(angle, false)))),
                    grid.faults());
        } else {
            grid.change(grid.place(w, a), width, Band.of(angle.from(), angle.until() + 1));
            assertEquals(
                    List.of(fault(
                            grid.place(w, a + 1),
                            "D",
                            "angleFrom",
                            "chamfers-overlap",
                            List.of(
                                    "c" + grid.place(w, a),
                                    metres(width.from()),
                                    end(width, true),
                                    Long.toString(angle.until()),
                                    Long.toString(angle.until() + 1)))),
                    grid.faults());
        }
    }

    @Property(tries = 30)
    void a_hole_is_told_with_its_region(@ForAll long seed) {
        Grid grid = new Grid(seed);
        int w = grid.random.nextInt(grid.widths.size());
        int a = grid.random.nextInt(grid.angles.size());
        Band width = grid.widths.get(w);
        Band angle = grid.angles.get(a);
        boolean whole = grid.random.nextBoolean();
        if (whole) {
            grid.lines.remove(grid.place(w, a));
        } else {
            grid.change(grid.place(w, a), width, Band.of(angle.from(), angle.from() + 1));
            angle = new Band(angle.from() + 1, angle.until());
        }
        List<Fault> faults = grid.faults();
        assertEquals(1, faults.size(), faults.toString());
        assertEquals("rulebooks.fault.chamfers-hole", faults.get(0).code());
        assertEquals(
                List.of(metres(width.from()), end(width, true), Long.toString(angle.from()), end(angle, false)),
                faults.get(0).arguments());
        assertFalse(faults.get(0).column().isEmpty());
    }

    @Test
    void a_width_that_no_line_is_for_is_a_hole() {
        byte[] file = Edited.lines(book -> {
            for (int line = 4; line < 8; line++) {
                book.lines(Sheet.CHAMFERS).get(line).put("widthFrom", "9");
            }
        });
        assertEquals(
                List.of(fault(0, "C", "widthUntil", "chamfers-hole", List.of("8.01", "9", "45", "181"))),
                Workbooks.read(file).faults());
    }

    /** Only where nothing else is wrong with the table a hole is one. */
    @Test
    void a_line_that_is_wrong_leaves_no_hole() {
        byte[] file = Edited.value(Sheet.CHAMFERS, 5, "length", "دو");
        assertEquals(List.of("جدول پخ!F8 not-a-number"), Edited.faults(file));
    }

    @Test
    void two_lines_with_one_length_may_overlap() {
        byte[] file = Edited.lines(book -> {
            book.lines(Sheet.CHAMFERS).get(0).put("angleUntil", "80");
        });
        assertEquals(List.of(), Edited.faults(file));
    }

    @Test
    void both_faults_are_sentences() {
        for (Locale locale : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
            String told = Messages.in(locale).text("rulebooks.fault.chamfers-overlap", "C12", "8.01", "9", "45", "75");
            assertFalse(told.contains("{"), told);
            told = Messages.in(locale).text("rulebooks.fault.chamfers-hole", "8.01", "∞", "45", "75");
            assertFalse(told.contains("{"), told);
        }
    }
}
